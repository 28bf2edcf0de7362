import ArgumentParser
import CoverageEngine
import Foundation
import RelaisGeo
import RelaisRegistry
import RelaisReports

/// `relais init`: makes a territory's folder with a commented configuration.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: words.initAbstract, discussion: words.initDiscussion)

  @Argument(help: ArgumentHelp(words.initFolderHelp, valueName: "dir"))
  var folder: String

  @Option(name: .long, help: ArgumentHelp(words.townNameHelp))
  var name: String

  @Option(name: .long, help: ArgumentHelp(words.inseeHelp))
  var insee: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if name.trimmingCharacters(in: .whitespaces).isEmpty { throw ValidationError(words.emptyName) }
    if let insee, !TownCode.isValid(insee) { throw ValidationError(words.badTownCode(insee)) }
  }

  func run() throws {
    try ErrorPrinter.run {
      let file = folder + "/relais.yml"
      guard !FileManager.default.fileExists(atPath: file) else {
        throw TerritoryError.exists(folder: folder)
      }
      for kind in InputKind.allCases {
        try AtomicFile.createDirectory(folder + "/sources/\(kind.rawValue)")
      }
      let configuration = words.configuration(name: name, insee: insee)
      try AtomicFile.write(Array(configuration.utf8), to: file)
      // With a mark, so that a spreadsheet knows its accents.
      try AtomicFile.write(
        [0xEF, 0xBB, 0xBF] + Array(CategoryTable.standardText.utf8),
        to: folder + "/categories.csv")
      if !global.quiet { try Console.output(words.whatToPutWhere(folder: folder)) }
    }
  }
}

/// The official code of a French commune (INSEE): five characters, `2A` and `2B` for Corsica.
enum TownCode {
  static func isValid(_ code: String) -> Bool {
    let characters = Array(code.utf8)
    guard characters.count == 5 else { return false }
    return characters.enumerated().allSatisfy { index, byte in
      (48...57).contains(byte)
        || index == 1 && characters[0] == 50 && (byte == 65 || byte == 66)
    }
  }
}
