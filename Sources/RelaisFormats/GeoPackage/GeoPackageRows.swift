import Foundation
import GRDB
import RelaisGeo

/// The rows of one layer, becoming features.
struct GeoPackageRows {
  private(set) var features: [Feature] = []
  private(set) var rejected: [DamagedRow] = []
  private let layer: GeoPackageReader.Layer
  private let limit: Int?
  private let box: Envelope?
  private let arcs: ArcStroke

  private struct KeysOutOfOrder: Error, CustomStringConvertible {
    var description: String { "the rows of a table are not in the order of their keys" }
  }

  private struct NoKey: Error, CustomStringConvertible {
    var description: String { "the rows of a table have no key" }
  }

  /// - Parameters:
  ///   - limit: Rows to read at most; all if `nil`.
  ///   - box: What its index says to lie elsewhere is left out, in the layer's own coordinates; without an index all is read.
  init(layer: GeoPackageReader.Layer, limit: Int? = nil, inside box: Envelope? = nil) {
    self.layer = layer
    self.limit = limit
    self.box = box
    let system = layer.referenceSystem
    arcs = .withinAMillimetre(
      degrees: system.code == 4326 || system.definition.uppercased().hasPrefix("GEOG"))
  }

  mutating func read(from database: Database) throws {
    let declared = try GeoPackageCatalogue.columns(of: layer.name, database)
    // A table's own integer key is another name of its rowid; a column may bear one of these names.
    let key = ["rowid", "_rowid_", "oid"].first { name in
      !declared.contains { $0.name.lowercased() == name }
    }
    guard let key else { throw NoKey() }
    let types = Dictionary(declared.map { ($0.name, $0.type) }, uniquingKeysWith: { a, _ in a })
    let booleans = layer.columns.map { types[$0]?.uppercased().hasPrefix("BOOL") ?? false }
    let columns = [layer.geometryColumn] + layer.columns
    let names = columns.map { SQLName.quoted($0) }.joined(separator: ", ")
    let near = try filter(key, database)
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT \(key), \(names) FROM \(SQLName.quoted(layer.name))\(near.sql) ORDER BY \(key)",
      arguments: near.arguments)
    var number = 0
    var last: Int64?
    while number < limit ?? .max, let row = try rows.next() {
      number += 1
      let value: DatabaseValue = row[0]
      guard case .int64(let key) = value.storage else { throw NoKey() }
      // Pages that lead back to one another would be read without end.
      if let last, key <= last { throw KeysOutOfOrder() }
      last = key
      try take(row, id: String(key), place: .record(number), booleans: booleans)
    }
  }

  /// What asks the layer's index for the rows in the box.
  private func filter(
    _ key: String, _ database: Database
  ) throws -> (sql: String, arguments: StatementArguments) {
    let index = "rtree_\(layer.name)_\(layer.geometryColumn)"
    guard let box, try database.tableExists(index) else { return ("", []) }
    return (
      """
       WHERE \(key) IN (SELECT id FROM \(SQLName.quoted(index))
      WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?)
      """, [box.minX, box.maxX, box.minY, box.maxY]
    )
  }

  private mutating func take(
    _ row: Row, id: String, place: SourcePlace, booleans: [Bool]
  ) throws {
    var feature = Feature(id: id, geometry: nil, attributes: [:], place: place)
    do {
      feature.geometry = try geometry(of: row)
    } catch let defect as RowDefect {
      rejected.append(
        DamagedRow(place: place, id: id, defect: defect))
      return
    }
    feature.attributes.reserveCapacity(layer.columns.count)
    for (index, name) in layer.columns.enumerated() {
      let value: DatabaseValue = row[index + 2]
      switch value.storage {
      case .null: feature.attributes[name] = .null
      case .int64(let number):
        feature.attributes[name] =
          booleans[index] && (number == 0 || number == 1) ? .bool(number == 1) : .integer(number)
      case .double(let number): feature.attributes[name] = .real(number)
      case .string(let text): feature.attributes[name] = .text(text)
      case .blob: break
      }
    }
    features.append(feature)
  }

  private func geometry(of row: Row) throws -> Geometry? {
    let kind: DatabaseValue = row[1]
    switch kind.storage {
    case .null: return nil
    case .blob(let data):
      return try data.withUnsafeBytes { bytes throws(RowDefect) in
        try GeometryBlob.read(bytes, arcs: arcs)
      }
    default:
      throw RowDefect.invalidGeometry("not a blob")
    }
  }
}
