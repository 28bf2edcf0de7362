import ArgumentParser
import CoverageEngine
import RelaisRegistry
import RelaisReports

/// `relais adherents follow-up`.
struct AdherentsFollowUpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow-up", abstract: words.adherentsFollowUpAbstract)

  @Argument(help: ArgumentHelp(words.codeHelp, valueName: "code"))
  var code: String?

  @OptionGroup var occasion: OccasionOptions
  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try ErrorPrinter.run {
      guard let code else {
        let store = try registry.open(for: .reading)
        let today = occasion.date ?? registry.stamp.today
        let due = FollowUps(try store.establishments(on: occasion.date), today: today)
        store.close()
        try Console.output(FollowUpList.text(due, words))
        return
      }
      let known = try TakenCandidate.known(code, registry)
      try RecordedChange.write(registry, quiet: global.quiet) { writer, stamp in
        let id = try writer.history(named: known).id
        try writer.followUp(id, today: stamp.today, occasion.occasion)
        return id
      }
    }
  }
}
