import Foundation
import RelaisRegistry

/// The files of a territory in which people to be erased may be, besides its registry.
///
/// Copies of the registry are cleaned, whatever they are called. Results and unfinished files are removed. What people made or
/// brought is theirs to clean; links are not followed.
struct TerritoryTraces {
  private let territory: Territory
  private var copies: [String] = []
  private var results: [String] = []
  private var unfinished: [String] = []
  private var others: [String] = []

  /// Files of these kinds are read in search of people; no map, index or archive is.
  private static let texts: Set<String> = [
    "csv", "tsv", "txt", "json", "geojson", "html", "md", "yml", "yaml", "xml", "vcf",
  ]

  init(of territory: Territory) {
    self.territory = territory
    let own = Set(["", "-journal", "-wal", "-shm", ".erasing"].map { "registry.gpkg" + $0 })
    let names = FileManager.default.enumerator(atPath: territory.folder)
    let found = (names?.compactMap { $0 as? String } ?? []).sorted()
    for name in found where !own.contains(name) {
      let path = territory.folder + "/" + name
      guard FileKind(at: path) == .file else { continue }
      let isResult = path.hasPrefix(territory.outputFolder + "/")
      let ending = (name as NSString).pathExtension.lowercased()
      if TerritoryTraces.isUnfinished(name) {
        unfinished.append(path)
      } else if ErasableCopy.isOurs(path) || ErasableCopy.isCopy(path) {
        copies.append(path)
      } else if isResult {
        results.append(path)
      } else if TerritoryTraces.texts.contains(ending), !path.hasPrefix(territory.cacheFolder) {
        others.append(path)
      }
    }
  }

  /// Whether a name is one under which a file is made before it gets its own: `.x.120.9f.tmp`, `x.120.tmp`.
  private static func isUnfinished(_ name: String) -> Bool {
    name.firstMatch(of: /\.[0-9]+(\.[0-9a-z]+)?\.tmp(-journal|-wal|-shm)?$/) != nil
  }

  var surroundings: ErasureSurroundings {
    ErasureSurroundings(copies: copies) { people in
      guard !people.isEmpty else { return (unfinished, []) }
      func hold(_ files: [String]) throws -> [String] {
        try files.filter { try ErasureSurroundings.holds($0, people) }
      }
      let gone = try hold(results.filter { !$0.hasSuffix(".pdf") })
      // A print cannot be read: it goes with its page, or without one.
      let pages = Set(results.filter { $0.hasSuffix(".html") }).subtracting(gone)
      let prints = results.filter { $0.hasSuffix(".pdf") }
        .filter { !pages.contains($0.dropLast(4) + ".html") }
      return ((gone + prints).sorted() + unfinished, try hold(others))
    }
  }
}
