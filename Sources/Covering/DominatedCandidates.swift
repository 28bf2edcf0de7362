import Computing

/// Candidates that another one makes needless: it covers all they cover, or as much and comes first.
///
/// Only a certain one makes others needless: where it may say no, they are of use as well.
enum DominatedCandidates {
  /// - Returns: By candidate, with one that stays and makes it needless: the largest, the lowest on a tie; `nil` for those that
  ///   cover nothing.
  /// - Complexity: linear in memberships, and for those that differ in the runs of those that share their rarest atom. Split over
  ///   the cores.
  static func pairs(_ matrix: CoverageMatrix) -> [(candidate: Int, by: Int?)] {
    let runs = CoverageRuns(matrix)
    let groups = AlikeCandidates(matrix)
    let beyond = Parallel.map(groups.heads.count, grain: 64) { numbers in
      numbers.map { larger(than: groups.heads[$0], matrix, runs, groups) }
    }.flatMap { $0 }
    return (0..<matrix.candidateCount).compactMap { candidate in
      guard !matrix.atoms(of: candidate).isEmpty else { return (candidate, nil) }
      let group = groups.ofCandidate[candidate]
      if let by = beyond[group] { return (candidate, by) }
      let head = groups.heads[group]
      return head != candidate && isCertain(head, matrix) ? (candidate, head) : nil
    }
  }

  /// The largest certain candidate that covers all another does and more, the lowest on a tie: none makes that one needless.
  private static func larger(
    than candidate: Int, _ matrix: CoverageMatrix, _ runs: CoverageRuns, _ groups: AlikeCandidates
  ) -> Int? {
    let atoms = matrix.atoms(of: candidate)
    guard
      let rarest = atoms.min(by: {
        matrix.candidates(of: Int($0)).count < matrix.candidates(of: Int($1)).count
      })
    else { return nil }
    var by: Int?
    var most = atoms.count
    for other in matrix.candidates(of: Int(rarest)) {
      let other = Int(other)
      let size = matrix.atoms(of: other).count
      guard size > most, groups.isHead(other), isCertain(other, matrix),
        runs.covers(other, candidate)
      else { continue }
      by = other
      most = size
    }
    return by
  }

  fileprivate static func isCertain(_ candidate: Int, _ matrix: CoverageMatrix) -> Bool {
    matrix.chances.map { $0[candidate] == Chance.certain } ?? true
  }
}

/// Candidates that cover the same, as the doors of one building do.
private struct AlikeCandidates {
  /// The group of each.
  private(set) var ofCandidate: [Int] = []
  /// Of each group its lowest certain one, its lowest where none is.
  private(set) var heads: [Int] = []

  /// - Complexity: linear in memberships as long as few groups have the same hash.
  init(_ matrix: CoverageMatrix) {
    var groups: [Int: [Int]] = [:]
    for candidate in 0..<matrix.candidateCount {
      let atoms = matrix.atoms(of: candidate)
      var hasher = Hasher()
      for atom in atoms { hasher.combine(atom) }
      let key = hasher.finalize()
      let same = groups[key, default: []].first {
        matrix.atoms(of: heads[$0]).elementsEqual(atoms)
      }
      if let same {
        ofCandidate.append(same)
        if !DominatedCandidates.isCertain(heads[same], matrix),
          DominatedCandidates.isCertain(candidate, matrix)
        {
          heads[same] = candidate
        }
      } else {
        groups[key, default: []].append(heads.count)
        ofCandidate.append(heads.count)
        heads.append(candidate)
      }
    }
  }

  func isHead(_ candidate: Int) -> Bool { heads[ofCandidate[candidate]] == candidate }
}
