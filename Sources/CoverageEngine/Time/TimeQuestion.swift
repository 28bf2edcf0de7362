/// What is asked of an analysis about time: which windows, over which days, and which week.
public struct TimeQuestion: Hashable, Sendable {
  public var windows: [SchoolRunWindow]
  public var period: SchoolPeriod
  /// The Monday of the week reported hour by hour; `nil` for no week.
  public var week: CalendarDay?

  /// - Parameters:
  ///   - windows: At most ``SchoolRunWindow/limit``.
  ///   - period: The last school year the calendar knows unless given.
  ///   - week: Any day of it; the first whole school week of the period unless given.
  ///   - calendar: For what is not given.
  public init(
    windows: [SchoolRunWindow] = SchoolRunWindow.standard, period: SchoolPeriod? = nil,
    week: CalendarDay? = nil, calendar: FrenchCalendar
  ) {
    precondition(windows.count <= SchoolRunWindow.limit, "more windows than a word has room for")
    self.windows = windows
    let period = period ?? SchoolPeriod(lastKnownTo: calendar)
    self.period = period
    self.week =
      week.flatMap { $0.adding(days: -$0.weekday.index) }
      ?? period.firstWholeWeek(in: calendar)
  }

  /// The 168 hours of the week, none without one.
  var hours: [Range<LocalInstant>] {
    guard let week else { return [] }
    let start = LocalInstant(day: week, minute: 0)
    return (0..<168).compactMap { hour in
      guard let from = start.adding(minutes: hour * 60), let to = from.adding(minutes: 60) else {
        return nil
      }
      return from..<to
    }
  }
}
