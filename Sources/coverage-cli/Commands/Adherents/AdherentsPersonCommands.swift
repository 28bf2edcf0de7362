import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais adherents export-person`.
struct AdherentsExportPersonCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export-person", abstract: Help.words.exportPersonAbstract)
  }

  @Argument(help: ArgumentHelp(Help.words.personHelp, valueName: "person"))
  var person: String

  @Option(name: .long, help: ArgumentHelp(Help.words.jsonHelp, valueName: "file|-"))
  var json = "-"

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    let held = try registry.open(speaker).holdings(of: person)
    try speaker.write(
      PersonJSON.bytes(held.contacts, names: held.names, mentions: held.mentions), to: json,
      for: .owner)
  }
}

/// `relais adherents erase-person`.
struct AdherentsErasePersonCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "erase-person", abstract: Help.words.erasePersonAbstract,
      discussion: Help.words.erasePersonDiscussion)
  }

  @Argument(help: ArgumentHelp(Help.words.personHelp, valueName: "person"))
  var person: String

  @Flag(name: .customLong("dry-run"), help: ArgumentHelp(Help.words.dryRunHelp))
  var dryRun = false

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    try registry.open(speaker).erase(person, isRehearsal: dryRun) { erasure in
      try speaker.tell(erasure, isRehearsal: dryRun)
    }
  }
}
