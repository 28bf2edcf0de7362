import ArgumentParser
import CoverageEngine
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais adherents duplicates`: proposes, merges nothing.
struct AdherentsDuplicatesCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "duplicates", abstract: Help.words.duplicatesAbstract)
  }

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    let words = speaker.words
    let found = try registry.open(speaker).duplicates()
    for (pair, names) in found {
      try speaker.say(words.duplicate(names, ids: [pair.first, pair.second], pair.reasons))
    }
    if found.isEmpty { try speaker.say(words.noDuplicate) }
    try global.end(withFindings: !found.isEmpty)
  }
}
