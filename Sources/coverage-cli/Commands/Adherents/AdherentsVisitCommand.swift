import ArgumentParser
import CoverageEngine
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais adherents visit`.
struct AdherentsVisitCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "visit", abstract: Help.words.adherentsVisitAbstract,
      discussion: Help.words.adherentsVisitDiscussion)
  }

  @Argument(
    help: ArgumentHelp(Help.words.visitCodeHelp, valueName: "code"),
    completion: Completions.establishments)
  var code: String

  @Option(name: .long, help: ArgumentHelp(Help.words.outcomeHelp))
  var outcome: VisitOutcome

  @Option(
    name: .customLong("call-back-on"),
    help: ArgumentHelp(Help.words.callBackHelp, valueName: "date"))
  var callBackOn: CalendarDay?

  @Option(name: .long, help: ArgumentHelp(Help.words.conditionHelp, valueName: "field"))
  var condition: String?

  @OptionGroup var occasion: OccasionOptions
  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    let known = EstablishmentField.conditions.map(\.check.word)
    let isConditionRight = condition.map { known.contains($0) && outcome == .notEligible } ?? true
    if !isConditionRight { throw ValidationError(Help.words.conditionHelp) }
    if (callBackOn != nil) != (outcome == .callBack) {
      throw ValidationError(Help.words.callBackHelp)
    }
    let day = occasion.date ?? .today()
    if let callBackOn, callBackOn < day {
      throw ValidationError(Help.words.callBackBeforeVisit(callBackOn, day))
    }
  }

  func run(_ speaker: Speaker) throws {
    let visit = Visit(
      outcome, callBackOn: callBackOn, condition: condition.flatMap(EstablishmentField.init))
    try speaker.tell(registry.open(speaker).record(visit, to: code, occasion.occasion))
  }
}
