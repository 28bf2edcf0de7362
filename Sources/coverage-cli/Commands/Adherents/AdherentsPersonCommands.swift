import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports

/// `relais adherents export-person`.
struct AdherentsExportPersonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export-person", abstract: words.exportPersonAbstract)

  @Argument(help: ArgumentHelp(words.personHelp, valueName: "person"))
  var person: String

  @Option(name: .long, help: ArgumentHelp(words.jsonHelp, valueName: "file|-"))
  var json = "-"

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try ErrorPrinter.run {
      let store = try registry.open(for: .reading)
      defer { store.close() }
      let holdings = try PersonalData.holdings(named: person, in: store)
      let names = try store.establishments().map { ($0.id, $0.name) }
      try Console.write(
        PersonJSON.bytes(
          holdings.contacts, names: Dictionary(names, uniquingKeysWith: { a, _ in a }),
          mentions: holdings.mentions),
        to: json)
    }
  }
}

/// `relais adherents erase-person`.
struct AdherentsErasePersonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase-person", abstract: words.erasePersonAbstract,
    discussion: words.erasePersonDiscussion)

  @Argument(help: ArgumentHelp(words.personHelp, valueName: "person"))
  var person: String

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try ErrorPrinter.run {
      let store = try registry.open(for: .writing)
      let erased = try PersonalData.erase(person, in: store, stamp: registry.stamp)
      store.close()
      if !global.quiet {
        try Console.output(
          words.personErased(
            establishments: erased.establishments.count, cells: erased.cells,
            copies: erased.removedCopies))
      }
      guard erased.unreachable.isEmpty else {
        Console.error("relais: " + words.notErased(erased.unreachable))
        throw ExitStatus.couldNotFinish
      }
    }
  }
}
