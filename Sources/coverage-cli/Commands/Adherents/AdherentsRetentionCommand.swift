import ArgumentParser
import CoverageEngine
import RelaisRegistry
import RelaisReports

/// `relais adherents retention`: contacts there is no more reason to keep.
struct AdherentsRetentionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retention", abstract: words.retentionAbstract,
    discussion: words.erasePersonDiscussion)

  @Option(name: .long, help: ArgumentHelp(words.retentionYearsHelp, valueName: "years"))
  var years = 3

  @Flag(name: .long, help: ArgumentHelp(words.retentionEraseHelp))
  var erase = false

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (1...100).contains(years) else { throw ValidationError(words.wholeNumberNeeded) }
  }

  func run() throws {
    try ErrorPrinter.run {
      let store = try registry.open(for: erase ? .writing : .reading)
      defer { store.close() }
      let stamp = registry.stamp
      guard let day = stamp.today.earlier(years: years) else { return }
      let expired = Retention.expired(
        try store.histories(), contacts: try store.contacts(), by: day)
      for (one, since) in expired {
        try Console.output(words.keptContact(code: one.code, name: one.name, since: since.iso))
      }
      if expired.isEmpty { try Console.output(words.nothingToForget) }
      guard erase, !expired.isEmpty else { return }
      var cells: [String: Int] = [:]
      var removed: [String] = []
      var unreachable = Set<String>()
      for (one, _) in expired {
        let erasure = try PersonalData.erase(one.id, in: store, stamp: stamp)
        cells.merge(erasure.cells.map { ($0.place, $0.count) }, uniquingKeysWith: +)
        removed += erasure.removedCopies
        unreachable.formUnion(erasure.unreachable)
      }
      if !global.quiet {
        try Console.output(
          words.personErased(
            establishments: expired.count,
            cells: cells.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, copies: removed))
      }
      guard unreachable.isEmpty else {
        Console.error("relais: " + words.notErased(unreachable.sorted()))
        throw ExitStatus.couldNotFinish
      }
    }
  }
}
