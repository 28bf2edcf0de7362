import Foundation
import RelaisFormats
import RelaisRegistry
import RelaisReports

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

  /// Bytes; larger files are national ones, such as an address base.
  private static let bound: off_t = 64 << 20

  private static func size(of path: String) -> off_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_size : 0  // -1 on failure
  }

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
      if let maker = TerritoryTraces.maker(of: (name as NSString).lastPathComponent) {
        // Of a program that still runs, it is a result like others.
        if maker != getpid(), AtomicFile.isRunning(maker) {
          results.append(path)
        } else {
          unfinished.append(path)
        }
      } else if ErasableCopy.isOurs(path) || ErasableCopy.isCopy(path) {
        copies.append(path)
      } else if isResult {
        results.append(path)
      } else if TerritoryTraces.texts.contains(ending), !path.hasPrefix(territory.cacheFolder),
        TerritoryTraces.size(of: path) <= TerritoryTraces.bound
      {
        others.append(path)
      }
    }
  }

  /// Who makes a file under a name for a while, before it gets its own: `.x.120.9f.tmp`, `registry.gpkg.120.tmp`; `nil` for
  /// any other name.
  private static func maker(of name: String) -> pid_t? {
    let former = /^registry\.gpkg.*\.([0-9]+)\.tmp(-journal|-wal|-shm)?$/
    return AtomicFile.maker(of: name)?.process
      ?? name.firstMatch(of: former).flatMap { pid_t($0.1) }
  }

  var surroundings: ErasureSurroundings {
    ErasureSurroundings(copies: copies) { people in
      guard !people.isEmpty else { return (unfinished, []) }
      func hold(_ files: [String]) throws -> [String] {
        try files.filter { try ErasureSurroundings.holds($0, people) }
      }
      let gone = try hold(results.filter { !$0.hasSuffix(".pdf") })
      // A print cannot be read: it goes with its page, and the agent's also where that went before.
      let pages = Set(results.filter { $0.hasSuffix(".html") })
      let agent = territory.outputFolder + "/" + PagePrinter.name(of: ReportFormat.agent.fileName)
      let prints = results.filter { $0.hasSuffix(".pdf") }.filter { print in
        let page = print.dropLast(4) + ".html"
        return gone.contains(String(page)) || print == agent && !pages.contains(String(page))
      }
      return ((gone + prints).sorted() + unfinished, try hold(others))
    }
  }
}
