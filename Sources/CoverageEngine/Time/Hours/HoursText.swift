/// Rules as text in OpenStreetMap syntax.
enum HoursText {
  static func text(of rules: [HoursRule]) -> String {
    var text = ""
    for (index, rule) in rules.enumerated() {
      if index > 0 {
        switch rule.joint {
        case .normal: text += "; "
        case .additional: text += ", "
        case .fallback: text += " || "
        }
      }
      let next = index + 1 < rules.count ? rules[index + 1] : nil
      text += self.text(
        of: rule,
        isFollowedByComma: next.map { $0.joint == .additional } ?? false,
        // Else its times would join those of the rule before.
        beforeTimes: next.map { $0.joint == .additional && $0.days.isEveryDay && $0.label == nil }
          ?? false)
    }
    return text
  }

  private static func text(
    of rule: HoursRule, isFollowedByComma: Bool, beforeTimes: Bool
  ) -> String {
    var parts: [String] = []
    if let label = rule.label { parts.append("\"\(label)\":") }
    parts += self.parts(of: rule.days)
    if !rule.spans.isEmpty { parts.append(rule.spans.map(text(of:)).joined(separator: ",")) }
    switch (rule.state, rule.comment) {
    case (.closed, _): parts.append("off")
    case (.open, _?): parts.append("open")
    case (.unknown, nil): parts.append("unknown")
    case (.open, nil):
      // Without days and times nothing else would be left.
      if rule.days.isEveryDay, rule.spans.isEmpty {
        parts.append("24/7")
      } else if beforeTimes || isFollowedByComma && rule.spans.isEmpty {
        parts.append("open")
      }
    case (.unknown, _?): break
    }
    if let comment = rule.comment { parts.append("\"\(comment)\"") }
    return parts.joined(separator: " ")
  }

  private static func parts(of days: DaySelector) -> [String] {
    var parts: [String] = []
    if !days.years.isEmpty {
      // A lone year before a date would become the date's.
      let isLone = days.years.count == 1 && !days.dates.isEmpty
      parts.append(days.years.map { text(of: $0, isSpelledOut: isLone) }.joined(separator: ","))
    }
    if !days.dates.isEmpty { parts.append(days.dates.map(text(of:)).joined(separator: ",")) }
    if !days.weeks.isEmpty {
      parts.append("week " + days.weeks.map(text(of:)).joined(separator: ","))
    }
    if !days.within.isEmpty { parts.append(days.within.map(text(of:)).joined(separator: ",")) }
    let named =
      weekdayRuns(days.weekdays) + days.nthWeekdays.map(text(of:)) + days.holidays.map(text(of:))
    if !named.isEmpty { parts.append(named.joined(separator: ",")) }
    return parts
  }

  private static func text(of span: TimeSpan) -> String {
    var to = span.to
    // `22:00-02:00` rather than `22:00-26:00`, where that means the same.
    if let end = to?.minute, !span.followsSun, end > 1440, end - 1440 <= span.from.minute {
      to?.minute -= 1440
    }
    return text(of: span.from) + (to.map { "-" + text(of: $0) } ?? "")
      + (span.hasOpenEnd ? "+" : "")
  }

  private static func text(of time: ClockTime) -> String {
    guard let event = time.event else { return LocalInstant.clock(time.minute) }
    guard time.minute != 0 else { return event.rawValue }
    return
      "(\(event.rawValue)\(time.minute < 0 ? "-" : "+")\(LocalInstant.clock(abs(time.minute))))"
  }

  private static func text(of range: YearRange, isSpelledOut: Bool) -> String {
    let step = range.step == 1 ? "" : "/\(range.step)"
    guard let to = range.to else { return "\(range.from)" + (step.isEmpty ? "+" : step) }
    return "\(range.from)" + (to == range.from && !isSpelledOut ? "" : "-\(to)") + step
  }

  private static func text(of range: WeekRange) -> String {
    "\(range.from)" + (range.to == range.from ? "" : "-\(range.to)")
      + (range.step == 1 ? "" : "/\(range.step)")
  }

  private static func text(of nth: NthWeekday) -> String {
    let places = (1...5).filter { nth.places & 1 << $0 != 0 }.map(String.init)
    let fromEnd = (1...5).filter { nth.places & 1 << (5 + $0) != 0 }.map { "-\($0)" }
    return name(of: nth.weekday) + "[" + (places + fromEnd).joined(separator: ",") + "]"
      + dayOffset(nth.offset)
  }

  private static func text(of holiday: HolidaySelector) -> String {
    (holiday.kind == .public ? "PH" : "SH") + dayOffset(holiday.offset)
  }

  private static func text(of range: DateRange) -> String {
    switch range {
    case .months(let year, let from, let to):
      return (year.map { "\($0) " } ?? "") + months[from - 1]
        + (from == to ? "" : "-" + months[to - 1])
    case .onward(let from): return text(of: from) + "+"
    case .days(let from, let to): return text(of: from) + (from == to ? "" : "-" + text(of: to))
    }
  }

  private static func text(of point: DatePoint) -> String {
    var text = point.year.map { "\($0) " } ?? ""
    switch point.anchor {
    case .easter: text += "easter"
    case .date(let month, let day): text += months[month - 1] + (day < 10 ? " 0" : " ") + "\(day)"
    case .nth(let month, let weekday, let place):
      text += months[month - 1] + " " + name(of: weekday) + "[\(place)]"
    }
    if let shift = point.weekday {
      text += (shift.isForward ? " +" : " -") + name(of: shift.weekday)
    }
    return text + dayOffset(point.offset)
  }

  private static func dayOffset(_ days: Int) -> String {
    days == 0
      ? "" : " \(days < 0 ? "-" : "+")\(abs(days)) day" + (abs(days) == 1 ? "" : "s")
  }

  /// `Mo-Fr`, `Mo,We`: three and more in a row become a run, over Sunday too.
  private static func weekdayRuns(_ bits: UInt8) -> [String] {
    guard bits != 0b111_1111 else { return ["Mo-Su"] }
    func has(_ day: Int) -> Bool { bits & 1 << UInt8((day + 7) % 7) != 0 }
    var runs: [String] = []
    for first in 0..<7 where has(first) && !has(first - 1) {
      var length = 1
      while has(first + length) { length += 1 }
      let names = (first..<first + length).map { name(of: Weekday.allCases[$0 % 7]) }
      runs += length > 2 ? ["\(names[0])-\(names[length - 1])"] : names
    }
    return runs
  }

  private static func name(of weekday: Weekday) -> String { weekdays[weekday.index] }

  private static let weekdays = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
