/// What stands between the cells of a row.
public enum CSVDelimiter: UInt8, CaseIterable, Sendable {
  case semicolon = 0x3B
  case tab = 0x09
  case comma = 0x2C
  case bar = 0x7C

  /// The delimiter a header line uses most, outside quotes; on a tie, the first of the list above.
  ///
  /// `nil` when the line has none: one column.
  static func detect(in bytes: [UInt8], from start: Int) -> CSVDelimiter? {
    var counts = [Int](repeating: 0, count: 128)
    var quoted = false
    // A longer header is refused whatever parts it.
    for byte in bytes[start..<min(bytes.count, start + InputBound.headerLength.most)] {
      if byte == UInt8(ascii: "\"") {
        quoted.toggle()
      } else if !quoted {
        if byte == 0x0A || byte == 0x0D { break }
        if byte < 128 { counts[Int(byte)] += 1 }
      }
    }
    var best: CSVDelimiter?
    var most = 0
    for delimiter in allCases where counts[Int(delimiter.rawValue)] > most {
      best = delimiter
      most = counts[Int(delimiter.rawValue)]
    }
    return best
  }
}
