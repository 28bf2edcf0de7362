import Foundation
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// Streets cut at a border, against a point tried every few centimetres.
@Suite struct AreaClipTests {
  private func ring(_ points: [(Double, Double)]) -> [Position] {
    (points + points.prefix(1)).map { Position(x: $0.0, y: $0.1) }
  }

  private func area(_ shell: [(Double, Double)], holes: [[(Double, Double)]] = []) -> MultiPolygon {
    MultiPolygon([Polygon(shell: ring(shell), holes: holes.map(ring))])
  }

  private func clipped(_ town: Town, _ area: MultiPolygon, edge: Int = 0) -> [[Int64]] {
    let network = town.network
    let clip = AreaClip(network, area)
    return clip.set(of: edge, length: Int64(network.lengths[edge])).portions.map {
      [$0.from, $0.to]
    }
  }

  private let square = [(0.0, 0.0), (100, 0), (100, 100), (0, 100)]

  private func street(_ points: [(Double, Double)], length: Double? = nil) -> Town {
    var town = Town()
    town.street("a", "u", "v", points, length: length)
    return town
  }

  @Test func aStreetThroughTheTownIsCutAtItsBorder() {
    #expect(clipped(street([(-50, 50), (150, 50)]), area(square)) == [[50_000, 150_000]])
    #expect(clipped(street([(10, 10), (90, 90)]), area(square)) == [[0, 113_137]])
    #expect(clipped(street([(-50, 50), (-10, 50)]), area(square)) == [])
    #expect(clipped(street([(-50, 500), (150, 500)]), area(square)) == [])
  }

