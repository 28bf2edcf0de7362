import GRDB

/// A row that says how the tables of a GeoPackage are to be read.
struct SystemRow {
  /// The tables of such rows, and which columns say so; a town may describe its layers as it likes.
  static let tables: [(name: String, columns: [String])] = [
    ("gpkg_spatial_ref_sys", ["srs_id", "organization", "organization_coordsys_id"]),
    ("gpkg_contents", ["table_name", "data_type", "srs_id"]),
    (
      "gpkg_geometry_columns",
      ["table_name", "column_name", "geometry_type_name", "srs_id", "z", "m"]
    ),
    ("gpkg_extensions", ["table_name", "column_name", "extension_name"]),
    ("gpkg_ogr_contents", ["table_name"]),
  ]

  var table: String
  /// All of it, as a registry has it when it is made.
  var row: Row

  /// `gpkg_contents events`.
  var name: String { table + " " + row.map { $0.1.description }[0].filter { $0 != "\"" } }

  /// Those that are gone from a registry, or say something else.
  static func missing(
    from database: Database, steps: [RegistrySchema.Step]
  ) throws -> [SystemRow] {
    let expected = try RegistryObjects.systemRows(steps)
    return try tables.flatMap { table -> [SystemRow] in
      guard try database.tableExists(table.name) else { return [] }
      let columns = table.columns.joined(separator: ", ")
      let found = Set(
        try Row.fetchAll(database, sql: "SELECT \(columns) FROM \(table.name)")
          .map { $0.map(\.1) })
      return expected.filter { $0.table == table.name }
        .filter { one in
          !found.contains(table.columns.map { one.row[$0] as DatabaseValue })
        }
        .map { SystemRow(table: $0.table, row: $0.row) }
    }
  }

  /// Writes it, in place of one of its key that says something else.
  func write(to database: Database) throws {
    let places = row.map { _ in "?" }.joined(separator: ", ")
    try database.execute(
      sql: "INSERT OR REPLACE INTO \(table) VALUES (\(places))",
      arguments: StatementArguments(row.map(\.1)))
  }
}
