extension DaySelector {
  /// In a list its days can only be meant beside the others: weekdays, holidays, dates and runs of a
  /// few days. A longer season might narrow its neighbours instead.
  var isListable: Bool {
    guard years.isEmpty, weeks.isEmpty, within.isEmpty else { return false }
    if dates.isEmpty { return true }
    return dates.allSatisfy { range in
      switch range {
      case .days(let from, let to): from.lasts(to: to, atMost: 14)
      case .months: nthWeekdays.count == 1 && weekdays == 0
      case .onward: false
      }
    }
  }
}

extension DatePoint {
  fileprivate func lasts(to end: DatePoint, atMost days: Int) -> Bool {
    guard let first = number(in: 2024), var last = end.number(in: 2024) else { return false }
    if last < first { last = end.number(in: 2025) ?? last }
    return (0..<days).contains(last - first)
  }
}
