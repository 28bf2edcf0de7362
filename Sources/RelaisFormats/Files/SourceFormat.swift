/// What a file of a run was recognised as.
public enum SourceFormat: Hashable, Sendable {
  case openStreetMap(OpenStreetMap)
  /// Lines of streets.
  case streetLines(Container, Lines)
  /// A table of edges.
  case network
  /// Places or areas by columns of their own.
  case features(Container)
  /// The ministry's directory of schools.
  case schoolDirectory(Container)
  /// INSEE's grid of population.
  case populationGrid(Container)
  /// INSEE's register of establishments.
  case register(Register)
  case addresses(Addresses)
  /// A list of adherents as people keep it.
  case adherents
  case schoolHolidays
  case coverageMatrix
  /// The territory's own registry.
  case registry

  /// What rows or features stand in.
  public enum Container: String, Hashable, Sendable {
    case csv
    case geoJSON = "geojson"
    case geoPackage = "geopackage"
    // What GDAL's programs turn into a GeoPackage.
    case shapefile
    case mapInfo = "mapinfo"
    case flatGeobuf = "flatgeobuf"
    case kml
    case gml
    case sqlite
    case postgreSQL = "postgresql"
    case wfs
  }

  public enum OpenStreetMap: String, Hashable, Sendable {
    case pbf = "osm-pbf"
    case xml = "osm-xml"
    case xmlGzip = "osm-gz"
    case xmlBzip2 = "osm-bz2"
  }

  public enum Register: String, Hashable, Sendable {
    case establishments = "sirene"
    case positions = "sirene-positions"
  }

  /// Whose form a table of addresses has: the national base's (BAN), or a town's own (BAL).
  public enum Addresses: String, Hashable, Sendable {
    case national = "ban-csv"
    case local = "bal-csv"
  }

  /// Whose lines they are, by their columns.
  public enum Lines: String, Hashable, Sendable {
    case openStreetMap = "osm"
    /// Geofabrik's extracts of OpenStreetMap.
    case geofabrik = "geofabrik"
    case bdTopo = "bd-topo"
    case plain = "lines"
  }

  /// A short name, stable: `summary.json` and `relais check` bear it.
  public var code: String {
    switch self {
    case .openStreetMap(let form): form.rawValue
    case .streetLines(let container, let lines): container.rawValue + "-" + lines.rawValue
    case .network: "csv-network"
    case .features(let container): container.rawValue
    case .schoolDirectory(let container): "annuaire-" + container.rawValue
    case .populationGrid(let container): "insee-" + container.rawValue
    case .register(let kind): kind.rawValue
    case .addresses(let format): format.rawValue
    case .adherents: "adherents"
    case .schoolHolidays: "school-holidays-csv"
    case .coverageMatrix: "coverage-matrix"
    case .registry: "registry"
    }
  }

  /// Whether it is made of OpenStreetMap's data, whose licence asks to be named.
  public var isOpenStreetMap: Bool {
    switch self {
    case .openStreetMap, .streetLines(_, .openStreetMap), .streetLines(_, .geofabrik): true
    case .streetLines(_, .bdTopo), .streetLines(_, .plain), .network, .features, .schoolDirectory,
      .populationGrid, .register, .addresses, .adherents, .schoolHolidays, .coverageMatrix,
      .registry:
      false
    }
  }

  /// Whether it is INSEE's register, whose licence asks to be named.
  public var isRegister: Bool {
    if case .register = self { true } else { false }
  }
}
