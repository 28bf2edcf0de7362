package import CoverageEngine
import Foundation
import GRDB
import RelaisFormats
package import RelaisGeo

/// The whole check of a registry, on demand; opening it did the fast part.
package enum RegistryVerification {
  /// What is wrong, in the order of the checks; empty for a sound file.
  ///
  /// - Parameter area: Where positions should lie, if that is known.
  /// - Throws: ``RegistryError`` for a file that cannot be opened or read at all.
  package static func problems(
    of store: RegistryStore, within area: Envelope? = nil
  ) throws(RegistryError) -> [RegistryProblem] {
    try store.read { try problems(in: $0, within: area, isThorough: true) }
  }

  /// Files up to this size are checked at each write: it takes about a tenth of a second a megabyte, which is 500 shops.
  private static let checkedAtWrites = 2 << 20

  /// - Throws: ``RegistryError/unsound(file:_:)`` where a change would be built on damage.
  ///
  /// Of a large file, what can be told without reading all of it. A geometry that cannot be read is put back by the write.
  static func refuseDamage(in queue: DatabaseQueue, file: String) throws {
    let found = try queue.read { database in
      let size = try Int.fetchOne(
        database, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
      return try size ?? 0 <= checkedAtWrites
        ? problems(in: database, within: nil, isThorough: false)
        : format(database) + missing(database)
    }
    if let first = found.first(where: { $0.kind.isDamage && $0.kind != .coordinate }) {
      throw RegistryError.unsound(file: file, first)
    }
  }

  /// - Parameter isThorough: Whether each index of each table is compared with it.
  static func problems(
    in database: Database, within area: Envelope?, isThorough: Bool
  ) throws -> [RegistryProblem] {
    var problems = try integrity(database, isThorough: isThorough)
    // A file whose pages are wrong is not worth asking further.
    guard problems.isEmpty else { return problems }
    problems += try missing(database)
    // Nor one that lacks tables.
    let lacksTables = problems.contains { problem in
      if case .missing(let name) = problem.subject {
        return ["table ", "column "].contains { name.hasPrefix($0) }
      }
      return false
    }
    if lacksTables { return problems }
    problems += try format(database)
    problems += try foreignKeys(database)
    problems += try index(database)
    problems += try coordinates(database, area)
    problems += try rows(database)
    return problems
  }

  /// Tables, triggers and rows of system tables that are gone.
  private static func missing(_ database: Database) throws -> [RegistryProblem] {
    let steps = try RegistryMigrator.appliedSteps(database)
    let objects = try RegistryObjects(of: database, steps: steps).missing.map {
      String($0.dropFirst(3))
    }
    let rows = try SystemRow.missing(from: database, steps: steps).map(\.name)
    return (objects + rows).map { .init(.format, .missing($0)) }
  }

  private static func integrity(
    _ database: Database, isThorough: Bool
  ) throws -> [RegistryProblem] {
    let check = isThorough ? "integrity_check" : "quick_check"
    return try String.fetchAll(database, sql: "PRAGMA \(check)(20)").filter { $0 != "ok" }.map {
      RegistryProblem(.integrity, .message($0))
    }
  }

  private static func format(_ database: Database) throws -> [RegistryProblem] {
    var problems: [RegistryProblem] = []
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    if version != GeoPackageParts.userVersion {
      problems.append(.init(.format, .setting("user_version", version)))
    }
    let system = try Int.fetchOne(
      database,
      sql: "SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = 'establishments'")
    if system != 4326 {
      problems.append(.init(.format, .setting("srs_id", system ?? -2)))
    }
    let applied = Set(try RegistryMigrator.applied(database))
    problems += RegistrySchema.steps.filter { !applied.contains($0.name) }.map {
      .init(.olderSchema, .step($0.name))
    }
    return problems
  }

  private static func foreignKeys(_ database: Database) throws -> [RegistryProblem] {
    try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { row in
      RegistryProblem(.foreignKey, .row(table: row.text(0) ?? "", id: row.value(1)))
    }
  }

  /// Boxes of the index, which are in single precision, against those of the geometries.
  private static func index(_ database: Database) throws -> [RegistryProblem] {
    let check = try String.fetchAll(
      database, sql: "SELECT rtreecheck('main', 'rtree_establishments_geom')")
    var problems = check.filter { $0 != "ok" }.map {
      RegistryProblem(.index, .message($0))
    }
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT e.fid, r.id, e.geom, r.minx, r.maxx, r.miny, r.maxy FROM establishments e
        LEFT JOIN rtree_establishments_geom r ON r.id = e.fid
        UNION ALL
        SELECT NULL, r.id, NULL, r.minx, r.maxx, r.miny, r.maxy FROM rtree_establishments_geom r
        WHERE r.id NOT IN (SELECT fid FROM establishments)
        """)
    for row in rows {
      let key: Int64? = row.value(0)
      let entry: Int64? = row.value(1)
      let box = (row.value(2) as Data?).flatMap { GeoPackageParts.envelope(of: [UInt8]($0)) }
      guard let box else {
        if entry != nil {
          problems.append(.init(.index, .feature(key ?? entry ?? 0)))
        }
        continue
      }
      let sides: [Double?] = (3...6).map { row.value($0) }
      let exact = [box.minX, box.maxX, box.minY, box.maxY]
      let agrees = zip(sides, exact).allSatisfy { side, exact in
        // Single precision keeps 24 bits: below 2e-5 degrees at 180.
        side.map { abs($0 - exact) <= 2e-5 } ?? false
      }
      if !agrees { problems.append(.init(.index, .feature(key ?? 0))) }
    }
    return problems
  }

  private static func coordinates(
    _ database: Database, _ area: Envelope?
  ) throws -> [RegistryProblem] {
    let blobs = try Row.fetchAll(
      database, sql: "SELECT fid, uuid, geom FROM establishments WHERE geom NOTNULL ORDER BY fid")
    return blobs.compactMap { row in
      let subject: RegistryProblem.Subject =
        row.text(1).map { .establishment($0) } ?? .feature(row.value(0) ?? 0)
      guard let blob: Data = row.value(2), GeoPackageParts.isSound([UInt8](blob)) else {
        return RegistryProblem(.coordinate, subject)
      }
      // What is no point on earth is an edit to be put back, and no record is in danger.
      guard let area, let point = GeoPackageParts.point(of: [UInt8](blob)), point.isGeographic,
        !area.contains(point)
      else { return nil }
      return RegistryProblem(.outside, subject)
    }
  }

  /// Rows against what their events add up to.
  private static func rows(_ database: Database) throws -> [RegistryProblem] {
    var problems: [RegistryProblem] = []
    let unknown = try String.fetchAll(
      database, sql: "SELECT DISTINCT field FROM event_changes ORDER BY field"
    ).filter { EstablishmentField(rawValue: $0) == nil }
    problems += unknown.map { .init(.history, .field($0)) }
    let histories = try EventRecord.histories(database)
    var expected = Dictionary(uniqueKeysWithValues: histories.map { ($0.id, $0) })
    for record in try EstablishmentRecord.all(database) {
      let history = record.id.flatMap { expected.removeValue(forKey: $0) }
      if history?.establishment().map(EstablishmentRecord.texts) != record.texts {
        problems.append(
          .init(.pendingEdit, record.id.map { .establishment($0) } ?? .feature(record.key)))
      }
    }
    problems += expected.values.filter { $0.establishment() != nil }.map(\.id).sorted()
      .map { .init(.pendingEdit, .establishment($0)) }
    problems +=
      try
      (RunTables.problems(database) + SightingRecord.problems(database)
      + StreetMapRecord.problems(database) + AnswerTable.problems(database))
    problems += histories.filter { $0.firstForbiddenPassage != nil }.map {
      .init(.history, .establishment($0.id))
    }
    return problems
  }
}
