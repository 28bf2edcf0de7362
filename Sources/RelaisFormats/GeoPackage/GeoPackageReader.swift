import Foundation
import GRDB
public import RelaisGeo

/// Reads a GeoPackage made by anyone, and lets it run nothing.
///
/// The file is opened for reading only, its schema not trusted; layers that are views or virtual
/// tables are refused, generated columns not read. Nothing is written, to it or beside it: of a file
/// left in write-ahead mode a private copy is read.
public final class GeoPackageReader {
  /// A layer of features.
  public struct Layer: Hashable, Sendable {
    /// The table's name.
    public var name: String
    /// The title people see, where there is one.
    public var identifier: String?
    public var geometryColumn: String
    /// As declared, in capitals: `MULTILINESTRING`, `GEOMETRY`.
    public var geometryType: String
    public var referenceSystem: GeoPackageReferenceSystem
    /// Attribute columns, in the table's order.
    public var columns: [String]
  }

  /// The path errors name.
  public let path: String
  /// The layers, in the order the file lists them.
  public private(set) var layers: [Layer] = []
  /// Feature layers that are not plain tables, or lack their table or column. They are not read.
  public private(set) var refusedLayers: [String] = []
  /// Those of them that are views.
  public private(set) var views: [String] = []

  /// What GDAL warned of where it made the GeoPackage of another format.
  public private(set) var warnings: [String] = []
  /// What its features stand in, as reports name it.
  public private(set) var container: SourceFormat.Container = .geoPackage

  private let queue: DatabaseQueue
  private let copy: PrivateCopy?

  /// Opens a file and lists its layers.
  ///
  /// - Throws: `FormatError.notFound`, `.isDirectory`, `.notReadable`, `.empty`, `.unknownFormat`
  ///   (`sqlite` for a database of another kind), `.damaged`.
  public convenience init(path: String) throws(FormatError) {
    try self.init(at: path, named: path)
  }

  /// Opens a GeoPackage, compressed or not, or what GDAL makes of another format; errors name the file
  /// that is given.
  ///
  /// - Parameter layer: Of an address with several, the one that is wanted.
  /// - Throws: as ``init(path:)``; `.notConverted` where GDAL cannot read it, `.unknownFormat` where it
  ///   is not installed, `.layerNotEvident` for an address with several layers.
  public static func open(
    _ path: String, layer: String? = nil
  ) throws(FormatError) -> GeoPackageReader {
    if let made = try ConvertedPackage.of(path, ForeignFormat(of: path), layer: layer) {
      return made
    }
    return try GeoPackageReader(path: path)
  }

  /// What was made of a file.
  convenience init(
    path: String, of original: String, _ conversion: Conversion
  ) throws(FormatError) {
    try self.init(at: path, named: original)
    warnings = conversion.warnings
    container = conversion.format.container
  }

  init(at place: String, named path: String) throws(FormatError) {
    let head = try RawFile(path: place).read(atMost: 100)
    guard !head.isEmpty else { throw .empty(file: path) }
    guard head.starts(with: "SQLite format 3\0".utf8) else {
      throw .unknownFormat(file: path, looksLike: FormatSignature.name(of: head))
    }
    self.path = path
    // An absolute or ./ path cannot be taken for a URI.
    let plain = place.hasPrefix("/") ? place : "./" + place
    do {
      (queue, copy) = try GeoPackageReader.open(
        plain, isWriteAhead: head.count > 19 && head[19] == 2)
      (layers, refusedLayers, views) = try queue.unsafeRead {
        try GeoPackageCatalogue.layers($0)
      }
    } catch let error as FormatError {
      throw error
    } catch GeoPackageCatalogue.Problem.notGeoPackage {
      throw .unknownFormat(file: path, looksLike: "sqlite")
    } catch {
      throw GeoPackageReader.failure(error, file: path)
    }
  }

  /// A layer by its table's name, case aside.
  ///
  /// - Throws: `FormatError.onlyViews` where it is a view, `.layerAbsent` with the names there are.
  public func layer(named name: String) throws(FormatError) -> Layer {
    if let layer = layers.first(where: { $0.name.lowercased() == name.lowercased() }) {
      return layer
    }
    if let view = views.first(where: { $0.lowercased() == name.lowercased() }) {
      throw .onlyViews(file: path, views: [view])
    }
    throw .layerAbsent(file: path, layer: name, layers: layers.map(\.name))
  }

  /// Reads a whole layer in the order of its keys, or its first rows, or those in a box where the layer has an index.
  ///
  /// A feature's id is its key, its place the number of its row, from 1. Blobs beside the geometry
  /// are left out.
  ///
  /// - Throws: `FormatError.damaged`, `.notReadable`; nothing of the layer is then given.
  /// - Complexity: O(rows).
  public func read(
    _ layer: Layer, atMost limit: Int? = nil, inside box: Envelope? = nil
  ) throws(FormatError) -> (features: [Feature], rejected: [DamagedRow]) {
    do {
      return try queue.unsafeRead { database in
        var rows = GeoPackageRows(layer: layer, limit: limit, inside: box)
        try rows.read(from: database)
        return (rows.features, rows.rejected)
      }
    } catch {
      throw GeoPackageReader.failure(error, file: path)
    }
  }

  /// Whether a row of a layer holds one of some texts in a column, or a number written so.
  ///
  /// - Throws: `FormatError.damaged`, `.notReadable`.
  public func holds(
    _ layer: Layer, column: String, anyOf texts: [String]
  ) throws(FormatError) -> Bool {
    do {
      return try queue.unsafeRead { database in
        let marks = texts.map { _ in "?" }.joined(separator: ", ")
        return try Int.fetchOne(
          database,
          sql: """
            SELECT 1 FROM \(SQLName.quoted(layer.name))
            WHERE CAST(\(SQLName.quoted(column)) AS TEXT) IN (\(marks)) LIMIT 1
            """, arguments: StatementArguments(texts)) != nil
      }
    } catch {
      throw GeoPackageReader.failure(error, file: path)
    }
  }

  private static func open(
    _ path: String, isWriteAhead: Bool
  ) throws -> (DatabaseQueue, PrivateCopy?) {
    guard isWriteAhead else {
      return (try DatabaseQueue(path: path, configuration: configuration()), nil)
    }
    if PrivateCopy.hasLog(path) {
      // Most likely open elsewhere; SQLite's locks then give one state of it.
      do {
        return (try DatabaseQueue(path: path, configuration: configuration()), nil)
      } catch let error as DatabaseError
        where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
      {}
    }
    let copy = try PrivateCopy(of: path)
    return (try DatabaseQueue(path: copy.path, configuration: configuration()), copy)
  }

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA trusted_schema = OFF;
          PRAGMA query_only = ON;
          PRAGMA cell_size_check = ON;
          """)
    }
    return configuration
  }

  private static func failure(_ error: any Error, file: String) -> FormatError {
    if let error = error as? FormatError { return error }
    guard let error = error as? DatabaseError else {
      return .damaged(file: file, place: nil, detail: "\(error)")
    }
    let detail = "SQLite: \(error.message ?? "error \(error.resultCode.rawValue)")"
    switch error.resultCode {
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_BUSY, .SQLITE_LOCKED,
      .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_NOMEM:
      return .notReadable(file: file, detail: detail)
    default:
      return .damaged(file: file, place: nil, detail: detail)
    }
  }
}
