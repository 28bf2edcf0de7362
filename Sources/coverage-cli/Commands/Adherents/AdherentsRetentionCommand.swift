import ArgumentParser
import CoverageEngine
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais adherents retention`: contacts there is no more reason to keep.
struct AdherentsRetentionCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "retention", abstract: Help.words.retentionAbstract,
      discussion: Help.words.erasePersonDiscussion)
  }

  @Option(name: .long, help: ArgumentHelp(Help.words.retentionYearsHelp, valueName: "years"))
  var years = 3

  @Flag(name: .long, help: ArgumentHelp(Help.words.retentionEraseHelp))
  var erase = false

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (1...100).contains(years) else { throw ValidationError(Help.words.wholeNumberNeeded) }
  }

  func run(_ speaker: Speaker) throws {
    let words = speaker.words
    let registry = try registry.open(speaker)
    let expired = try registry.expired(years: years, willErase: erase)
    for (one, since) in expired {
      try speaker.say(words.keptContact(code: one.code, name: one.name, since: since))
    }
    if expired.isEmpty { try speaker.say(words.nothingToForget) }
    guard erase, !expired.isEmpty || registry.hasUnfinishedErasure else { return }
    try registry.erase(contactsOf: expired.map(\.establishment)) { try speaker.tell($0) }
  }
}
