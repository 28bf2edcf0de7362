import Foundation
import RelaisTestSupport

/// Files broken as programs, people and disks break them, the same for a seed.
///
/// A text is taken apart into numbers, words, quoted texts and marks, so that what is changed is something; of a database,
/// the heads of its pages, its geometries and the names of its tables are found by their bytes.
struct FileMutants {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// One to four changes of a file.
  mutating func mutant(of bytes: [UInt8]) -> [UInt8] {
    let isDatabase = bytes.starts(with: Array("SQLite format 3".utf8))
    var result = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) where !result.isEmpty {
      result = isDatabase ? database(result) : text(result)
    }
    return result
  }

  /// What stands in place of something.
  private static let values =
    [
      "", "0", "-1", "NaN", "1e400", "-1e-400", "9223372036854775808", "18446744073709551616",
      "2147483648", "0x10", "1,5", "181", "-91", "null", "true", "\"", "''", "\u{0}", "\u{1B}[2J",
      "\u{FEFF}", "é", "\u{202E}", "&amp;", "&#0;", "<", "]]>", "{", "[", "\\u0000", "\\ud800", ";",
      "\r",
      String(repeating: "9", count: 400), String(repeating: "x", count: 5000),
      String(repeating: "[", count: 500),
    ].map { Array($0.utf8) } + [[0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80]]

  private mutating func text(_ bytes: [UInt8]) -> [UInt8] {
    var tokens = FileMutants.tokens(bytes)
    func at(_ random: inout SeededRandom) -> Int {
      Int.random(in: 0..<tokens.count, using: &random)
    }
    let one = at(&random)
    let other = at(&random)
    let few = min(tokens.count, one + Int.random(in: 1...30, using: &random))
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1:
      tokens[one] = FileMutants.values.randomElement(using: &random).map { $0[...] } ?? []
    case 2: tokens[one] = tokens[other]
    case 3: tokens.swapAt(one, other)
    case 4: tokens.removeSubrange(one..<few)
    case 5: tokens.insert(contentsOf: tokens[one..<few], at: other)
    case 6: return Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
    default:
      var changed = bytes
      changed[Int.random(in: 0..<bytes.count, using: &random)] ^=
        1 << UInt8.random(in: 0...7, using: &random)
      return changed
    }
    return tokens.flatMap { $0 }
  }

  /// Runs of letters, of what numbers are made of, and single marks.
  private static func tokens(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    func kind(_ byte: UInt8) -> Int {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"): 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...: 2
      default: 0
      }
    }
    var result: [ArraySlice<UInt8>] = []
    var start = 0
    for end in bytes.indices.dropFirst() + [bytes.count] {
      if end < bytes.count, kind(bytes[end]) == kind(bytes[start]), kind(bytes[end]) > 0 {
        continue
      }
      result.append(bytes[start..<end])
      start = end
    }
    return result
  }

  private mutating func database(_ bytes: [UInt8]) -> [UInt8] {
    var changed = bytes
    func places(of mark: String) -> [Int] {
      let mark = Array(mark.utf8)
      return bytes.indices.dropLast(80).filter {
        bytes[$0] == mark[0] && bytes[$0..<$0 + mark.count].elementsEqual(mark)
      }
    }
    let marks = ["GP\0", "gpkg_", "LINESTRING", "CREATE TABLE", "features", "EPSG"]
    let page = max(512, Int(bytes[16]) << 8 | Int(bytes[17]))
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      return Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
    case 1:
      // The head of a page: its kind, its cells, where they lie.
      let start = Int.random(in: 0..<max(1, bytes.count / page), using: &random) * page
      let at = min(bytes.count - 1, start + Int.random(in: 0..<24, using: &random))
      changed[at] = UInt8.random(in: .min ... .max, using: &random)
    case 2, 3:
      // A geometry's head and its counts, or a name.
      guard let mark = marks.randomElement(using: &random),
        let start = places(of: mark).randomElement(using: &random)
      else { return changed }
      let value: UInt8 = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
      let length = [1, 1, 4, 8].randomElement(using: &random) ?? 1
      let first = start + Int.random(in: 0..<64, using: &random)
      for at in first..<min(bytes.count, first + length) { changed[at] = value }
    case 4:
      changed.swapAt(
        Int.random(in: 0..<bytes.count, using: &random),
        Int.random(in: 0..<bytes.count, using: &random))
    default:
      for _ in 0..<8 {
        changed[Int.random(in: 0..<bytes.count, using: &random)] ^=
          1 << UInt8.random(in: 0...7, using: &random)
      }
    }
    return changed
  }
}
