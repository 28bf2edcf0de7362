/// The values of one tag of OpenStreetMap: several where ways were merged into one line.
enum TagValues {
  /// The values of a cell: `residential`, `residential;footway`, or a list as Python, JSON or PostgreSQL write it
  /// (`['residential', 'footway']`, `{residential,footway}`).
  static func values(_ text: String) -> [String] {
    let trimmed = text.trimmed
    guard let first = trimmed.first, let last = trimmed.last else { return [] }
    let isList =
      (first == "[" && last == "]") || (first == "{" && last == "}")
      || (first == "(" && last == ")")
    let marks: Set<Character> = isList ? [",", ";"] : [";", "|"]
    let body = isList ? trimmed.dropFirst().dropLast() : trimmed[...]
    return body.split(whereSeparator: marks.contains).map { part in
      String(part).trimmed.trimming { $0 == "\"" || $0 == "'" }
    }.filter { !$0.isEmpty && $0 != "nan" && $0 != "None" }
  }
}

extension String {
  /// Without spaces at either end, no-break spaces included.
  var trimmed: String { trimming(\.isWhitespace) }

  func trimming(_ isDropped: (Character) -> Bool) -> String {
    var text = self[...].drop(while: isDropped)
    while let last = text.last, isDropped(last) { text.removeLast() }
    return String(text)
  }
}
