/// Which candidates cover which atoms of demand: sparse, read by atom and by candidate.
///
/// An atom is a set of pieces of street that exactly the same candidates cover; its weight is their
/// demand together, in whole units, so that sums are exact.
public struct CoverageMatrix: Sendable {
  /// Demand of each atom, in units; not negative.
  public let weights: [Int64]
  public let candidateCount: Int
  /// By candidate, in thousandths, how likely it says yes; `nil` where all count as certain.
  let chances: [Int64]?
  /// One per atom and one more: where its candidates begin.
  let firstOfAtom: [Int]
  /// The candidates of each atom, increasing.
  let candidates: [UInt32]
  /// One per candidate and one more: where its atoms begin.
  let firstOfCandidate: [Int]
  /// The atoms of each candidate, increasing.
  let atoms: [UInt32]

  public var atomCount: Int { weights.count }
  /// How many pairs of an atom and a candidate that covers it there are.
  public var membershipCount: Int { candidates.count }

  /// - Parameters:
  ///   - weights: One per atom, not negative.
  ///   - firstOfAtom: One per atom and one more.
  ///   - candidates: Those of each atom, increasing, below `candidateCount`.
  /// - Complexity: linear in memberships.
  init(
    weights: [Int64], firstOfAtom: [Int], candidates: [UInt32], candidateCount: Int,
    chances: [Int64]? = nil
  ) {
    precondition(firstOfAtom.count == weights.count + 1 && firstOfAtom.last == candidates.count)
    self.weights = weights
    self.candidateCount = candidateCount
    self.firstOfAtom = firstOfAtom
    self.candidates = candidates
    self.chances = chances
    var first = [Int](repeating: 0, count: candidateCount + 1)
    for candidate in candidates { first[Int(candidate) + 1] += 1 }
    for index in 0..<candidateCount { first[index + 1] += first[index] }
    firstOfCandidate = first
    atoms = [UInt32](unsafeUninitializedCapacity: candidates.count) { slots, count in
      first.withUnsafeMutableBufferPointer { next in
        candidates.withUnsafeBufferPointer { candidates in
          for atom in 0..<weights.count {
            for index in firstOfAtom[atom]..<firstOfAtom[atom + 1] {
              let candidate = Int(candidates[index])
              slots.initializeElement(at: next[candidate], to: UInt32(atom))
              next[candidate] += 1
            }
          }
        }
      }
      count = candidates.count
    }
  }

  /// The candidates that cover an atom, increasing.
  public func candidates(of atom: Int) -> ArraySlice<UInt32> {
    candidates[firstOfAtom[atom]..<firstOfAtom[atom + 1]]
  }

  /// The same, for loops over all atoms.
  @inline(__always)
  func withCandidates(of atom: Int, _ body: (UnsafeBufferPointer<UInt32>) -> Void) {
    candidates.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[firstOfAtom[atom]..<firstOfAtom[atom + 1]]))
    }
  }

  /// The atoms a candidate covers, increasing.
  public func atoms(of candidate: Int) -> ArraySlice<UInt32> {
    atoms[firstOfCandidate[candidate]..<firstOfCandidate[candidate + 1]]
  }

  private init(_ other: CoverageMatrix, weights: [Int64], chances: [Int64]?) {
    self.weights = weights
    self.chances = chances
    candidateCount = other.candidateCount
    firstOfAtom = other.firstOfAtom
    candidates = other.candidates
    firstOfCandidate = other.firstOfCandidate
    atoms = other.atoms
  }

  /// The same with these candidates alone, in their order; whoever is left out covers nothing.
  ///
  /// - Parameter kept: Increasing.
  init(_ other: CoverageMatrix, keeping kept: [Int]) {
    weights = other.weights
    candidateCount = kept.count
    chances = other.chances.map { chances in kept.map { chances[$0] } }
    firstOfAtom = other.firstOfAtom
    firstOfCandidate = kept.map { other.firstOfCandidate[$0] } + [other.atoms.count]
    atoms = other.atoms
    var number = [UInt32](repeating: 0, count: other.candidateCount)
    for (index, candidate) in kept.enumerated() { number[candidate] = UInt32(index) }
    candidates = other.candidates.map { number[Int($0)] }
  }

  /// The same, where each candidate says yes by chance; in finer units, by 2 to the power of `shift`.
  func uncertain(_ chances: [Int64], shift: Int) -> CoverageMatrix {
    CoverageMatrix(self, weights: weights.map { $0 << Int64(shift) }, chances: chances)
  }

  /// The same up to a row, and other rows of weight 0 from there.
  func replacingRows(from row: Int, with lists: [[UInt32]]) -> CoverageMatrix {
    var first = Array(firstOfAtom[...row])
    var candidates = Array(candidates[..<first[row]])
    for list in lists {
      candidates += list
      first.append(candidates.count)
    }
    return CoverageMatrix(
      weights: weights[..<row] + lists.map { _ in 0 }, firstOfAtom: first,
      candidates: candidates, candidateCount: candidateCount, chances: chances)
  }

  /// All demand any candidate covers, in units.
  public var total: Int64 { weights.reduce(0, +) }

  /// What a candidate covers alone, in units.
  public func gain(of candidate: Int) -> Int64 {
    atoms(of: candidate).reduce(0) { $0 + weights[Int($1)] }
  }

  /// What several candidates cover together on average, each saying yes or no for itself; whole units, the
  /// rest cut off.
  ///
  /// Chances of all saying no are held to 18 decimals, rounded up after each candidate, in their order: exact
  /// for up to six candidates of one atom, and never more than the selection is worth.
  func expected(by selection: some Sequence<Int>) -> Int64 {
    guard let chances else { return covered(by: selection) }
    let one: UInt64 = 1_000_000_000_000_000_000
    var uncovered = [UInt64](repeating: one, count: atomCount)
    for candidate in selection.sorted() {
      let left = UInt64(Chance.certain - chances[candidate])
      for atom in atoms(of: candidate) {
        let product = uncovered[Int(atom)].multipliedFullWidth(by: left)
        let (quotient, rest) = UInt64(Chance.certain).dividingFullWidth(product)
        uncovered[Int(atom)] = rest > 0 ? quotient + 1 : quotient
      }
    }
    var sum: UInt128 = 0
    for atom in 0..<atomCount where uncovered[atom] < one {
      sum += UInt128(weights[atom]) * UInt128(one - uncovered[atom])
    }
    return Int64(sum / UInt128(one))
  }

  /// What several candidates cover together, in units.
  public func covered(by selection: some Sequence<Int>) -> Int64 {
    var isCovered = [Bool](repeating: false, count: atomCount)
    var sum: Int64 = 0
    for candidate in selection {
      for atom in atoms(of: candidate) where !isCovered[Int(atom)] {
        isCovered[Int(atom)] = true
        sum += weights[Int(atom)]
      }
    }
    return sum
  }
}
