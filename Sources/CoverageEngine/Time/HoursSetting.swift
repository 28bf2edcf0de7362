public import RelaisGeo

/// Where opening hours are evaluated: the calendar and the sun.
public struct HoursSetting: Hashable, Sendable {
  public var calendar: FrenchCalendar
  /// Degrees, for sunrise and sunset; without it they are not known.
  public var position: Position?

  public init(calendar: FrenchCalendar, position: Position? = nil) {
    self.calendar = calendar
    self.position = position
  }
}
