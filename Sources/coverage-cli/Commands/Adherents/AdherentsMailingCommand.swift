import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisReports

/// `relais adherents mailing`.
struct AdherentsMailingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mailing", abstract: words.mailingAbstract)

  @Option(name: .long, help: ArgumentHelp(words.csvHelp, valueName: "file|-"))
  var csv = "-"

  @OptionGroup var filter: EstablishmentFilter
  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try ErrorPrinter.run {
      let store = try registry.open(for: .reading)
      defer { store.close() }
      let shown = try store.establishments().filter { one in
        filter.holds(one) && (!filter.state.isEmpty || one.state == .adherent)
      }
      try Console.write(
        MailingCSV.bytes(shown, contacts: try store.contacts(), words), to: csv)
    }
  }
}
