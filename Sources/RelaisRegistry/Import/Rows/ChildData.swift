import CoverageEngine
import RelaisFormats
import RelaisGeo

/// Tables that look like personal data of children: none is taken, whatever it is given as.
///
/// Headers tell, and where they are mute, what stands below them: classes, and the numbers national registers give to
/// pupils. Words about children in general, and counts of them, pass.
enum ChildData {
  private static let whole = Set(ColumnVocabulary.standard.names(.child, in: .children))
  private static let only = Set(
    ColumnVocabulary.standard.names(.child, in: .childrenOnly).map { ColumnName.foldedLetters($0) })
  private static let parts = ColumnVocabulary.standard.names(.child, in: .childrenHolding)

  /// Whether a column of a list of people and shops would be one of children.
  static func isSuspect(_ header: String) -> Bool {
    let folded = ColumnName.foldedLetters(header)
    return whole.contains(folded) || isPersonal(header)
  }

  /// Whether a column is one of children in any table, also where their number may be told.
  private static func isPersonal(_ header: String) -> Bool {
    let folded = ColumnName.foldedLetters(header)
    return parts.contains { folded.contains($0) }
      || only.contains(folded)
  }

  /// - Throws: ``RegistryError/childColumn(file:column:)``.
  static func check(_ table: CSVTable) throws(RegistryError) {
    try check(table.headers, file: table.file) { column in
      table.rows.prefix(200).compactMap { $0.text(column) }
    }
  }

  /// - Throws: ``RegistryError/childColumn(file:column:)``.
  static func check(_ features: [Feature], file: String) throws(RegistryError) {
    let sample = features.prefix(200)
    let names = Set(sample.flatMap(\.attributes.keys)).sorted()
    try check(names, file: file) { column in
      sample.compactMap { $0.text([names[column]]) }
    }
  }

  private static func check(
    _ headers: [String], file: String, values: (Int) -> [String]
  ) throws(RegistryError) {
    if let column = headers.first(where: isPersonal) {
      throw .childColumn(file: file, column: column)
    }
    // The fifth arrondissement is no fifth class.
    for (index, header) in headers.enumerated()
    where !ColumnName.foldedLetters(header).contains("arrond") {
      let texts = values(index)
      let telling = texts.count { isClass($0) || isPupilNumber($0) }
      if telling >= 3, telling * 5 >= texts.count * 3 {
        throw .childColumn(file: file, column: header)
      }
    }
  }

  /// A class of a French school: `CE1`, `5e B`, `CM1-CM2`.
  ///
  /// Every table is asked, cell by cell: no more is made of a text than its few bytes.
  private static func isClass(_ text: String) -> Bool {
    guard text.utf8.count <= 16 else { return false }
    let folded = ColumnName.foldedLetters(text)
    if let level = folded.utf8.first, (UInt8(ascii: "3")...UInt8(ascii: "6")).contains(level) {
      var rest = folded.dropFirst()
      guard rest.first == "e" else { return false }
      rest = rest.dropFirst(rest.hasPrefix("eme") ? 3 : 1)
      return isSection(rest)
    }
    return classes.contains { name in
      guard folded.hasPrefix(name) else { return false }
      let rest = folded.dropFirst(name.count)
      return isSection(rest) || classes.contains(String(rest))
    }
  }

  private static let classes = [
    "tps", "ps", "ms", "gs", "cp", "ce1", "ce2", "cm1", "cm2",
  ]

  /// Nothing, a letter or a digit after a class.
  private static func isSection(_ text: Substring) -> Bool {
    guard let first = text.utf8.first else { return true }
    return text.utf8.count == 1
      && ((UInt8(ascii: "a")...UInt8(ascii: "h")).contains(first)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first))
  }

  /// The national identifier of a pupil (INE), in its two forms: ten digits and a letter, nine and two.
  private static func isPupilNumber(_ text: String) -> Bool {
    guard text.utf8.count == 11 else { return false }
    let isDigit = text.utf8.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let isLetter = text.utf8.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
    return isDigit[..<9].allSatisfy { $0 } && (isDigit[9] || isLetter[9]) && isLetter[10]
  }
}
