import CoverageEngine
import Foundation

/// The person in the bytes of a file, whatever it is: CSV, a page, JSON, a database with what it freed.
extension PersonTraces {
  /// Whether a whole name, a number or an address stands in a file, as people or this program write it.
  ///
  /// A cheap search finds where one may stand; only what is around is read as text.
  ///
  /// - Complexity: O(bytes · traces).
  func appear(inRaw data: Data) -> Bool {
    // Two-byte encodings are one-byte ones with zeros between, for all that is searched here.
    let bytes = data.compactMap { byte -> UInt8? in
      byte == 0 ? nil : (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
    let words = names.compactMap { name in
      name.words.sorted().max { $0.utf8.count < $1.utf8.count }.map { [UInt8]($0.utf8) }
    }
    let addresses = emails.map { [UInt8]($0.lowercased().utf8) }
    let numbers = phones.map { [UInt8](String($0).utf8) }
    return bytes.indices.contains { at in
      let mayStand =
        words.contains { PersonTraces.spells($0, in: bytes, at: at) }
        || addresses.contains { bytes[at...].starts(with: $0) }
        || numbers.contains { PersonTraces.counts($0, in: bytes, at: at) }
      guard mayStand else { return false }
      let around = bytes[max(0, at - 160)..<min(bytes.count, at + 200)]
      return [
        String(decoding: around, as: UTF8.self),
        String(String.UnicodeScalarView(around.map { Unicode.Scalar($0) })),
      ].contains { text in
        removed(from: text.replacing("&#39;", with: "'").replacing("&amp;", with: "&"), .free)
          != nil
      }
    }
  }

  /// Whether a folded word is spelt from a place on, each letter plain or as the bytes of an accented one.
  private static func spells(_ word: [UInt8], in bytes: [UInt8], at start: Int) -> Bool {
    var at = start
    for letter in word {
      guard at < bytes.count else { return false }
      if bytes[at] == letter {
        at += 1
        // A combining accent.
        if at + 1 < bytes.count, bytes[at] == 0xCC || bytes[at] == 0xCD { at += 2 }
      } else if bytes[at] >= 0x80 {
        at += bytes[at] & 0xE0 == 0xC0 ? 2 : 1
      } else {
        return false
      }
    }
    return true
  }

  /// Whether digits stand in this order, at most three other bytes between two of them.
  private static func counts(_ number: [UInt8], in bytes: [UInt8], at start: Int) -> Bool {
    guard bytes[start] == number.first else { return false }
    var at = start
    var others = 0
    for digit in number {
      while at < bytes.count, bytes[at] != digit {
        others += 1
        if others > 3 || (0x30...0x39).contains(bytes[at]) { return false }
        at += 1
      }
      guard at < bytes.count else { return false }
      at += 1
      others = 0
    }
    return true
  }
}
