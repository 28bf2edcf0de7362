import Covering

/// What rounds may still gain, from round to round: the doors not asked yet, and how far from best each round is.
struct RoundField {
  struct Planned {
    /// Numbers of the pool, from 1, in walking order.
    var order: [Int]
    var time: Int64
    /// By stop, what it adds on average to those before it, in units; then all of it, and the most there is.
    var gains: [Int64]
    var gain: Int64
    var bound: Int64
  }

  private var cover: ExpectedCover
  /// Candidates that a round may hold; increasing.
  private let reached: [Int]
  private let toStart: [Int64]
  private let parameters: VisitParameters

  /// - Parameters:
  ///   - cover: Of all candidates; none of them added.
  ///   - toStart: By candidate.
  init(
    _ cover: ExpectedCover, reached: [Int], toStart: [Int64], parameters: VisitParameters
  ) {
    self.cover = cover
    self.reached = reached
    self.toStart = toStart
    self.parameters = parameters
  }

  /// The doors worth looking at: those of the list, then in turn the one that adds most to those before and the
  /// one that adds most for its distance; increasing.
  func pool(_ picks: [Int], limit: Int) -> [Int] {
    guard reached.count > limit else { return reached }
    var cover = cover
    var left = Set(reached)
    func take(_ candidate: Int) {
      left.remove(candidate)
      cover.add(candidate)
    }
    for candidate in picks.prefix(limit / 2) where left.contains(candidate) { take(candidate) }
    var isByDistance = false
    while reached.count - left.count < limit {
      func worth(_ candidate: Int) -> Double {
        let gain = Double(cover.gain(of: candidate))
        return isByDistance
          ? gain / Double(1 + parameters.door + toStart[candidate] / 4) : gain
      }
      var best: (candidate: Int, worth: Double)?
      for candidate in reached where left.contains(candidate) {
        let worth = worth(candidate)
        if worth > best?.worth ?? 0 { best = (candidate, worth) }
      }
      guard let best else { break }
      take(best.candidate)
      isByDistance.toggle()
    }
    return reached.filter { !left.contains($0) }
  }

  /// The best round found among the doors of a pool not asked yet; they count as asked from then on.
  ///
  /// - Parameters:
  ///   - walks: By number of the pool from 1; 0 is the start.
  ///   - least: What a door must add on average, in units.
  /// - Returns: `nil` where nothing is worth going for.
  mutating func next(_ pool: [Int], _ walks: [[Int64]], least: Int64, rings: Int) -> Planned? {
    let numbers = pool.indices.filter { !cover.holds(pool[$0]) }
    guard !numbers.isEmpty else { return nil }
    let places = [0] + numbers.map { $0 + 1 }
    let some = cover.remainder(for: numbers.map { pool[$0] })
    var search = RoundSearch(
      places.map { from in places.map { walks[from][$0] } }, some, parameters: parameters,
      leastGain: least)
    let (found, isProven) = search.run()
    guard !found.isEmpty, search.value > 0 else { return nil }
    let left = reached.filter { !cover.holds($0) }
    let value = search.value
    let bound =
      isProven && left.count == numbers.count
      ? value
      : max(value, self.bound(cover.remainder(for: left), left, rings: rings))
    var gains: [Int64] = []
    var sum: Int64 = 0
    var one = some
    for number in found {
      one.add(number - 1)
      gains.append(one.value - sum)
      sum = one.value
      cover.add(pool[places[number] - 1])
    }
    return Planned(
      order: found.map { places[$0] }, time: search.time, gains: gains, gain: sum,
      bound: some.units(ofValue: bound))
  }

  /// By round, doors of no round that a detour from one stop to the next leads past: those that add most first.
  ///
  /// - Parameters:
  ///   - within: The longest detour, in millimetres.
  ///   - least: What a door must add on average to all rounds, in units.
  /// - Returns: `after` is the place of the stop before it, from 1; at the start it is 1, too.
  func near(
    _ rounds: [[Int]], _ pool: [Int], _ walks: [[Int64]], within: Int64, limit: Int, least: Int64
  ) -> [[(candidate: Int, after: Int, detour: Int64, gain: Int64)]] {
    let least = cover.fineGain(ofUnits: max(1, least))
    var taken = Set<Int>()
    return rounds.map { order in
      let found = pool.indices.filter { index in
        !cover.holds(pool[index]) && !taken.contains(index) && cover.gain(of: pool[index]) >= least
      }.compactMap { index in
        let (place, adds) = Tour.insertion(of: index + 1, into: order, walks: walks)
        return adds <= within ? (index: index, after: max(1, place), detour: adds) : nil
      }
      let best = found.sorted {
        let (a, b) = (cover.gain(of: pool[$0.index]), cover.gain(of: pool[$1.index]))
        return (b, $0.index) < (a, $1.index)
      }.prefix(limit)
      taken.formUnion(best.map(\.index))
      return best.map {
        (
          pool[$0.index], $0.after, $0.detour,
          cover.units(ofGain: cover.gain(of: pool[$0.index]))
        )
      }
    }
  }

  /// What no round gains, in fine units.
  ///
  /// A round that goes as far as r walks 2 r at least, which leaves time for so many doors, all of them as near
  /// as r. Doors are taken in rings, so that r lies between two known distances.
  private func bound(_ all: ExpectedCover, _ candidates: [Int], rings: Int) -> Int64 {
    let order = candidates.indices.sorted {
      (toStart[candidates[$0]], $0) < (toStart[candidates[$1]], $1)
    }
    let size = max(1, (order.count + rings - 1) / rings)
    return all.bound(
      stride(from: 0, to: order.count, by: size).map { first in
        let nearest = toStart[candidates[order[first]]]
        return (
          parameters.doors(within: parameters.round - 2 * nearest),
          Array(order[..<min(order.count, first + size)])
        )
      })
  }
}
