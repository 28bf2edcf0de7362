import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisReports
import RelaisTown
import RelaisWording

/// Which establishments a command is about.
struct FilterOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(Help.words.stateFilterHelp))
  var state: [AdherentState] = []

  @Option(name: .long, help: ArgumentHelp(Help.words.kindFilterHelp))
  var kind: [EstablishmentKind] = []

  @Option(name: .long, help: ArgumentHelp(Help.words.searchHelp, valueName: "text"))
  var search: String?

  var filter: EstablishmentFilter {
    EstablishmentFilter(states: state, kinds: kind, search: search)
  }
}

/// `relais adherents list`.
struct AdherentsListCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: Help.words.adherentsListAbstract)
  }

  @OptionGroup var filter: FilterOptions

  @Option(name: .customLong("as-of"), help: ArgumentHelp(Help.words.asOfHelp, valueName: "date"))
  var asOf: CalendarDay?

  @Option(name: .long, help: ArgumentHelp(Help.words.csvHelp, valueName: "file|-"))
  var csv: String?

  @Option(name: .long, help: ArgumentHelp(Help.words.jsonHelp, valueName: "file|-"))
  var json: String?

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    let words = speaker.words
    let (shown, isGuess) = try registry.open(speaker).search(filter.filter, on: asOf)
    if isGuess, !shown.isEmpty, let text = filter.search {
      speaker.error(words.searchGuessed(text))
    }
    if let json { try speaker.write(AdherentsJSON.bytes(shown), to: json) }
    if let csv { try speaker.write(AdherentsCSV.bytes(shown, contacts: nil, words), to: csv) }
    if json == nil, csv == nil {
      try speaker.say(AdherentsList.text(shown, words))
      if !global.quiet { speaker.error(words.establishmentCount(shown.count)) }
    }
  }
}
