import CoverageEngine
import RelaisGeo

/// A street map as bytes: names once, positions as differences from the one before, numbers in as few bytes as they need
/// (LEB128).
enum StreetMapBytes {
  /// The first byte; another form gets another one.
  private static let form: UInt8 = 1

  static func bytes(of map: StreetMap) -> [UInt8] {
    var writer = Writer()
    writer.bytes.append(form)
    writer.number(map.ground == .ellipsoid ? 0 : 1)
    var numbers: [String: Int] = [:]
    var names: [String] = []
    for name in map.lines.compactMap(\.name) where numbers[name] == nil {
      names.append(name)
      numbers[name] = names.count
    }
    writer.number(names.count)
    for name in names { writer.text(name) }
    writer.number(map.lines.count)
    var last = StreetMap.Point(x: 0, y: 0)
    for line in map.lines {
      writer.text(line.id)
      writer.number(line.name.flatMap { numbers[$0] } ?? 0)
      writer.number(line.parts.count)
      for part in line.parts {
        writer.signed(part.length.millimetres)
        writer.number(part.points.count)
        for point in part.points {
          writer.signed(point.x &- last.x)
          writer.signed(point.y &- last.y)
          last = point
        }
      }
    }
    return writer.bytes
  }

  /// `nil` for bytes that are no map.
  static func map(_ bytes: [UInt8]) -> StreetMap? {
    var reader = Reader(rest: bytes[...])
    guard reader.byte() == form, let ground = reader.number(), ground <= 1,
      let names = reader.list({ $0.text() })
    else { return nil }
    var last = StreetMap.Point(x: 0, y: 0)
    let lines = reader.list { reader in
      guard let id = reader.text(), let name = reader.number(), name <= names.count,
        let parts = reader.list({ part(&$0, &last) })
      else { return nil as StreetMap.Line? }
      return StreetMap.Line(id: id, name: name == 0 ? nil : names[name - 1], parts: parts)
    }
    guard let lines, reader.rest.isEmpty else { return nil }
    return StreetMap(ground: ground == 0 ? .ellipsoid : .plane, lines: lines)
  }

  private static func part(_ reader: inout Reader, _ last: inout StreetMap.Point) -> StreetMap.Part?
  {
    guard let length = reader.signed(), length >= 0,
      let points = reader.list({ reader -> StreetMap.Point? in
        guard let dx = reader.signed(), let dy = reader.signed() else { return nil }
        last = StreetMap.Point(x: last.x &+ dx, y: last.y &+ dy)
        return last
      }), points.count > 1
    else { return nil }
    return StreetMap.Part(points: points, length: Length(millimetres: length))
  }

  private struct Writer {
    var bytes: [UInt8] = []

    mutating func number(_ value: Int) { unsigned(UInt64(value)) }

    mutating func signed(_ value: Int64) {
      unsigned(UInt64(bitPattern: value << 1 ^ value >> 63))
    }

    mutating func text(_ text: String) {
      number(text.utf8.count)
      bytes += text.utf8
    }

    private mutating func unsigned(_ value: UInt64) {
      var rest = value
      while rest >= 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }
  }

  /// Gives `nil` where the bytes end too soon or say what cannot be.
  private struct Reader {
    var rest: ArraySlice<UInt8>

    mutating func byte() -> UInt8? { rest.popFirst() }

    mutating func number() -> Int? { unsigned().flatMap { Int(exactly: $0) } }

    mutating func signed() -> Int64? {
      unsigned().map { Int64(bitPattern: $0 >> 1) ^ -Int64(bitPattern: $0 & 1) }
    }

    mutating func text() -> String? {
      guard let count = number(), count <= rest.count else { return nil }
      let text = String(validating: rest.prefix(count), as: UTF8.self)
      rest.removeFirst(count)
      return text
    }

    /// As many elements as a number in front says; each has a byte at least.
    mutating func list<Element>(_ element: (inout Reader) -> Element?) -> [Element]? {
      guard let count = number(), count <= rest.count else { return nil }
      var list: [Element] = []
      list.reserveCapacity(count)
      for _ in 0..<count {
        guard let one = element(&self) else { return nil }
        list.append(one)
      }
      return list
    }

    private mutating func unsigned() -> UInt64? {
      var value: UInt64 = 0
      for shift in stride(from: 0, to: 64, by: 7) {
        guard let byte = byte() else { return nil }
        value |= UInt64(byte & 0x7f) << UInt64(shift)
        if byte < 0x80 { return value }
      }
      return nil
    }
  }
}
