public import RelaisGeo

/// A shop, association, institution or municipal service the registry knows.
///
/// Its facts are kept by field, each in one canonical text, so that its row is exactly what the
/// events of its history add up to.
public struct Establishment: Hashable, Sendable {
  /// A UUID in lower case; stable, and the only key.
  public let id: String
  /// What is known; a field that is not there is not known.
  public private(set) var values: [EstablishmentField: String]

  public init(id: String, values: [EstablishmentField: String] = [:]) {
    self.id = id
    self.values = values
  }

  public subscript(field: EstablishmentField) -> String? { values[field] }

  /// Takes the facts of a change over.
  public mutating func apply(_ changes: [EstablishmentField: String?]) {
    for (field, value) in changes { values[field] = value }
  }

  public var name: String { values[.name] ?? "" }
  public var kind: EstablishmentKind? { values[.kind].flatMap(EstablishmentKind.init) }
  /// The same as a place's, whatever the registry has.
  public var facilityKind: FacilityKind? { values[.kind].map { FacilityKind($0) } }
  public var state: AdherentState? { values[.state].flatMap(AdherentState.init) }
  public var position: Position? { values[.position].flatMap(PositionText.position) }

  public func day(_ field: EstablishmentField) -> CalendarDay? {
    values[field].flatMap { CalendarDay($0) }
  }

  /// A condition nobody looked at is not checked.
  public func check(_ field: EstablishmentField) -> ConditionCheck {
    values[field].flatMap(ConditionCheck.init) ?? .notChecked
  }

  /// What is on its sticker, however it was written: « n° 07 » and « 7 » are one.
  public var stickerNumber: String? {
    values[.sticker].map { text in
      let digits = text.filter { $0.isASCII && $0.isNumber }.drop { $0 == "0" }
      return digits.isEmpty ? Establishment.folded(text) : String(digits)
    }
  }

  /// The few characters that usually distinguish it from all others.
  public var code: String { String(id.prefix(8)) }

  /// The relay as the engine takes it; `nil` without a position.
  public var facility: Facility? {
    position.map {
      Facility(
        id: id, name: values[.name], kind: facilityKind, position: $0,
        openingHours: values[.openingHours])
    }
  }

  /// The name without case, accents, spaces and punctuation, for comparing.
  public var foldedName: String { Establishment.folded(name) }

  /// The address in the same form, with its postcode or, without one, its town.
  public var foldedAddress: String? {
    guard let address = values[.address] else { return nil }
    let folded = Establishment.folded(address)
    guard !folded.isEmpty else { return nil }
    return folded + "|" + Establishment.folded(values[.postcode] ?? values[.city] ?? "")
  }

  public static func folded(_ text: String) -> String {
    ColumnName.foldedLetters(text)
  }
}
