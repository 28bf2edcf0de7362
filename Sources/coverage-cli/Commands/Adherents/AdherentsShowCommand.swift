import ArgumentParser
import CoverageEngine
import RelaisReports

/// `relais adherents show`.
struct AdherentsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: words.adherentsShowAbstract)

  @Argument(help: ArgumentHelp(words.codeHelp, valueName: "code"))
  var code: String

  @Option(name: .customLong("as-of"), help: ArgumentHelp(words.asOfHelp, valueName: "date"))
  var asOf: CalendarDay?

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try ErrorPrinter.run {
      let store = try registry.open(for: .reading)
      let history = try store.history(named: TakenCandidate.known(code, registry))
      let contacts = try store.contacts()[history.id] ?? []
      store.close()
      try Console.output(AdherentsList.sheet(history, contacts: contacts, on: asOf, words))
    }
  }
}
