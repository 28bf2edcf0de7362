/// A selection being built: how often each atom is covered, and what each candidate would add.
///
/// Gains are kept up to date, not recomputed: an atom that becomes covered, or uncovered, updates
/// the candidates that cover it. Adding every candidate reads each membership twice in all.
///
/// Where candidates say yes by chance, values are averages, gains in thousandths of a unit, and both
/// depend on what is selected alone, not on the way there.
struct Cover {
  let matrix: CoverageMatrix
  /// How many selected candidates cover each atom.
  private(set) var counts: [Int32]
  /// By candidate: demand it covers and nobody selected does, in units.
  private(set) var gains: [Int64]
  private(set) var isSelected: [Bool]
  /// Demand covered, in units.
  private(set) var value: Int64 = 0
  /// Memberships read to keep gains up to date, where all are certain.
  private(set) var reads = 0
  /// By atom: what is uncovered on average; empty where all are certain.
  private(set) var left: [Int64] = []

  /// - Complexity: linear in memberships.
  init(_ matrix: CoverageMatrix) {
    self.matrix = matrix
    counts = [Int32](repeating: 0, count: matrix.atomCount)
    gains = (0..<matrix.candidateCount).map { matrix.gain(of: $0) }
    isSelected = [Bool](repeating: false, count: matrix.candidateCount)
    if let chances = matrix.chances {
      left = matrix.weights
      for candidate in gains.indices { gains[candidate] *= chances[candidate] }
    }
  }

  mutating func add(_ candidate: Int) {
    isSelected[candidate] = true
    if let chances = matrix.chances { return changeLeft(candidate, chances, by: 1) }
    value += gains[candidate]
    change(candidate, by: 1, at: 0, sign: -1)
  }

  mutating func remove(_ candidate: Int) {
    isSelected[candidate] = false
    if let chances = matrix.chances { return changeLeft(candidate, chances, by: -1) }
    change(candidate, by: -1, at: 1, sign: 1)
    value -= gains[candidate]
  }

  /// Demand that a selected candidate alone covers, in units.
  ///
  /// - Precondition: All candidates are certain.
  func loss(of candidate: Int) -> Int64 {
    precondition(matrix.chances == nil && isSelected[candidate])
    return matrix.atoms(of: candidate).reduce(0) {
      counts[Int($1)] == 1 ? $0 + matrix.weights[Int($1)] : $0
    }
  }

  /// The candidate not yet selected that adds most, the lowest on a tie; `nil` where none adds
  /// anything.
  func best() -> Int? {
    var best: Int?
    var most: Int64 = 0
    gains.withUnsafeBufferPointer { gains in
      for candidate in 0..<gains.count where gains[candidate] > most && !isSelected[candidate] {
        most = gains[candidate]
        best = candidate
      }
    }
    return best
  }

  /// The one of some candidates, increasing, that adds most; ties to the first.
  func best(among some: [Int]) -> Int? {
    var best: Int?
    for candidate in some where gains[candidate] > 0 && !isSelected[candidate] {
      if let known = best, gains[known] >= gains[candidate] { continue }
      best = candidate
    }
    return best
  }

  /// What is left of each atom of a candidate, found anew from all that are selected.
  private mutating func changeLeft(_ candidate: Int, _ chances: [Int64], by step: Int32) {
    let certain = Double(Chance.certain)
    var covered: Int64 = 0
    counts.withUnsafeMutableBufferPointer { counts in
      left.withUnsafeMutableBufferPointer { left in
        gains.withUnsafeMutableBufferPointer { gains in
          isSelected.withUnsafeBufferPointer { isSelected in
            chances.withUnsafeBufferPointer { chances in
              for atom in matrix.atoms(of: candidate) {
                let atom = Int(atom)
                counts[atom] += step
                matrix.withCandidates(of: atom) { candidates in
                  var share = 1.0
                  var missing = counts[atom]
                  for other in candidates where missing > 0 && isSelected[Int(other)] {
                    share *= Double(Chance.certain - chances[Int(other)]) / certain
                    missing -= 1
                  }
                  let now = Int64((Double(matrix.weights[atom]) * share).rounded())
                  let change = now - left[atom]
                  left[atom] = now
                  covered -= change
                  for other in candidates { gains[Int(other)] += change * chances[Int(other)] }
                }
              }
            }
          }
        }
      }
    }
    value += covered
  }

  /// Atoms whose count leaves `edge` on the way change what everyone who covers them would add.
  private mutating func change(_ candidate: Int, by step: Int32, at edge: Int32, sign: Int64) {
    counts.withUnsafeMutableBufferPointer { counts in
      gains.withUnsafeMutableBufferPointer { gains in
        matrix.candidates.withUnsafeBufferPointer { candidates in
          matrix.firstOfAtom.withUnsafeBufferPointer { first in
            for atom in matrix.atoms(of: candidate) {
              let atom = Int(atom)
              let before = counts[atom]
              counts[atom] = before + step
              guard before == edge else { continue }
              let weight = sign * matrix.weights[atom]
              reads += first[atom + 1] - first[atom]
              for index in first[atom]..<first[atom + 1] {
                gains[Int(candidates[index])] += weight
              }
            }
          }
        }
      }
    }
  }
}
