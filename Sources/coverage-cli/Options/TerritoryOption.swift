import ArgumentParser
import Foundation
import RelaisReports
import RelaisTown
import RelaisWording

/// The territory a command works on.
struct TerritoryOption: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp(Help.words.territoryHelp, valueName: "dir"),
    completion: .directory)
  var territory: String?

  var search: TerritorySearch {
    TerritorySearch(named: territory, from: FileManager.default.currentDirectoryPath)
  }

  /// - Throws: `TerritoryError`.
  func find() throws -> Territory { try search.find() }
}
