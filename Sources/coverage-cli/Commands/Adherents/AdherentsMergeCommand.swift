import ArgumentParser
import CoverageEngine
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais adherents merge`.
struct AdherentsMergeCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "merge", abstract: Help.words.mergeAbstract,
      discussion: Help.words.mergeDiscussion)
  }

  @Argument(
    help: ArgumentHelp(Help.words.mergeOneHelp, valueName: "code"),
    completion: Completions.establishments)
  var one: String

  @Argument(
    help: ArgumentHelp(Help.words.mergeOtherHelp, valueName: "other"),
    completion: Completions.establishments)
  var other: String

  @Flag(name: .customLong("dry-run"), help: ArgumentHelp(Help.words.dryRunHelp))
  var dryRun = false

  @Option(name: .long, help: ArgumentHelp(Help.words.reasonHelp, valueName: "text"))
  var reason: String?

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    let (merged, edits) = try registry.open(speaker).merge(
      one, with: other, reason: reason, isRehearsal: dryRun)
    try speaker.tell(edits, isRehearsal: dryRun) {
      speaker.words.merged(merged, isRehearsal: dryRun)
    }
  }
}
