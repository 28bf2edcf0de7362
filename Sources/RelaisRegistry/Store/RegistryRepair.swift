package import CoverageEngine
import Foundation
import GRDB
import RelaisFormats

/// Mends what can be made again without a record being lost: what says how tables are to be read, indexes, triggers, and
/// geometries whose events are there.
package enum RegistryRepair {
  /// What was mended, and where the file as it was is kept.
  package struct Outcome: Hashable, Sendable {
    package var mended: [RegistryProblem]
    package var kept: String
  }

  /// Mends a copy, proves it sound, and only then puts its content in the registry's place.
  ///
  /// - Parameter suffix: What the name of the file as it was gets.
  /// - Returns: `nil` where nothing is to be mended.
  /// - Throws: ``RegistryError``, ``RegistryError/notRepairable(file:_:)`` among them; the registry is then as it was.
  package static func repair(
    _ path: String, keepingAs suffix: String
  ) throws(RegistryError) -> Outcome? {
    let store = try RegistryStore(path: path, for: .checking)
    defer { store.close() }
    let damage = try RegistryVerification.problems(of: store).filter(\.kind.isDamage)
    guard !damage.isEmpty else { return nil }
    if let hopeless = damage.first(where: { !isMendable($0) }) {
      throw .notRepairable(file: path, hopeless)
    }
    let kept = path + suffix
    do {
      let aside = AtomicFile.sibling(of: try AtomicFile.resolved(path))
      defer {
        for end in ["", "-journal"] { unlink(aside + end) }
        Leftovers.forget(aside)
      }
      try RegistryBackup.exchange(path, keepingAs: kept) { target in
        try RegistryCopy.keep(target, as: aside)
        return try mended(aside, damage, file: path)
      }
    } catch {
      throw RegistryFailure.error(error, file: path)
    }
    return Outcome(mended: damage, kept: kept)
  }

  private static func isMendable(_ problem: RegistryProblem) -> Bool {
    switch (problem.kind, problem.subject) {
    case (.index, _), (.coordinate, .establishment), (.format, .setting): true
    case (.format, .missing(let name)):
      !name.hasPrefix("column ")
        && (!name.hasPrefix("table ") || name.hasPrefix("table gpkg_")
          || name.hasPrefix("table rtree_"))
    // A row that describes a layer and refers to another of its kind, which is made again.
    case (.foreignKey, .row(let table, _)): table.hasPrefix("gpkg_")
    // SQLite's words for an index that does not follow its table.
    case (.integrity, .message(let text)):
      text.contains("missing from index") || text.contains("wrong # of entries in index")
    default: false
    }
  }

  /// The copy, open, in which nothing is wrong any more.
  private static func mended(
    _ copy: String, _ damage: [RegistryProblem], file: String
  ) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(
      path: copy.hasPrefix("/") ? copy : "./" + copy,
      configuration: RegistryConnection.configuration())
    do {
      let left = try queue.writeWithoutTransaction { database in
        // References between rows that are missing and those that are there are checked below.
        try database.execute(sql: "PRAGMA trusted_schema = ON; PRAGMA foreign_keys = OFF")
        try database.inTransaction(.immediate) {
          try mend(damage, in: database)
          return .commit
        }
        return try RegistryVerification.problems(in: database, within: nil, isThorough: true)
          .filter(\.kind.isDamage)
      }
      if let first = left.first { throw RegistryError.notRepairable(file: file, first) }
      return queue
    } catch {
      try? queue.close()
      throw error
    }
  }

  private static func mend(_ damage: [RegistryProblem], in database: Database) throws {
    let steps = try RegistryMigrator.appliedSteps(database)
    let kinds = Set(damage.map(\.kind))
    if kinds.contains(.integrity) { try database.execute(sql: "REINDEX") }
    try database.execute(sql: "PRAGMA user_version = \(GeoPackageParts.userVersion)")
    let remakes = try RegistryObjects(of: database, steps: steps).remakes
    for sql in remakes { try database.execute(sql: sql) }
    for row in try SystemRow.missing(from: database, steps: steps) { try row.write(to: database) }
    let histories = try EventRecord.histories(database)
    for case (.coordinate, .establishment(let id)) in damage.map({ ($0.kind, $0.subject) }) {
      guard let one = histories.first(where: { $0.id == id })?.establishment() else { continue }
      try EstablishmentRecord.write(one, database)
    }
    try database.execute(
      sql: """
        DELETE FROM rtree_establishments_geom;
        INSERT INTO rtree_establishments_geom
          SELECT fid, ST_MinX(geom), ST_MaxX(geom), ST_MinY(geom), ST_MaxY(geom)
          FROM establishments WHERE geom NOTNULL AND NOT ST_IsEmpty(geom);
        UPDATE gpkg_contents SET min_x = b.x0, max_x = b.x1, min_y = b.y0, max_y = b.y1
        FROM (SELECT min(ST_MinX(geom)) x0, max(ST_MaxX(geom)) x1, min(ST_MinY(geom)) y0,
          max(ST_MaxY(geom)) y1 FROM establishments) b
        WHERE table_name = 'establishments'
        """)
    for table in try String.fetchAll(database, sql: "SELECT table_name FROM gpkg_ogr_contents") {
      guard try database.tableExists(table) else { continue }
      try database.execute(
        sql: """
          UPDATE gpkg_ogr_contents
          SET feature_count = (SELECT count(*) FROM \(GeoPackageParts.quoted(table)))
          WHERE table_name = ?
          """, arguments: [table])
    }
  }
}
