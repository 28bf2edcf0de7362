public import ArgumentParser
public import CoverageEngine
import RelaisRegistry
import RelaisReports

extension Sheltering.Outcome: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument, name: words.name) }
}

/// `relais adherents sheltered`.
struct AdherentsShelteredCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheltered", abstract: words.shelteredAbstract,
    discussion: words.shelteredDiscussion)

  @Option(name: .long, help: ArgumentHelp(words.shelteredHourHelp, valueName: "0-23"))
  var hour: Int?

  @Option(name: .long, help: ArgumentHelp(words.shelteredOutcomeHelp))
  var outcome: Sheltering.Outcome?

  @Option(name: .long, help: ArgumentHelp(words.dayHelp, valueName: "date"))
  var date: CalendarDay?

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if (hour == nil) != (outcome == nil) { throw ValidationError(words.shelteredTogether) }
    if let hour, Sheltering.HourBand(hour: hour) == nil {
      throw ValidationError(words.shelteredHourHelp)
    }
  }

  func run() throws {
    try ErrorPrinter.run {
      if let outcome, let band = hour.flatMap(Sheltering.HourBand.init(hour:)) {
        let store = try registry.open(for: .creating)
        defer { store.close() }
        let stamp = registry.stamp
        let edits = try store.write(stamp) { writer in
          try writer.record(
            Sheltering(day: date ?? stamp.today, band: band, outcome: outcome))
          return writer.edits
        }
        EditPrinter.print(edits, quiet: global.quiet)
      }
      let store = try registry.open(for: .reading)
      defer { store.close() }
      try Console.output(words.shelterings(Sheltering.years(try store.shelterings())))
    }
  }
}
