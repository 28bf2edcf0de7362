/// A time of day, by the clock or by the sun.
struct ClockTime: Hashable, Sendable {
  var event: SunEvent?
  /// Since midnight; with an event, minutes after it, before it if negative.
  var minute: Int

  static func clock(_ minute: Int) -> ClockTime { ClockTime(event: nil, minute: minute) }

  /// The minute itself; with an event, what it is at an equinox.
  var typicalMinute: Int { (event?.typicalMinute ?? 0) + minute }
}

/// From one time to another, perhaps past midnight.
struct TimeSpan: Hashable, Sendable {
  var from: ClockTime
  /// By the clock it is later than `from`: past midnight it is 24:00 or more. `nil` with an open end
  /// that has no least time.
  var to: ClockTime?
  /// `+`: it may go on after `to`.
  var hasOpenEnd: Bool

  /// Its end follows the sun, or its beginning, and is the next day's.
  let crossesMidnight: Bool

  /// - Parameter to: One not later than `from` is the next day's; `10:00-10:00` is a whole day. The
  ///   sun's times count as those of an equinox for this.
  init(from: ClockTime, to: ClockTime?, hasOpenEnd: Bool = false) {
    self.from = from
    self.to = to
    self.hasOpenEnd = hasOpenEnd
    guard let end = to else {
      crossesMidnight = false
      return
    }
    let isNextDay = end.typicalMinute <= from.typicalMinute && !TimeSpan.endsBySun(from, end)
    let isByClock = from.event == nil && end.event == nil
    if isByClock, isNextDay { self.to?.minute += 1440 }
    crossesMidnight = isNextDay && !isByClock
  }

  /// `20:00-sunset`: a place that closes when it gets dark does not stay open until the next evening.
  private static func endsBySun(_ from: ClockTime, _ to: ClockTime) -> Bool {
    from.event == nil && to.event?.isEvening == true
  }

  var followsSun: Bool { from.event != nil || to?.event != nil }

  var reachesNextDay: Bool {
    guard !followsSun else { return true }
    if hasOpenEnd { return TimeSpan.guessedEnd(after: to?.minute ?? from.minute) > 1440 }
    return (to?.minute ?? 0) > 1440
  }

  /// Until when a place that closes at no stated time may still be open: midnight; ten hours later
  /// from 17:00 on, eight from 22:00 on, as opening_hours.js guesses.
  static func guessedEnd(after minute: Int) -> Int {
    if minute >= 22 * 60 { return minute + 8 * 60 }
    if minute >= 17 * 60 { return minute + 10 * 60 }
    return 1440
  }
}
