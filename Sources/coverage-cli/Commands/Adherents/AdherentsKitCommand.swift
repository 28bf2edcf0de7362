import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais adherents kit`.
struct AdherentsKitCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "kit", abstract: Help.words.kitAbstract)
  }

  @Argument(help: ArgumentHelp(Help.words.codeHelp, valueName: "code"))
  var code: String

  @Option(name: .long, help: ArgumentHelp(Help.words.kitOutHelp, valueName: "file|-"))
  var out: String?

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    let registry = try registry.open(speaker)
    let (one, page) = try registry.kit(for: code)
    if let out { return try speaker.write(page, to: out) }
    let file = try registry.writeKit(page, of: one)
    if !global.quiet { try speaker.say(file) }
  }
}
