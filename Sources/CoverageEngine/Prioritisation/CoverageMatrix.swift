/// Which candidates cover which atoms of demand: sparse, read by atom and by candidate.
///
/// An atom is a set of pieces of street that exactly the same candidates cover; its weight is their
/// demand together, in whole units, so that sums are exact.
public struct CoverageMatrix: Sendable {
  /// Demand of each atom, in units; not negative.
  public let weights: [Int64]
  public let candidateCount: Int
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
    weights: [Int64], firstOfAtom: [Int], candidates: [UInt32], candidateCount: Int
  ) {
    precondition(firstOfAtom.count == weights.count + 1 && firstOfAtom.last == candidates.count)
    self.weights = weights
    self.candidateCount = candidateCount
    self.firstOfAtom = firstOfAtom
    self.candidates = candidates
    var first = [Int](repeating: 0, count: candidateCount + 1)
    for candidate in candidates { first[Int(candidate) + 1] += 1 }
    for index in 0..<candidateCount { first[index + 1] += first[index] }
    var next = first
    atoms = [UInt32](unsafeUninitializedCapacity: candidates.count) { slots, count in
      for atom in 0..<weights.count {
        for index in firstOfAtom[atom]..<firstOfAtom[atom + 1] {
          let candidate = Int(candidates[index])
          slots.initializeElement(at: next[candidate], to: UInt32(atom))
          next[candidate] += 1
        }
      }
      count = candidates.count
    }
    firstOfCandidate = first
  }

  /// The candidates that cover an atom, increasing.
  public func candidates(of atom: Int) -> ArraySlice<UInt32> {
    candidates[firstOfAtom[atom]..<firstOfAtom[atom + 1]]
  }

  /// The atoms a candidate covers, increasing.
  public func atoms(of candidate: Int) -> ArraySlice<UInt32> {
    atoms[firstOfCandidate[candidate]..<firstOfCandidate[candidate + 1]]
  }

  /// All demand any candidate covers, in units.
  public var total: Int64 { weights.reduce(0, +) }

  /// What a candidate covers alone, in units.
  public func gain(of candidate: Int) -> Int64 {
    atoms(of: candidate).reduce(0) { $0 + weights[Int($1)] }
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
