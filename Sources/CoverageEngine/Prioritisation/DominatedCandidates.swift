import RelaisGeo

/// Candidates that another one makes needless: it covers all they cover, or as much and comes first.
///
/// Only a certain one makes others needless: where it may say no, they are of use beside it.
enum DominatedCandidates {
  /// - Returns: By candidate, with one that stays and makes it needless; `nil` for those that cover
  ///   nothing.
  /// - Complexity: linear in memberships at worst; mostly a few atoms a candidate. Split over the cores.
  static func pairs(_ matrix: CoverageMatrix) -> [(candidate: Int, by: Int?)] {
    Parallel.map(matrix.candidateCount, grain: 64) { candidates in
      candidates.compactMap { pair($0, matrix) }
    }.flatMap { $0 }
  }

  /// A candidate that is not needed, with the one that makes it so; `nil` for one that may be.
  private static func pair(
    _ candidate: Int, _ matrix: CoverageMatrix
  ) -> (candidate: Int, by: Int?)? {
    let atoms = matrix.atoms(of: candidate)
    guard
      let rarest = atoms.min(by: {
        matrix.candidates(of: Int($0)).count < matrix.candidates(of: Int($1)).count
      })
    else { return (candidate, nil) }
    let others = coverers(of: candidate, among: Int(rarest), matrix)
    // The largest of them, the lowest on a tie, is needed itself.
    let by = others.min { a, b in
      let (first, second) = (matrix.atoms(of: a).count, matrix.atoms(of: b).count)
      return first > second || first == second && a < b
    }
    return by.map { (candidate, $0) }
  }

  /// The candidates of an atom that cover every atom of one of them.
  private static func coverers(
    of candidate: Int, among rarest: Int, _ matrix: CoverageMatrix
  ) -> [Int] {
    let atoms = matrix.atoms(of: candidate)
    var others = matrix.candidates(of: rarest).map { Int($0) }.filter { other in
      let size = matrix.atoms(of: other).count
      if let chances = matrix.chances {
        guard chances[other] == Chance.certain else { return false }
        // Of two that cover the same, the certain one stays.
        if size == atoms.count, chances[candidate] < Chance.certain { return true }
      }
      return size > atoms.count || size == atoms.count && other < candidate
    }
    for atom in atoms {
      if others.isEmpty { break }
      let list = matrix.candidates(of: Int(atom))
      var next = list.startIndex
      others.removeAll { other in
        while next < list.endIndex, Int(list[next]) < other { next += 1 }
        return next == list.endIndex || Int(list[next]) != other
      }
    }
    return others
  }
}
