/// How many letters apart two words are: a letter more, less, other, or two exchanged (optimal string
/// alignment; Damerau, CACM 7(3), 1964).
enum EditDistance {
  /// The distance, `nil` past `limit`.
  ///
  /// - Complexity: O(length × length), without allocation up to 31 letters.
  static func within(_ limit: Int, _ a: [UInt8], _ b: [UInt8]) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    if a == b { return 0 }
    guard limit > 0 else { return nil }
    let width = b.count + 1
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * width) { rows -> Int? in
      rows.initialize(repeating: 0)
      var two = 0
      var one = width
      var here = 2 * width
      for j in 0..<width { rows[one + j] = j }
      for i in 1...max(1, a.count) where i <= a.count {
        rows[here] = i
        var least = i
        for j in 1..<width {
          let same = a[i - 1] == b[j - 1] ? 0 : 1
          var cost = min(
            rows[one + j] + 1, rows[here + j - 1] + 1, rows[one + j - 1] + same)
          if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
            cost = min(cost, rows[two + j - 2] + 1)
          }
          rows[here + j] = cost
          least = min(least, cost)
        }
        if least > limit { return nil }
        (two, one, here) = (one, here, two)
      }
      let distance = rows[one + b.count]
      return distance <= limit ? distance : nil
    }
  }
}
