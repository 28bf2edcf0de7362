/// The order in which to visit some stops and come back, walking as little as can be found.
///
/// Shortest of all up to ``exactLimit`` stops (Held & Karp, "A dynamic programming approach to sequencing
/// problems", 1962). Beyond, stops are inserted where they add least, then stretches are turned round
/// (2-opt) and runs of up to three moved (Or-opt; Or, 1976) until nothing helps; so from every stop in
/// turn, and the best of it is taken.
enum Tour {
  static let exactLimit = 10

  /// - Parameters:
  ///   - stops: Different, none of them 0.
  ///   - walks: Symmetric, by number: 0 is where the tour begins and ends. Sums must fit.
  /// - Returns: The stops in order; of both directions, the one whose first stop is the lower.
  /// - Complexity: O(2ⁿ n²) up to ``exactLimit``; beyond, a pass from one stop is O(n³).
  static func order(
    _ stops: [Int], walks: [[Int64]], exactLimit: Int = Tour.exactLimit
  ) -> [Int] {
    let sorted = stops.sorted()
    let best =
      sorted.count <= exactLimit ? shortest(sorted, walks) : shortestFound(sorted, walks)
    guard let first = best.first, let last = best.last, last < first else { return best }
    return best.reversed()
  }

  /// The whole walk, back to the start included.
  static func length(_ order: [Int], walks: [[Int64]]) -> Int64 {
    var sum: Int64 = 0
    var at = 0
    for stop in order + [0] {
      sum += walks[at][stop]
      at = stop
    }
    return sum
  }

  /// Where a further stop adds least to an order, the first such place, and what it adds.
  static func insertion(
    of stop: Int, into order: [Int], walks: [[Int64]]
  ) -> (place: Int, adds: Int64) {
    var best = (place: 0, adds: Int64.max)
    for place in 0...order.count {
      let before = place == 0 ? 0 : order[place - 1]
      let after = place == order.count ? 0 : order[place]
      let adds = walks[before][stop] + walks[stop][after] - walks[before][after]
      if adds < best.adds { best = (place, adds) }
    }
    return best
  }

  /// By set of some stops, as bits, the shortest way through them from 0 and back.
  ///
  /// - Complexity: O(2ⁿ n²).
  static func shortestLengths(_ stops: [Int], _ walks: [[Int64]]) -> [Int64] {
    let table = Table(stops, walks)
    return (0..<(1 << stops.count)).map { set in
      stops.indices.reduce(set == 0 ? 0 : Int64.max) { least, last in
        guard set >> last & 1 == 1 else { return least }
        return min(least, table.least[set * stops.count + last] + walks[stops[last]][0])
      }
    }
  }

  /// By set of stops visited and the last of them: the least walk, and the stop before.
  private struct Table {
    var least: [Int64]
    var before: [Int8]

    init(_ stops: [Int], _ walks: [[Int64]]) {
      let count = stops.count
      least = [Int64](repeating: .max, count: (1 << count) * count)
      before = [Int8](repeating: -1, count: (1 << count) * count)
      for stop in 0..<count { least[(1 << stop) * count + stop] = walks[0][stops[stop]] }
      for visited in 1..<(1 << count) {
        for last in 0..<count where visited >> last & 1 == 1 {
          let walk = least[visited * count + last]
          for next in 0..<count where visited >> next & 1 == 0 {
            let slot = (visited | 1 << next) * count + next
            let sum = walk + walks[stops[last]][stops[next]]
            if sum < least[slot] {
              least[slot] = sum
              before[slot] = Int8(last)
            }
          }
        }
      }
    }
  }

  private static func shortest(_ stops: [Int], _ walks: [[Int64]]) -> [Int] {
    let count = stops.count
    guard count > 1 else { return stops }
    let table = Table(stops, walks)
    var visited = (1 << count) - 1
    var last = 0
    for stop in 1..<count
    where table.least[visited * count + stop] + walks[stops[stop]][0]
      < table.least[visited * count + last] + walks[stops[last]][0]
    {
      last = stop
    }
    var order: [Int] = []
    while true {
      order.append(stops[last])
      let earlier = Int(table.before[visited * count + last])
      guard earlier >= 0 else { return order.reversed() }
      visited &= ~(1 << last)
      last = earlier
    }
  }

  /// The first of the shortest, by the stop begun with.
  private static func shortestFound(_ stops: [Int], _ walks: [[Int64]]) -> [Int] {
    var best: (order: [Int], length: Int64)?
    for first in stops.indices {
      let turned = Array(stops[first...] + stops[..<first])
      let order = improved(inserted(turned, walks), walks)
      let length = length(order, walks: walks)
      if length < best?.length ?? .max { best = (order, length) }
    }
    return best?.order ?? []
  }

  private static func inserted(_ stops: [Int], _ walks: [[Int64]]) -> [Int] {
    var order: [Int] = []
    for stop in stops {
      order.insert(stop, at: insertion(of: stop, into: order, walks: walks).place)
    }
    return order
  }

  /// The same stops in an order that no stretch turned round and no short run moved makes shorter.
  static func improved(_ order: [Int], _ walks: [[Int64]]) -> [Int] {
    var order = order
    while turn(&order, walks) || move(&order, walks) {}
    return order
  }

  /// 2-opt: turns the first stretch that is shorter walked the other way.
  private static func turn(_ order: inout [Int], _ walks: [[Int64]]) -> Bool {
    for from in order.indices {
      let before = from == 0 ? 0 : order[from - 1]
      for to in order.indices where to > from {
        let after = to + 1 == order.count ? 0 : order[to + 1]
        let now = walks[before][order[from]] + walks[order[to]][after]
        if walks[before][order[to]] + walks[order[from]][after] < now {
          order[from...to].reverse()
          return true
        }
      }
    }
    return false
  }

  /// Or-opt: moves the first run of one to three stops that is better off elsewhere, either way round.
  private static func move(_ order: inout [Int], _ walks: [[Int64]]) -> Bool {
    func stop(_ index: Int) -> Int { order.indices.contains(index) ? order[index] : 0 }
    for size in 1...3 where size <= order.count {
      for from in 0...(order.count - size) {
        let (first, last) = (order[from], order[from + size - 1])
        let (before, after) = (stop(from - 1), stop(from + size))
        let saved = walks[before][first] + walks[last][after] - walks[before][after]
        for place in 0...order.count where place < from || place > from + size {
          let (a, b) = (stop(place - 1), stop(place))
          let straight = walks[a][first] + walks[last][b] - walks[a][b]
          let turned = walks[a][last] + walks[first][b] - walks[a][b]
          guard min(straight, turned) < saved else { continue }
          var run = Array(order[from..<from + size])
          if turned < straight { run.reverse() }
          order.removeSubrange(from..<from + size)
          order.insert(contentsOf: run, at: place < from ? place : place - size)
          return true
        }
      }
    }
    return false
  }
}
