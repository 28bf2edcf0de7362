import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports

/// `relais adherents kit`.
struct AdherentsKitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kit", abstract: words.kitAbstract)

  @Argument(help: ArgumentHelp(words.codeHelp, valueName: "code"))
  var code: String

  @Option(name: .long, help: ArgumentHelp(words.kitOutHelp, valueName: "file|-"))
  var out: String?

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try ErrorPrinter.run {
      let territory = try registry.territory.find()
      let store = try registry.open(for: .reading)
      defer { store.close() }
      guard let one = try store.history(named: TakenCandidate.known(code, registry)).establishment()
      else {
        throw RegistryError.unknownCode(code)
      }
      let page = AdherentKit.page(
        for: one, territory: territory.configuration.name,
        numbers: territory.configuration.numbers, words)
      if let out {
        try Console.write(page, to: out)
      } else {
        try AtomicFile.createDirectory(territory.outputFolder)
        let file = territory.outputFolder + "/kit-\(one.code).html"
        try AtomicFile.write(page, to: file)
        if !global.quiet { try Console.output(file) }
      }
    }
  }
}
