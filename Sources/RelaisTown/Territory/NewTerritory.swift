import CoverageEngine
import Foundation
import RelaisFormats
import RelaisGeo
import RelaisRegistry
import RelaisReports
public import RelaisWording

/// A territory to make: its folder with a commented configuration.
public struct NewTerritory: Sendable {
  public var folder: String
  public var name: String
  /// See ``TownCode``.
  public var insee: String?

  public init(in folder: String, name: String, insee: String? = nil) {
    self.folder = folder
    self.name = name
    self.insee = insee
  }

  /// Makes the folders of every kind of file, `relais.yml` and the table of categories.
  ///
  /// - Parameter wording: The language of comments and of names in the table.
  /// - Throws: `TerritoryError.exists`, `FormatError`.
  public func make(_ wording: Wording) throws {
    let file = folder + "/relais.yml"
    guard !FileManager.default.fileExists(atPath: file) else {
      throw TerritoryError.exists(folder: folder)
    }
    for kind in InputKind.allCases {
      try AtomicFile.createDirectory(folder + "/sources/\(kind.word)")
    }
    let configuration = wording.configuration(name: name, insee: insee)
    try AtomicFile.write(Array(configuration.utf8), to: file)
    // With a mark, so that a spreadsheet knows its accents.
    try AtomicFile.write(
      [0xEF, 0xBB, 0xBF] + Array(CategoryTable.standardText.utf8),
      to: folder + "/categories.csv")
  }
}
