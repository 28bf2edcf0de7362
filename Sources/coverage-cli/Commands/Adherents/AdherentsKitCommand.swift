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
      commandName: "kit", abstract: Help.words.kitAbstract, discussion: Help.words.kitDiscussion)
  }

  @Argument(help: ArgumentHelp(Help.words.codeHelp, valueName: "code"))
  var codes: [String]

  @Option(name: .long, help: ArgumentHelp(Help.words.kitOutHelp, valueName: "file|-"))
  var out: String?

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if out != nil, codes.count > 1 { throw ValidationError(Help.words.kitOutAlone) }
  }

  func run(_ speaker: Speaker) throws {
    let registry = try registry.open(speaker)
    // All are known before the first is written.
    let kits = try codes.map { try registry.kit(for: $0) }
    if let out, let kit = kits.first { return try speaker.write(kit.page, to: out) }
    for kit in kits {
      let file = try registry.writeKit(kit.page, of: kit.establishment)
      if !global.quiet { try speaker.say(file) }
    }
  }
}
