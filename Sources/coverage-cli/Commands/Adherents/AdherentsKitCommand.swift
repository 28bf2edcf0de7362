import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais adherents kit`.
struct AdherentsKitCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "kit", abstract: Help.words.kitAbstract, discussion: Help.words.kitDiscussion)
  }

  @Argument(
    help: ArgumentHelp(Help.words.codeHelp, valueName: "code"),
    completion: Completions.establishments)
  var codes: [String]

  @Option(name: .long, help: ArgumentHelp(Help.words.kitOutHelp, valueName: "file|-"))
  var out: String?

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    let registry = try registry.open(speaker)
    // All are known before the first is written.
    let all = try registry.establishments(named: codes)
    let streets = registry.kitStreets()
    if let out {
      let isPDF = out.lowercased().hasSuffix(".pdf")
      return try speaker.write(
        isPDF
          ? registry.printedKits(of: all, on: streets) : registry.kits(of: all, on: streets),
        to: out)
    }
    for one in all {
      let file = try registry.writeKit(registry.kits(of: [one], on: streets), of: one)
      if !global.quiet { try speaker.say(file) }
    }
  }
}
