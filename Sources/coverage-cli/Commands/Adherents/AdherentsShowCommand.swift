import ArgumentParser
import CoverageEngine
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais adherents show`.
struct AdherentsShowCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show", abstract: Help.words.adherentsShowAbstract)
  }

  @Argument(
    help: ArgumentHelp(Help.words.codeHelp, valueName: "code"),
    completion: Completions.establishments)
  var code: String

  @Option(name: .customLong("as-of"), help: ArgumentHelp(Help.words.asOfHelp, valueName: "date"))
  var asOf: CalendarDay?

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    let (history, contacts, isGuess) = try registry.open(speaker).establishment(named: code)
    speaker.tell(guess: isGuess, of: code, history)
    try speaker.say(
      AdherentsList.sheet(history, contacts: contacts, on: asOf, speaker.words))
  }
}
