import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// Areas that a layer of OpenStreetMap's lines draws as polygons: a square of 100 m, with a street from the west at its corner (0, 0) and
/// one from the east at (100, 100).
@Suite struct LineSquaresTests {
  private static let side: [(Double, Double)] = [(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)]
  private static let hole: [(Double, Double)] = [
    (40, 40), (60, 40), (60, 60), (40, 60), (40, 40),
  ]

  private func positions(_ points: [(Double, Double)]) -> [Position] {
    points.map { Position(x: $0.0, y: $0.1) }
  }

  private func square(
    shell: [(Double, Double)] = side, holes: [[(Double, Double)]] = [], _ tags: [String: String]
  ) throws -> Imported<StreetSections> {
    let folder = try TemporaryFolder()
    var writer = GeoJSONWriter(coordinates: .metres)
    for (id, street) in [("30", [(-100.0, 0.0), (0, 0)]), ("31", [(200, 100), (100, 100)])] {
      writer.append(
        .lineString(positions(street)), id: id, attributes: [("highway", .text("residential"))])
    }
    writer.append(
      .polygon(Polygon(shell: positions(shell), holes: holes.map(positions))), id: "40",
      attributes: tags.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })
    let file = try folder.write(writer.finish(), "streets.geojson")
    return try StreetsImporter.read(file, mapping: ColumnMapping(), in: Around.plane)
  }

  @Test(arguments: [
    ["highway": "pedestrian"], ["highway": "footway", "area": "yes"],
    ["railway": "platform", "highway": ""],
  ])
  func anAreaIsCrossedInAStraightLine(tags: [String: String]) throws {
    let imported = try square(tags)
    let network = imported.network
    #expect(network.squareEdgeCount == 1)
    // 100 × √2.
    #expect(
      network.length(of: EdgeID(network.edgeCount - 1)) == Length(millimetres: 141_421))
    #expect(network.identifiers.last == "40/across/0")
    #expect(!network.isDemand[network.edgeCount - 1])
    #expect(imported.report.findings.isEmpty)
  }

  @Test func aWayThatClosesOnItselfIsNoArea() throws {
    for tags in [["highway": "footway"], ["highway": "pedestrian", "area": "no"]] {
      let network = try square(tags).network
      #expect(network.squareEdgeCount == 0)
      #expect(network.edgeCount == 4)
    }
  }

  @Test func holesAreGoneRound() throws {
    // From each entry to the two corners of the hole that it passes by.
    #expect(try square(holes: [Self.hole], ["highway": "footway"]).network.squareEdgeCount == 4)
  }

  @Test func anAreaForCarsIsRefused() throws {
    let imported = try square(["highway": "residential", "area": "yes"])
    #expect(imported.report.rejected.map(\.reason) == [.areaNotWalkable("highway=residential")])
  }

  @Test func anOutlineThatCrossesItselfIsWalkedAlongOnly() throws {
    let imported = try square(
      shell: [(0, 0), (100, 100), (100, 0), (0, 100), (0, 0)], ["highway": "pedestrian"])
    #expect(imported.network.squareEdgeCount == 0)
    #expect(imported.report.findings.map(\.kind) == [.squaresNotCrossed(1, .invalid)])
    #expect(imported.report.taken == 3)
  }
}
