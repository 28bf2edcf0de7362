package import CoverageEngine
import RelaisFormats
import RelaisGeo

/// Categories as a CSV table.
///
/// Columns: `id`, `nom`, `name`, `name_de`, `mots` (further words, `|` between them), `osm`, `naf` and `naf_2025`
/// (spaces between), `genre` (shop, association, institution, municipal), `eligible`, `vitrine`,
/// `heures_ecole` (oui, non), `acceptation` (0,05 to 1). Only `id` is required: a row stands for the
/// standard category of its identifier, and its empty cells leave that as it is.
package enum CategoriesImporter {
  /// The standard categories with what a file says otherwise.
  ///
  /// - Throws: ``CategoriesError``, `FormatError`.
  package static func read(_ path: String) throws -> CategoryTable {
    try table(CSVReader.read(InputFile(path: path)), over: CategoryTable.standard.categories)
  }

  static func table(_ table: CSVTable, over base: [CandidateCategory]) throws -> CategoryTable {
    let columns = Columns(table)
    guard columns.id != nil else {
      throw FormatError.missing(file: table.file, what: ["id"], found: table.headers)
    }
    if let bad = table.rejected.first, case .line(let line) = bad.place {
      throw CategoriesError.badRow(file: table.file, line: line)
    }
    let known = Dictionary(base.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var lines: [String: Int] = [:]
    var own: [CandidateCategory] = []
    for row in table.rows {
      let cells = Cells(row: row, columns: columns, table: table)
      guard let id = row.text(columns.id) else {
        throw cells.bad(columns.id, "bakery")
      }
      let category = try cells.category(id, over: known[id])
      // The two nomenclatures have codes in common, which need not mean the same.
      let newer = row.isEmpty(columns.activities2025) ? [] : category.activities2025
      for value in [id] + (row.isEmpty(columns.tags) ? [] : category.tags)
        + (row.isEmpty(columns.activities) ? [] : category.activities)
        + newer.map({ "NAF 2025 " + $0 })
      {
        if let first = lines.updateValue(row.line, forKey: value) {
          throw CategoriesError.repeated(
            file: table.file, line: row.line, value: value, firstLine: first)
        }
      }
      own.append(category)
    }
    let ids = Set(own.map(\.id))
    return CategoryTable(base.filter { !ids.contains($0.id) } + own, overriding: own.count)
  }

  private struct Columns {
    /// Each with the code of its language, the one an example is given of first.
    var names: [(code: String, column: Int?)]
    var id, labels, tags, activities, activities2025, kind: Int?
    var eligible, front, hours, acceptance: Int?

    init(_ table: CSVTable) {
      var find = ColumnFinder(table.headers, as: .categories)
      id = find(.id)
      names = [
        ("fr", find(.frenchName)), ("en", find(.englishName)), ("de", find(.germanName)),
      ]
      labels = find(.words)
      tags = find(.tags)
      activities = find(.activity)
      activities2025 = find(.activity2025)
      kind = find(.kind)
      eligible = find(.eligible)
      front = find(.streetFront)
      hours = find(.schoolHours)
      acceptance = find(.acceptance)
    }
  }

  private struct Cells {
    let row: CSVRow
    let columns: Columns
    let table: CSVTable

    func bad(_ column: Int?, _ expected: String) -> CategoriesError {
      .badValue(
        file: table.file, line: row.line, column: column.map { table.headers[$0] } ?? "",
        found: row.text(column) ?? "", expected: expected)
    }

    func category(
      _ id: String, over base: CandidateCategory?
    ) throws(CategoriesError) -> CandidateCategory {
      guard id.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
      else { throw bad(columns.id, "a-z 0-9 -") }
      var result = base ?? CandidateCategory(id: id, names: [:])
      for (code, column) in columns.names {
        if let text = row.text(column) { result.names[code] = text }
      }
      guard !result.names.isEmpty else {
        throw bad(columns.names.lazy.compactMap(\.column).first, "Boulangerie")
      }
      if let text = row.text(columns.labels) {
        result.labels = text.split(separator: "|").map { String($0) }
      }
      if let words = words(columns.tags) {
        guard words.allSatisfy({ $0.split(separator: "=").count == 2 }) else {
          throw bad(columns.tags, "shop=bakery")
        }
        result.tags = words
      }
      if let codes = try codes(columns.activities, "10.71C") { result.activities = codes }
      if let codes = try codes(columns.activities2025, "10.71Y") { result.activities2025 = codes }
      if let text = row.text(columns.kind) {
        guard let kind = AdherentWords.kind(text) else {
          throw bad(
            columns.kind, EstablishmentKind.allCases.map(\.rawValue).joined(separator: ", "))
        }
        result.kind = kind
      }
      result.isEligible = try yes(columns.eligible) ?? result.isEligible
      result.hasStreetFront = try yes(columns.front) ?? result.hasStreetFront
      result.opensAtSchoolHours = try yes(columns.hours) ?? result.opensAtSchoolHours
      if let text = row.text(columns.acceptance) {
        guard let share = AcceptanceCell.share(text), share >= 0.05, share <= 1 else {
          throw bad(columns.acceptance, "0,05 … 1")
        }
        result.acceptance = share
      }
      return result
    }

    private func codes(
      _ column: Int?, _ example: String
    ) throws(CategoriesError) -> [String]? {
      guard let codes = words(column) else { return nil }
      guard codes.allSatisfy({ $0.utf8.first.map { (48...57).contains($0) } ?? false }) else {
        throw bad(column, example)
      }
      return codes
    }

    private func words(_ column: Int?) -> [String]? {
      row.text(column).map { text in
        text.split(whereSeparator: { " ,|".contains($0) }).map { String($0) }
      }
    }

    private func yes(_ column: Int?) throws(CategoriesError) -> Bool? {
      guard let text = row.text(column) else { return nil }
      switch AdherentWords.check(text) {
      case .yes?: return true
      case .no?: return false
      case .notChecked?, nil: throw bad(column, "oui, non")
      }
    }
  }
}
