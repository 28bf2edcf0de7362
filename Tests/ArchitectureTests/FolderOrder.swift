/// In each target, folders in the order in which they may use each other: each those before it.
///
/// A type is used where its name stands. What an extension adds is used where its name stands after a full stop,
/// if nothing else in the sources bears that name.
struct FolderOrder {
  /// Folders below the target; of two that fit a file, the longer is its own. Files beside the folders
  /// belong to ``top``.
  static let folders: [String: [String]] = [
    "Computing": [top],
    "Covering": [top],
    "RelaisGeo": ["Values", "Diagnostics", "PROJ", "Addresses", "GEOS"],
    "RelaisFormats": [
      "Files", "Deflate", "Zip", "Input", "Text", "JSON", "Geometry", "GeoJSON", "CSV", "GPX",
      "GeoPackage", "OSM", "Columns", "Sirene", "BAN", "Recognition", "Addresses", "Answers",
    ],
    "CoverageEngine": [
      "Model", "Time", "Findings", "Network", "Search", "Health", "Coverage", "SchoolRoutes",
      "Candidates",
      "Prospection", "Visits", "Analysis", "Live", "Trend",
    ],
    "RelaisRegistry": [
      "Records", "Store", "Desk", "Import/Rows", "Import/Places", "Import/Schools",
      "Import/Adherents",
      "Import/Answers", "Import/Candidates", "Import/Streets", "Import/Pieces",
      "Import/Scenery",
    ],
    "RelaisTown": [
      "Work", "Territory", "Inputs", "Outputs", "Coverage", "Routes", "Prospect", "Live", "Run",
      "Explain",
      "Geocode", "Hours", "Check", "Import", "Change", "Upkeep",
      "Doctor", "Batch",
    ],
    "RelaisDesk": ["Http", "State", "Api", "Pages", top],
    "coverage-cli": ["Terminal", "Options", "Commands", top],
    "RelaisWording": ["Grammar", "Sentences", top],
    // What a page shows, and its writer; what reports are made of; a folder per format of a run's files;
    // a folder per reader or command.
    "RelaisReports": [
      "Document", "HTML", "Material", "Tables", "JSON", "CSV", "GeoJSON", "GPX", "GeoPackage",
      "Schools", "Hours", "Council", "Apprentice", "Agent", "Public", "Adherents", "National", top,
    ],
  ]

  static let top = "."

  private struct File {
    var path: String
    var target: String
    /// Place of its folder in the target's order; `nil` where it has none.
    var rank: Int?
    var names: SourceNames
  }

  private let folders: [String: [String]]
  private let files: [File]
  /// By name, how many files declare such a function, variable or case.
  private let declarations: [String: Int]

  /// - Parameter sources: Paths below `Sources/`, for example `CoverageEngine/Model/Area.swift`.
  init(
    _ sources: [(path: String, text: SourceText)],
    folders: [String: [String]] = FolderOrder.folders
  ) {
    self.folders = folders
    files = sources.map { path, text in
      let parts = path.split(separator: "/", maxSplits: 1).map(String.init)
      let below = parts.count > 1 ? parts[1] : ""
      return File(
        path: path, target: parts[0], rank: FolderOrder.rank(of: below, in: folders[parts[0]]),
        names: SourceNames(text))
    }
    var declarations: [String: Int] = [:]
    for file in files { for name in file.names.members { declarations[name, default: 0] += 1 } }
    self.declarations = declarations
  }

  private static func rank(of path: String, in folders: [String]?) -> Int? {
    guard let folders else { return nil }
    guard path.contains("/") else { return folders.firstIndex(of: top) }
    return folders.indices.filter { path.hasPrefix(folders[$0] + "/") }
      .max { folders[$0].count < folders[$1].count }
  }

  /// A sentence for each target without an order, each file without a place in its target's, and each name of
  /// a later folder that is used.
  func violations() -> [String] {
    var found: [String] = []
    for (target, files) in Dictionary(grouping: files, by: \.target).sorted(by: { $0.key < $1.key })
    {
      guard let order = folders[target] else {
        found.append("\(target) has no order of folders")
        continue
      }
      found += files.filter { $0.rank == nil }.map { "\($0.path) is in no folder of the order" }
      var types: [String: Int] = [:]
      var members: [String: Int] = [:]
      for file in files {
        guard let rank = file.rank else { continue }
        for type in file.names.types { types[type] = rank }
        for name in file.names.extensionMembers where declarations[name] == 1 {
          members[name] = rank
        }
      }
      for file in files {
        guard let rank = file.rank else { continue }
        let used =
          file.names.typesUsed.subtracting(file.names.allTypes)
          .compactMap { name in types[name].map { (name, $0) } }
          + file.names.membersUsed.compactMap { name in members[name].map { (name, $0) } }
        for (name, other) in used.sorted(by: { $0.0 < $1.0 }) where other > rank {
          found.append("\(file.path) uses \(name) of \(order[other])")
        }
      }
    }
    return found
  }
}
