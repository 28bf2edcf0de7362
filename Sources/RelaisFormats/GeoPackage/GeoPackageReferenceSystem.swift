/// A spatial reference system as a GeoPackage describes it.
public struct GeoPackageReferenceSystem: Hashable, Sendable {
  /// The number layers of the file refer to it by; −1 and 0 are undefined ones.
  public var id: Int32
  public var name: String
  /// Who defined it: `EPSG`.
  public var organisation: String
  /// Its number there: 2154.
  public var code: Int32
  /// Well-known text.
  public var definition: String

  public init(
    id: Int32, name: String, organisation: String, code: Int32, definition: String
  ) {
    self.id = id
    self.name = name
    self.organisation = organisation
    self.code = code
    self.definition = definition
  }

  /// A system of EPSG, whose code is also its id.
  public static func epsg(
    _ code: Int32, name: String, definition: String
  ) -> GeoPackageReferenceSystem {
    GeoPackageReferenceSystem(
      id: code, name: name, organisation: "EPSG", code: code, definition: definition)
  }

  /// Metres of a plane without a place on earth.
  public static let undefinedCartesian = GeoPackageReferenceSystem(
    id: -1, name: "Undefined Cartesian SRS", organisation: "NONE", code: -1,
    definition: "undefined")

  /// Degrees without a datum.
  public static let undefinedGeographic = GeoPackageReferenceSystem(
    id: 0, name: "Undefined geographic SRS", organisation: "NONE", code: 0,
    definition: "undefined")

  public static let wgs84 = GeoPackageReferenceSystem.epsg(
    4326, name: "WGS 84",
    definition: """
      GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,\
      AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,\
      AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],\
      AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]
      """)
}
