import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisReports

/// Which establishments a command is about.
struct EstablishmentFilter: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(words.stateFilterHelp))
  var state: [AdherentState] = []

  @Option(name: .long, help: ArgumentHelp(words.kindFilterHelp))
  var kind: [EstablishmentKind] = []

  @Option(name: .long, help: ArgumentHelp(words.searchHelp, valueName: "text"))
  var search: String?

  func holds(_ one: Establishment) -> Bool {
    (state.isEmpty || one.state.map(state.contains) ?? false)
      && (kind.isEmpty || one.kind.map(kind.contains) ?? false)
      && (search.map { text in
        [.name, .address, .city].contains { (field: EstablishmentField) in
          Establishment.folded(one[field] ?? "").contains(Establishment.folded(text))
        }
      } ?? true)
  }
}

/// `relais adherents list`.
struct AdherentsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: words.adherentsListAbstract)

  @OptionGroup var filter: EstablishmentFilter

  @Option(name: .customLong("as-of"), help: ArgumentHelp(words.asOfHelp, valueName: "date"))
  var asOf: CalendarDay?

  @Option(name: .long, help: ArgumentHelp(words.csvHelp, valueName: "file|-"))
  var csv: String?

  @Option(name: .long, help: ArgumentHelp(words.jsonHelp, valueName: "file|-"))
  var json: String?

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try ErrorPrinter.run {
      let store = try registry.open(for: .reading)
      let shown = try store.establishments(on: asOf).filter(filter.holds)
      store.close()
      if let json { try Console.write(AdherentsJSON.bytes(shown), to: json) }
      if let csv { try Console.write(AdherentsCSV.bytes(shown, contacts: nil, words), to: csv) }
      if json == nil, csv == nil {
        try Console.output(AdherentsList.text(shown, words))
        if !global.quiet { Console.error(words.establishmentCount(shown.count)) }
      }
    }
  }
}
