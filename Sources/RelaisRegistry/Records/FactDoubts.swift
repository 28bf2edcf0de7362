package import CoverageEngine
import RelaisGeo

/// What looks wrong in facts as they come, whoever brings them: a list, a command, QGIS. The facts are kept all the same.
package enum FactDoubts {
  /// The day the first relays were recruited: nothing of the network is older.
  private static let beginning = CalendarDay(year: 2018, month: 11, day: 20)
  /// Days ahead a call may be planned.
  private static let farthestCall = 5 * 366

  /// What happens to an establishment in this order, on one day at the earliest.
  private static let inOrder: [(EstablishmentField, EstablishmentField)] = [
    (.charterOn, .stickerOn), (.charterOn, .followedUpOn), (.followedUpOn, .callBackOn),
  ]

  /// - Parameters:
  ///   - changes: The facts that come; those no longer known are not in doubt.
  ///   - now: The establishment as they make it.
  ///   - areUnderstood: Whether hours are understood.
  ///   - column: What the column of a field is called, where it comes from one.
  package static func reasons(
    of changes: [EstablishmentField: FactValue?], in now: Establishment, today: CalendarDay,
    areUnderstood: (String) -> Bool = { (try? OpeningHours(parsing: $0)) != nil },
    column: (EstablishmentField) -> String = { $0.word }
  ) -> [AdherentDoubt.Reason] {
    var reasons: [AdherentDoubt.Reason] = []
    func cell(_ field: EstablishmentField, _ text: String) -> AdherentDoubt.Cell {
      .init(column: column(field), text: text)
    }
    for field in EstablishmentField.allCases {
      guard let value = changes[field] ?? nil else { continue }
      switch value {
      case .day(let day):
        let latest = field == .callBackOn ? today.number + farthestCall : today.number
        if day.number > latest { reasons.append(.dateInFuture(day)) }
        if let beginning, day < beginning { reasons.append(.dateTooEarly(cell(field, day.iso))) }
      case .text(let text) where field == .openingHours:
        if !areUnderstood(text) {
          reasons.append(.hoursNotUnderstood(cell(field, text)))
        }
      case .text(let text) where field == .sticker:
        if Establishment.stickerNumber(text) == nil {
          reasons.append(.numberInWords(cell(field, text)))
        }
      case .text, .kind, .state, .check, .position, .siret, .source, .quality, .unread: break
      }
    }
    for (first, last) in inOrder where changes[first] != nil || changes[last] != nil {
      guard let begun = now.day(first), let ended = now.day(last), ended < begun else { continue }
      reasons.append(.datesReversed(first: cell(first, begun.iso), last: cell(last, ended.iso)))
    }
    return reasons
  }

  /// What looks wrong in a contact; a person's number or address is not repeated.
  package static func reasons(of contact: Contact) -> [AdherentDoubt.Reason] {
    var reasons: [AdherentDoubt.Reason] = []
    if let phone = contact.phone,
      !AdherentWords.phones(phone).allSatisfy(AdherentWords.looksLikePhone)
    {
      reasons.append(.phoneUnreadable)
    }
    if let email = contact.email, !AdherentWords.looksLikeEmail(email) {
      reasons.append(.emailUnreadable)
    }
    return reasons
  }

  /// Whether a cell of numbers holds one: « à donner » does not.
  static func isNumber(_ text: String) -> Bool { text.contains { $0.isNumber } }

  /// Whether a text says nothing in a column of numbers, as a list is read.
  static func isInWords(_ text: String, in field: EstablishmentField) -> Bool {
    switch field {
    case .sticker: Establishment.stickerNumber(text) == nil
    case .postcode, .insee: !isNumber(text)
    default: false
    }
  }
}
