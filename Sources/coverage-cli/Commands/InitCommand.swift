import ArgumentParser
import CoverageEngine
import Foundation
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais init`: makes a territory's folder with a commented configuration.
struct InitCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "init", abstract: Help.words.initAbstract, discussion: Help.words.initDiscussion)
  }

  @Argument(help: ArgumentHelp(Help.words.initFolderHelp, valueName: "dir"), completion: .directory)
  var folder: String

  @Option(name: .long, help: ArgumentHelp(Help.words.townNameHelp))
  var name: String

  @Option(name: .long, help: ArgumentHelp(Help.words.inseeHelp))
  var insee: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if name.trimmingCharacters(in: .whitespaces).isEmpty {
      throw ValidationError(Help.words.emptyName)
    }
    if let insee, !TownCode.isValid(insee) { throw ValidationError(Help.words.badTownCode(insee)) }
  }

  func run(_ speaker: Speaker) throws {
    try NewTerritory(in: folder, name: name, insee: insee).make(speaker.words)
    if !global.quiet {
      try speaker.done { try speaker.say(speaker.words.whatToPutWhere(folder: folder)) }
    }
  }
}
