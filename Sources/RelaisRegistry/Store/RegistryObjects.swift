import GRDB

/// The tables, indexes and triggers of a registry, against those it should have.
enum RegistryObjects {
  private struct Object: Hashable {
    var type: String
    var name: String
    var sql: String
  }

  /// Triggers and views that no step made, or that are not as it made them, and tables or columns
  /// that are gone. Further tables and columns are the user's own affair.
  static func foreign(in database: Database, steps: [RegistrySchema.Step]) throws -> [String] {
    let expected = try expected(steps)
    let found = try objects(database)
    let known = Set(expected.0)
    var result = found.filter { ["trigger", "view"].contains($0.type) && !known.contains($0) }
      .map { "\($0.type) \($0.name)" }
    let names = Set(found.map { "\($0.type) \($0.name)" })
    result += expected.0.map { "\($0.type) \($0.name)" }.filter { !names.contains($0) }
      .map { "no \($0)" }
    let present = Set(try columns(of: database))
    result += expected.1.filter { !present.contains($0) }.map { "no column \($0)" }
    return result.sorted()
  }

  /// `table.column` of all that the program makes.
  static func ownColumns() throws -> Set<String> {
    Set(try expected(RegistrySchema.steps).1)
  }

  private static func expected(_ steps: [RegistrySchema.Step]) throws -> ([Object], [String]) {
    try DatabaseQueue().inDatabase { other in
      try RegistryMigrator.build(other, steps: steps)
      return (try objects(other), try columns(of: other))
    }
  }

  private static func objects(_ database: Database) throws -> [Object] {
    try Row.fetchAll(
      database, sql: "SELECT type, name, sql FROM sqlite_master WHERE sql NOTNULL ORDER BY name"
    ).map { row in
      let text: String = try row.required(2)
      return Object(
        type: try row.required(0), name: try row.required(1),
        sql: text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
  }

  private static func columns(of database: Database) throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c
        WHERE m.type = 'table' AND m.name NOT LIKE 'rtree_%' ORDER BY 1
        """)
  }
}
