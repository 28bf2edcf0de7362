public import RelaisGeo

/// A line as a cell of a table holds it, with the reference system the cell names.
public struct LineText: Hashable, Sendable {
  /// EPSG's code after `SRID=`, or in well-known binary; `nil` for none and for 0.
  public var code: Int?
  /// One line as a rule.
  public var parts: [[Position]]

  /// Reads `LINESTRING (…)` or `MULTILINESTRING ((…), …)`, or well-known binary in hexadecimal, with or
  /// without a reference system.
  ///
  /// Heights and measures are dropped, those that are no numbers too; arcs become chords within a
  /// millimetre, their coordinates being metres.
  ///
  /// - Returns: `nil` for anything else.
  /// - Complexity: O(length).
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    if bytes.first == UInt8(ascii: "0") {
      self.init(hexadecimal: bytes)
    } else {
      var scanner = WKTScanner(bytes: bytes)
      guard let lines = scanner.lines() else { return nil }
      self.init(code: scanner.code, parts: lines)
    }
  }

  init(code: Int?, parts: [[Position]]) {
    self.code = code == 0 ? nil : code
    self.parts = parts
  }

  private init?(hexadecimal text: [UInt8]) {
    guard text.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 2)
    for index in stride(from: 0, to: text.count, by: 2) {
      guard let high = LineText.digit(text[index]), let low = LineText.digit(text[index + 1])
      else { return nil }
      bytes.append(high << 4 | low)
    }
    let read = bytes.withUnsafeBytes { raw -> (Geometry, Int?)? in
      var reader = WKBReader(bytes: raw, at: 0)
      guard let geometry = try? reader.geometry(), reader.at == raw.count else { return nil }
      return (geometry, reader.code.map(Int.init))
    }
    switch read {
    case (.lineString(let line), let code)?: self.init(code: code, parts: [line])
    case (.multiLineString(let lines), let code)?: self.init(code: code, parts: lines)
    case (.point, _)?, (.multiPoint, _)?, (.polygon, _)?, (.multiPolygon, _)?, nil: return nil
    }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 55
    default: nil
    }
  }

  /// The parts as one line, in their order; `nil` unless each starts where the one before ends.
  public var joined: [Position]? {
    guard var line = parts.first else { return nil }
    for part in parts.dropFirst() {
      guard line.last == part.first else { return nil }
      line += part.dropFirst()
    }
    return line
  }
}
