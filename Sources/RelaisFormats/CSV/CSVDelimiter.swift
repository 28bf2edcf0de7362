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
    var counts = [Int](repeating: 0, count: allCases.count)
    var quoted = false
    var at = start
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        quoted.toggle()
      } else if !quoted {
        if byte == 0x0A || byte == 0x0D { break }
        for (index, delimiter) in allCases.enumerated() where delimiter.rawValue == byte {
          counts[index] += 1
        }
      }
      at += 1
    }
    var best: CSVDelimiter?
    var most = 0
    for (index, delimiter) in allCases.enumerated() where counts[index] > most {
      best = delimiter
      most = counts[index]
    }
    return best
  }
}
