import ArgumentParser
import CoverageEngine
import RelaisRegistry
import RelaisReports

/// `relais adherents visit`.
struct AdherentsVisitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "visit", abstract: words.adherentsVisitAbstract,
    discussion: words.adherentsVisitDiscussion)

  @Argument(help: ArgumentHelp(words.visitCodeHelp, valueName: "code"))
  var code: String

  @Option(name: .long, help: ArgumentHelp(words.outcomeHelp))
  var outcome: VisitOutcome

  @Option(
    name: .customLong("call-back-on"), help: ArgumentHelp(words.callBackHelp, valueName: "date"))
  var callBackOn: CalendarDay?

  @Option(name: .long, help: ArgumentHelp(words.conditionHelp, valueName: "field"))
  var condition: String?

  @OptionGroup var occasion: OccasionOptions
  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    let known = EstablishmentField.conditions.map(\.check.rawValue)
    let isConditionRight = condition.map { known.contains($0) && outcome == .notEligible } ?? true
    if !isConditionRight { throw ValidationError(words.conditionHelp) }
    if (callBackOn != nil) != (outcome == .callBack) { throw ValidationError(words.callBackHelp) }
    let day = occasion.date ?? .today()
    if let callBackOn, callBackOn < day {
      throw ValidationError(words.callBackBeforeVisit(callBackOn, day))
    }
  }

  func run() throws {
    try ErrorPrinter.run {
      let candidate = try TakenCandidate.named(code, registry)
      try RecordedChange.write(
        registry, quiet: global.quiet, creating: candidate?.makesRegistry ?? false
      ) { writer, stamp in
        let id =
          try candidate.map { try $0.takeUp(in: &writer, occasion.occasion) }
          ?? writer.history(named: code).id
        try writer.visit(
          id, outcome, callBackOn: callBackOn,
          condition: condition.flatMap(EstablishmentField.init), today: stamp.today,
          occasion.occasion)
        return id
      }
    }
  }
}
