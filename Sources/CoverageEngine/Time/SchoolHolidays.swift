/// When schools are closed for holidays, by zone, as far as the calendar is known.
public struct SchoolHolidays: Hashable, Sendable {
  /// One holiday of one zone.
  public struct Break: Hashable, Sendable {
    public var zone: SchoolZone
    /// The day after the last lessons.
    public var firstDay: CalendarDay
    /// The day lessons begin again; it is no holiday.
    public var lessonsAgain: CalendarDay

    public init(zone: SchoolZone, firstDay: CalendarDay, lessonsAgain: CalendarDay) {
      self.zone = zone
      self.firstDay = firstDay
      self.lessonsAgain = lessonsAgain
    }
  }

  /// Lessons never last so long without a holiday; more days than this between two say that the
  /// calendar has a hole, and nothing is known inside it.
  private static let longestTerm = 100

  private let breaks: [Break]
  /// By zone, increasing and apart: runs of days by their numbers, from the first day of holidays
  /// to the day lessons begin again.
  private let runs: [SchoolZone: [Range<Int>]]

  /// - Parameter breaks: In any order; those that overlap or touch become one.
  public init(_ breaks: [Break]) {
    self.breaks = breaks
    runs = Dictionary(grouping: breaks, by: \.zone).mapValues { breaks in
      var merged: [Range<Int>] = []
      let ranges = breaks.filter { $0.firstDay < $0.lessonsAgain }
        .map { $0.firstDay.number..<$0.lessonsAgain.number }
      for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
        if let last = merged.last, range.lowerBound <= last.upperBound {
          merged[merged.count - 1] =
            last.lowerBound..<max(last.upperBound, range.upperBound)
        } else {
          merged.append(range)
        }
      }
      return merged
    }
  }

  /// The same with more holidays: those of a further year.
  public func adding(_ further: [Break]) -> SchoolHolidays { SchoolHolidays(breaks + further) }

  /// Whether a day is a holiday; `nil` beyond what the calendar knows of that zone.
  ///
  /// - Complexity: O(log n) in the holidays of the zone.
  public func contains(_ day: CalendarDay, zone: SchoolZone) -> Bool? {
    contains(number: day.number, zone: zone)
  }

  func contains(number: Int, zone: SchoolZone) -> Bool? {
    let runs = runs[zone] ?? []
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].upperBound <= number { low = middle + 1 } else { high = middle }
    }
    guard low < runs.count else { return nil }
    if runs[low].contains(number) { return true }
    guard low > 0, runs[low].lowerBound - runs[low - 1].upperBound <= SchoolHolidays.longestTerm
    else { return nil }
    return false
  }

  /// The first and the last day the calendar knows of a zone; there may be holes between.
  public func reach(of zone: SchoolZone) -> ClosedRange<CalendarDay>? {
    let runs = runs[zone] ?? []
    guard let first = runs.first.flatMap({ CalendarDay(number: $0.lowerBound) }),
      let last = runs.last.flatMap({ CalendarDay(number: $0.upperBound - 1) })
    else { return nil }
    return first...last
  }
}
