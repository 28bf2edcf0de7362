/// Which doors make a round, and in which order: numbers alone.
///
/// A round is opened for the best door left; then whoever brings most for the time it adds joins, as long
/// as there is time. Each door keeps time for its first alternative, there and back, so that a
/// round holds even where every door refuses; doors that find no room so join without it.
struct RoundPlan {
  struct Round: Hashable {
    /// In walking order.
    var order: [Int]
    /// Those with time kept for an alternative.
    var reserved: Set<Int>
    /// Walked and spent at doors, as millimetres; then with every alternative that time is kept for.
    var time: Int64
    var timeIfRefused: Int64
  }

  private(set) var rounds: [Round] = []
  /// No round reaches these in its time; increasing.
  private(set) var beyond: [Int] = []

  /// - Parameters:
  ///   - walks: By number; 0 is the start, the others are doors, the best first.
  ///   - reserves: The way to a door's first alternative and back; `nil` where it has none.
  init(
    _ walks: [[Int64]], gains: [Int64], reserves: [Int64?], parameters: VisitParameters
  ) {
    let (budget, door) = (parameters.round, parameters.door)
    func reserve(_ number: Int) -> Int64 { reserves[number].map { $0 + door } ?? 0 }
    var left: [Int] = []
    var isReserved = [Bool](repeating: false, count: walks.count)
    for number in walks.indices.dropFirst() {
      let alone = 2 * walks[0][number] + door
      isReserved[number] = reserves[number] != nil && alone + reserve(number) <= budget
      if alone <= budget { left.append(number) } else { beyond.append(number) }
    }
    func cost(_ number: Int) -> Int64 { door + (isReserved[number] ? reserve(number) : 0) }
    while let first = left.first {
      left.removeFirst()
      var order = [first]
      var time = 2 * walks[0][first] + cost(first)
      while true {
        func best(_ cost: (Int) -> Int64) -> Int? {
          var best: (index: Int, adds: Int64)?
          for (index, number) in left.enumerated() {
            let adds =
              Tour.insertion(of: number, into: order, walks: walks).adds + cost(number)
            guard time + adds <= budget else { continue }
            guard let known = best else {
              best = (index, adds)
              continue
            }
            // More demand for each millimetre; the better of the list on a tie.
            let more = Int128(gains[number]) * Int128(known.adds)
            if more > Int128(gains[left[known.index]]) * Int128(adds) { best = (index, adds) }
          }
          return best?.index
        }
        if let index = best(cost) {
          order.append(left.remove(at: index))
        } else if let index = best({ _ in door }) {
          isReserved[left[index]] = false
          order.append(left.remove(at: index))
        } else {
          break
        }
        order = Tour.order(order, walks: walks)
        time = Tour.length(order, walks: walks) + order.reduce(0) { $0 + cost($1) }
      }
      let reserved = Set(order.filter { isReserved[$0] })
      rounds.append(
        Round(
          order: order, reserved: reserved,
          time: Tour.length(order, walks: walks) + door * Int64(order.count), timeIfRefused: time))
    }
  }
}
