/// How much several uncertain candidates are worth to an atom, from above: by how many are chosen, weighted
/// by their chances.
///
/// Candidates that say yes with chances q cover an atom of weight w with w (1 − Π (1 − q)) on average. For
/// any multiplier λ, chosen ones are worth at most λ Σ q more than the sum, over the atom's candidates by
/// falling chance, of q · max(0, w Π (1 − q of those before) − λ): swapping a chosen one for one more likely
/// never loses while any is worth choosing. So the value lies below a concave function of Σ q, straight over each
/// candidate's length q, of slope w, w (1 − q₁), w (1 − q₁)(1 − q₂), …; certain candidates give
/// min(1, Σ), the usual relaxation.
struct ChanceLevels: Sendable {
  /// Levels held apart; further ones share the last slope, which only weakens the bound.
  private static let most = 8

  /// One per atom and one more: where its levels begin.
  private(set) var first: [Int] = [0]
  /// In thousandths.
  private(set) var lengths: [Int64] = []
  /// In units, rounded up; falling.
  private(set) var slopes: [Int64] = []

  /// - Complexity: linear in memberships.
  init(_ matrix: CoverageMatrix, atoms: Int, _ chances: [Int64]) {
    first.reserveCapacity(atoms + 1)
    var highest: [Int64] = []
    for atom in 0..<atoms {
      highest.removeAll(keepingCapacity: true)
      var others: Int64 = 0
      matrix.withCandidates(of: atom) { candidates in
        for candidate in candidates {
          let chance = chances[Int(candidate)]
          if highest.count == ChanceLevels.most {
            others += min(chance, highest[ChanceLevels.most - 1])
            if chance <= highest[ChanceLevels.most - 1] { continue }
            highest.removeLast()
          }
          var place = highest.count
          while place > 0, highest[place - 1] < chance { place -= 1 }
          highest.insert(chance, at: place)
        }
      }
      var slope = matrix.weights[atom]
      for chance in highest where slope > 0 {
        lengths.append(chance)
        slopes.append(slope)
        slope = Chance.left(slope, of: chance)
      }
      if slope > 0, others > 0 { lengths[lengths.count - 1] += others }
      first.append(lengths.count)
    }
  }

  /// The levels as pointers, for loops over all atoms.
  func withLevels(
    _ body: (
      _ first: UnsafePointer<Int>, _ lengths: UnsafePointer<Int64>, _ slopes: UnsafePointer<Int64>
    ) -> Void
  ) {
    body(first, lengths, slopes)
  }

  /// The most an atom is worth beyond what candidates are paid at a multiplier; in units, rounded up.
  func beyond(_ multiplier: Int64, of atom: Int) -> Int64 {
    var sum: Int64 = 0
    for level in first[atom]..<first[atom + 1] where slopes[level] > multiplier {
      sum += Chance.share(slopes[level] - multiplier, of: lengths[level])
    }
    return sum
  }
}

/// Chances in thousandths.
package enum Chance {
  package static let certain: Int64 = 1000

  /// A chance above 0 and at most 1, as the nearest thousandth from one up.
  package static func thousandths(_ acceptance: Double) -> Int64 {
    max(1, min(certain, Int64((acceptance * Double(certain)).rounded())))
  }

  /// What is left uncovered of some units once one more has such a chance, rounded up.
  static func left(_ units: Int64, of chance: Int64) -> Int64 {
    share(units, of: certain - chance)
  }

  /// So many thousandths of some units, rounded up; exact below 2⁶³ units.
  static func share(_ units: Int64, of chance: Int64) -> Int64 {
    let (whole, rest) = units.quotientAndRemainder(dividingBy: certain)
    return whole * chance + (rest * chance + certain - 1) / certain
  }
}
