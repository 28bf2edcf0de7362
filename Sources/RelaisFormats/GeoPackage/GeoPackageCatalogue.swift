import GRDB

/// What a GeoPackage says it holds.
enum GeoPackageCatalogue {
  enum Problem: Error {
    case notGeoPackage
  }

  /// The most layers a file may list; each is compared with each.
  private static let mostLayers = 2000

  /// Feature layers whose tables can be read, the names of those whose cannot, and which of these are
  /// views.
  static func layers(
    _ database: Database
  ) throws -> (layers: [GeoPackageReader.Layer], refused: [String], views: [String]) {
    for table in ["gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys"] {
      guard try tableName(table, database) != nil else {
        // A GeoPackage of tiles or plain tables has no geometry columns, and no layers.
        if table == "gpkg_geometry_columns" { return ([], [], []) }
        throw Problem.notGeoPackage
      }
    }
    let count = try Int.fetchOne(
      database,
      sql: """
        SELECT max((SELECT count(*) FROM gpkg_contents), (SELECT count(*) FROM gpkg_geometry_columns))
        """)
    guard count ?? 0 <= mostLayers else {
      throw DatabaseError(message: "more than \(mostLayers) layers")
    }
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT c.table_name, c.identifier, g.column_name, g.geometry_type_name, g.srs_id,
          s.srs_name, s.organization, s.organization_coordsys_id, s.definition
        FROM gpkg_contents c
        LEFT JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name)
        LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
        WHERE lower(c.data_type) = 'features'
        ORDER BY c.rowid, g.rowid
        """)
    var layers: [GeoPackageReader.Layer] = []
    var refused: [String] = []
    for row in rows {
      let listed = text(row, 0) ?? ""
      guard let name = try tableName(listed, database), let column = text(row, 2),
        let layer = try layer(row, table: name, geometryColumn: column, database)
      else {
        refused.append(listed)
        continue
      }
      layers.append(layer)
    }
    let views = try String.fetchSet(
      database, sql: "SELECT lower(name) FROM sqlite_master WHERE type = 'view'")
    return (layers, refused, refused.filter { views.contains($0.lowercased()) })
  }

  private static func layer(
    _ row: Row, table: String, geometryColumn: String, _ database: Database
  ) throws -> GeoPackageReader.Layer? {
    var columns: [String] = []
    var geometry: String?
    for (name, type, isKey) in try self.columns(of: table, database) {
      if name.lowercased() == geometryColumn.lowercased() {
        geometry = name
      } else if !isKey, !type.uppercased().hasPrefix("BLOB") {
        columns.append(name)
      }
    }
    guard let geometry else { return nil }
    let id = Int32(truncatingIfNeeded: integer(row, 4) ?? 0)
    return GeoPackageReader.Layer(
      name: table, identifier: text(row, 1), geometryColumn: geometry,
      geometryType: (text(row, 3) ?? "GEOMETRY").uppercased(),
      referenceSystem: GeoPackageReferenceSystem(
        id: id, name: text(row, 5) ?? "", organisation: text(row, 6) ?? "NONE",
        code: Int32(truncatingIfNeeded: integer(row, 7) ?? Int64(id)),
        definition: text(row, 8) ?? "undefined"),
      columns: columns)
  }

  /// A table's columns, without hidden and generated ones.
  static func columns(
    of table: String, _ database: Database
  ) throws -> [(name: String, type: String, isKey: Bool)] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT name, type, pk FROM pragma_table_info(?)", arguments: [table])
    let keys = rows.count { integer($0, 2) ?? 0 > 0 }
    return rows.map { row in
      let type = text(row, 1) ?? ""
      let isKey = keys == 1 && integer(row, 2) == 1 && type.uppercased() == "INTEGER"
      return (text(row, 0) ?? "", type, isKey)
    }
  }

  /// A table's name as the schema has it; `nil` for a view, a virtual table or none.
  private static func tableName(_ name: String, _ database: Database) throws -> String? {
    // Only tables with pages of their own have a root page.
    try Row.fetchOne(
      database,
      sql: """
        SELECT name FROM sqlite_master
        WHERE type = 'table' AND rootpage > 0 AND lower(name) = lower(?)
        """, arguments: [name]
    ).flatMap { text($0, 0) }
  }

  /// A cell's text; `nil` for any other kind of value.
  static func text(_ row: Row, _ index: Int) -> String? {
    let value: DatabaseValue = row[index]
    if case .string(let text) = value.storage { return text }
    return nil
  }

  private static func integer(_ row: Row, _ index: Int) -> Int64? {
    let value: DatabaseValue = row[index]
    switch value.storage {
    case .int64(let number): return number
    case .double(let number): return Int64(exactly: number)
    case .string(let text): return Int64(text)
    default: return nil
    }
  }
}
