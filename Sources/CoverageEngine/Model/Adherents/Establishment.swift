public import RelaisGeo

/// A shop, association, institution or municipal service the registry knows.
///
/// Its facts are kept by field, so that its row is exactly what the events of its history add up to.
public struct Establishment: Hashable, Sendable {
  /// A UUID in lower case; stable, and the only key.
  public let id: String
  /// What is known; a field that is not there is not known.
  public private(set) var facts: [EstablishmentField: FactValue]

  public init(id: String, facts: [EstablishmentField: FactValue] = [:]) {
    self.id = id
    self.facts = facts
  }

  public subscript(field: EstablishmentField) -> FactValue? { facts[field] }

  /// Takes the facts of a change over.
  public mutating func apply(_ changes: [EstablishmentField: FactValue?]) {
    if facts.isEmpty {
      facts = changes.compactMapValues { $0 }
    } else {
      for (field, value) in changes { facts[field] = value }
    }
  }

  public var name: String { text(.name) ?? "" }
  public var kind: EstablishmentKind? {
    if case .kind(let kind)? = self[.kind] { kind } else { nil }
  }
  /// The same as a place's, whatever the registry has.
  public var facilityKind: FacilityKind? {
    kind.map { .known($0) } ?? text(.kind).map { .other($0) }
  }
  public var state: AdherentState? {
    if case .state(let state)? = self[.state] { state } else { nil }
  }
  public var position: Position? {
    if case .position(let position)? = self[.position] { position } else { nil }
  }
  public var positionSource: PositionSource? {
    if case .source(let source)? = self[.positionSource] { source } else { nil }
  }
  public var positionQuality: PositionQuality? {
    if case .quality(let quality)? = self[.positionQuality] { quality } else { nil }
  }
  /// Whether its position stands for its street alone: its address has no number, or one that could not be found there.
  /// A position a person, a list or a map gave is taken at its word.
  public var isPositionApproximate: Bool {
    guard position != nil, case .address(let kind)? = positionSource else { return false }
    return kind != .houseNumber || positionQuality?.needsCheck == true
  }
  /// 14 digits.
  public var siret: String? { if case .siret(let digits)? = self[.siret] { digits } else { nil } }
  /// As it is written on it.
  public var sticker: String? { text(.sticker) }
  /// In OSM syntax, unread as yet.
  public var openingHours: String? { text(.openingHours) }

  /// The registry keeps a street with its number in one line.
  public var address: PostalAddress {
    PostalAddress(
      street: text(.address), postcode: text(.postcode), city: text(.city), cityCode: text(.insee))
  }

  public func day(_ field: EstablishmentField) -> CalendarDay? {
    if case .day(let day)? = self[field] { day } else { nil }
  }

  /// A condition nobody looked at is not checked.
  public func check(_ field: EstablishmentField) -> ConditionCheck {
    if case .check(let check)? = self[field] { check } else { .notChecked }
  }

  /// A fact as cells of files have it.
  public func text(_ field: EstablishmentField) -> String? { self[field]?.text }

  /// What is on its sticker, however it was written: « n° 07 » and « 7 » are one. Words are no number: « à donner » says that
  /// there is none yet.
  public var stickerNumber: String? { sticker.flatMap(Establishment.stickerNumber) }

  /// What people write where a sticker's number is not known: that there is one, that there is none.
  private static let noNumbers: Set<String> = [
    "", "oui", "non", "yes", "no", "x", "ok", "neant", "aucun", "aucune", "sans", "manque",
    "manquant", "manquante", "perdu", "perdue", "donne", "remis", "pose", "fait", "colle",
    "inconnu",
    "nc", "na", "nr", "nsp", "voir", "attente", "enattente", "none", "unknown", "todo",
  ]

  /// The number a text gives of a sticker, which may be letters; `nil` for words: « à donner », « oui », « ? ».
  public static func stickerNumber(_ text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace)
    let isPlan = words.count > 1 && ["a", "to"].contains(folded(String(words[0])))
    guard
      text.contains(where: \.isNumber) || !isPlan && !noNumbers.contains(Establishment.folded(text))
    else { return nil }
    let digits = text.filter { $0.isASCII && $0.isNumber }.drop { $0 == "0" }
    return digits.isEmpty ? Establishment.folded(text) : String(digits)
  }

  /// The few characters that usually distinguish it from all others.
  public var code: String { id.relayCode }

  /// The relay as the engine takes it; `nil` without a position.
  public var facility: Facility? {
    position.map {
      var facility = Facility(
        id: id, name: text(.name), kind: facilityKind, position: $0, openingHours: openingHours)
      facility.isApproximate = isPositionApproximate
      return facility
    }
  }

  /// The name without case, accents, spaces and punctuation, for comparing.
  public var foldedName: String { Establishment.folded(name) }

  /// The address in the same form, with its postcode or, without one, its town.
  public var foldedAddress: String? {
    let address = address
    guard let line = address.line else { return nil }
    let folded = Establishment.folded(line)
    guard !folded.isEmpty else { return nil }
    return folded + "|" + Establishment.folded(address.postcode ?? address.city ?? "")
  }

  public static func folded(_ text: String) -> String {
    ColumnName.foldedLetters(text)
  }
}
