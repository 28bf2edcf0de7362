import ArgumentParser
import CoverageEngine
import RelaisRegistry
import RelaisReports

/// `relais adherents kit`.
struct AdherentsKitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kit", abstract: words.kitAbstract)

  @Argument(help: ArgumentHelp(words.codeHelp, valueName: "code"))
  var code: String

  @Option(name: .long, help: ArgumentHelp(words.kitOutHelp, valueName: "file|-"))
  var out: String

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try ErrorPrinter.run {
      let configuration = try registry.territory.find().configuration
      let store = try registry.open(for: .reading)
      defer { store.close() }
      guard let one = try store.history(named: code).establishment() else {
        throw RegistryError.unknownCode(code)
      }
      try Console.write(
        AdherentKit.page(
          for: one, territory: configuration.name, numbers: configuration.numbers, words),
        to: out)
    }
  }
}
