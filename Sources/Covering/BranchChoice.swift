/// Where a search divides what is left: on how many of some candidates are chosen.
///
/// An atom whose candidates hold a share s in all, not whole, is covered by at most ⌊s⌋ of them or by at
/// least ⌊s⌋ + 1: neither is true of the present shares. Dividing on one candidate alone would move
/// little, since its neighbours cover nearly the same; an atom speaks for all of them at once (as
/// branching on constraints does; Ryan & Foster, 1981).
struct BranchChoice: Hashable, Sendable {
  /// Of the program, increasing.
  var candidates: [UInt32]
  /// At most so many of them on one side, more on the other.
  var count: Int

  /// The atom of the highest worth, the lowest on a tie; a single candidate where all are whole.
  ///
  /// Worth is the share's distance from whole, times how undecided the candidates are, Σ x (1 − x), times the
  /// demand to the power of three quarters: much demand, on which many candidates hang that hold part of a
  /// share each. The power was found by trial on towns; a quarter more or less divides about as well.
  ///
  /// - Precondition: The program has candidates.
  /// - Complexity: linear in memberships.
  init(_ program: CoveringProgram, shares: [Double]) {
    let matrix = program.matrix
    var best: (row: Int, count: Int)?
    var highest = 0.0
    for row in 0..<program.atomCount {
      var share = 0.0
      var doubt = 0.0
      matrix.withCandidates(of: row) { candidates in
        for candidate in candidates {
          let own = shares[Int(candidate)]
          share += own
          doubt += own * (1 - own)
        }
      }
      let whole = share.rounded(.down)
      let distance = min(share - whole, whole + 1 - share)
      guard distance > 0.01 else { continue }
      let root = Double(matrix.weights[row]).squareRoot()
      let worth = distance * doubt * root * root.squareRoot()
      if worth > highest, BranchChoice.isNew(row, Int(whole), program) {
        highest = worth
        best = (row, Int(whole))
      }
    }
    if let best {
      candidates = Array(matrix.candidates(of: best.row))
      count = best.count
      return
    }
    // Nearest to half; with whole shares too, the first.
    var candidate = 0
    for other in shares.indices
    where abs(shares[other] - 0.5) < abs(shares[candidate] - 0.5) { candidate = other }
    candidates = [UInt32(candidate)]
    count = 0
  }

  /// Whether no limit on the same candidates decides already.
  private static func isNew(_ row: Int, _ count: Int, _ program: CoveringProgram) -> Bool {
    let list = program.matrix.candidates(of: row)
    for (index, limit) in program.limits.enumerated()
    where program.matrix.candidates(of: program.atomCount + index) == list {
      if limit.isAtLeast ? count < limit.count : count >= limit.count { return false }
    }
    return true
  }
}
