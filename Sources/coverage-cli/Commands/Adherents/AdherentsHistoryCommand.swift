import ArgumentParser
import CoverageEngine
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais adherents history`.
struct AdherentsHistoryCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "history", abstract: Help.words.historyAbstract,
      discussion: Help.words.historyDiscussion)
  }

  @Argument(
    help: ArgumentHelp(Help.words.historyCodeHelp, valueName: "code"),
    completion: Completions.establishments)
  var code: String?

  @Option(name: .long, help: ArgumentHelp(Help.words.historyLimitHelp, valueName: "count"))
  var limit = 30

  @Option(name: .long, help: ArgumentHelp(Help.words.jsonHelp, valueName: "file|-"))
  var json: String?

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if limit < 1 { throw ValidationError(Help.words.wholeNumberNeeded) }
  }

  func run(_ speaker: Speaker) throws {
    let changes = try registry.open(speaker).changes(of: code, limit: limit)
    let list = ActsList(changes.acts, names: changes.names)
    guard let json else { return try speaker.say(list.text(speaker.words)) }
    try speaker.write(list.json(), to: json)
  }
}
