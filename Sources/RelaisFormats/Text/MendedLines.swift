/// Text whose lines are not all encoded alike: rows pasted from another program, or encoded twice on their way.
///
/// Each such line is decoded in its own encoding. A line that mixes valid UTF-8 with invalid bytes is damaged, and is left
/// to whoever refuses its row.
struct MendedLines {
  private(set) var bytes: [UInt8] = []
  /// Lines that were read otherwise than the file.
  private(set) var count = 0
  private(set) var isValid = true
  /// What most lines are.
  private(set) var encoding = TextEncoding.utf8

  /// Bytes that are not UTF-8 as a whole.
  ///
  /// - Parameter isMarked: Whether the file says that it is.
  /// - Complexity: O(size).
  init(of source: ArraySlice<UInt8>, isMarked: Bool) {
    let lines = source.split(separator: 0x0A, omittingEmptySubsequences: false)
    let all = Array(source)
    func check(_ line: ArraySlice<UInt8>) -> UTF8Check {
      let range = line.startIndex - source.startIndex..<line.endIndex - source.startIndex
      return UTF8Check(of: all, in: range)
    }
    let checks = lines.map(check)
    let sound = checks.count { $0.multibyte > 0 && $0.wrong == 0 }
    let foreign = checks.count { $0.multibyte == 0 && $0.wrong > 0 }
    let isUTF8 =
      isMarked || sound > 0 && sound >= foreign
      || checks.reduce(0) { $0 + $1.multibyte } > 4 * checks.reduce(0) { $0 + $1.wrong }
    let others = zip(lines, checks).filter { isUTF8 ? $1.multibyte == 0 && $1.wrong > 0 : true }
    let characters = ByteCharacters.best(for: others.lazy.flatMap { $0.0 + [0x0A] })
    encoding = isUTF8 ? .utf8 : characters.encoding
    bytes.reserveCapacity(source.count + source.count / 8)
    for (index, (line, check)) in zip(lines, checks).enumerated() {
      if index > 0 { bytes.append(0x0A) }
      if check.wrong == 0, check.multibyte == 0 {
        bytes.append(contentsOf: line)
      } else if check.wrong == 0, isUTF8 || MendedLines.isLatin(line) {
        count += isUTF8 ? 0 : 1
        bytes.append(contentsOf: line)
      } else if !isUTF8 || check.multibyte == 0 && characters.score(of: Array(line)) > 0 {
        count += isUTF8 ? 1 : 0
        MendedLines.append(line, in: characters, to: &bytes)
      } else {
        isValid = false
        bytes.append(contentsOf: line)
      }
    }
  }

  /// UTF-8 of which some lines were taken for Windows-1252 and encoded once more: « Ã‰picerie ».
  init(encodedTwice source: [UInt8]) {
    bytes.reserveCapacity(source.count)
    for (index, line) in source.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      if index > 0 { bytes.append(0x0A) }
      if let once = MendedLines.decodedOnce(line) {
        count += 1
        bytes.append(contentsOf: once)
      } else {
        bytes.append(contentsOf: line)
      }
    }
  }

  /// A line as it was before its characters were taken for bytes; `nil` where they never were.
  private static func decodedOnce(_ line: ArraySlice<UInt8>) -> [UInt8]? {
    guard line.contains(0xC3) else { return nil }
    var once: [UInt8] = []
    once.reserveCapacity(line.count)
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      if scalar.isASCII {
        once.append(UInt8(scalar.value))
      } else {
        guard let byte = ByteCharacters.windows1252.byte(scalar.value) else { return nil }
        once.append(byte)
      }
    }
    let check = UTF8Check(of: once)
    return check.wrong == 0 && check.multibyte > 0 ? once : nil
  }

  /// Whether the characters above ASCII of a line of UTF-8 are letters and signs of our languages.
  private static func isLatin(_ line: ArraySlice<UInt8>) -> Bool {
    String(decoding: line, as: UTF8.self).unicodeScalars.allSatisfy {
      (0..<0x180).contains($0.value) || (0x2010..<0x20B0).contains($0.value)
    }
  }

  private static func append(
    _ line: ArraySlice<UInt8>, in characters: ByteCharacters, to bytes: inout [UInt8]
  ) {
    for byte in line {
      if byte < 0x80 {
        bytes.append(byte)
      } else {
        DecodedText.append(characters.scalar(byte), to: &bytes)
      }
    }
  }
}
