import ArgumentParser
import CoverageEngine
import RelaisReports

/// `relais adherents duplicates`: proposes, merges nothing.
struct AdherentsDuplicatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates", abstract: words.duplicatesAbstract)

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try ErrorPrinter.run {
      let store = try registry.open(for: .reading)
      let all = try store.establishments()
      store.close()
      let names = Dictionary(all.map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a })
      let pairs = DuplicatePair.pairs(among: all)
      for pair in pairs {
        let ids = [pair.first, pair.second]
        try Console.output(words.duplicate(ids.map { names[$0] ?? "" }, ids: ids, pair.reasons))
      }
      if pairs.isEmpty { try Console.output(words.noDuplicate) }
      if global.strict, !pairs.isEmpty { throw ExitStatus.findings }
    }
  }
}
