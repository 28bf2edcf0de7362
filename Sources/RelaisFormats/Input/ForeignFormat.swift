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
  /// A zip archive that holds one of the others, or a GeoPackage.
  case archive = "zip"
  /// `PG:…`, which a person gives.
  case postgreSQL = "postgresql"
  /// `WFS:…`, likewise.
  case wfs

  /// Whether it is read as a table of cells; the others have features.
  var isTable: Bool {
    switch self {
    case .xlsx, .xls, .ods, .dbf: true
    case .shapefile, .mapInfoTab, .mapInfoExchange, .flatGeobuf, .kml, .gml, .sqlite, .archive,
      .postgreSQL, .wfs:
      false
    }
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
    case .archive: .archive
    case .postgreSQL: .postgreSQL
    case .wfs: .wfs
    }
  }

  /// The endings of the files an archive may hold of it, and that Relais looks for there.
  static let endingsInArchives = [
    ".shp", ".tab", ".mif", ".fgb", ".gpkg", ".kml", ".gml", ".sqlite",
  ]

  /// Endings of files that belong to a shapefile or to a MapInfo table, and are none by themselves.
  private static let companions: Set<String> = [
    "dbf", "shx", "prj", "cpg", "sbn", "sbx", "qix", "qmd", "qpj", "cst", "fix", "idm", "ind",
    "dat", "map", "id", "mid", "xml",
  ]

  /// The members of a zip archive GDAL is asked for, in the archive's order.
  ///
  /// - Throws: `FormatError`, also where the file is no archive.
  static func members(of path: String) throws(FormatError) -> [String] {
    let file = try RawFile(path: path)
    guard try ZipEntry.isZip(file) else { return [] }
    return try ZipEntry.names(in: file).filter { name in
      let lower = name.lowercased()
      return endingsInArchives.contains { lower.hasSuffix($0) }
        && !lower.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__macosx" }
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
    guard ["shp", "tab", "mif"].contains(ending.lowercased()) else { return [path] }
    let all =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    let beside = all.filter { other in
      let (otherStem, otherEnding) = cut(other)
      return other != name && otherStem.lowercased() == stem.lowercased()
        && companions.contains(otherEnding.lowercased())
    }
    return [path] + beside.sorted().map { folder.isEmpty ? $0 : folder + "/" + $0 }
  }

  /// Whether a name of a folder is that of a part of another of its files: a `.dbf` beside a `.shp`.
  package static func isCompanion(_ name: String, among names: [String]) -> Bool {
    let (stem, ending) = cut(name)
    guard companions.contains(ending.lowercased()) else { return false }
    // `town.shp.xml` is a companion of `town.shp`.
    return names.contains { other in
      let (otherStem, otherEnding) = cut(other)
      return ["shp", "tab", "mif"].contains(otherEnding.lowercased())
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

  private static func cut(_ name: String) -> (stem: String, ending: String) {
    guard let dot = name.lastIndex(of: ".") else { return (name, "") }
    return (String(name[..<dot]), String(name[name.index(after: dot)...]))
  }
}
