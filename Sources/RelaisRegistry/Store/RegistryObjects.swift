import GRDB

/// The tables, indexes and triggers of a registry, against those it should have.
struct RegistryObjects {
  private struct Object: Hashable {
    var type: String
    var name: String
    var sql: String

    var isVirtual: Bool { sql.hasPrefix("CREATE VIRTUAL") }

    /// Whether a table says only how others are to be read, or follows from them.
    var isSystem: Bool { name.hasPrefix("gpkg_") || name.hasPrefix("rtree_") }
  }

  /// Triggers and views that no step made, or that are not as it made them.
  let foreign: [String]
  /// Tables, columns, indexes and triggers that are gone: `no table events`.
  let missing: [String]
  /// What makes those of them again that hold nothing of their own; tables first.
  let remakes: [String]

  /// Further tables and columns are the user's own affair.
  init(of database: Database, steps: [RegistrySchema.Step]) throws {
    let (expected, columns) = try RegistryObjects.expected(steps)
    let found = try RegistryObjects.objects(database)
    let known = Set(expected)
    let names = Set(found.map { "\($0.type) \($0.name)" })
    let gone = expected.filter { !names.contains("\($0.type) \($0.name)") }
    let goneTables = Set(gone.filter { $0.type == "table" }.map(\.name))
    let present = Set(try RegistryObjects.columns(of: database))
    foreign = found.filter { ["trigger", "view"].contains($0.type) && !known.contains($0) }
      .map { "\($0.type) \($0.name)" }.sorted()
    missing =
      (gone.map { "no \($0.type) \($0.name)" }
      + columns.filter { column in
        !present.contains(column) && !goneTables.contains { column.hasPrefix($0 + ".") }
      }.map { "no column \($0)" }).sorted()
    // An index of places makes its own tables.
    let indexes = gone.filter(\.isVirtual).map(\.name)
    remakes =
      (gone.filter { $0.type == "table" && $0.isSystem } + gone.filter { $0.type != "table" })
      .filter { one in !indexes.contains { one.name.hasPrefix($0 + "_") && one.type == "table" } }
      .map(\.sql)
  }

  /// `table.column` of all that the program makes.
  static func ownColumns() throws -> Set<String> {
    Set(try expected(RegistrySchema.steps).1)
  }

  /// Rows of the tables that say how the others are to be read, as the steps write them, by table.
  static func systemRows(_ steps: [RegistrySchema.Step]) throws -> [(table: String, row: Row)] {
    try DatabaseQueue().inDatabase { other in
      try RegistryMigrator.build(other, steps: steps)
      return try SystemRow.tables.flatMap { table in
        try Row.fetchAll(other, sql: "SELECT * FROM \(table.name) ORDER BY 1").map {
          (table.name, $0)
        }
      }
    }
  }

  private static func expected(_ steps: [RegistrySchema.Step]) throws -> ([Object], [String]) {
    guard steps.count == RegistrySchema.steps.count else { return try made(by: steps) }
    return try ofThisProgram.get()
  }

  /// What all steps make: the same each time, and asked for at each opening.
  private static let ofThisProgram = Result { try made(by: RegistrySchema.steps) }

  private static func made(by steps: [RegistrySchema.Step]) throws -> ([Object], [String]) {
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
