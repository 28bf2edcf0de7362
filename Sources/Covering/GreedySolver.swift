/// Takes the candidate that adds most, again and again; ties go to the lowest.
///
/// At least 1 − 1/e of the best possible (Nemhauser, Wolsey & Fisher, Mathematical Programming 14,
/// 1978), usually within a few per cent.
enum GreedySolver {
  /// - Returns: In the order taken; fewer than `count` where nothing more can be gained.
  /// - Complexity: linear in memberships, plus candidates times `count`.
  static func selection(_ matrix: CoverageMatrix, count: Int) -> [Int] {
    var cover = Cover(matrix)
    var selection: [Int] = []
    while selection.count < count, let best = cover.best() {
      cover.add(best)
      selection.append(best)
    }
    return selection
  }
}
