import GRDB
import RelaisFormats

/// The counts of rows that a GeoPackage keeps of its tables (`gpkg_ogr_contents`), while many rows are added.
///
/// A trigger counts each row, which takes longer than to write it. As GDAL does when it fills a table, triggers are put aside
/// meanwhile, within the transaction, and counts are made true at its end.
enum RowCounts {
  /// The rows of a list from which on it is worth the while.
  static let worthwhile = 200

  /// Adds rows; an error leaves the triggers away, and is to end the transaction.
  static func setAside<Value>(
    in database: Database, _ body: () throws -> Value
  ) throws -> Value {
    let triggers = try Row.fetchAll(
      database,
      sql: """
        SELECT name, tbl_name, sql FROM sqlite_master
        WHERE type = 'trigger' AND name LIKE 'trigger\\_insert\\_feature\\_count\\_%' ESCAPE '\\'
        ORDER BY name
        """
    ).map { row -> (name: String, table: String, sql: String) in
      (try row.required(0), try row.required(1), try row.required(2))
    }
    func count(_ table: String) throws -> Int {
      try Int.fetchOne(database, sql: "SELECT count(*) FROM \(GeoPackageParts.quoted(table))") ?? 0
    }
    let before = try triggers.map { try count($0.table) }
    for trigger in triggers {
      try database.execute(sql: "DROP TRIGGER \(GeoPackageParts.quoted(trigger.name))")
    }
    let value = try body()
    for (trigger, before) in zip(triggers, before) {
      try database.execute(
        sql: """
          UPDATE gpkg_ogr_contents SET feature_count = feature_count + ?
          WHERE lower(table_name) = lower(?)
          """, arguments: [try count(trigger.table) - before, trigger.table])
      try database.execute(sql: trigger.sql)
    }
    return value
  }
}
