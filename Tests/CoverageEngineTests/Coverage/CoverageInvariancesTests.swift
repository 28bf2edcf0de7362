import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// What must not change, or only one way, whatever the town.
@Suite struct CoverageInvariancesTests {
  private struct Case {
    var town: Town
    var relays: [(Double, Double)]
    var budget: Double
  }

  private func random(_ seed: UInt64, straight: Bool = false) -> Case {
    var random = SeededRandom(seed: seed &+ 9000)
    var town = Town.random(&random)
    if straight {
      // Lengths of the source would be cut by no rule: lines alone here.
      var drawn = Town()
      for street in town.streets {
        drawn.street(
          street.id, street.from, street.to, street.line.map { ($0.x, $0.y) }, name: street.name,
          isDemand: street.isDemand)
      }
      town = drawn
    }
    let relays = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      (Double.random(in: -1...13, using: &random), Double.random(in: -1...13, using: &random))
    }
    return Case(town: town, relays: relays, budget: .random(in: 0.5...20, using: &random))
  }

  private func run(
    _ town: Town, _ relays: [(Double, Double)], _ budgets: [Double]
  ) throws -> AnalysisResult {
    try CoverageAnalysis(town: town, relays: relays, budgets: budgets, maximumSnap: 2)
      .run(.everything)
  }

  private func isWithin(_ small: [[Int64]], _ large: [[Int64]]) -> Bool {
    small.allSatisfy { part in large.contains { $0[0] <= part[0] && part[1] <= $0[1] } }
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func aLargerBudgetNeverCoversLess(seed: UInt64) throws {
    let town = random(seed)
    let result = try run(town.town, town.relays, [town.budget, town.budget + 3, town.budget * 2])
    for edge in 0..<result.network.edgeCount {
      #expect(isWithin(result.covered(edge, budget: 0), result.covered(edge, budget: 1)))
      #expect(isWithin(result.covered(edge, budget: 1), result.covered(edge, budget: 2)))
    }
    let covered = result.summaries.map(\.covered)
    #expect(covered == covered.sorted(), "seed \(seed)")
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func coverageNeverShrinksWhenARelayIsAdded(seed: UInt64) throws {
    let town = random(seed)
    let fewer = try run(town.town, Array(town.relays.dropLast()), [town.budget])
    let more = try run(town.town, town.relays, [town.budget])
    for edge in 0..<more.network.edgeCount {
      #expect(isWithin(fewer.covered(edge), more.covered(edge)), "seed \(seed), edge \(edge)")
    }
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func theOrderOfRelaysChangesNoInterval(seed: UInt64) throws {
    let town = random(seed)
    var generator = SeededRandom(seed: seed)
    let one = try run(town.town, town.relays, [town.budget])
    let other = try run(town.town, town.relays.shuffled(using: &generator), [town.budget])
    for edge in 0..<one.network.edgeCount { #expect(one.covered(edge) == other.covered(edge)) }
    #expect(one.summaries == other.summaries)
    #expect(one.gaps.map(\.length) == other.gaps.map(\.length))
    #expect(one.gaps.map(\.pieces) == other.gaps.map(\.pieces))
    #expect(one.gaps.map(\.worstDistance) == other.gaps.map(\.worstDistance))
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func theOrderOfStreetsChangesNoIntervalUnlessASnapIsATie(seed: UInt64) throws {
    let town = random(seed)
    var shuffled = town.town
    var generator = SeededRandom(seed: seed)
    shuffled.reorder(Array(town.town.streets.indices).shuffled(using: &generator))
    let one = try run(town.town, town.relays, [town.budget])
    let other = try run(shuffled, town.relays, [town.budget])
    func snaps(_ result: AnalysisResult) -> [[String?]] {
      result.snaps.map { snap in
        [
          snap.map { result.network.identifier(of: $0.edge) }, snap?.offset.description,
          snap?.connector.description,
        ]
      }
    }
    guard snaps(one) == snaps(other) else { return }
    #expect(one.summaries == other.summaries, "seed \(seed)")
    for edge in 0..<one.network.edgeCount {
      let id = one.network.identifier(of: EdgeID(edge))
      let same = (0..<other.network.edgeCount).first {
        other.network.identifier(of: EdgeID($0)) == id
      }
      #expect(same.map { other.covered($0) } == one.covered(edge), "seed \(seed), edge \(id)")
    }
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func reversingAStreetMirrorsItsIntervals(seed: UInt64) throws {
    let town = random(seed)
    var reversed = Town()
    for (index, street) in town.town.streets.enumerated() {
      let points = street.line.map { ($0.x, $0.y) }
      let isReversed = index % 2 == 0
      reversed.street(
        street.id, isReversed ? street.to : street.from, isReversed ? street.from : street.to,
        isReversed ? points.reversed() : points, length: street.length, name: street.name,
        isDemand: street.isDemand)
    }
    let one = try run(town.town, town.relays, [town.budget])
    let other = try run(reversed, town.relays, [town.budget])
    // A street that crosses itself may be met at another offset; a rounding may fall differently.
    guard
      zip(one.snaps, other.snaps).allSatisfy({ a, b in
        guard let a, let b else { return a == nil && b == nil }
        let length = one.network.length(of: a.edge)
        return a.edge == b.edge
          && b.offset == (a.edge.position % 2 == 0 ? length - a.offset : a.offset)
      })
    else { return }
    for edge in 0..<one.network.edgeCount {
      let length = Int64(one.network.lengths[edge])
      let mirrored =
        edge % 2 == 0
        ? other.covered(edge).reversed().map { [length - $0[1], length - $0[0]] }
        : other.covered(edge)
      #expect(mirrored == one.covered(edge), "seed \(seed), edge \(edge)")
    }
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func splittingStreetsAtACornerOfNobodyChangesNoCoveredLength(seed: UInt64) throws {
    let town = random(seed, straight: true)
    var split = Town()
    for street in town.town.streets {
      let points = street.line.map { ($0.x, $0.y) }
      let (a, b) = (points[0], points[1])
      let middle = ((a.0 + b.0) / 2, (a.1 + b.1) / 2)
      split.street(
        street.id + "/0", street.from, "m" + street.id, [a, middle], name: street.name,
        isDemand: street.isDemand)
      split.street(
        street.id + "/1", "m" + street.id, street.to, [middle] + points.dropFirst(),
        name: street.name, isDemand: street.isDemand)
    }
    let whole = try run(town.town, town.relays, [town.budget])
    let halves = try run(split, town.relays, [town.budget])
    // Each half is rounded to a millimetre by itself, and a way may lead over every edge.
    let slack = Int64(2 * split.streets.count * (split.streets.count + town.relays.count))
    for edge in 0..<whole.network.edgeCount {
      let one = whole.covered(edge).reduce(0) { $0 + $1[1] - $1[0] }
      let two = (halves.covered(2 * edge) + halves.covered(2 * edge + 1)).reduce(0) {
        $0 + $1[1] - $1[0]
      }
      #expect(abs(one - two) <= slack, "seed \(seed), edge \(edge): \(one), \(two)")
    }
  }
}
