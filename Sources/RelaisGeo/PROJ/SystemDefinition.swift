import CPROJ

/// What a file has to say of its reference system, as GeoPackage's `gpkg_spatial_ref_sys` does.
public struct SystemDefinition: Hashable, Sendable {
  /// The registry's name: `RGF93 v1 / Lambert-93`.
  public let name: String
  /// `EPSG`, or `NONE` for a local plane.
  public let organisation: String
  /// The registry's code; −1, GeoPackage's undefined plane, for a local one.
  public let code: Int
  /// Well-known text, first dialect as GDAL writes it, on one line; `undefined` for a local plane.
  public let wkt: String

  /// Asks PROJ's registry; a few milliseconds.
  ///
  /// - Throws: ``ProjectionError/unknownCode(_:)``, ``ProjectionError/unavailable(detail:)``, or
  ///   ``ProjectionError/notHorizontal(_:name:)`` if the dialect has no words for the system.
  public init(of system: ReferenceSystem) throws(ProjectionError) {
    guard let code = system.code else {
      self.init(name: "Undefined Cartesian SRS", organisation: "NONE", code: -1, wkt: "undefined")
      return
    }
    let context = try PROJContext()
    let object = try context.makeSystem(system)
    defer { proj_destroy(object) }
    let name = PROJContext.name(of: object)
    let wkt = "MULTILINE=NO".withCString { option -> String? in
      var options: [UnsafePointer<CChar>?] = [option, nil]
      // NULL when the dialect cannot express the system; else owned by the object.
      return proj_as_wkt(context.handle, object, PJ_WKT1_GDAL, &options).map { String(cString: $0) }
    }
    guard let wkt else { throw .notHorizontal(system, name: name) }
    self.init(name: name, organisation: "EPSG", code: code, wkt: wkt)
  }

  private init(name: String, organisation: String, code: Int, wkt: String) {
    self.name = name
    self.organisation = organisation
    self.code = code
    self.wkt = wkt
  }
}