  @Test func aStreetWithALengthOfItsOwnIsCutInProportion() {
    #expect(
      clipped(street([(-50, 50), (150, 50)], length: 400), area(square)) == [[100_000, 300_000]])
  }

  @Test func aHoleIsOutside() {
    let ringed = area(square, holes: [[(40, 40), (60, 40), (60, 60), (40, 60)]])
    #expect(
      clipped(street([(-50, 50), (150, 50)]), ringed) == [[50_000, 90_000], [110_000, 150_000]])
    #expect(clipped(street([(45, 45), (55, 55)]), ringed) == [])
  }

  @Test func aBorderThroughAVertexCutsThere() {
    // The street bends exactly on the border, once to go in and once only to touch.
    #expect(
      clipped(street([(-50, 0), (0, 50), (50, 50)]), area(square)) == [[70_711, 120_711]])
    #expect(clipped(street([(-50, 0), (0, 50), (-50, 100)]), area(square)) == [])
    // Through two corners of the town.
    #expect(
      clipped(street([(-100, -100), (200, 200)]), area(square)) == [[141_421, 282_843]])
  }

  @Test func aStreetThatStartsOnTheBorderLiesWhereItRuns() {
    let sides = [(0.0, 50.0), (50, 0), (100, 50), (50, 100), (0, 0), (100, 100)]
    for start in sides {
      let inward = (start.0 + (50 - start.0) / 2, start.1 + (50 - start.1) / 2)
      let outward = (start.0 - (50 - start.0) / 2, start.1 - (50 - start.1) / 2)
      #expect(clipped(street([start, inward]), area(square)).count == 1, "\(start)")
      #expect(clipped(street([inward, start]), area(square)).count == 1, "\(start)")
      #expect(clipped(street([start, outward]), area(square)) == [], "\(start)")
      #expect(clipped(street([outward, start]), area(square)) == [], "\(start)")
    }
    #expect(clipped(street([(0, 50), (100, 50)]), area(square)) == [[0, 100_000]])
  }

  @Test func severalPolygonsAreOneArea() {
    let two = MultiPolygon(
      area([(0, 0), (10, 0), (10, 10), (0, 10)]).polygons
        + area([(20, 0), (30, 0), (30, 10), (20, 10)]).polygons)
    #expect(
      clipped(street([(-10, 5), (40, 5)]), two) == [[10_000, 20_000], [30_000, 40_000]])
  }

  @Test func anAreaElsewhereIsEmpty() {
    let network = street([(0, 0), (10, 0)]).network
    #expect(AreaClip(network, area([(500, 0), (600, 0), (600, 50)])).isEmpty)
    #expect(AreaClip(network, MultiPolygon([])).isEmpty)
    #expect(!AreaClip(network, area(square)).isEmpty)
  }

  /// Even–odd over every side, the textbook way.
  private func contains(_ area: MultiPolygon, _ point: Position) -> Bool {
    var inside = false
    for polygon in area.polygons {
      for ring in [polygon.shell] + polygon.holes {
        for (a, b) in zip(ring, ring.dropFirst()) where (a.y > point.y) != (b.y > point.y) {
          if point.x < a.x + (point.y - a.y) * (b.x - a.x) / (b.y - a.y) { inside.toggle() }
        }
      }
    }
    return inside
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func randomStreetsInRandomTownsAreCutExactly(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    func star(_ radius: ClosedRange<Double>) -> [(Double, Double)] {
      let corners = Int.random(in: 3...12, using: &random)
      return (0..<corners).map { corner in
        let angle = 2 * Double.pi * Double(corner) / Double(corners)
        let reach = Double.random(in: radius, using: &random)
        // Whole coordinates now and then, so that borders pass through corners of streets.
        let place = (6 + reach * cos(angle), 6 + reach * sin(angle))
        return seed % 2 == 0 ? (place.0.rounded(), place.1.rounded()) : place
      }
    }
    let area = area(star(3...9), holes: [star(0.5...2)])
    let network = Town.random(&random).network
    let clip = AreaClip(network, area)
    for edge in 0..<network.edgeCount where network.lengths[edge] > 0 {
      let length = Int64(network.lengths[edge])
      let set = clip.set(of: edge, length: length)
      let drawn = network.ground.length(of: network.vertices(of: EdgeID(edge)))
      for step in stride(from: Int64(3), to: length - 3, by: 97) {
        // Near a cut, rounding decides.
        guard set.portions.allSatisfy({ abs($0.from - step) > 2 && abs($0.to - step) > 2 }) else {
          continue
        }
        let isInside = set.portions.contains { $0.from <= step && step <= $0.to }
        let position = network.position(on: EdgeID(edge), at: Length(millimetres: step))
        // Along the border itself either side will do.
        let nudges = [(0, 1e-7), (0, -1e-7), (1e-7, 0), (-1e-7, 0)].map {
          contains(area, Position(x: position.x + $0.0, y: position.y + $0.1))
        }
        guard Set(nudges).count == 1, drawn > 0 else { continue }
        #expect(isInside == nudges[0], "seed \(seed), edge \(edge), \(step) mm")
      }
    }
  }

  @Test func figuresAndGapsStayInsideTheStudyArea() throws {
    var town = Town()
    town.street("a", "u", "v", [(-50, 50), (150, 50)], name: "rue A")
    var analysis = try CoverageAnalysis(town: town, relays: [(20, 50)], budgets: [30])
    analysis.studyArea = Area(id: "1", name: "Ville", shape: area(square))
    let west = area([(0, 0), (40, 0), (40, 100), (0, 100)])
    let east = area([(40, 0), (100, 0), (100, 100), (40, 100)])
    analysis.districts = [
      Area(id: "w", name: "Ouest", shape: west), Area(id: "e", name: "Est", shape: east),
    ]
    let result = analysis.run(.everything)
    let summary = result.summaries[0]
    // The relay covers -10…50 of x; the town is 0…100.
    #expect(summary.covered == Length(metres: 60))
    #expect(summary.streets == Length(metres: 100))
    #expect(summary.streetsCovered == Length(metres: 50))
    let gap = try #require(result.gaps.first)
    #expect(result.gaps.count == 1)
    #expect(gap.length == Length(metres: 50))
    #expect(gap.to == .border)
    #expect(gap.district == "Est")
    #expect(gap.worstDistance == Length(metres: 80))
    #expect(result.districts.map(\.streets) == [Length(metres: 40), Length(metres: 60)])
    #expect(result.districts.map { $0.covered[0] } == [Length(metres: 40), Length(metres: 10)])
    #expect(result.findings == [])
  }

  @Test func districtsThatOverlapOrLeaveOutStreetsAreFindings() throws {
    var analysis = try CoverageAnalysis(
      town: street([(0, 50), (100, 50)]), relays: [], budgets: [30])
    analysis.districts = [
      Area(id: "1", name: "1", shape: area([(0, 0), (60, 0), (60, 100), (0, 100)])),
      Area(id: "2", name: "2", shape: area([(50, 0), (80, 0), (80, 100), (50, 100)])),
    ]
    let findings = analysis.run(.everything).findings
    #expect(
      findings.map(\.kind) == [
        .districtsOverlap(length: Length(metres: 10)),
        .districtsIncomplete(length: Length(metres: 20)),
      ])
  }
}
