package import CoverageEngine

/// Opening hours as people say them.
extension Wording {
  /// `lun.–ven. 8 h – 12 h, 14 h – 19 h ; sam. 9 h – 12 h ; fermé dim. et jours fériés`.
  ///
  /// A week that cannot be put so, because dates or the sun decide, keeps the syntax of its source.
  package func inWords(_ hours: OpeningHours) -> String {
    guard let week = hours.week else { return hours.understoodAs }
    return inWords(week)
  }

  /// Hours for a list: in words where they are understood, else as they were written.
  package func shownHours(_ text: String) -> String {
    (try? OpeningHours(parsing: text)).map { inWords($0) } ?? text
  }

  package func inWords(_ week: WeeklyHours) -> String {
    if week.days.allSatisfy({ $0 == [0..<1440] }), week.publicHolidays == .unsaid {
      return say("hours.inWords.openDay")
    }
    var groups: [(days: [Weekday], stretches: [Range<Int>])] = []
    for weekday in Weekday.allCases where !week.unsaid.contains(weekday) {
      let stretches = week.days[weekday.index]
      if let same = groups.firstIndex(where: { $0.stretches == stretches }) {
        groups[same].days.append(weekday)
      } else {
        groups.append(([weekday], stretches))
      }
    }
    var parts = groups.filter { !$0.stretches.isEmpty }.map { group in
      say(
        "hours.weekdayTimes",
        ["days": .text(weekdays(group.days)), "times": .text(inWords(group.stretches))])
    }
    guard !parts.isEmpty || !week.unsaid.isEmpty else { return say("hours.name.closed") }
    var closed = groups.first { $0.stretches.isEmpty }.map { weekdays($0.days) }.map { [$0] } ?? []
    switch week.publicHolidays {
    case .unsaid: break
    case .closed: closed.append(say("hours.inWords.closed"))
    case .during(let stretches):
      parts.append(say("hours.inWords.during", ["times": .text(inWords(stretches))]))
    }
    if !closed.isEmpty {
      parts.append(say("hours.inWords.closedOn", ["days": .text(all(closed))]))
    }
    let unsaid = Weekday.allCases.filter(week.unsaid.contains)
    if !unsaid.isEmpty {
      parts.append(say("hours.inWords.unsaid", ["days": .text(weekdays(unsaid))]))
    }
    return parts.joined(separator: clauseSeparator)
  }

  private func inWords(_ stretches: [Range<Int>]) -> String {
    if stretches == [0..<1440] { return say("hours.inWords.allDay") }
    return stretches.map { stretch in
      let end = stretch.upperBound
      return self.stretch(from: stretch.lowerBound, to: end > 1440 ? end - 1440 : end)
    }.joined(separator: ", ")
  }
}
