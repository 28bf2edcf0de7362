import Computing
import RelaisGeo

/// The opening hours of all relays, each read once, and what they say of an instant or a window.
public struct RelayHours: Sendable {
  /// What became of one relay's opening hours.
  public enum Reading: Hashable, Sendable {
    /// The file gives none.
    case absent
    case understood(OpeningHours)
    case refused(OpeningHoursError)
  }

  public let calendar: FrenchCalendar
  /// One per relay.
  public let readings: [Reading]
  private let settings: [HoursSetting]

  /// - Parameter isOnEarth: Whether positions are degrees; elsewhere the sun is not known.
  public init(_ facilities: [Facility], calendar: FrenchCalendar, isOnEarth: Bool) {
    self.calendar = calendar
    var known: [String: Reading] = [:]
    readings = facilities.map { facility in
      guard let text = facility.openingHours, text.contains(where: { !$0.isWhitespace }) else {
        return .absent
      }
      if let reading = known[text] { return reading }
      let reading: Reading
      do throws(OpeningHoursError) {
        reading = .understood(try OpeningHours(parsing: text))
      } catch {
        reading = .refused(error)
      }
      known[text] = reading
      return reading
    }
    settings = facilities.map {
      HoursSetting(
        calendar: calendar,
        position: isOnEarth && $0.position.isGeographic ? $0.position : nil)
    }
  }

  /// Every relay's state at an instant.
  public func states(at instant: LocalInstant) -> [OpeningState] {
    states { hours, setting in hours.evaluation(at: instant, in: setting).state }
  }

  /// Every relay's state over an hour or another stretch of the clock: open if open throughout,
  /// closed if closed at some instant of it.
  public func states(throughout stretch: Range<LocalInstant>) -> [OpeningState] {
    states { hours, setting in hours.state(throughout: stretch, in: setting) }
  }

  /// Every relay's state in a window: open if open throughout it on every school day of the period.
  ///
  /// A day that may be a school holiday makes an open relay no less open, and leaves it unknown
  /// whether a closed one would be missed; a relay closed on all such days of a weekday is closed,
  /// since lessons are held on one of them.
  public func states(in window: WindowDays) -> [OpeningState] {
    guard !window.isEmpty else {
      return [OpeningState](repeating: .unknown, count: readings.count)
    }
    return states { hours, setting in
      var isUnknown = false
      for stretches in window.stretches {
        var isClosedThroughout = !stretches.isEmpty
        for (stretch, isCertain) in stretches {
          switch hours.state(throughout: stretch, in: setting) {
          case .open: isClosedThroughout = false
          case .unknown:
            isClosedThroughout = false
            isUnknown = true
          case .closed:
            if isCertain { return .closed }
            isUnknown = true
          }
        }
        if isClosedThroughout { return .closed }
      }
      return isUnknown ? .unknown : .open
    }
  }

  private func states(
    _ body: @Sendable (OpeningHours, HoursSetting) -> OpeningState
  ) -> [OpeningState] {
    Parallel.fill(readings.count, grain: 16) { relay in
      guard case .understood(let hours) = readings[relay] else { return .unknown }
      return body(hours, settings[relay])
    }
  }
}

/// The stretches of time that a window is made of over a period.
public struct WindowDays: Sendable {
  /// By span and weekday: each day's stretch, and whether it surely is a school day.
  let stretches: [[(stretch: Range<LocalInstant>, isCertain: Bool)]]
  /// Different days among them, and those that are school days for certain.
  public let count: Int
  public let certain: Int

  var isEmpty: Bool { count == 0 }

  public init(of window: SchoolRunWindow, over period: SchoolPeriod, in calendar: FrenchCalendar) {
    var known = Set<SchoolPeriod.Day>()
    stretches = window.spans.flatMap { span in
      span.weekdays.map { weekday in
        period.days(on: weekday, in: calendar).compactMap { day in
          let start = LocalInstant(day: day.day, minute: span.minutes.lowerBound)
          guard let end = start.adding(minutes: span.minutes.count) else { return nil }
          known.insert(day)
          return (start..<end, day.isCertain)
        }
      }
    }
    count = known.count
    certain = known.count { $0.isCertain }
  }
}
