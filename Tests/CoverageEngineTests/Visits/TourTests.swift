import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// Orders of visits against every permutation.
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
}
