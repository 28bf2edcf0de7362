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
    for (index, header) in headers.enumerated() {
      let texts = values(index)
      let telling = texts.count { isClass($0) || isPupilNumber($0) }
      if telling >= 3, telling * 5 >= texts.count * 3 {
        throw .childColumn(file: file, column: header)
      }
    }
  }

  /// A class of a French school: `CE1`, `5e B`, `CM1-CM2`.
  private static func isClass(_ text: String) -> Bool {
    text.wholeMatch(
      of:
        /(?i)(tps|ps|ms|gs|cp|ce1|ce2|cm1|cm2|[3-6] ?(e|è|ème|eme))([ \/-]?(tps|ps|ms|gs|cp|ce1|ce2|cm1|cm2|[a-h]|[0-9]))?/
    ) != nil
  }

  /// The national identifier of a pupil (INE), in its two forms.
  private static func isPupilNumber(_ text: String) -> Bool {
    text.wholeMatch(of: /[0-9]{10}[A-Za-z]|[0-9]{9}[A-Za-z]{2}/) != nil
  }
}
