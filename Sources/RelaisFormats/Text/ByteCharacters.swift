/// What the bytes above ASCII stand for in an encoding of one byte per character.
struct ByteCharacters: Sendable {
  let encoding: TextEncoding
  /// Of the bytes 0x80 to 0xFF.
  private let scalars: [UInt32]

  private init(_ encoding: TextEncoding, _ scalars: [UInt32]) {
    precondition(scalars.count == 128)
    self.encoding = encoding
    self.scalars = scalars
  }

  private init(_ encoding: TextEncoding, _ text: String) {
    self.init(encoding, text.unicodeScalars.map(\.value))
  }

  /// The five unused bytes stay the control characters they are in Latin-1, as the WHATWG Encoding Standard has it.
  static let windows1252 = ByteCharacters(
    .windows1252,
    [
      0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
      0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
      0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
    ] + Array(0xA0...0xFF))

  /// What Excel saves as « CSV (MS-DOS) » in Western Europe.
  static let codePage850 = ByteCharacters(
    .codePage850,
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤"
      + "ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}")

  /// What Excel saves as « CSV (Macintosh) ».
  static let macRoman = ByteCharacters(
    .macRoman,
    "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ"
      + "–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")

  /// - Precondition: `byte` is above ASCII.
  func scalar(_ byte: UInt8) -> UInt32 { scalars[Int(byte) - 0x80] }

  /// The byte of a character above ASCII; `nil` for one that the encoding lacks.
  func byte(_ scalar: UInt32) -> UInt8? {
    scalars.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
  }

  /// The encoding in which some bytes read best as French; Windows-1252 where none reads better.
  ///
  /// - Complexity: O(length), of 256 KiB at most.
  static func best(for bytes: some Sequence<UInt8>) -> ByteCharacters {
    let sample = Array(bytes.prefix(1 << 18))
    var best = windows1252
    var bestScore = windows1252.score(of: sample)
    for other in [codePage850, macRoman] {
      let score = other.score(of: sample)
      if score > bestScore { (best, bestScore) = (other, score) }
    }
    return best
  }

  /// How much like French the characters above ASCII are, each by itself and next to those around it.
  func score(of bytes: [UInt8]) -> Int {
    var score = 0
    for (index, byte) in bytes.enumerated() where byte >= 0x80 {
      guard let scalar = Unicode.Scalar(scalar(byte)) else { continue }
      let before = index > 0 ? bytes[index - 1] : 0x20
      let character = Character(scalar)
      let followsLower = before < 0x80 && (0x61...0x7A).contains(before)
      let followsLetter = before >= 0x80 || followsLower || (0x41...0x5A).contains(before)
      switch character {
      case "é": score += followsLetter ? 4 : 3
      case "è", "à", "ê", "ç":
        score += followsLetter || character == "à" ? 3 : 0
      case "ô", "î", "û", "ù", "â", "ï", "ë": score += followsLetter ? 2 : 0
      case "É", "È", "À", "Ê", "Ç", "Ô", "Î", "Û", "Ë", "Ï", "Â", "Ù", "Œ":
        score += followsLower ? -4 : character == "É" ? 4 : 2
      case "œ", "«", "»", "’", "‘", "“", "”", "…", "–", "—", "€", "\u{A0}": score += 1
      case "°": score += before == 0x6E || before == 0x4E ? 3 : 1
      case "ü", "ö", "ä", "á", "í", "ó", "ú", "ñ", "æ", "ß", "²", "·", "ÿ": break
      case let other where other.isLetter: score -= followsLower && other.isUppercase ? 4 : 1
      default: score -= 4
      }
    }
    return score
  }
}
