import Foundation

/// Names of columns and attributes, as people write them.
public enum ColumnName {
  /// A name without what people change in it: case, accents, spaces, underscores, hyphens.
  ///
  /// `Code Postal`, `code_postal` and `CODE-POSTAL` are one; so are `N° Siège` and `n°siege`, `Cœur`
  /// and `coeur`.
  public static func folded(_ name: String) -> String {
    var folded = ""
    for scalar in name.unicodeScalars {
      guard scalar.value < latin.count else { return foldedTogether(name) }
      folded += latin[Int(scalar.value)]
    }
    return folded
  }

  /// The letters and digits of a folded name: punctuation does not count either.
  public static func foldedLetters(_ name: String) -> String {
    if let letters = asciiLetters(name) { return letters }
    let folded = folded(name)
    // In ASCII, which nearly every name is by now, each byte is a character.
    guard folded.utf8.allSatisfy({ $0 < 0x80 }) else {
      return folded.filter { $0.isLetter || $0.isNumber }
    }
    return String(
      decoding: folded.utf8.filter {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }, as: UTF8.self)
  }

  /// The letters and digits of a name in ASCII, in lower case; `nil` for any other name.
  private static func asciiLetters(_ name: String) -> String? {
    var isASCII = true
    let letters = String(unsafeUninitializedCapacity: name.utf8.count) { bytes in
      var count = 0
      for byte in name.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
          bytes[count] = byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes[count] = byte | 0x20
        case 0x80...:
          isASCII = false
          return 0
        default: continue
        }
        count += 1
      }
      return count
    }
    return isASCII ? letters : nil
  }

  /// What each letter of the languages around us folds to. None of them joins a neighbour, so a name
  /// of these alone is folded letter by letter, far sooner than through Unicode's tables.
  private static let latin = (UInt8.min...UInt8.max).map {
    foldedTogether(String(Unicode.Scalar($0)))
  }

  /// Through canonical decomposition, which looks at the whole name.
  static func foldedTogether(_ name: String) -> String {
    var folded = ""
    for scalar in name.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spaceSeparator, .control, .format, .dashPunctuation:
        continue
      default:
        break
      }
      switch scalar {
      case "_": continue
      case "œ", "Œ": folded += "oe"
      case "æ", "Æ": folded += "ae"
      default: folded += scalar.properties.lowercaseMapping
      }
    }
    return folded
  }
}
