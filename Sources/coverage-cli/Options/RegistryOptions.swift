public import ArgumentParser
public import CoverageEngine
import Foundation
import RelaisRegistry
import RelaisTown
import RelaisWording

/// Whose registry, and who writes in it.
struct RegistryOptions: ParsableArguments {
  @OptionGroup var territory: TerritoryOption

  @Option(name: .long, help: ArgumentHelp(Help.words.authorHelp, valueName: "name"))
  var author: String?

  func open(_ speaker: Speaker) throws -> TownRegistry {
    TownRegistry(of: try territory.find(), speaker.work(author: author))
  }
}

extension CalendarDay: ExpressibleByArgument {
  public init?(argument: String) {
    guard let day = FactText.day(argument) else { return nil }
    self = day
  }
}

extension EstablishmentKind: ExpressibleByArgument {
  public init?(argument: String) {
    guard let value = FactText.kind(argument, Help.words) else { return nil }
    self = value
  }
}

extension AdherentState: ExpressibleByArgument {
  public init?(argument: String) {
    guard let value = FactText.state(argument, Help.words) else { return nil }
    self = value
  }
}

extension VisitOutcome: ExpressibleByArgument {
  public init?(argument: String) {
    guard let value = FactText.outcome(argument, Help.words) else { return nil }
    self = value
  }
}

/// When an event holds and why.
struct OccasionOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(Help.words.dayHelp, valueName: "date"))
  var date: CalendarDay?

  @Option(name: .long, help: ArgumentHelp(Help.words.reasonHelp, valueName: "text"))
  var reason: String?

  var occasion: RegistryWriter.Occasion { .init(day: date, reason: reason) }
}

/// Whom to call.
struct ContactOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(Help.words.contactNameHelp, valueName: "name"))
  var contact: String?

  @Option(name: .long, help: ArgumentHelp(Help.words.phoneHelp, valueName: "number"))
  var phone: String?

  @Option(name: .long, help: ArgumentHelp(Help.words.emailHelp, valueName: "address"))
  var email: String?

  var change: ContactChange { ContactChange(name: contact, phone: phone, email: email) }
}
