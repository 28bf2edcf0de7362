import CQREncode

/// A text as a QR symbol (ISO/IEC 18004), by libqrencode: what a telephone's camera reads off a screen or paper.
package struct QRSymbol: Hashable, Sendable {
  /// Modules a side, without the quiet zone of four around.
  package let width: Int
  private let isDark: [Bool]

  /// The smallest symbol that bears the text with a seventh of it unreadable (level M).
  ///
  /// - Parameter text: UTF-8, of 2,331 bytes at most.
  /// - Returns: `nil` for a longer text, an empty one, or one that holds a NUL.
  package init?(_ text: String) {
    guard !text.isEmpty, !text.utf8.contains(0),
      // NULL on failure: the text is too long, or there is no memory.
      let symbol = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M)
    else { return nil }
    defer { QRcode_free(symbol) }
    let width = Int(symbol.pointee.width)
    self.width = width
    // The lowest bit of a byte is its colour.
    isDark = UnsafeBufferPointer(start: symbol.pointee.data, count: width * width).map {
      $0 & 1 == 1
    }
  }

  /// Whether a module is dark; row and column from 0 at the upper left.
  package subscript(row: Int, column: Int) -> Bool { isDark[row * width + column] }

  /// The dark modules as data of an SVG path, one unit a module; a run in a row is one rectangle.
  package var path: String {
    var data = ""
    for row in 0..<width {
      var column = 0
      while column < width {
        guard self[row, column] else {
          column += 1
          continue
        }
        let first = column
        while column < width, self[row, column] { column += 1 }
        data += "M\(first) \(row)h\(column - first)v1h\(first - column)z"
      }
    }
    return data
  }
}
