import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// Streets read around a study area, as from an extract cut there beforehand.
@Suite struct ReadingAreaStreetsTests {
  /// A square of 100 m at 6° E, 48° N; what is read is about 2,002 m wider on each side.
  private let surroundings: Surroundings = {
    var surroundings = Around.earth
    surroundings.reading = ReadingArea(
      around: Envelope(minX: 6, minY: 48, maxX: 6 + 100 / 74_600, maxY: 48 + 100 / 111_000),
      budget: Length(metres: 500), on: .ellipsoid)
    return surroundings
  }()

  private func read(_ osm: OSMText, _ surroundings: Surroundings) throws -> Imported<StreetSections>
  {
    let folder = try TemporaryFolder()
    let file = try folder.write(osm.text.utf8, "town.osm")
    let imported = try StreetsImporter.read(file, in: surroundings)
    #expect(imported.report.rows == imported.report.taken + imported.report.rejected.count)
    return imported
  }

  /// Nodes 1…50 every 100 m to the east, from 0: those up to 22 lie inside.
  private func row() -> OSMText {
    var osm = OSMText()
    for id in 1...50 { osm.node(Int64(id), Double(id - 1) * 100) }
    return osm
  }

  @Test func aWayKeepsItsSegmentsWithBothNodesInside() throws {
    var osm = row()
    osm.way(10, Array(1...30))
    osm.way(11, [35, 36])
    let imported = try read(osm, surroundings)
    #expect(imported.network.identifiers == ["way/10/0"])
    #expect(abs(imported.network.totalLength.metres - 2100) < 10)
    #expect(imported.report.rows == 1)
    #expect(imported.report.beyond == 1)
    // A cut far from the study area is no defect of the file.
    #expect(imported.report.findings.isEmpty)
  }

  @Test func aWayThatComesBackIsNumberedByItsKeptPieces() throws {
    var osm = row()
    osm.node(60, 1900, 100)
    osm.node(61, 1800, 100)
    osm.way(10, [20, 21, 22, 23, 60, 61])
    let network = try read(osm, surroundings).network
    #expect(network.identifiers == ["way/10/0", "way/10/1"])
    #expect(network.components.count == 2)
    #expect(network.components.isOpen(0) && network.components.isOpen(1))
  }

  @Test func aNodeIsAJunctionOnlyForWaysReadThere() throws {
    var osm = row()
    osm.way(10, [1, 2, 3])
    // It meets the first way at 2, and lies outside but for that node.
    osm.way(11, [2, 40, 41])
    let imported = try read(osm, surroundings)
    #expect(imported.network.identifiers == ["way/10/0", "way/10/1"])
    #expect(imported.report.rows == 2)
    // From the study area to beyond what is read in one step: the way is cut where it matters.
    #expect(imported.report.findings.map(\.kind) == [.waysCut(ways: 1, missingNodes: 1)])
  }

  /// What osmium's strategies leave of the nodes and ways around: all of a way's nodes, those inside alone.
  @Test(arguments: [false, true], [false, true])
  func anExtractCutBeforehandGivesTheSame(isSimple: Bool, isUnsorted: Bool) throws {
    var random = SeededRandom(seed: 7)
    for _ in 0..<20 {
      var places: [Int64: (Double, Double)] = [:]
      for id in 1...Int64(120) {
        places[id] = (
          Double.random(in: -4000...4000, using: &random),
          Double.random(in: -4000...4000, using: &random)
        )
      }
      let ways = (200..<260).map { id -> (Int64, [Int64], [String: String]) in
        let start = Int64.random(in: 1...115, using: &random)
        let length = Int64.random(in: 1...5, using: &random)
        let kinds = ["residential", "footway", "motorway", "primary"]
        let kind = kinds[Int.random(in: 0..<kinds.count, using: &random)]
        return (
          Int64(id), (0...length).map { start + $0 }, ["highway": kind, "name": "rue \(start)"]
        )
      }
      // Wider than what is read.
      let inside = Set(
        places.filter { abs($0.value.0) < 2500 && abs($0.value.1) < 2500 }.map(\.key))
      var region = OSMText()
      var extract = OSMText()
      extract.isUnsorted = isUnsorted
      let taken = ways.filter { $0.1.contains(where: inside.contains) }
      let whole = Set(taken.flatMap(\.1))
      for id in 1...Int64(120) {
        guard let (east, north) = places[id] else { continue }
        region.node(id, east, north)
        if inside.contains(id) || !isSimple && whole.contains(id) { extract.node(id, east, north) }
      }
      for way in ways { region.way(way.0, way.1, way.2) }
      for way in taken { extract.way(way.0, way.1, way.2) }
      let a = try read(region, surroundings)
      let b = try read(extract, surroundings)
      #expect(a.report.rows == b.report.rows)
      #expect(a.report.rejected == b.report.rejected)
      #expect(a.report.findings.map(\.kind) == b.report.findings.map(\.kind))
      #expect(a.value.positions == b.value.positions)
      #expect(a.value.firstVertex == b.value.firstVertex)
      #expect(a.network.identifiers == b.network.identifiers)
      #expect(a.network.tails == b.network.tails && a.network.heads == b.network.heads)
      #expect(a.network.lengths == b.network.lengths)
    }
  }

