import ArgumentParser
import CoverageEngine
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais adherents stickers`.
struct AdherentsStickersCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "stickers", abstract: Help.words.stickersAbstract)
  }

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(Help.words.stickersBoughtHelp, valueName: "count"))
  var bought: Int?

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(Help.words.stickersLostHelp, valueName: "count"))
  var lost: Int?

  @Option(name: .long, help: ArgumentHelp(Help.words.stickersRecoveredHelp, valueName: "code"))
  var recovered: String?

  @OptionGroup var occasion: OccasionOptions
  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    for count in [bought, lost].compactMap({ $0 }) where !(1...1_000_000).contains(count) {
      throw ValidationError(Help.words.wholeNumberNeeded)
    }
  }

  func run(_ speaker: Speaker) throws {
    let registry = try registry.open(speaker)
    let moves = TownRegistry.StickerMoves(bought: bought, lost: lost, recovered: recovered)
    if moves.isEmpty { return try speaker.say(speaker.words.stock(registry.stickerStock())) }
    let edits = try registry.record(moves, occasion.occasion)
    try speaker.done {
      speaker.tell(edits)
      try speaker.say(speaker.words.stock(registry.stickerStock()))
    }
  }
}
