import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// Barriers, platforms and squares of OpenStreetMap files of a few nodes.
@Suite struct OSMStopsAndSquaresTests {
  private func read(_ osm: OSMText) throws -> Imported<StreetSections> {
    let folder = try TemporaryFolder()
    let file = try folder.write(osm.text.utf8, "town.osm")
    let imported = try StreetsImporter.read(file, in: Around.earth)
    #expect(imported.report.rows == imported.report.taken + imported.report.rejected.count)
    return imported
  }

  @Test func aWayEndsAtALockedGateOnBothSides() throws {
    var osm = OSMText()
    for id in [1, 2, 4, 5] { osm.node(Int64(id), Double(id) * 100) }
    osm.node(3, 300, 0, ["barrier": "gate", "locked": "yes"])
    osm.node(9, 300, 100)
    osm.way(10, [1, 2, 3, 3, 4, 5])
    osm.way(11, [9, 3])
    let imported = try read(osm)
    let network = imported.network
    #expect(network.identifiers == ["way/10/0", "way/10/1", "way/11/0"])
    #expect(network.components.count == 3)
    #expect(network.nodeCount == 6)
    #expect(imported.report.findings.map(\.kind) == [.waysStopped(ways: 2, nodes: 1)])
    #expect(imported.report.taken == 2)
    // Three ends at one point are no junction that somebody forgot.
    let health = NetworkHealth(of: network, reach: .zero)
    #expect(health[.nearMiss] == nil)
    #expect(health[.crossingWithoutNode] == nil)
  }

  @Test func aRoundIsOpenedByAGateAtItsEnd() throws {
    var osm = OSMText()
    osm.node(1, 0, 0, ["barrier": "wall"])
    osm.node(2, 100)
    osm.node(3, 100, 100)
    osm.way(10, [1, 2, 3, 1])
    let network = try read(osm).network
    #expect(network.identifiers == ["way/10/0"])
    #expect(network.nodeCount == 2)
  }

  @Test func aGateWithHoursCutsAWayAndLetsWalkersThrough() throws {
    var osm = OSMText()
    osm.node(1, 0)
    osm.node(2, 100, 0, ["barrier": "gate", "opening_hours": "08:00-20:00"])
    osm.node(3, 200)
    osm.way(10, [1, 2, 3])
    let imported = try read(osm)
    let network = imported.network
    #expect(network.identifiers == ["way/10/0", "way/10/1"])
    #expect(network.components.count == 1)
    #expect(
      imported.report.findings.map(\.kind) == [.wayWithHours(ways: 0, gates: 1, unread: 0)])
    let night = try #require(LocalInstant(parsing: "2026-11-23T21:00"))
    #expect(network.walked(at: .instant(night), calendar: FrenchCalendar()).components.count == 2)
    let day = try #require(LocalInstant(parsing: "2026-11-23T12:00"))
    #expect(network.walked(at: .instant(day), calendar: FrenchCalendar()).components.count == 1)
  }

  @Test func platformsAreRowsAndOtherRailwaysAreNot() throws {
    var osm = OSMText()
    for id in 1...3 { osm.node(Int64(id), Double(id) * 100) }
    osm.way(10, [1, 2], ["railway": "platform", "name": "Quai"])
    osm.way(11, [2, 3], ["railway": "rail"])
    osm.way(12, [2, 3], ["highway": "residential", "construction": "yes"])
    let imported = try read(osm)
    #expect(imported.network.identifiers == ["way/10/0"])
    #expect(imported.network.isDemand == [false])
    #expect(imported.report.rows == 2)
    #expect(imported.report.rejected.map(\.reason) == [.notInService("construction=yes")])
  }

  /// A square of 100 m with a street at two corners that face each other.
  private func square(_ draw: (inout OSMText) -> Void) throws -> Imported<StreetSections> {
    var osm = OSMText()
    for (id, place) in [(0, 0), (100, 0), (100, 100), (0, 100)].enumerated() {
      osm.node(Int64(id + 1), Double(place.0), Double(place.1))
    }
    for (id, place) in [(40, 40), (60, 40), (60, 60), (40, 60)].enumerated() {
      osm.node(Int64(id + 11), Double(place.0), Double(place.1))
    }
    osm.node(21, -100, 0)
    osm.node(22, 200, 100)
    osm.way(30, [21, 1], ["highway": "residential"])
    osm.way(31, [22, 3], ["highway": "residential"])
    draw(&osm)
    return try read(osm)
  }

  @Test func aClosedWayWithAnAreaIsWalkedAcross() throws {
    let imported = try square {
      $0.way(40, [1, 2, 3, 4, 1], ["highway": "pedestrian", "area": "yes", "name": "Place"])
    }
    let network = imported.network
    #expect(network.squareEdgeCount == 1)
    #expect(network.identifiers.last == "way/40/across/0")
    #expect(imported.report.findings.isEmpty)
    #expect(abs(network.length(of: EdgeID(network.edgeCount - 1)).metres - 141.4) < 1)
  }

  @Test func aMultipolygonIsWalkedAlongItsRingsAndRoundItsHoles() throws {
    let imported = try square {
      $0.way(40, [1, 2, 3], [:])
      $0.way(41, [1, 4, 3], [:])
      $0.way(42, [11, 12, 13, 14, 11], ["building": "yes"])
      $0.multipolygon(50, [40, 41, 42], ["highway": "pedestrian", "name": "Place"])
    }
    let network = imported.network
    #expect(imported.report.rows == 3)
    #expect(imported.report.rejected.isEmpty)
    // From each entry to the two corners of the hole that it passes by.
    #expect(network.squareEdgeCount == 4)
    let names = network.identifiers.filter { $0.hasPrefix("relation/50/") }
    #expect(names.contains("relation/50/0") && names.contains("relation/50/across/3"))
  }

  @Test func aRelationWithoutAllItsWaysIsAnIncompleteArea() throws {
    let imported = try square {
      $0.way(40, [1, 2, 3], [:])
      $0.multipolygon(50, [40, 49], ["highway": "pedestrian"])
      $0.multipolygon(51, [40], ["building": "yes"])
    }
    #expect(imported.report.rows == 3)
    #expect(imported.report.rejected.map(\.reason) == [.incompleteArea("highway=pedestrian")])
    #expect(imported.report.rejected.map(\.id) == ["relation/50"])
    #expect(imported.network.squareEdgeCount == 0)
  }

  @Test func anOutlineThatCrossesItselfIsWalkedAlongOnly() throws {
    let imported = try square {
      $0.way(40, [1, 3, 2, 4, 1], ["highway": "pedestrian", "area": "yes"])
    }
    #expect(imported.network.squareEdgeCount == 0)
    #expect(imported.report.findings.map(\.kind) == [.squaresNotCrossed(1, .invalid)])
    #expect(imported.report.taken == 3)
  }
}