  /// In the study area nothing differs from the network read whole, as far as walks stay within the reach.
  @Test(arguments: 1...15)
  func figuresInsideAreThoseOfTheWholeNetwork(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var osm = OSMText()
    // A grid of 250 m, 8 km wide, with a third of its streets missing.
    let side = 33
    func id(_ x: Int, _ y: Int) -> Int64 { Int64(1 + y * side + x) }
    for y in 0..<side {
      for x in 0..<side { osm.node(id(x, y), Double(x - 16) * 250, Double(y - 16) * 250) }
    }
    var number: Int64 = 10_000
    for y in 0..<side {
      for x in 0..<side {
        for (i, j) in [(x + 1, y), (x, y + 1)] where i < side && j < side {
          guard Int.random(in: 0..<3, using: &random) > 0 else { continue }
          osm.way(number, [id(x, y), id(i, j)], ["highway": "residential", "name": "rue \(y)"])
          number += 1
        }
      }
    }
    let corner = Position(x: 6 - 400 / 74_600, y: 48 - 400 / 111_000)
    let other = Position(x: 6 + 400 / 74_600, y: 48 + 400 / 111_000)
    let area = Area(
      id: "1", name: "Ville",
      shape: MultiPolygon([
        Polygon(shell: [
          corner, Position(x: other.x, y: corner.y), other, Position(x: corner.x, y: other.y),
          corner,
        ])
      ]))
    var cut = Around.earth
    cut.reading = ReadingArea(
      around: Envelope(of: [corner, other]), budget: Length(metres: 500), on: .ellipsoid)
    let facilities = (0..<6).map { index in
      Facility(
        id: "R\(index)",
        position: Position(
          x: 6 + Double.random(in: -3000...3000, using: &random) / 74_600,
          y: 48 + Double.random(in: -3000...3000, using: &random) / 111_000))
    }
    let parameters = try AnalysisParameters(
      budgets: Budgets(metres: [300, 500]), countsConnector: true, maximumSnap: 200,
      bufferRadius: 25)
    func result(_ surroundings: Surroundings) throws -> AnalysisResult {
      var sections = try read(osm, surroundings).value
      sections.reading = surroundings.reading
      var analysis = CoverageAnalysis(
        network: NetworkBuilder.network(of: sections), facilities: facilities,
        parameters: parameters)
      analysis.studyArea = area
      return analysis.run(.gaps)
    }
    let whole = try result(Around.earth)
    let near = try result(cut)
    #expect(near.network.edgeCount < whole.network.edgeCount)
    for (a, b) in zip(whole.summaries, near.summaries) {
      #expect(a.streets == b.streets && a.streetsCovered == b.streetsCovered)
    }
    #expect(whole.gaps.map(\.length) == near.gaps.map(\.length))
    for (a, b) in zip(whole.gaps, near.gaps) {
      #expect(a.street == b.street && a.from == b.from && a.to == b.to)
      if b.worstIsOver {
        #expect(b.worstDistance == Length(metres: 2000))
        #expect(a.worstDistance.map { $0 > Length(metres: 2000) } ?? true)
        #expect(b.nearestFacility == nil)
      } else {
        #expect(a.worstDistance == b.worstDistance && a.nearestFacility == b.nearestFacility)
      }
    }
  }

  @Test func linesAreTakenWholeWhereTheirBoxMeetsWhatIsRead() throws {
    func feature(_ id: String, _ a: Double, _ b: Double) -> String {
      """
      {"type":"Feature","id":"\(id)","properties":{"nom":"rue \(id)"},"geometry":{"type":"LineString",
      "coordinates":[[\(6 + a / 74_600),48.0],[\(6 + b / 74_600),48.0]]}}
      """
    }
    let text =
      "{\"type\":\"FeatureCollection\",\"features\":["
      + [feature("a", 0, 1000), feature("b", 1000, 2600), feature("c", 2600, 4000)]
      .joined(separator: ",") + "]}"
    let folder = try TemporaryFolder()
    let file = try folder.write(text.utf8, "streets.geojson")
    let imported = try StreetsImporter.read(file, in: surroundings)
    #expect(imported.network.edgeCount == 2)
    #expect(imported.report.rows == 2 && imported.report.beyond == 1)
    #expect(imported.network.components.isOpen(0))
    #expect(imported.report.rejected.isEmpty)
  }

  @Test func piecesThatGoOnBeyondAreKnownAndRelaysBeyondAreOneNote() throws {
    var osm = row()
    osm.way(10, [1, 2, 3])
    osm.node(70, 100, 300)
    osm.node(71, 200, 300)
    osm.way(12, [70, 71])
    // Cut off by the box alone.
    osm.way(13, [21, 22, 23])
    var sections = try read(osm, surroundings).value
    sections.reading = surroundings.reading
    let analysis = CoverageAnalysis(
      network: NetworkBuilder.network(of: sections),
      facilities: [
        Facility(id: "near", position: Position(x: 6, y: 48)),
        Facility(id: "far", position: Position(x: 6.5, y: 48.2)),
      ], parameters: try AnalysisParameters(budgets: .standard))
    let findings = analysis.run(.figures).findings
    #expect((0..<3).map { analysis.network.components.isOpen($0) }.count { $0 } == 1)
    #expect(analysis.network.components.count == 3)
    #expect(findings.contains { $0.kind == .relaysElsewhere(1) })
    #expect(!findings.contains { $0.code == .placeUnattached })
  }
}
