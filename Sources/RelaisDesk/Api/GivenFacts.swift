import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisTown
import RelaisWording

/// Facts of an establishment as a request gives them: a member each, `null` for one no longer known.
struct GivenFacts: Decodable {
  struct GivenContact: Decodable {
    var name: String?
    var phone: String?
    var email: String?

    var change: ContactChange { ContactChange(name: name, phone: phone, email: email) }
  }

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Members that are no fact.
  private static let others: Set<String> = [
    "contact", "lon", "lat", "date", "note", "version", "anyway", "id", "code",
  ]

  private var texts: [(name: String, text: String?)] = []
  private var position: Position?
  var contact: GivenContact?
  var version: Int64?
  private var date: String?
  private var note: String?
  private var isOther = false

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Key.self)
    for key in members.allKeys where !GivenFacts.others.contains(key.stringValue) {
      if try members.decodeNil(forKey: key) {
        texts.append((key.stringValue, nil))
      } else if let flag = try? members.decode(Bool.self, forKey: key) {
        texts.append(
          (key.stringValue, flag ? ConditionCheck.yes.rawValue : ConditionCheck.no.rawValue))
      } else {
        texts.append((key.stringValue, try members.decode(String.self, forKey: key)))
      }
    }
    texts.sort { $0.name < $1.name }
    func optional<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value? {
      try members.decodeIfPresent(type, forKey: Key(stringValue: name))
    }
    contact = try optional(GivenContact.self, "contact")
    version = try optional(Int64.self, "version")
    date = try optional(String.self, "date")
    note = try optional(String.self, "note")
    isOther = try optional(Bool.self, "anyway") ?? false
    let (lon, lat) = (try optional(Double.self, "lon"), try optional(Double.self, "lat"))
    if let lon, let lat {
      let place = Position(longitude: lon, latitude: lat)
      guard place.isFinite, place.isGeographic else { throw Problem(.badRequest, "lon, lat") }
      position = place
    } else if (lon == nil) != (lat == nil) {
      throw Problem(.badRequest, "lon, lat")
    }
  }

  /// - Throws: ``Problem`` for a name that is no fact's, and for the state, which events change.
  func facts(_ wording: Wording) throws -> [EstablishmentField: FactValue?] {
    var facts: [EstablishmentField: FactValue?] = [:]
    for (name, text) in texts {
      guard let field = EstablishmentField(rawValue: name), field != .state else {
        throw Problem(.badRequest, String(name.prefix(100)))
      }
      let isEmpty = text?.allSatisfy(\.isWhitespace) ?? true
      facts.updateValue(
        isEmpty ? nil : text.map { FactText.value($0, of: field, wording) }, forKey: field)
    }
    if let position {
      facts[.position] = .position(position)
      if facts[.positionSource] == nil { facts[.positionSource] = .source(.map) }
    }
    return facts
  }

  /// - Throws: ``Problem`` where name or kind is missing.
  func establishment(_ wording: Wording) throws -> NewEstablishment {
    func text(_ field: EstablishmentField) -> String? {
      texts.first { $0.name == field.rawValue }?.text
    }
    guard let name = text(.name), !name.allSatisfy(\.isWhitespace) else {
      throw Problem(.badRequest, EstablishmentField.name.rawValue)
    }
    guard let kind = text(.kind).flatMap({ FactText.kind($0, wording) }) else {
      throw Problem(.badRequest, EstablishmentField.kind.rawValue)
    }
    var own = self
    own.texts.removeAll { $0.name == EstablishmentField.state.rawValue }
    own.position = nil
    var new = NewEstablishment(name: name, kind: kind)
    if let state = text(.state) {
      guard let state = FactText.state(state, wording) else {
        throw Problem(.badRequest, EstablishmentField.state.rawValue)
      }
      new.state = state
    }
    new.position = position
    new.facts = try own.facts(wording)
    new.contact = contact?.change ?? ContactChange()
    new.isOther = isOther
    return new
  }

  /// When it holds and why.
  func occasion(today: CalendarDay) throws -> TownRegistry.Occasion {
    try GivenEvent.occasion(date, note)
  }
}
