/// What the sun does each day.
enum SunEvent: String, CaseIterable, Hashable, Sendable {
  case dawn
  case sunrise
  case sunset
  case dusk

  /// It ends the day's light rather than begins it.
  var isEvening: Bool { self == .sunset || self == .dusk }

  /// The sun's height, degrees: its upper edge on the horizon with mean refraction, or the end of
  /// civil twilight.
  var altitude: Double {
    switch self {
    case .dawn, .dusk: -6
    case .sunrise, .sunset: -0.833
    }
  }
}
