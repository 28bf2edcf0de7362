import ArgumentParser
import CoverageEngine
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais adherents follow-up`.
struct AdherentsFollowUpCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "follow-up", abstract: Help.words.adherentsFollowUpAbstract)
  }

  @Argument(
    help: ArgumentHelp(Help.words.codeHelp, valueName: "code"),
    completion: Completions.establishments)
  var code: String?

  @OptionGroup var occasion: OccasionOptions
  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    let registry = try registry.open(speaker)
    if let code {
      try speaker.tell(registry.followUp(code, occasion.occasion))
    } else {
      try speaker.say(FollowUpList.text(registry.followUps(on: occasion.date), speaker.words))
    }
  }
}
