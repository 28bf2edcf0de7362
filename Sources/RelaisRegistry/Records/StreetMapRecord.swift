package import CoverageEngine
import Foundation
import GRDB
import RelaisFormats
package import RelaisGeo

/// The streets to cover as the runs from one day on knew them, as a row of its table.
///
/// A row stands for all days until the next one: streets that did not change are not written again. Only the last
/// ``kept`` stay. Nobody's data are in it.
package struct StreetMapRecord: Sendable {
  /// The day of the first run that knew them.
  package var day: CalendarDay
  private var fingerprint: String
  private var bytes: [UInt8]

  /// How many maps a registry keeps.
  static let kept = 8

  /// The streets; `nil` where the row is damaged.
  package func map() -> StreetMap? {
    guard let content = Deflated.content(of: bytes), Fingerprint.of(content) == fingerprint else {
      return nil
    }
    return StreetMapBytes.map(content)
  }

  /// All that can be read, by day. A file of an older version, opened for reading only, has no such table yet.
  static func all(_ database: Database) throws -> [StreetMapRecord] {
    try rows(database).compactMap(\.record)
  }

  /// What of the rows cannot be read, as `verify` names it.
  static func problems(_ database: Database) throws -> [RegistryProblem] {
    try rows(database).filter { $0.record?.map() == nil }.map {
      .init(.history, .row(table: "street_maps", id: $0.id ?? 0))
    }
  }

  private static func rows(
    _ database: Database
  ) throws -> [(id: Int64?, record: StreetMapRecord?)] {
    guard try database.tableExists("street_maps") else { return [] }
    return try Row.fetchAll(
      database, sql: "SELECT id, as_of, fingerprint, streets FROM street_maps ORDER BY as_of, id"
    ).map { row in
      guard let day = row.text(1).flatMap({ CalendarDay($0) }), let fingerprint = row.text(2),
        let streets: Data = row.value(3)
      else { return (row.value(0), nil) }
      return (
        row.value(0),
        StreetMapRecord(day: day, fingerprint: fingerprint, bytes: [UInt8](streets))
      )
    }
  }

  /// Keeps the streets of a day, unless they are those known already; of one day, the last ones stay.
  static func write(_ map: StreetMap, _ day: CalendarDay, _ database: Database) throws {
    let content = StreetMapBytes.bytes(of: map)
    let fingerprint = Fingerprint.of(content)
    let known = try all(database).filter { $0.day <= day && $0.map() != nil }
    if known.last?.fingerprint == fingerprint { return }
    try database.execute(sql: "DELETE FROM street_maps WHERE as_of = ?", arguments: [day.iso])
    if known.last(where: { $0.day < day })?.fingerprint == fingerprint { return }
    try database.execute(
      sql: "INSERT INTO street_maps (as_of, fingerprint, streets) VALUES (?, ?, ?)",
      arguments: [day.iso, fingerprint, Data(Deflated.bytes(of: content))])
    try database.execute(
      sql: """
        DELETE FROM street_maps WHERE id NOT IN
          (SELECT id FROM street_maps ORDER BY as_of DESC, id DESC LIMIT ?)
        """, arguments: [kept])
  }
}
