import Foundation

/// What GDAL's programs read for Relais, by the names errors give these formats (``FormatSignature``).
package enum ForeignFormat: String, CaseIterable, Sendable {
  case shapefile
  case dbf
  case mapInfoTab = "mapinfo-tab"
  case mapInfoExchange = "mapinfo-mif"
  case flatGeobuf = "flatgeobuf"
  case kml
  case gml
  case sqlite
  case xlsx
  case xls
  case ods
  /// `PG:…`, which a person gives.
  case postgreSQL = "postgresql"
  /// `WFS:…`, likewise.
  case wfs

  /// Whether it is read as a table of cells; the others have features.
  var isTable: Bool {
    switch self {
    case .xlsx, .xls, .ods, .dbf: true
    case .shapefile, .mapInfoTab, .mapInfoExchange, .flatGeobuf, .kml, .gml, .sqlite, .postgreSQL,
      .wfs:
      false
    }
  }

  /// Whether an address names a password: as a key, or before the host of a URL.
  static func holdsPassword(_ address: String) -> Bool {
    address.contains(/(?i)(^|[\s;:?&'"])(password|pwd)\s*=/)
      || address.contains(/\/\/[^\/@\s]*:[^\/@\s]+@/)
  }

  /// Whether it is an address and no file.
  package var isAddress: Bool { self == .postgreSQL || self == .wfs }

  /// How reports name what its features stand in.
  var container: SourceFormat.Container {
    switch self {
    case .shapefile, .dbf: .shapefile
    case .mapInfoTab, .mapInfoExchange: .mapInfo
    case .flatGeobuf: .flatGeobuf
    case .kml: .kml
    case .gml: .gml
    case .sqlite: .sqlite
    case .xlsx, .xls, .ods: .csv
    case .postgreSQL: .postgreSQL
    case .wfs: .wfs
    }
  }

  /// The files one is made of: the one that is named, then by name those beside it that bear its name
  /// and an ending of a companion.
  ///
  /// - Complexity: O(files of the folder), for shapefiles and MapInfo; O(1) for others.
  package static func parts(of path: String) -> [String] {
    let (folder, name) = split(path)
    let (stem, ending) = cut(name)
    guard !path.hasPrefix("PG:"), !path.hasPrefix("WFS:") else { return [path] }
    guard ArchiveChoice.inParts.contains(ending.lowercased()) else { return [path] }
    let all =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    let beside = all.filter { other in
      let (otherStem, otherEnding) = cut(other)
      return other != name && otherStem.lowercased() == stem.lowercased()
        && ArchiveChoice.companions.contains(otherEnding.lowercased())
    }
    return [path] + beside.sorted().map { folder.isEmpty ? $0 : folder + "/" + $0 }
  }

  /// Whether a name of a folder is that of a part of another of its files: a `.dbf` beside a `.shp`.
  package static func isCompanion(_ name: String, among names: [String]) -> Bool {
    let (stem, ending) = cut(name)
    guard ArchiveChoice.companions.contains(ending.lowercased()) else { return false }
    // `town.shp.xml` is a companion of `town.shp`.
    return names.contains { other in
      let (otherStem, otherEnding) = cut(other)
      return ArchiveChoice.inParts.contains(otherEnding.lowercased())
        && (otherStem.lowercased() == stem.lowercased() || other.lowercased() == stem.lowercased())
    }
  }

  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    let folder = String(path[..<slash])
    return (folder.isEmpty ? "/" : folder, String(path[path.index(after: slash)...]))
  }

  /// What stands behind the name a part has in common with its main file: `.dbf`.
  package static func ending(of part: String, beside file: String) -> String {
    String(split(part).name.dropFirst(cut(split(file).name).stem.count))
  }

  /// A name without its ending.
  package static func stem(_ name: String) -> String { cut(name).stem }

  static func cut(_ name: String) -> (stem: String, ending: String) {
    guard let dot = name.lastIndex(of: ".") else { return (name, "") }
    return (String(name[..<dot]), String(name[name.index(after: dot)...]))
  }
}
