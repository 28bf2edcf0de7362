/// A small JSON text as a tree, of which every value was checked: for bodies of requests, not for files.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// A text that is no JSON, has a member twice, or holds more than was allowed.
  package struct Mistake: Error, Hashable {
    /// The byte where reading stopped.
    package var offset: Int
  }

  /// - Parameters:
  ///   - size: Bytes at most.
  ///   - count: Values at most.
  /// - Complexity: linear in the bytes.
  package init(
    _ bytes: [UInt8], size: Int = 1 << 20, count: Int = 20_000
  ) throws(Mistake) {
    guard bytes.count <= size else { throw Mistake(offset: size) }
    var scanner = JSONScanner(bytes)
    var left = count
    do {
      self = try JSONValue.value(&scanner, &left)
      try scanner.end()
    } catch {
      switch error {
      case .syntax(let offset, _): throw Mistake(offset: offset)
      case .shape: throw Mistake(offset: scanner.at)
      }
    }
  }

  private static func value(
    _ scanner: inout JSONScanner, _ left: inout Int
  ) throws(JSONProblem) -> JSONValue {
    left -= 1
    guard left >= 0 else { throw scanner.failure("too many values") }
    let byte = scanner.peek()
    switch byte {
    case UInt8(ascii: "\""): return .string(try scanner.string())
    case UInt8(ascii: "["):
      try scanner.enter(byte)
      var elements: [JSONValue] = []
      var first = true
      while try scanner.nextElement(&first) { elements.append(try value(&scanner, &left)) }
      return .array(elements)
    case UInt8(ascii: "{"):
      try scanner.enter(byte)
      var members: [String: JSONValue] = [:]
      var first = true
      while let name = try scanner.nextMember(&first) {
        let key = scanner.string(at: name)
        guard members[key] == nil else { throw scanner.failure("a member twice") }
        members[key] = try value(&scanner, &left)
      }
      return .object(members)
    default:
      let text = scanner.compact(try scanner.skipValue())
      switch text {
      case "null": return .null
      case "true": return .bool(true)
      case "false": return .bool(false)
      default:
        guard let number = Double(text), number.isFinite else {
          throw scanner.failure("a number that is too large")
        }
        return .number(number)
      }
    }
  }
}
