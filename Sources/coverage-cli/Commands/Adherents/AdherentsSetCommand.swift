import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais adherents set`.
struct AdherentsSetCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "set", abstract: Help.words.adherentsSetAbstract,
      discussion: Help.words.adherentsSetDiscussion)
  }

  @Argument(
    help: ArgumentHelp(Help.words.codeHelp, valueName: "code"),
    completion: Completions.establishments)
  var code: String

  @Argument(help: FactArgument.help)
  var facts: [String] = []

  @OptionGroup var contact: ContactOptions
  @OptionGroup var occasion: OccasionOptions
  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws { _ = try FactArgument.values(facts) }

  func run(_ speaker: Speaker) throws {
    let change = try registry.open(speaker).set(
      FactArgument.values(facts), contact.change, of: code, occasion.occasion)
    try speaker.tell(change)
    try global.end(withFindings: !change.doubts.isEmpty)
  }
}
