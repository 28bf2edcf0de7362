package import RelaisGeo

/// The parts of a GeoPackage that another module of this package builds one with.
package enum GeoPackageParts {
  package static let applicationID = GeoPackageSchema.applicationID
  package static let userVersion = GeoPackageSchema.userVersion

  /// The tables every file has.
  package static let commonTables = GeoPackageSchema.common

  /// The reference systems every file has, as SQL.
  package static var standardSystems: String {
    [.undefinedCartesian, .undefinedGeographic, .wgs84].map { (system: GeoPackageReferenceSystem) in
      let texts = [system.name, system.organisation, system.definition].map(SQLName.literal)
      return """
        INSERT INTO gpkg_spatial_ref_sys
        VALUES (\(texts[0]), \(system.id), \(texts[1]), \(system.code), \(texts[2]), NULL);
        """
    }.joined(separator: "\n")
  }

  /// The index of a layer of points, and the triggers that keep it and the count true.
  package static func indexAndTriggers(ofPointLayer name: String) -> String {
    let layer = GeoPackageLayer(
      name: name, geometryType: .point, columns: [], rows: EmptyCollection())
    return [
      GeoPackageSchema.index(layer) + ";", GeoPackageSchema.indexTriggers(layer),
      GeoPackageSchema.countTriggers(layer),
    ].joined(separator: "\n")
  }

  /// The triggers that keep the count of a table without geometries true.
  package static func countTriggers(ofTable name: String) -> String {
    GeoPackageSchema.countTriggers(
      GeoPackageLayer(name: name, geometryType: nil, columns: [], rows: EmptyCollection()))
  }

  /// A point in WGS 84 as a GeoPackage keeps it.
  ///
  /// - Precondition: The position is finite.
  package static func blob(of point: Position) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    GeometryBlob.append(.point(point), envelope: .empty, srsID: 4326, to: &bytes)
    return bytes
  }

  /// The geometry of a blob; `nil` when it is empty or cannot be read.
  package static func geometry(of blob: [UInt8]) -> Geometry? {
    blob.withUnsafeBytes { bytes -> Geometry? in try? GeometryBlob.read(bytes) }
  }

  /// The point of a blob, also one that a program wrote as a multipoint of one; `nil` for anything else.
  package static func point(of blob: [UInt8]) -> Position? {
    switch geometry(of: blob) {
    case .point(let point)?: point
    case .multiPoint(let points)? where points.count == 1: points[0]
    case .multiPoint, .lineString, .multiLineString, .polygon, .multiPolygon, nil: nil
    }
  }

  /// Whether a blob is a geometry of GeoPackages at all, empty ones and those that are no point too, with numbers for
  /// coordinates.
  package static func isSound(_ blob: [UInt8]) -> Bool {
    blob.withUnsafeBytes { bytes in
      do {
        return try GeometryBlob.read(bytes)?.isFinite ?? true
      } catch { return false }
    }
  }

  /// The box of a blob's geometry; `nil` when it is empty or cannot be read.
  package static func envelope(of blob: [UInt8]) -> Envelope? { geometry(of: blob)?.envelope }

  package static func quoted(_ name: String) -> String { SQLName.quoted(name) }
}
