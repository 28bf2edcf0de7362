/// The line, from 1, of places in a text that are asked for in rising order.
struct LineCounter {
  private var line = 1
  private var at = 0

  /// The line of a byte: one more than the line ends (LF, or CR without LF) before it.
  ///
  /// - Complexity: O(bytes since the last place asked for); a place before that one counts from the
  ///   start again.
  mutating func line(of offset: Int, in bytes: [UInt8]) -> Int {
    if offset < at {
      at = 0
      line = 1
    }
    let end = min(offset, bytes.count)
    while at < end {
      let byte = bytes[at]
      at += 1
      if byte == 0x0A {
        line += 1
      } else if byte == 0x0D, at >= bytes.count || bytes[at] != 0x0A {
        line += 1
      }
    }
    return line
  }
}
