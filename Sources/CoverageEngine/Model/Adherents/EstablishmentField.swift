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

  /// What a field's value must look like.
  public enum Content: Sendable {
    case text
    case kind
    case state
    case check
    case day
    case position
    case siret
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
    default: .text
    }
  }

  /// The three conditions of joining, each with the field of the day it was checked.
  public static let conditions: [(check: EstablishmentField, day: EstablishmentField)] = [
    (.groundFloor, .groundFloorOn), (.streetFront, .streetFrontOn),
    (.minorsAdmitted, .minorsAdmittedOn),
  ]

  /// A value in the one form the registry keeps; `nil` if the field cannot hold it.
  public func canonical(_ text: String) -> String? {
    let text = EstablishmentField.trimmed(text)
    guard !text.isEmpty, text.utf8.count <= 10_000 else { return nil }
    switch content {
    case .text:
      // Line ends as this program writes them; no other control character.
      let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
      let clean = lines.joined(separator: "\n").unicodeScalars.filter {
        $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" || $0 == "\t"
      }
      return clean.isEmpty ? nil : String(String.UnicodeScalarView(clean))
    case .kind: return EstablishmentKind(rawValue: text.lowercased())?.rawValue
    case .state: return AdherentState(rawValue: text.lowercased())?.rawValue
    case .check: return ConditionCheck(rawValue: text.lowercased())?.rawValue
    case .day: return CalendarDay(text)?.iso
    case .position: return PositionText.position(text).map(PositionText.text)
    case .siret:
      let digits = text.filter { !$0.isWhitespace && $0 != "." }
      return digits.count == 14 && digits.allSatisfy { $0.isASCII && $0.isNumber } ? digits : nil
    }
  }

  private static func trimmed(_ text: String) -> String {
    var slice = text[...]
    while slice.first?.isWhitespace == true { slice.removeFirst() }
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(slice)
  }
}
