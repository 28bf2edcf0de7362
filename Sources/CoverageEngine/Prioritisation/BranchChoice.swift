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

  /// Of the atoms whose share is about half from whole, the one with most demand a candidate; if there
  /// is none, the one farthest from whole; the lowest on a tie. A single candidate where all are whole.
  ///
  /// - Precondition: The program has candidates.
  /// - Complexity: linear in memberships.
  init(_ program: CoveringProgram, shares: [Double]) {
    let matrix = program.matrix
    var best: (row: Int, count: Int)?
    var highest = 0.01
    for row in 0..<program.atomCount {
      var share = 0.0
      let candidates = matrix.candidates(of: row)
      for candidate in candidates { share += shares[Int(candidate)] }
      let whole = share.rounded(.down)
      let fraction = min(share - whole, whole + 1 - share)
      let worth =
        fraction >= 0.35 ? 1 + Double(matrix.weights[row]) / Double(candidates.count) : fraction
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
