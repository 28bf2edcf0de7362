public import ArgumentParser
public import CoverageEngine
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

extension Sheltering.Outcome: ExpressibleByArgument {
  public init?(argument: String) {
    guard let value: Self = FactText.named(argument, Help.words.name) else { return nil }
    self = value
  }
}

/// `relais adherents sheltered`.
struct AdherentsShelteredCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sheltered", abstract: Help.words.shelteredAbstract,
      discussion: Help.words.shelteredDiscussion)
  }

  @Option(name: .long, help: ArgumentHelp(Help.words.shelteredHourHelp, valueName: "0-23"))
  var hour: Int?

  @Option(name: .long, help: ArgumentHelp(Help.words.shelteredOutcomeHelp))
  var outcome: Sheltering.Outcome?

  @Option(name: .long, help: ArgumentHelp(Help.words.dayHelp, valueName: "date"))
  var date: CalendarDay?

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if (hour == nil) != (outcome == nil) { throw ValidationError(Help.words.shelteredTogether) }
    if let hour, Sheltering.HourBand(hour: hour) == nil {
      throw ValidationError(Help.words.shelteredHourHelp)
    }
  }

  func run(_ speaker: Speaker) throws {
    let registry = try registry.open(speaker)
    func show() throws {
      try speaker.say(speaker.words.shelterings(Sheltering.years(registry.shelterings())))
    }
    guard let outcome, let band = hour.flatMap(Sheltering.HourBand.init(hour:)) else {
      return try show()
    }
    let edits = try registry.recordSheltering(outcome, in: band, on: date)
    try speaker.done {
      speaker.tell(edits)
      try show()
    }
  }
}
