/// Which files of an archive are its data, by their names.
///
/// What is beside data in most archives is not: notes, licences, metadata, styles, pictures, what a
/// system leaves there, and parts of a shapefile or a MapInfo table. Where several files are left and
/// one alone has an ending of data, it is that one; a choice that is not evident is not made.
enum ArchiveChoice: Hashable {
  /// One file, or several shapefiles or MapInfo tables, which are the layers of one map: each is an
  /// index among the names, with its parts.
  case data([Member])
  /// Files none of which is evidently the one; empty where there is no file.
  case notEvident([String])

  struct Member: Hashable {
    var main: Int
    /// The files that belong to it.
    var parts: [Int]
  }

  /// - Complexity: O(n log n).
  init(of names: [String]) {
    let files = names.map(Name.init)
    let present = files.indices.filter { !files[$0].isHidden }
    let mains = present.filter { files[$0].isInParts }
    let companions = Dictionary(
      grouping: present.filter { ArchiveChoice.companions.contains(files[$0].ending) },
      by: { files[$0].place })
    func parts(of main: Int) -> [Int] {
      // `town.shp.xml` is a part of `town.shp`.
      let (folder, name) = (files[main].folder, files[main].name)
      return (companions[files[main].place] ?? []) + (companions[folder + name] ?? [])
    }
    func member(_ main: Int) -> Member {
      Member(main: main, parts: files[main].isInParts ? parts(of: main) : [])
    }
    let belonging = Set(mains.flatMap(parts))
    let own = present.filter { !belonging.contains($0) }
    let chosen = ArchiveChoice.narrowed(own, files)
    if chosen.count == 1 {
      self = .data([member(chosen[0])])
    } else if ArchiveChoice.areLayers(chosen.map { files[$0] }) {
      self = .data(chosen.map(member))
    } else {
      self = .notEvident(chosen.map { names[$0] })
    }
  }

  /// What is left of several files when notes are set aside, then what has no ending of data.
  private static func narrowed(_ own: [Int], _ files: [Name]) -> [Int] {
    guard own.count > 1 else { return own }
    let data = own.filter { !files[$0].isNote }
    guard data.count > 1 else { return data.isEmpty ? own : data }
    let known = data.filter { files[$0].isKnown }
    return known.isEmpty ? data : known
  }

  /// Files of one kind that holds a layer each, under names of their own.
  private static func areLayers(_ files: [Name]) -> Bool {
    guard let ending = files.first?.ending,
      files.allSatisfy({ $0.isInParts && $0.ending == ending })
    else { return false }
    return Set(files.map(\.stem)).count == files.count
  }

  /// The endings of files that come in parts.
  static let inParts: Set<String> = ["shp", "tab", "mif"]

  /// Endings of files that belong to a shapefile or to a MapInfo table, and hold no data by themselves.
  static let companions: Set<String> = [
    "dbf", "shx", "prj", "cpg", "sbn", "sbx", "qix", "qmd", "qpj", "cst", "fix", "idm", "ind",
    "dat", "map", "id", "mid", "xml",
  ]

  private static let data: Set<String> = [
    "csv", "tsv", "geojson", "geojsonl", "geojsons", "ndjson", "json", "gpkg", "osm", "pbf", "gz",
    "bz2", "shp", "tab", "mif", "fgb", "kml", "gml", "sqlite", "db", "xlsx", "xls", "ods", "dbf",
    "parquet",
  ]

  private static let notes: Set<String> = [
    "md", "pdf", "html", "htm", "rtf", "doc", "docx", "odt", "png", "jpg", "jpeg", "gif", "svg",
    "qml", "sld", "qgz", "qgs", "lyr", "lyrx", "mxd", "xsd", "xsl", "gfs", "url", "log", "css",
    "js", "yml", "yaml", "ini", "md5", "sha256", "asc", "sig",
  ]

  private static let noteStarts = [
    "readme", "lisezmoi", "lisez-moi", "lisez_moi", "a_lire", "licence", "license", "copyright",
    "metadata", "meta_", "meta-", "metadonn", "métadonn", "notice", "changelog", "datapackage",
    "style", "version.", "thumbs.db", "desktop.ini",
  ]

  /// A name as far as a choice needs it, in lower case.
  private struct Name {
    /// Empty, or with a slash at its end.
    var folder: String
    var name: String
    var stem: String
    var ending: String

    init(_ path: String) {
      // Some programs write Windows' separator.
      let parts = path.lowercased().split { $0 == "/" || $0 == "\\" }
      folder = parts.dropLast().map { $0 + "/" }.joined()
      name = parts.last.map(String.init) ?? ""
      (stem, ending) = ForeignFormat.cut(name)
    }

    var isHidden: Bool {
      name.isEmpty || name.hasPrefix(".") || folder.hasPrefix(".") || folder.contains("/.")
        || folder.hasPrefix("__macosx/") || folder.contains("/__macosx/")
    }
    /// Its name without an ending, and where it lies.
    var place: String { folder + stem }
    var isInParts: Bool { ArchiveChoice.inParts.contains(ending) }
    var isKnown: Bool { ArchiveChoice.data.contains(ending) || name.hasSuffix(".osm.xml") }
    var isNote: Bool {
      ArchiveChoice.notes.contains(ending)
        || ArchiveChoice.noteStarts.contains { name.hasPrefix($0) }
        || !isKnown && ArchiveChoice.companions.contains(ending)
    }
  }
}
