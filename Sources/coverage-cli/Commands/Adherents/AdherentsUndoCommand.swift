import ArgumentParser
import CoverageEngine
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais adherents undo`.
struct AdherentsUndoCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "undo", abstract: Help.words.undoAbstract,
      discussion: Help.words.undoDiscussion)
  }

  @Argument(help: ArgumentHelp(Help.words.undoHelp, valueName: "event"))
  var event: String?

  @Flag(name: .customLong("dry-run"), help: ArgumentHelp(Help.words.dryRunHelp))
  var dryRun = false

  @Option(name: .long, help: ArgumentHelp(Help.words.reasonHelp, valueName: "text"))
  var reason: String?

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    let (undone, edits) = try registry.open(speaker).undo(
      event.map { UndoTarget($0) } ?? .last, reason: reason, isRehearsal: dryRun)
    try speaker.tell(edits, isRehearsal: dryRun) {
      speaker.words.undone(undone, isRehearsal: dryRun)
    }
  }
}
