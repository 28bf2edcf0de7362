import RelaisGeo

/// The streets of the day compared with.
extension TrendAnalysis {
  /// Of the days whose streets are remembered, the one whose streets are compared with those of the report's day;
  /// `nil` if there is none.
  ///
  /// It is the last until the day of the trend's own comparison. Where no run was asked the same, it is the last
  /// before the report's: streets do not depend on what is asked.
  ///
  /// - Parameter days: Increasing; streets of each hold until the next.
  package func streetsDay(among days: [CalendarDay]) -> CalendarDay? {
    guard let base = base(), since != nil || base.run != nil else {
      return since == nil ? days.last { $0 < day } : nil
    }
    return days.last { $0 <= base.day }
  }

  /// What changed in the streets to cover since an earlier day.
  ///
  /// - Parameters:
  ///   - former: The streets remembered of then.
  ///   - remembered: Their day, as ``streetsDay(among:)`` gave it.
  /// - Returns: `nil` where the run compared with found another length of streets than those remembered: it was of
  ///   a program that did not remember its own.
  package func streetChanges(
    since former: StreetMap, of remembered: CalendarDay
  ) -> StreetChanges? {
    let present = StreetMap(of: result)
    guard former.ground == present.ground else { return nil }
    let run = base()?.run
    if let run {
      let found = run.value(.streets, budget: result.parameters.mainBudget)
      guard found == former.length.millimetres else { return nil }
    }
    return StreetChanges(from: former, of: run?.asOf ?? remembered, to: present)
  }
}
