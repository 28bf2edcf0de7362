import ArgumentParser
import CoverageEngine
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais adherents join`.
struct AdherentsJoinCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "join", abstract: Help.words.adherentsJoinAbstract)
  }

  @Argument(
    help: ArgumentHelp(Help.words.codeHelp, valueName: "code"),
    completion: Completions.establishments)
  var code: String

  @Option(name: .long, help: ArgumentHelp(Help.words.stickerHelp, valueName: "number"))
  var sticker: String?

  @OptionGroup var occasion: OccasionOptions
  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    try speaker.tell(registry.open(speaker).join(code, sticker: sticker, occasion.occasion))
  }
}

/// `relais adherents suspend`.
struct AdherentsSuspendCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "suspend", abstract: Help.words.adherentsSuspendAbstract)
  }

  @Argument(
    help: ArgumentHelp(Help.words.codeHelp, valueName: "code"),
    completion: Completions.establishments)
  var code: String

  @OptionGroup var occasion: OccasionOptions
  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    try speaker.tell(registry.open(speaker).suspend(code, occasion.occasion))
  }
}

/// `relais adherents leave`.
struct AdherentsLeaveCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "leave", abstract: Help.words.adherentsLeaveAbstract)
  }

  @Argument(
    help: ArgumentHelp(Help.words.codeHelp, valueName: "code"),
    completion: Completions.establishments)
  var code: String

  @OptionGroup var occasion: OccasionOptions
  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    try speaker.tell(registry.open(speaker).leave(code, occasion.occasion))
  }
}
