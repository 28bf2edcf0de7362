/// Improves a selection by exchanging one of it for one outside, and by upheavals in between.
///
/// Exchanges after Teitz & Bart, Operations Research 16, 1968: the selected are taken out in turn,
/// lowest first, and whoever then adds most comes in. When no exchange helps, a few are thrown out
/// and others drawn in, and what follows is kept unless it is worse (iterated local search; Lourenço,
/// Martin & Stützle, 2003). Draws come from a fixed seed: the same start gives the same end.
struct SwapSearch {
  private var cover: Cover
  private let count: Int
  /// Increasing.
  private(set) var selection: [Int] = []
  private var state: UInt64 = 0x5EED

  var value: Int64 { cover.value }
  /// Memberships read so far, and candidates compared.
  var reads: Int { cover.reads + comparisons }
  private var comparisons = 0

  /// - Parameter start: Filled up to `count`, where anything can still be gained.
  /// - Complexity: linear in memberships.
  init(_ matrix: CoverageMatrix, count: Int, from start: some Sequence<Int>) {
    cover = Cover(matrix)
    self.count = count
    for candidate in start { add(candidate) }
    fill()
  }

  /// Exchanges until none helps.
  ///
  /// - Complexity: a pass reads the memberships around the selection twice.
  mutating func improve() {
    var idle = 0
    var turn = 0
    while idle < selection.count {
      if turn >= selection.count { turn = 0 }
      let candidate = selection[turn]
      let before = value
      cover.remove(candidate)
      comparisons += cover.matrix.candidateCount
      if let best = cover.best(), cover.gains[best] > cover.gains[candidate] {
        cover.add(best)
        // Averages are rounded: a smaller gain does not count.
        if value > before {
          selection[turn] = best
          idle = 0
        } else {
          cover.remove(best)
          cover.add(candidate)
          idle += 1
        }
      } else {
        cover.add(candidate)
        idle += 1
      }
      turn += 1
    }
    selection.sort()
  }

  /// Throws out up to eight, draws half as many in, fills up and improves; so many times.
  mutating func shake(_ rounds: Int) {
    for _ in 0..<rounds {
      let thrown = min(8, selection.count / 2)
      guard thrown > 0, cover.matrix.candidateCount > selection.count else { return }
      let before = selection
      let valueBefore = value
      for _ in 0..<thrown { remove(selection[draw(selection.count)]) }
      for _ in 0..<(thrown / 2) {
        let candidate = draw(cover.matrix.candidateCount)
        if !cover.isSelected[candidate] { add(candidate) }
      }
      fill()
      improve()
      if value < valueBefore {
        for candidate in selection where !before.contains(candidate) { remove(candidate) }
        for candidate in before where !cover.isSelected[candidate] { add(candidate) }
      }
    }
  }

  /// Leaves out the one whose loss costs least, the lowest on a tie.
  mutating func leaveOut() {
    guard let least = selection.min(by: { cover.loss(of: $0) < cover.loss(of: $1) }) else { return }
    remove(least)
  }

  private mutating func fill() {
    while selection.count < count, let best = cover.best() { add(best) }
  }

  private mutating func add(_ candidate: Int) {
    cover.add(candidate)
    selection.insert(candidate, at: selection.firstIndex { $0 > candidate } ?? selection.count)
  }

  private mutating func remove(_ candidate: Int) {
    cover.remove(candidate)
    selection.removeAll { $0 == candidate }
  }

  /// Knuth's MMIX generator; its high bits are the good ones.
  private mutating func draw(_ below: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(below))
  }
}
