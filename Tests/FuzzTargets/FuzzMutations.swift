import RelaisTestSupport

/// Bytes changed as a fuzzer changes them, the same for a seed.
public struct FuzzMutations {
  private var random: SeededRandom

  public init(seed: UInt64) { random = SeededRandom(seed: seed) }

  private static let values: [[UInt8]] =
    [
      "", "0", "-1", "NaN", "1e400", "9223372036854775808", "\"", "'", "\u{0}", "\u{FEFF}", "é",
      "{", "[", "]", "}", "(", ")", ";", ",", "\t", "\r\n", "\\u", "\\ud800", "24:00", "99:99",
      String(repeating: "[", count: 200), String(repeating: "9", count: 400),
    ].map { Array($0.utf8) }
    + [[0xFF, 0xFE], [0xC3], [0xFF, 0xFF, 0xFF, 0xFF], [0x80], [0x7F, 0xFF, 0xFF, 0xFF]]

  /// One to five changes: bytes replaced, flipped, dropped, doubled, moved; a piece of another input put in.
  public mutating func mutant(of bytes: [UInt8], among others: [[UInt8]]) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      let one = Int.random(in: 0...result.count, using: &random)
      let end = min(result.count, one + Int.random(in: 0...12, using: &random))
      switch Int.random(in: 0..<7, using: &random) {
      case 0:
        let value = FuzzMutations.values[place(FuzzMutations.values.count)]
        result.replaceSubrange(one..<end, with: value)
      case 1 where one < result.count: result[one] ^= 1 << UInt8.random(in: 0...7, using: &random)
      case 2 where one < result.count: result[one] = UInt8.random(in: .min ... .max, using: &random)
      case 3: result.removeSubrange(one..<end)
      case 4: result.insert(contentsOf: result[one..<end], at: place(result.count + 1))
      case 5: result.removeLast(place(result.count + 1))
      default:
        let other = others[place(others.count)]
        let from = place(other.count + 1)
        result.insert(contentsOf: other[from..<min(other.count, from + 40)], at: one)
      }
    }
    return result
  }

  private mutating func place(_ count: Int) -> Int {
    Int.random(in: 0..<max(1, count), using: &random)
  }
}
