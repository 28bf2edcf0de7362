import Covering

/// Which doors make a round, and in which order: most gained on average within a time, walks included.
///
/// An orienteering problem whose prizes depend on each other, since doors near one another cover the same streets. Few doors are solved
/// exactly (``exactLimit``). Beyond, doors are put in where they gain most for the time they add; then, again and again, a run
/// of doors is taken out and the time filled anew without it, and the better of the two kept (Shaw, "Using constraint
/// programming and local search methods to solve vehicle routing problems", 1998), until no run helps. Always the same answer: ties go to
/// the shorter walk, then to the lowest door.
struct RoundSearch {
  static let exactLimit = 11

  /// By number: 0 is the start, doors are numbered from 1 as the cover's candidates are from 0.
  let walks: [[Int64]]
  /// The way a round's time is worth, and a door's.
  let budget: Int64
  let door: Int64
  /// A door that adds less is not worth ringing at; in fine thousandths.
  private let least: Int64
  private(set) var cover: ExpectedCover
  private(set) var order: [Int] = []
  private var walk: Int64 = 0

  /// - Parameters:
  ///   - cover: Of the doors alone; none of them added.
  ///   - leastGain: What a door must add on average, in units.
  init(_ walks: [[Int64]], _ cover: ExpectedCover, parameters: VisitParameters, leastGain: Int64) {
    self.walks = walks
    self.cover = cover
    budget = parameters.round
    door = parameters.door
    least = cover.fineGain(ofUnits: max(1, leastGain))
  }

  var value: Int64 { cover.fineValue }
  /// Walked and spent at doors.
  var time: Int64 { walk + door * Int64(order.count) }

  /// The best round found.
  ///
  /// - Parameter exactLimit: For tests.
  /// - Returns: In walking order, and whether there is none better.
  mutating func run(exactLimit: Int = RoundSearch.exactLimit) -> (order: [Int], isProven: Bool) {
    if walks.count - 1 <= exactLimit {
      take(exact())
      return (order, true)
    }
    var best: RoundSearch?
    for power in 1...2 {
      var other = self
      other.fill(power: power, without: [])
      other.improve()
      if best.map({ other.isBetter(than: $0) }) ?? true { best = other }
    }
    if let best { self = best }
    let shortest = Tour.order(order, walks: walks)
    if Tour.length(shortest, walks: walks) <= walk {
      order = shortest
      walk = Tour.length(shortest, walks: walks)
    }
    return (order, false)
  }

  private func isBetter(than other: RoundSearch) -> Bool {
    (value, other.time) > (other.value, time)
  }

  // MARK: Filling

  /// Puts doors in while one fits that is worth it: the one of the highest gain, to a power, for the time it adds.
  private mutating func fill(power: Int, without banned: Set<Int>) {
    while true {
      var best: (number: Int, place: Int, adds: Int64, gain: Int64)?
      for number in 1..<walks.count
      where !cover.holds(number - 1) && !banned.contains(number) {
        let gain = cover.gain(of: number - 1)
        guard gain >= least else { continue }
        let (place, walk) = Tour.insertion(of: number, into: order, walks: walks)
        let adds = walk + door
        guard time + adds <= budget else { continue }
        if let known = best,
          !isMore(gain, max(1, adds), than: known.gain, max(1, known.adds), power)
        {
          continue
        }
        best = (number, place, adds, gain)
      }
      guard let best else {
        // A shorter way may leave room for one more.
        let shorter = Tour.improved(order, walks)
        let length = Tour.length(shorter, walks: walks)
        guard length < walk else { return }
        order = shorter
        walk = length
        continue
      }
      cover.add(best.number - 1)
      order.insert(best.number, at: best.place)
      walk += best.adds - door
    }
  }

  /// Whether a gain to a power is more for its time than another.
  private func isMore(
    _ gain: Int64, _ adds: Int64, than known: Int64, _ knownAdds: Int64, _ power: Int
  ) -> Bool {
    // Shares of a millionth are told apart, so that products fit.
    let scale = max(1, max(gain, known) / 1_000_000_000_000)
    let (a, b) = (Int128(gain / scale), Int128(known / scale))
    return power == 1
      ? a * Int128(knownAdds) > b * Int128(adds) : a * a * Int128(knownAdds) > b * b * Int128(adds)
  }

  // MARK: Improving

  private mutating func improve() {
    var isBetter = true
    while isBetter {
      isBetter = false
      for size in 1...RoundSearch.longestRun {
        var from = 0
        while from + size <= order.count {
          if let other = without(from..<from + size) {
            self = other
            isBetter = true
          } else {
            from += 1
          }
        }
      }
    }
  }

  private static let longestRun = 3

  /// The same with a run of doors taken out and the time filled anew, if that is better.
  private func without(_ run: Range<Int>) -> RoundSearch? {
    var best: RoundSearch?
    for power in 1...2 {
      var other = self
      let removed = Set(order[run])
      other.order.removeSubrange(run)
      other.walk = Tour.length(other.order, walks: walks)
      for number in order[run] { other.cover.remove(number - 1) }
      other.fill(power: power, without: removed)
      other.fill(power: power, without: [])
      if other.isBetter(than: best ?? self) { best = other }
    }
    return best
  }

  private mutating func take(_ found: [Int]) {
    for number in order { cover.remove(number - 1) }
    order = found
    for number in order { cover.add(number - 1) }
    walk = Tour.length(order, walks: walks)
  }

  // MARK: A few doors

  /// The best of all sets, each in its shortest order; of equal ones the shortest walk, then the lowest doors.
  ///
  /// - Complexity: O(2ⁿ n²).
  private func exact() -> [Int] {
    let doors = Array(1..<walks.count)
    let lengths = Tour.shortestLengths(doors, walks)
    var best: (value: Int64, time: Int64, doors: [Int]) = (0, 0, [])
    var cover = cover
    func visit(_ next: Int, _ set: Int, _ chosen: [Int]) {
      guard next < doors.count else {
        let time = lengths[set] + door * Int64(chosen.count)
        // Sets of low doors come first, so that the first of equals is the lowest.
        if time <= budget, (cover.fineValue, best.time) > (best.value, time) {
          best = (cover.fineValue, time, chosen)
        }
        return
      }
      cover.add(next)
      visit(next + 1, set | 1 << next, chosen + [doors[next]])
      cover.remove(next)
      visit(next + 1, set, chosen)
    }
    visit(0, 0, [])
    return Tour.order(best.doors, walks: walks)
  }
}
