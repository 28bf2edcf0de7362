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
    let current = FileManager.default.currentDirectoryPath
    guard let folder = TerritoryOption.folder(above: current) else {
      throw TerritoryError.notFound(folder: current)
    }
    return try Territory(at: folder)
  }

  /// Likewise, else the one a file lies in; `nil` where there is none.
  func findIfAny(else file: String) throws -> Territory? {
    if let territory { return try Territory(at: territory) }
    let places = [
      FileManager.default.currentDirectoryPath,
      URL(fileURLWithPath: file).deletingLastPathComponent().path,
    ]
    return try places.lazy.compactMap(TerritoryOption.folder(above:)).first.map {
      try Territory(at: $0)
    }
  }

  /// The first folder at or above one that holds `relais.yml`.
  private static func folder(above start: String) -> String? {
    var folder = URL(fileURLWithPath: start)
    while true {
      if FileManager.default.fileExists(atPath: folder.appendingPathComponent("relais.yml").path) {
        return folder.path
      }
      let above = folder.deletingLastPathComponent().standardizedFileURL
      guard above.path != folder.standardizedFileURL.path else { return nil }
      folder = above
    }
  }
}
