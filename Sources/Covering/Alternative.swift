/// A door to knock on when a chosen candidate says no: one that covers what would then stay open.
public struct Alternative: Hashable, Sendable {
  /// Index of the candidate.
  public var candidate: Int
  /// Of the demand that nobody but the one who refused covers, what this one does, in units.
  public var regained: Int64
  /// All it would add to the rest of the list, in units; `regained` is part of it.
  public var gain: Int64
}

/// What a list loses by each refusal, and who would make up for it.
package struct Alternatives {
  /// By place in the list: demand that no other of the list covers, in units.
  package let lost: [Int64]
  /// By place in the list: those who regain most first; ties to who adds more, then to the lowest.
  package let ofEach: [[Alternative]]

  /// - Parameters:
  ///   - list: The chosen candidates; none of them is an alternative.
  ///   - limit: Alternatives for each at most.
  /// - Complexity: linear in memberships, plus those of the atoms that a single one of the list covers.
  package init(_ matrix: CoverageMatrix, list: [Int], limit: Int) {
    var cover = Cover(matrix)
    for candidate in list { cover.add(candidate) }
    var regained = [Int64](repeating: 0, count: matrix.candidateCount)
    var lost: [Int64] = []
    ofEach = list.map { chosen in
      var touched: [Int] = []
      var sum: Int64 = 0
      for atom in matrix.atoms(of: chosen) where cover.counts[Int(atom)] == 1 {
        let weight = matrix.weights[Int(atom)]
        sum += weight
        for other in matrix.candidates(of: Int(atom)) where !cover.isSelected[Int(other)] {
          if regained[Int(other)] == 0, weight > 0 { touched.append(Int(other)) }
          regained[Int(other)] += weight
        }
      }
      lost.append(sum)
      let found = touched.map { other in
        Alternative(
          candidate: other, regained: regained[other], gain: cover.gains[other] + regained[other])
      }
      for other in touched { regained[other] = 0 }
      return Array(
        found.sorted {
          ($1.regained, $1.gain, $0.candidate) < ($0.regained, $0.gain, $1.candidate)
        }.prefix(limit))
    }
    self.lost = lost
  }
}
