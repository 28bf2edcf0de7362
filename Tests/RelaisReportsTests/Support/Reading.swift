import Foundation
import RelaisGeo
import RelaisReports
import Testing

/// Text without the spaces that typography sets, for expectations that can be typed.
func plain(_ text: String) -> String {
  String(text.map { "\u{A0}\u{202F}".contains($0) ? " " : $0 })
}

/// The cells of a table as a page shows them, row by row.
func shown(_ table: Table) -> [[String]] {
  table.rows.map { $0.cells.map { plain($0.display) } }
}

/// The lines of a CSV file, its mark taken off.
func lines(_ csv: [UInt8]) -> [String] {
  let text = csv.starts(with: [0xEF, 0xBB, 0xBF]) ? csv.dropFirst(3) : csv[...]
  return plain(String(decoding: text, as: UTF8.self)).split(separator: "\r\n").map(String.init)
}

func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// A JSON document as Foundation reads it: objects are dictionaries, lists arrays.
func object(_ bytes: [UInt8]) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
}

extension [String: Any] {
  func object(_ key: String) throws -> [String: Any] {
    try #require(self[key] as? [String: Any], "\(key)")
  }

  func list(_ key: String) throws -> [[String: Any]] {
    try #require(self[key] as? [[String: Any]], "\(key)")
  }

  func number(_ key: String) throws -> Double {
    try #require((self[key] as? NSNumber)?.doubleValue, "\(key)")
  }

  func text(_ key: String) -> String? { self[key] as? String }
}

extension ReportDocument {
  /// The blocks of a section.
  func blocks(_ id: String) throws -> [Block] {
    try #require(sections.first { $0.id == id }, "\(id)").blocks
  }

  /// The key figures of a section: label, value and explanation.
  func figures(_ id: String) throws -> [[String]] {
    for case .figures(let figures) in try blocks(id) {
      return figures.map { [plain($0.label), plain($0.value), plain($0.explanation)] }
    }
    return []
  }

  /// The paragraphs of a section.
  func paragraphs(_ id: String) throws -> [String] {
    try blocks(id).compactMap { if case .paragraph(let text) = $0 { plain(text) } else { nil } }
  }

  /// The first table of a section.
  func table(_ id: String) throws -> Table {
    let tables = try blocks(id).compactMap { if case .table(let table) = $0 { table } else { nil } }
    return try #require(tables.first, "\(id)")
  }
}
