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

  /// The atom whose share is farthest from whole, the lowest on a tie; a single candidate where all
  /// are whole.
  ///
  /// - Precondition: The program has candidates.
  /// - Complexity: linear in memberships.
  init(_ program: CoveringProgram, shares: [Double]) {
    let matrix = program.matrix
    var best: (row: Int, count: Int)?
    var farthest = 0.01
    for row in 0..<program.atomCount {
      var share = 0.0
      for candidate in matrix.candidates(of: row) { share += shares[Int(candidate)] }
      let whole = share.rounded(.down)
      let fraction = min(share - whole, whole + 1 - share)
      if fraction > farthest, BranchChoice.isNew(row, Int(whole), program) {
        farthest = fraction
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
