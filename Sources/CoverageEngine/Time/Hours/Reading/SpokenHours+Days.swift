/// What days and hours of people's values name, and how they lie to each other.
extension DaySelector {
  /// Nothing but the parity of weeks, if that.
  var namesNoDay: Bool {
    dates.isEmpty && years.isEmpty && !hasWeekdays && within.isEmpty
  }

  var namesDatesAlone: Bool {
    !dates.isEmpty && !isListable && years.isEmpty && weeks.isEmpty && !hasWeekdays
      && within.isEmpty
  }

  var isSchoolHolidaysAlone: Bool {
    isEveryDate && weekdays == 0 && nthWeekdays.isEmpty && within.isEmpty && !holidays.isEmpty
      && holidays.allSatisfy { $0.kind == .school }
  }
}

extension TimeSpan {
  func follows(_ other: TimeSpan) -> Bool {
    guard !followsSun, !other.followsSun, let end = other.to else { return false }
    return from.minute >= end.minute
  }

  /// Whether another lies within it by the clock.
  func encloses(_ other: TimeSpan) -> Bool {
    guard !followsSun, !other.followsSun, let end = to, let otherEnd = other.to else {
      return false
    }
    return from.minute <= other.from.minute && otherEnd.minute <= end.minute
  }
}
