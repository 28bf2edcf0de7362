/// What the sun does each day.
enum SunEvent: String, CaseIterable, Hashable, Sendable {
  case dawn
  case sunrise
  case sunset
  case dusk

  /// It ends the day's light rather than begins it.
  var isEvening: Bool { self == .sunset || self == .dusk }

  /// Since midnight, about when it happens at an equinox.
  var typicalMinute: Int {
    switch self {
    case .dawn: 330
    case .sunrise: 360
    case .sunset: 1080
    case .dusk: 1110
    }
  }

  /// The minutes it never falls outside, between the polar circles.
  var bounds: (earliest: Int, latest: Int) { isEvening ? (720, 1440) : (0, 720) }

  /// The sun's height, degrees: its upper edge on the horizon with mean refraction, or the end of
  /// civil twilight.
  var altitude: Double {
    switch self {
    case .dawn, .dusk: -6
    case .sunrise, .sunset: -0.833
    }
  }
}
