import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// Orders of visits against every permutation, and rounds against the promises they make.
@Suite struct TourTests {
  /// Walks between places of a plane, city-block, so that they are symmetric and no detour pays.
  private func walks(_ places: Int, _ random: inout SeededRandom) -> [[Int64]] {
    let points = (0..<places).map { _ in
      (Int64.random(in: 0...9, using: &random), Int64.random(in: 0...9, using: &random))
    }
    return points.map { a in points.map { b in abs(a.0 - b.0) + abs(a.1 - b.1) } }
  }

  private func permutations(_ items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.indices.flatMap { index in
      var rest = items
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func noOrderOfAFewStopsIsShorter(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let walks = walks(7, &random)
    let stops = Array(1...Int.random(in: 1...6, using: &random))
    let order = Tour.order(stops.shuffled(using: &random), walks: walks)
    #expect(order.sorted() == stops)
    let least = permutations(stops).map { Tour.length($0, walks: walks) }.min()
    #expect(Tour.length(order, walks: walks) == least, "seed \(seed)")
    #expect((order.first ?? 0) <= (order.last ?? 0))
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func manyStopsAreEachVisitedOnceAndNoSwapHelps(seed: UInt64) {
    var random = SeededRandom(seed: seed &+ 900)
    let walks = walks(19, &random)
    let stops = Array(1...18)
    let order = Tour.order(stops.shuffled(using: &random), walks: walks)
    #expect(order == Tour.order(stops.reversed(), walks: walks))
    #expect(order.sorted() == stops)
    let length = Tour.length(order, walks: walks)
    for from in order.indices {
      for to in order.indices where to > from {
        var turned = order
        turned[from...to].reverse()
        #expect(Tour.length(turned, walks: walks) >= length, "seed \(seed)")
        var moved = order
        moved.insert(moved.remove(at: from), at: to)
        #expect(Tour.length(moved, walks: walks) >= length, "seed \(seed)")
      }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func whatIsNotTriedInFullIsWithinATwentiethOfTheShortest(seed: UInt64) {
    var random = SeededRandom(seed: seed &+ 70)
    let walks = walks(11, &random)
    let stops = Array(1...10)
    let least = Tour.length(Tour.order(stops, walks: walks), walks: walks)
    let found = Tour.length(Tour.order(stops, walks: walks, exactLimit: 0), walks: walks)
    #expect(found >= least)
    #expect(found * 20 <= least * 21, "seed \(seed)")
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func roundsKeepTheirTimeAndLeaveNobodyOut(seed: UInt64) {
    var random = SeededRandom(seed: seed &+ 31)
    let count = Int.random(in: 1...14, using: &random)
    let walks = walks(count + 1, &random).map { $0.map { $0 * 100_000 } }
    let gains = [0] + (0..<count).map { _ in Int64.random(in: 0...500, using: &random) }
    let reserves: [Int64?] =
      [nil]
      + (0..<count).map { _ in
        Bool.random(using: &random) ? Int64.random(in: 0...1_500_000, using: &random) : nil
      }
    // 75 m a minute.
    let parameters = VisitParameters(
      roundMinutes: Double.random(in: 10...80, using: &random),
      doorMinutes: Double.random(in: 0...9, using: &random), walkingSpeed: 4.5)
    let plan = RoundPlan(walks, gains: gains, reserves: reserves, parameters: parameters)
    #expect((plan.rounds.flatMap(\.order) + plan.beyond).sorted() == Array(1...count))
    var opened = 0
    for round in plan.rounds {
      let tour = Tour.length(round.order, walks: walks)
      let doors = parameters.door * Int64(round.order.count)
      #expect(round.time == tour + doors)
      let kept = round.reserved.reduce(Int64(0)) { $0 + (reserves[$1] ?? 0) + parameters.door }
      #expect(round.timeIfRefused == round.time + kept)
      #expect(round.timeIfRefused <= parameters.round, "seed \(seed)")
      // The best door left opened it.
      let best = round.order.min() ?? 0
      #expect(best > opened)
      opened = best
    }
    for number in plan.beyond {
      #expect(2 * walks[0][number] + parameters.door > parameters.round)
    }
    #expect(
      plan.rounds.map(\.order)
        == RoundPlan(
          walks, gains: gains, reserves: reserves, parameters: parameters
        ).rounds.map(\.order))
  }
}
