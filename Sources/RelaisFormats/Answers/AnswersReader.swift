package import RelaisGeo

/// The answers of a round as their file has them; nothing of them is judged.
package struct AnswersContent: Sendable {
  /// One answer: its members by name, objects in it apart.
  package struct Row: Sendable {
    package var members: [String: AttributeValue] = [:]
    package var conditions: [String: AttributeValue]?
    package var new: [String: AttributeValue]?
    /// Members that are objects or lists where they should be none, or not where they should.
    package var misshapen: Set<String> = []

    package init(members: [String: AttributeValue] = [:], misshapen: Set<String> = []) {
      self.members = members
      self.misshapen = misshapen
    }
  }

  /// The towns named, each once.
  package var territories: [String] = []
  package var rows: [Row] = []
}

/// Reads `relais.answers/1`: a JSON file, or a text somebody pasted in which such JSON stands, once or several times.
package enum AnswersReader {
  package static let schema = "relais.answers/1"

  /// - Parameter file: What errors name.
  /// - Throws: `FormatError.empty`, `.unsupportedEncoding` (UTF-16), `.damaged` with the line where the JSON breaks off,
  ///   `.tooMuch`, `.noAnswers` for JSON or text of another kind.
  package static func read(
    _ bytes: [UInt8], file: String
  ) throws(FormatError) -> AnswersContent {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw .unsupportedEncoding(file: file, detail: "UTF-16")
    }
    guard bytes.count <= InputBound.answerBytes.most else {
      throw .tooMuch(file: file, place: nil, of: .answerBytes)
    }
    var found: AnswersContent?
    var other: String?
    var problem: (offset: Int, detail: String)?
    var at = 0
    // What stands between is a person's text. Braces in it are tried, too, but not without end.
    var failures = 0
    while failures < 20, let brace = bytes[at...].firstIndex(of: UInt8(ascii: "{")) {
      var scanner = AnswersScanner(bytes, at: brace)
      do throws(JSONProblem) {
        let object = try scanner.object()
        at = scanner.end
        if object.schema == schema {
          var content = found ?? AnswersContent()
          content.rows += object.content.rows
          content.territories += object.content.territories.filter {
            !content.territories.contains($0)
          }
          found = content
        } else {
          other = object.schema ?? other
        }
      } catch {
        failures += 1
        at = brace + 1
        switch error {
        case .syntax(let offset, let detail):
          // What begins with a brace, or names the schema after one, was meant.
          if scanner.isOurs || bytes[..<brace].allSatisfy({ $0 <= 0x20 || $0 > 0x7F }) {
            problem = problem ?? (offset, detail)
          }
        case .shape: throw .tooMuch(file: file, place: nil, of: .answers)
        }
      }
      if found?.rows.count ?? 0 > InputBound.answers.most {
        throw .tooMuch(file: file, place: nil, of: .answers)
      }
    }
    if let problem {
      var lines = LineCounter()
      let line = lines.line(of: problem.offset, in: bytes)
      throw .damaged(file: file, place: .line(line), detail: "JSON: \(problem.detail)")
    }
    if let found { return found }
    guard bytes.contains(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) else {
      throw .empty(file: file)
    }
    throw .noAnswers(file: file, schema: other)
  }
}

/// Walks through one object that may be a file of answers.
private struct AnswersScanner {
  private var json: JSONScanner
  private(set) var isOurs = false

  var end: Int { json.at }

  init(_ bytes: [UInt8], at: Int) {
    json = JSONScanner(bytes)
    json.at = at
  }

  mutating func object() throws(JSONProblem) -> (schema: String?, content: AnswersContent) {
    var content = AnswersContent()
    var schema: String?
    var hasAnswers = false
    try json.enter(UInt8(ascii: "{"))
    var first = true
    while let name = try json.nextMember(&first) {
      switch json.string(at: name) {
      case "schema":
        if case .text(let text) = try value() { schema = text }
        if schema == AnswersReader.schema { isOurs = true }
      case "territory":
        if case .text(let text) = try value() { content.territories = [text] }
      case "answers" where json.peek() == UInt8(ascii: "["):
        hasAnswers = true
        content.rows = try rows()
      default: try json.skipValue()
      }
    }
    if schema == AnswersReader.schema, !hasAnswers {
      throw json.failure("no list \"answers\"")
    }
    return (schema, content)
  }

  private mutating func rows() throws(JSONProblem) -> [AnswersContent.Row] {
    var rows: [AnswersContent.Row] = []
    try json.enter(UInt8(ascii: "["))
    var first = true
    while try json.nextElement(&first) {
      guard rows.count < InputBound.answers.most else {
        throw .shape(.invalidText("answers"))
      }
      guard json.peek() == UInt8(ascii: "{") else {
        try json.skipValue()
        rows.append(AnswersContent.Row(misshapen: ["answers"]))
        continue
      }
      rows.append(try row())
    }
    return rows
  }

  private mutating func row() throws(JSONProblem) -> AnswersContent.Row {
    var row = AnswersContent.Row()
    try json.enter(UInt8(ascii: "{"))
    var first = true
    while let range = try json.nextMember(&first) {
      let name = json.string(at: range)
      let opening = json.peek()
      let isObject = opening == UInt8(ascii: "{")
      switch name {
      case "conditions" where isObject: row.conditions = try members()
      case "new" where isObject: row.new = try members()
      case "conditions", "new":
        let isNull = opening == UInt8(ascii: "n")
        try json.skipValue()
        if !isNull { row.misshapen.insert(name) }
      default:
        if isObject || opening == UInt8(ascii: "[") {
          try json.skipValue()
          row.misshapen.insert(name)
        } else {
          row.members[name] = try value()
        }
      }
    }
    return row
  }

  private mutating func members() throws(JSONProblem) -> [String: AttributeValue] {
    var members: [String: AttributeValue] = [:]
    try json.enter(UInt8(ascii: "{"))
    var first = true
    while let name = try json.nextMember(&first) {
      members[json.string(at: name)] = try value()
    }
    return members
  }

  /// One value; what is an object or a list is gone past, and a text that no member expects.
  private mutating func value() throws(JSONProblem) -> AttributeValue {
    switch json.peek() {
    case UInt8(ascii: "\""): return .text(try json.string())
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      try json.skipValue()
      return .null
    case UInt8(ascii: "t"):
      try json.skipValue()
      return .bool(true)
    case UInt8(ascii: "f"):
      try json.skipValue()
      return .bool(false)
    case UInt8(ascii: "n"):
      try json.skipValue()
      return .null
    default:
      let start = json.at
      _ = try json.skipNumber()
      return DecimalNumber.parse(json.bytes, start..<json.at, comma: false).map { .real($0) }
        ?? .null
    }
  }
}
