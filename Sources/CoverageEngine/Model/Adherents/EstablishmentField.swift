/// The facts the registry keeps of an establishment.
///
/// Raw values are the columns of the registry's layer and the names in its history: stable.
public enum EstablishmentField: String, CaseIterable, Sendable {
  case name
  case kind
  case state
  case category
  case address
  case postcode
  case city
  case insee
  /// Longitude and latitude, degrees, in one value: they change together.
  case position
  /// How the position was found: `file`, `hand`, `map`, or what a geocoder says.
  case positionSource = "position_source"
  /// How sure it is, in the words of who found it.
  case positionQuality = "position_quality"
  case groundFloor = "ground_floor"
  case groundFloorOn = "ground_floor_on"
  case streetFront = "street_front"
  case streetFrontOn = "street_front_on"
  case minorsAdmitted = "minors_admitted"
  case minorsAdmittedOn = "minors_admitted_on"
  case openingHours = "opening_hours"
  case siret
  case sticker
  case stickerOn = "sticker_on"
  case charterOn = "charter_on"
  case followedUpOn = "followed_up_on"
  case callBackOn = "call_back_on"
  case notes

  /// What columns and options call it.
  public var word: String { rawValue }

  /// What a field's value is, a case of ``FactValue``.
  public enum Content: Sendable {
    case text
    case kind
    case state
    case check
    case day
    case position
    case siret
    case source
    case quality
  }

  public var content: Content {
    switch self {
    case .kind: .kind
    case .state: .state
    case .position: .position
    case .groundFloor, .streetFront, .minorsAdmitted: .check
    case .groundFloorOn, .streetFrontOn, .minorsAdmittedOn, .stickerOn, .charterOn, .followedUpOn,
      .callBackOn:
      .day
    case .siret: .siret
    case .positionSource: .source
    case .positionQuality: .quality
    case .name, .category, .address, .postcode, .city, .insee, .openingHours, .sticker, .notes:
      .text
    }
  }

  /// By its place among the cases. What Swift makes for an enum with texts compares and hashes these texts, which took a
  /// fifth of the time a registry is read in: fields are the keys of all facts.
  public static func == (a: EstablishmentField, b: EstablishmentField) -> Bool {
    withUnsafeBytes(of: a) { $0[0] } == withUnsafeBytes(of: b) { $0[0] }
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(withUnsafeBytes(of: self) { $0[0] })
  }

  /// Whether people write words in it, which may name somebody.
  public var holdsWords: Bool {
    switch content {
    case .text: self != .postcode && self != .insee
    case .source, .quality: true
    case .kind, .state, .check, .day, .position, .siret: false
    }
  }

  /// The three conditions of joining, each with the field of the day it was checked.
  public static let conditions: [(check: EstablishmentField, day: EstablishmentField)] = [
    (.groundFloor, .groundFloorOn), (.streetFront, .streetFrontOn),
    (.minorsAdmitted, .minorsAdmittedOn),
  ]
}
