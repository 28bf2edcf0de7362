import ArgumentParser
import Foundation
import RelaisReports

/// The territory a command works on.
struct TerritoryOption: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(words.territoryHelp, valueName: "dir"))
  var territory: String?

  /// The folder named, else the one at or above the current one that holds `relais.yml`.
  func find() throws -> Territory {
    if let territory { return try Territory(at: territory) }
    var folder = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    while true {
      if FileManager.default.fileExists(atPath: folder.appendingPathComponent("relais.yml").path) {
        return try Territory(at: folder.path)
      }
      let above = folder.deletingLastPathComponent().standardizedFileURL
      guard above.path != folder.standardizedFileURL.path else {
        throw TerritoryError.notFound(folder: FileManager.default.currentDirectoryPath)
      }
      folder = above
    }
  }
}
