public import ArgumentParser
public import CoverageEngine
import Foundation
import RelaisRegistry

/// Whose registry, and who writes in it.
struct RegistryOptions: ParsableArguments {
  @OptionGroup var territory: TerritoryOption

  @Option(name: .long, help: ArgumentHelp(words.authorHelp, valueName: "name"))
  var author: String?

  func open(for access: RegistryStore.Access) throws -> RegistryStore {
    try territory.find().registry(for: access)
  }

  var stamp: RegistryStamp { .now(author: author) }
}

extension RegistryStamp {
  /// Now, as the registry records it.
  static func now(author: String? = nil) -> RegistryStamp {
    let now = Date()
    let format = ISO8601DateFormatter()
    format.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
    let environment = ProcessInfo.processInfo.environment
    let user = author ?? environment["RELAIS_AUTHOR"] ?? environment["USER"] ?? ""
    return RegistryStamp(
      author: user.isEmpty ? "?" : user, recordedAt: format.string(from: now), today: .today(now))
  }
}

extension CalendarDay {
  /// The day it is here.
  static func today(_ now: Date = Date()) -> CalendarDay {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .current
    let parts = calendar.dateComponents([.year, .month, .day], from: now)
    guard let year = parts.year, let month = parts.month, let day = parts.day,
      let today = CalendarDay(year: year, month: month, day: day)
    else { preconditionFailure("the clock is past the year 2999") }
    return today
  }
}

extension CalendarDay: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension EstablishmentKind: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument, name: words.name) }
}

extension AdherentState: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument, name: words.name) }
}

extension VisitOutcome: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument, name: words.name) }
}

extension CaseIterable where Self: RawRepresentable<String> {
  /// A value by its stable name, or by the one people read in lists.
  init?(_ text: String, name: (Self) -> String) {
    let folded = Establishment.folded(text)
    let found = Self.allCases.first { one in
      [one.rawValue, name(one)].contains { Establishment.folded($0) == folded }
    }
    guard let found else { return nil }
    self = found
  }
}

/// When an event holds and why.
struct OccasionOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(words.dayHelp, valueName: "date"))
  var date: CalendarDay?

  @Option(name: .long, help: ArgumentHelp(words.reasonHelp, valueName: "text"))
  var reason: String?

  var occasion: RegistryWriter.Occasion { .init(day: date, reason: reason) }
}

/// Whom to call.
struct ContactOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(words.contactNameHelp, valueName: "name"))
  var contact: String?

  @Option(name: .long, help: ArgumentHelp(words.phoneHelp, valueName: "number"))
  var phone: String?

  @Option(name: .long, help: ArgumentHelp(words.emailHelp, valueName: "address"))
  var email: String?

  /// What was given, over what is known; `nil` if nothing was given.
  func contact(of id: String, known: Contact?) -> Contact? {
    guard contact != nil || phone != nil || email != nil else { return nil }
    func chosen(_ given: String?, _ known: String?) -> String? {
      given.map { $0.isEmpty ? nil : $0 } ?? known
    }
    return Contact(
      establishment: id, name: chosen(contact, known?.name), phone: chosen(phone, known?.phone),
      email: chosen(email, known?.email))
  }
}
