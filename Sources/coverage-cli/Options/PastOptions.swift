import ArgumentParser
import CoverageEngine
import RelaisReports
import RelaisTown
import RelaisWording

/// The day whose adherents count.
struct AsOfOption: ParsableArguments {
  @Option(name: .customLong("as-of"), help: ArgumentHelp(Help.words.pastDayHelp, valueName: "date"))
  var asOf: CalendarDay?

  func validate() throws {
    if let asOf, asOf > .today() { throw ValidationError(Help.words.dayToCome(asOf)) }
  }
}

/// The day whose adherents count, and an earlier one to compare with.
struct PastOptions: ParsableArguments {
  @OptionGroup var day: AsOfOption

  @Option(name: .long, help: ArgumentHelp(Help.words.sinceHelp, valueName: "date"))
  var since: CalendarDay?

  func validate() throws {
    let day = day.asOf ?? .today()
    if let since, since >= day { throw ValidationError(Help.words.sinceTooLate(since, day)) }
  }

  var days: RunDays { RunDays(asOf: day.asOf, since: since) }
}
