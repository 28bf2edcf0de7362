import Computing

/// Candidates that another one makes needless: it covers all they cover, or as much and comes first.
///
/// Only a certain one makes others needless: where it may say no, they are of use as well.
enum DominatedCandidates {
  /// - Returns: By candidate, with one that stays and makes it needless; `nil` for those that cover
  ///   nothing.
  /// - Complexity: linear in memberships, and in the runs of those that share a candidate's rarest atom.
  ///   Split over the cores.
  static func pairs(_ matrix: CoverageMatrix) -> [(candidate: Int, by: Int?)] {
    let runs = CoverageRuns(matrix)
    return Parallel.map(matrix.candidateCount, grain: 64) { candidates in
      candidates.compactMap { pair($0, matrix, runs) }
    }.flatMap { $0 }
  }

  /// A candidate that is not needed, with the one that makes it so; `nil` for one that may be.
  ///
  /// Of several that do, it is the largest, the lowest on a tie: that one is needed itself.
  private static func pair(
    _ candidate: Int, _ matrix: CoverageMatrix, _ runs: CoverageRuns
  ) -> (candidate: Int, by: Int?)? {
    let atoms = matrix.atoms(of: candidate)
    guard
      let rarest = atoms.min(by: {
        matrix.candidates(of: Int($0)).count < matrix.candidates(of: Int($1)).count
      })
    else { return (candidate, nil) }
    var by: Int?
    var most = 0
    for other in matrix.candidates(of: Int(rarest)) {
      let size = matrix.atoms(of: Int(other)).count
      guard size > most, mayReplace(Int(other), size, candidate, atoms.count, matrix),
        runs.covers(Int(other), candidate)
      else { continue }
      by = Int(other)
      most = size
    }
    return by.map { (candidate, $0) }
  }

  /// Whether one that covers all another does makes it needless.
  private static func mayReplace(
    _ other: Int, _ size: Int, _ candidate: Int, _ ownSize: Int, _ matrix: CoverageMatrix
  ) -> Bool {
    if let chances = matrix.chances {
      guard chances[other] == Chance.certain else { return false }
      // Of two that cover the same, the certain one stays.
      if size == ownSize, chances[candidate] < Chance.certain { return true }
    }
    return size > ownSize || size == ownSize && other < candidate
  }
}
