import Foundation
import GRDB
import RelaisGeo

/// The writing of one GeoPackage, inside its one transaction.
struct GeoPackageSession {
  private let database: Database
  private let system: GeoPackageReferenceSystem
  private let lastChange: String
  /// The blob of the row at hand; kept so that it is reserved once.
  private var blob: [UInt8] = []

  private struct WrongGeometry: Error, CustomStringConvertible {
    var layer: String
    var row: Int64
    var type: String
    var description: String { "row \(row) of layer \(layer) is a \(type)" }
  }

  init(database: Database, system: GeoPackageReferenceSystem, lastChange: String) {
    self.database = database
    self.system = system
    self.lastChange = lastChange
  }

  /// The tables every file has, and the reference systems.
  func writeCommon() throws {
    try database.execute(sql: GeoPackageSchema.common)
    var systems: [GeoPackageReferenceSystem] = [.undefinedCartesian, .undefinedGeographic, .wgs84]
    if let same = systems.firstIndex(where: { $0.id == system.id }) {
      // The two undefined ones are fixed by the standard.
      if system.id > 0 { systems[same] = system }
    } else {
      systems.append(system)
    }
    for system in systems {
      try database.execute(
        sql: "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)",
        arguments: [
          system.name, system.id, system.organisation, system.code, system.definition,
        ])
    }
  }

  /// One table: rows, index, then the triggers, which would call functions SQLite lacks.
  mutating func write(_ layer: GeoPackageLayer) throws {
    try database.execute(sql: GeoPackageSchema.table(layer))
    if layer.geometryType != nil { try database.execute(sql: GeoPackageSchema.index(layer)) }
    let (count, box) = try writeRows(of: layer)
    if layer.geometryType != nil {
      try database.execute(sql: GeoPackageSchema.indexTriggers(layer))
    }
    try database.execute(sql: GeoPackageSchema.countTriggers(layer))
    try database.execute(
      sql: "INSERT INTO gpkg_ogr_contents VALUES (?, ?)", arguments: [layer.name, count])
    try register(
      layer.name, layer.identifier, layer.description, box: box, type: layer.geometryType)
  }

  private func register(
    _ name: String, _ identifier: String, _ description: String, box: Envelope,
    type: GeoPackageLayer.GeometryType?
  ) throws {
    func side(_ value: Double) -> Double? { box.isEmpty ? nil : value }
    try database.execute(
      sql: "INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        name, type == nil ? "attributes" : "features", identifier, description, lastChange,
        side(box.minX), side(box.minY), side(box.maxX), side(box.maxY),
        type == nil ? nil : system.id,
      ])
    guard let type else { return }
    try database.execute(
      sql: "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
      arguments: [name, type.rawValue, system.id])
    try database.execute(
      sql: """
        INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index',
        'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')
        """, arguments: [name])
  }

  private mutating func writeRows(
    of layer: GeoPackageLayer
  ) throws -> (count: Int64, box: Envelope) {
    let width = layer.columns.count
    var insert = try BulkInsert(
      into: layer.name, width: width + (layer.geometryType == nil ? 1 : 2), database)
    var index = PackedIndex()
    var key: Int64 = 0
    var box = Envelope.empty
    for row in layer.rows {
      key += 1
      precondition(row.values.count == width, "a row has one value for each column")
      insert.add(key)
      if let type = layer.geometryType {
        if let envelope = try encode(row.geometry, as: type, layer: layer.name, row: key) {
          insert.add(blob)
          box.extend(to: Position(x: envelope.minX, y: envelope.minY))
          box.extend(to: Position(x: envelope.maxX, y: envelope.maxY))
          index.add(key, envelope)
        } else {
          insert.addNull()
        }
      }
      for value in row.values { GeoPackageSession.add(value, to: &insert) }
      try insert.endRow()
    }
    if layer.geometryType != nil {
      try index.write(to: GeoPackageSchema.indexName(layer), in: database)
    }
    return (key, box)
  }

  /// Puts a geometry into `blob`; its envelope, or `nil` when there is nothing to write.
  private mutating func encode(
    _ geometry: Geometry?, as type: GeoPackageLayer.GeometryType, layer: String, row: Int64
  ) throws -> Envelope? {
    guard let geometry, geometry.isFinite else { return nil }
    let envelope = geometry.envelope
    guard !envelope.isEmpty else { return nil }
    guard let taken = type.taking(geometry) else {
      throw WrongGeometry(layer: layer, row: row, type: geometry.typeName)
    }
    blob.removeAll(keepingCapacity: true)
    GeometryBlob.append(taken, envelope: envelope, srsID: system.id, to: &blob)
    return envelope
  }

  private static func add(_ value: AttributeValue, to row: inout BulkInsert) {
    switch value {
    case .null: row.addNull()
    case .bool(let value): row.add(value ? 1 : 0 as Int64)
    case .integer(let value): row.add(value)
    case .real(let value): row.add(value)
    case .text(let value): row.add(harmless(value))
    }
  }

  /// Text without control characters, tabs and line ends aside: what reads a file may print it on a terminal.
  private static func harmless(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { scalar in
          scalar.properties.generalCategory != .control || ["\t", "\n", "\r"].contains(scalar)
        }))
  }

  /// What columns are called, as GDAL and QGIS show it.
  func writeColumnTitles(of layers: [GeoPackageLayer]) throws {
    guard layers.contains(where: { $0.columns.contains { $0.title != nil } }) else { return }
    try database.execute(sql: GeoPackageSchema.columnTitles)
    for layer in layers {
      for column in layer.columns {
        guard let title = column.title else { continue }
        try database.execute(
          sql: "INSERT INTO gpkg_data_columns VALUES (?, ?, ?, ?, NULL, NULL, NULL)",
          arguments: [layer.name, column.name, title, title])
      }
    }
  }

  /// The default style of each layer that has one, as QGIS keeps them.
  func writeStyles(of layers: [GeoPackageLayer]) throws {
    let styled = layers.filter { $0.style != nil }
    guard !styled.isEmpty else { return }
    try database.execute(sql: GeoPackageSchema.styles)
    for layer in styled {
      try database.execute(
        sql: """
          INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,
          f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, ui,
          update_time) VALUES ('', '', ?, ?, ?, ?, '', 1, ?, '', NULL, ?)
          """,
        arguments: [
          layer.name, layer.geometryType == nil ? "" : GeoPackageLayer.geometryColumn,
          layer.name, layer.style, layer.description, lastChange,
        ])
    }
    try register("layer_styles", "layer_styles", "", box: .empty, type: nil)
    try database.execute(
      sql: "INSERT INTO gpkg_ogr_contents VALUES ('layer_styles', ?)", arguments: [styled.count])
  }
}
