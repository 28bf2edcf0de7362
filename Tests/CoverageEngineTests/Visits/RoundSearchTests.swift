import RelaisTestSupport
import Testing

@testable import CoverageEngine
@testable import Covering

/// Rounds against every set of doors in every order, and the bound against the best of them.
@Suite struct RoundSearchTests {
  private struct Case {
    var walks: [[Int64]]
    var chances: [Int64]?
    var cover: ExpectedCover
    var parameters: VisitParameters
    var covers: [Set<Int>]
    var weights: [Int64]

    init(doors: Int, seed: UInt64) {
      var random = SeededRandom(seed: seed)
      let points = (0...doors).map { _ in
        (Int64.random(in: 0...9, using: &random), Int64.random(in: 0...9, using: &random))
      }
      walks = points.map { a in
        points.map { b in (abs(a.0 - b.0) + abs(a.1 - b.1)) * 100_000 }
      }
      let pieces = 12
      let weights = (0..<pieces).map { _ in Int64.random(in: 0...900, using: &random) }
      let covers = (0..<doors).map { _ in
        Set((0..<pieces).filter { _ in Int.random(in: 0..<4, using: &random) == 0 })
      }
      self.weights = weights
      self.covers = covers
      chances =
        Bool.random(using: &random)
        ? (0..<doors).map { _ in Int64.random(in: 1...1000, using: &random) } : nil
      let instance = CoverageInstance(
        candidates: (0..<doors).map { "C\($0)" }, weights: weights.map(Double.init),
        covers: covers.map { $0.sorted() }, covered: [], count: doors)
      cover = ExpectedCover(instance.matrix, chances: chances, count: doors)
      // 75 m a minute.
      parameters = VisitParameters(
        roundMinutes: Double.random(in: 10...70, using: &random),
        doorMinutes: Double.random(in: 1...9, using: &random), walkingSpeed: 4.5)
    }

    /// What a set gains on average, from its definition.
    func value(_ doors: [Int]) -> Double {
      weights.indices.reduce(0) { sum, piece in
        let missed = doors.reduce(1.0) { share, door in
          covers[door].contains(piece)
            ? share * (1 - Double(chances?[door] ?? 1000) / 1000) : share
        }
        return sum + Double(weights[piece]) * (1 - missed)
      }
    }

    func isWalkable(_ doors: [Int]) -> Bool {
      let order = Tour.order(doors.map { $0 + 1 }, walks: walks)
      return Tour.length(order, walks: walks) + parameters.door * Int64(doors.count)
        <= parameters.round
    }

    /// The best value of all sets that can be walked.
    var best: Double {
      (0..<(1 << covers.count)).map { set in covers.indices.filter { set >> $0 & 1 == 1 } }
        .filter(isWalkable).map(value).max() ?? 0
    }
  }

  private func check(_ order: [Int], _ search: RoundSearch, _ one: Case) {
    #expect(Set(order).count == order.count)
    let time = Tour.length(order, walks: one.walks) + one.parameters.door * Int64(order.count)
    #expect(search.time == time && time <= one.parameters.round)
    let value = Double(search.cover.units(ofValue: search.value))
    #expect(abs(value - one.value(order.map { $0 - 1 })) <= 1)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func noSetOfAFewDoorsGainsMore(seed: UInt64) {
    let one = Case(doors: Int(1 + seed % 7), seed: seed)
    var search = RoundSearch(one.walks, one.cover, parameters: one.parameters, leastGain: 1)
    let (order, isProven) = search.run()
    check(order, search, one)
    #expect(isProven)
    #expect(abs(one.value(order.map { $0 - 1 }) - one.best) <= 1, "seed \(seed)")
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func whatIsNotTriedInFullComesNearTheBest(seed: UInt64) {
    let one = Case(doors: 8, seed: seed &+ 500)
    var search = RoundSearch(one.walks, one.cover, parameters: one.parameters, leastGain: 1)
    let (order, isProven) = search.run(exactLimit: 0)
    check(order, search, one)
    #expect(!isProven)
    #expect(one.value(order.map { $0 - 1 }) >= 0.9 * one.best - 1, "seed \(seed)")
    var again = RoundSearch(one.walks, one.cover, parameters: one.parameters, leastGain: 1)
    #expect(again.run(exactLimit: 0).order == order)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func noRoundGainsMoreThanItsBound(seed: UInt64) {
    let one = Case(doors: 12, seed: seed &+ 900)
    var exact = RoundSearch(one.walks, one.cover, parameters: one.parameters, leastGain: 1)
    _ = exact.run(exactLimit: 12)
    var field = RoundField(
      one.cover, reached: Array(0..<12), toStart: Array(one.walks[0].dropFirst()),
      parameters: one.parameters)
    let planned = field.next(Array(0..<12), one.walks, least: 1, rings: 3)
    guard let planned else {
      #expect(exact.value == 0)
      return
    }
    let best = exact.cover.units(ofValue: exact.value)
    #expect(planned.gain <= best && best <= planned.bound, "seed \(seed)")
    #expect(planned.gains.reduce(0, +) == planned.gain)
    // What the round gains is gained: the next one starts from there.
    let next = field.next(Array(0..<12), one.walks, least: 1, rings: 3)
    if let next {
      #expect(Set(next.order).isDisjoint(with: planned.order))
      let both = one.value((planned.order + next.order).map { $0 - 1 })
      #expect(abs(both - Double(planned.gain + next.gain)) <= 2, "seed \(seed)")
    }
  }

  @Test func aStreetOfTwoDoorsCountsOnce() {
    // Two doors side by side cover the same 100; a third alone covers 60, a little farther.
    let instance = CoverageInstance(
      candidates: ["A", "B", "C"], weights: [100, 60], covers: [[0], [0], [1]], covered: [],
      count: 3)
    let walks: [[Int64]] = [
      [0, 75_000, 75_000, 150_000], [75_000, 0, 0, 75_000], [75_000, 0, 0, 75_000],
      [150_000, 75_000, 75_000, 0],
    ]
    func round(_ minutes: Double, _ chances: [Int64]?) -> [Int] {
      var search = RoundSearch(
        walks, ExpectedCover(instance.matrix, chances: chances, count: 3),
        parameters: VisitParameters(roundMinutes: minutes, doorMinutes: 1), leastGain: 1)
      return search.run().order
    }
    // Four minutes of walking and two doors. The second of the pair adds nothing, and is left out.
    #expect(round(6, nil) == [1, 3])
    #expect(round(60, nil) == [1, 3])
    // Where they may refuse, it adds 0.5 × 0.5 × 100 once there is time for it.
    #expect(round(60, [500, 500, 500]) == [1, 2, 3])
    // Two minutes of walking and a door.
    #expect(round(3, nil) == [1])
    #expect(round(2.9, nil) == [])
  }
}
