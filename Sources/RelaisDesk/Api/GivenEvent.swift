import CoverageEngine
import RelaisRegistry
import RelaisTown
import RelaisWording

/// Something that happened to an establishment, as a request tells it.
struct GivenEvent: Decodable {
  enum Kind: String, Decodable {
    case visit, join, suspend, leave, undo
    case followUp = "follow-up"
  }

  var kind: Kind
  private var date: String?
  private var outcome: String?
  private var note: String?
  private var sticker: String?
  private var condition: String?
  private var callBackOn: String?
  /// For `undo`, the number of the event; the last one of the establishment without it.
  private var event: Int64?

  private enum CodingKeys: String, CodingKey {
    case kind, date, outcome, note, sticker, condition, event
    case callBackOn = "call_back_on"
  }

  init(
    _ kind: Kind, date: String? = nil, outcome: String? = nil, note: String? = nil,
    sticker: String? = nil, condition: String? = nil, callBackOn: String? = nil,
    event: Int64? = nil
  ) {
    self.kind = kind
    self.date = date
    self.outcome = outcome
    self.note = note
    self.sticker = sticker
    self.condition = condition
    self.callBackOn = callBackOn
    self.event = event
  }

  /// What is to be recorded.
  enum Deed: Sendable {
    case visit(Visit, TownRegistry.Occasion)
    case join(sticker: String?, TownRegistry.Occasion)
    case suspend(TownRegistry.Occasion)
    case leave(TownRegistry.Occasion)
    case followUp(TownRegistry.Occasion)
    case undo(event: Int64?, reason: String?)
  }

  /// - Throws: ``Problem`` for what is missing or no value.
  func deed(_ wording: Wording, today: CalendarDay) throws -> Deed {
    let occasion = try GivenEvent.occasion(date, note)
    switch kind {
    case .join: return .join(sticker: sticker, occasion)
    case .suspend: return .suspend(occasion)
    case .leave: return .leave(occasion)
    case .followUp: return .followUp(occasion)
    case .undo: return .undo(event: event, reason: note)
    case .visit:
      guard let outcome = outcome.flatMap({ FactText.outcome($0, wording) }) else {
        throw Problem(.badRequest, CodingKeys.outcome.rawValue)
      }
      let day = try callBackOn.map { try GivenEvent.day($0, .callBackOn) }
      let field = try condition.map { text in
        guard let field = FactText.field(text, wording), field.content == .check else {
          throw Problem(.badRequest, CodingKeys.condition.rawValue)
        }
        return field
      }
      return .visit(Visit(outcome, callBackOn: day, condition: field), occasion)
    }
  }

  static func occasion(_ date: String?, _ note: String?) throws -> TownRegistry.Occasion {
    guard (note?.utf8.count ?? 0) <= 4000 else {
      throw Problem(.badRequest, CodingKeys.note.rawValue)
    }
    return TownRegistry.Occasion(day: try date.map { try day($0, .date) }, reason: note)
  }

  private static func day(_ text: String, _ key: CodingKeys) throws -> CalendarDay {
    guard let day = FactText.day(text) else { throw Problem(.badRequest, key.rawValue) }
    return day
  }
}

extension GivenEvent.Deed {
  /// Records it.
  ///
  /// - Returns: The establishment's identifier.
  func record(_ code: String, _ registry: TownRegistry) throws -> String {
    let change: RegistryChange
    switch self {
    case .visit(let visit, let occasion):
      change = try registry.record(visit, to: code, occasion)
    case .join(let sticker, let occasion):
      change = try registry.join(code, sticker: sticker, occasion)
    case .suspend(let occasion): change = try registry.suspend(code, occasion)
    case .leave(let occasion): change = try registry.leave(code, occasion)
    case .followUp(let occasion): change = try registry.followUp(code, occasion)
    case .undo(let event, let reason):
      let history = try registry.establishment(named: code).history
      let own = Set(([history] + history.allAbsorbed).flatMap(\.events).map(\.sequence))
      if let event, !own.contains(event) { throw RegistryError.unknownChange(String(event)) }
      let last =
        try event
        ?? registry.changes(of: code, limit: 100).acts.first { act in
          !act.isTakenBack && act.undoes == nil
        }?.events.last { own.contains($0.sequence) }?.sequence
      guard let last else { throw RegistryError.nothingToUndo }
      _ = try registry.undoOnce(.event(last), reason: reason)
      return history.id
    }
    return change.establishment?.id ?? code
  }
}
