import CoverageEngine
import Foundation
import GRDB
import RelaisFormats
import RelaisGeo

/// Establishments as rows of the layer `establishments`.
struct EstablishmentRecord {
  var key: Int64
  /// In lower case, however another program wrote it.
  var id: String?
  /// Whether it stands in the row otherwise.
  var isCapital = false
  /// The row's texts as they are; the position as the history writes it, or in brackets the coordinates of a geometry that
  /// is no point on earth.
  var texts: [EstablishmentField: String]

  /// Where it lies; `nil` also for a geometry that is no point on earth.
  var position: Position? { texts[.position].flatMap(PositionText.position) }

  private static let columns = EstablishmentField.allCases.filter { $0 != .position }
  private static let names = columns.map { GeoPackageParts.quoted($0.rawValue) }

  static func all(_ database: Database) throws -> [EstablishmentRecord] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT fid, uuid, geom, \(names.joined(separator: ", ")) FROM establishments ORDER BY fid
        """
    ).map { row in
      let id = text(row, 1)
      var record = EstablishmentRecord(key: try row.required(0), id: id?.lowercased(), texts: [:])
      record.isCapital = id != record.id
      if let blob = Data.fromDatabaseValue(row[2]) {
        if let point = GeoPackageParts.point(of: [UInt8](blob)), point.isGeographic {
          record.texts[.position] = PositionText.text(point)
        } else {
          record.texts[.position] = coordinates(of: [UInt8](blob))
        }
      }
      for (index, field) in columns.enumerated() { record.texts[field] = text(row, index + 3) }
      return record
    }
  }

  /// The rows that are not what their events add up to, and the identifiers of the others.
  ///
  /// Rows are nearly always as they should be: they are compared cell by cell, and only those that differ are read.
  static func differing(
    from known: (String) -> Establishment?, _ database: Database
  ) throws -> (records: [EstablishmentRecord], same: Set<String>) {
    let cells = try RowCells(
      database, "SELECT uuid, geom, \(names.joined(separator: ", ")) FROM establishments")
    var same = Set<String>()
    var others = 0
    while try cells.next() {
      if let id = cells.text(0), let one = known(id), isSame(one, cells) {
        same.insert(id)
      } else {
        others += 1
      }
    }
    guard others > 0 else { return ([], same) }
    let records = try all(database)
    // Two rows of one identifier, but for its case.
    if records.contains(where: \.isCapital) { return (records, []) }
    return (records.filter { $0.id.map { !same.contains($0) } ?? true }, same)
  }

  private static func isSame(_ one: Establishment, _ cells: RowCells) -> Bool {
    guard cells.isBlob(1, one.position.map { GeoPackageParts.blob(of: $0) }) else { return false }
    for (index, field) in columns.enumerated() {
      let text = cells.text(index + 2).flatMap { $0.isEmpty ? nil : $0 }
      guard text == one.text(field) else { return false }
    }
    return true
  }

  /// The most coordinates kept of a geometry that is no point.
  private static let most = 20

  private static func coordinates(of blob: [UInt8]) -> String {
    var all: [Position] = []
    GeoPackageParts.geometry(of: blob)?.forEachPosition { all.append($0) }
    return "("
      + all.prefix(most).map { "\($0.x) \($0.y)" }.joined(separator: ", ")
      + (all.count > most ? ", …)" : ")")
  }

  /// What the row of an establishment is to hold.
  static func texts(of establishment: Establishment) -> [EstablishmentField: String] {
    establishment.facts.mapValues(\.text)
  }

  /// Empty text is nothing.
  private static func text(_ row: Row, _ index: Int) -> String? {
    row.text(index).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Takes away the row of one that is not, or is another.
  static func remove(_ id: String, _ database: Database) throws {
    try database.execute(sql: "DELETE FROM establishments WHERE uuid = ?", arguments: [id])
  }

  /// Makes the row of an establishment what its events add up to.
  ///
  /// - Parameter isNew: Whether it has no row yet.
  static func write(
    _ establishment: Establishment, isNew: Bool = false, _ database: Database
  ) throws {
    let blob = establishment.position.map { Data(GeoPackageParts.blob(of: $0)) }
    var arguments: [(any DatabaseValueConvertible)?] = [blob]
    arguments += columns.map { establishment.text($0) }
    arguments.append(establishment.id)
    if !isNew {
      try database.cachedStatement(sql: update).execute(arguments: StatementArguments(arguments))
      guard database.changesCount == 0 else { return }
    }
    try database.cachedStatement(sql: insertion).execute(arguments: StatementArguments(arguments))
  }

  // Made once: an import asks for them with each row.
  private static let update: String = {
    let assignments = names.map { "\($0) = ?" }.joined(separator: ", ")
    return "UPDATE establishments SET geom = ?, \(assignments) WHERE uuid = ?"
  }()
  private static let insertion: String = {
    let marks = repeatElement("?", count: columns.count + 2).joined(separator: ", ")
    return """
      INSERT INTO establishments (geom, \(names.joined(separator: ", ")), uuid) VALUES (\(marks))
      """
  }()
}
