import Foundation

/// Text without what people change in it: case, accents, ligatures, kinds of hyphen and apostrophe.
enum AddressFolding {
  /// What one character becomes.
  enum Kind {
    /// Up to two ASCII letters; the second is 0 for one.
    case letters(UInt8, UInt8)
    case digit(UInt8)
    /// Parts words.
    case gap(AddressWord.Gap)
    /// A full stop: parts words, and marks an abbreviation.
    case stop
    /// `n°`, `1°`.
    case degree
    /// Belongs to the letter before it, or to nothing.
    case ignored
  }

  static func kind(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x61...0x7A: return .letters(UInt8(scalar.value), 0)
    case 0x41...0x5A: return .letters(UInt8(scalar.value) + 32, 0)
    case 0x30...0x39: return .digit(UInt8(scalar.value))
    case 0x2E: return .stop
    case 0x0A, 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029, 0x2C, 0x3B, 0x7C, 0x28, 0x29, 0x5B, 0x5D,
      0x3A, 0x2022, 0xB7:
      return .gap(.segment)
    case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201B, 0x2032, 0x02BC, 0x02B9, 0xFF07:
      return .gap(.apostrophe)
    case 0x2D, 0x2010...0x2015, 0x2212, 0x2043, 0xFE63, 0xFF0D, 0x5F: return .gap(.hyphen)
    case 0x2F, 0x5C: return .gap(.slash)
    case 0xB0, 0xBA: return .degree
    case 0x300...0x36F, 0xAD, 0x200B...0x200F, 0xFEFF: return .ignored
    case 0xC6, 0xE6: return .letters(0x61, 0x65)
    case 0x152, 0x153: return .letters(0x6F, 0x65)
    case 0xDF: return .letters(0x73, 0x73)
    case 0xC0...0xFF, 0x100...0x17F, 0x1E00...0x1EFF: return accented(scalar)
    case 0xFF10...0xFF19: return .digit(UInt8(scalar.value - 0xFF10) + 0x30)
    default: return .gap(.space)
    }
  }

  /// The base letter of a Latin one: what its canonical decomposition starts with.
  private static func accented(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0xD8, 0xF8: return .letters(0x6F, 0)
    case 0x141, 0x142: return .letters(0x6C, 0)
    case 0x110, 0x111, 0xD0, 0xF0: return .letters(0x64, 0)
    case 0x131: return .letters(0x69, 0)
    default: break
    }
    let base = table[Int(scalar.value)]
    return base == 0 ? .gap(.space) : .letters(base, 0)
  }

  /// Base letters of U+0000 to U+1EFF; 0 for none.
  private static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 0x1F00)
    for code in 0xC0..<0x1F00 {
      guard let scalar = Unicode.Scalar(UInt32(code)) else { continue }
      let first = decomposed(scalar)
      switch first {
      case 0x41...0x5A: table[code] = UInt8(first) + 32
      case 0x61...0x7A: table[code] = UInt8(first)
      default: break
      }
    }
    return table
  }()

  private static func decomposed(_ scalar: Unicode.Scalar) -> UInt32 {
    String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first?.value ?? 0
  }
}
