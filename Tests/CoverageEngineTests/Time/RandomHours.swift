import RelaisTestSupport

@testable import CoverageEngine

/// Random opening hours: as a text, and as what they mean by the specification, kept apart from
/// the parser's own structures.
struct RandomHours {
  struct Rule {
    var joint: String
    var months: Set<Int>?
    var weekdays: Set<Int>?
    var namesHolidays: Bool
    /// `Sa[-1]`
    var last: Int?
    /// Since midnight; past it where the second is not larger.
    var spans: [(Int, Int)]
    var state: OpeningState
  }

  private(set) var rules: [Rule] = []
  private(set) var text = ""

  private static let weekdays = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  init(_ random: inout SeededRandom) {
    for index in 0..<Int.random(in: 1...4, using: &random) {
      let joints =
        index == 0 ? [""] : rules[index - 1].spans.isEmpty ? ["; "] : ["; ", "; ", ", ", " || "]
      add(joint: joints[Int.random(in: 0..<joints.count, using: &random)], &random)
    }
  }

  private mutating func add(joint: String, _ random: inout SeededRandom) {
    var rule = Rule(joint: joint, namesHolidays: false, spans: [], state: .open)
    var parts: [String] = []
    if Bool.random(using: &random), Bool.random(using: &random) {
      let from = Int.random(in: 1...12, using: &random)
      let to = Int.random(in: 1...12, using: &random)
      rule.months = Set(from <= to ? Array(from...to) : Array(from...12) + Array(1...to))
      parts.append(
        RandomHours.months[from - 1] + (from == to ? "" : "-" + RandomHours.months[to - 1]))
    }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: break
    case 1:
      rule.namesHolidays = true
      parts.append("PH")
    case 2:
      rule.last = Int.random(in: 0..<7, using: &random)
      parts.append(RandomHours.weekdays[rule.last ?? 0] + "[-1]")
    default:
      let from = Int.random(in: 0..<7, using: &random)
      let to = Int.random(in: 0..<7, using: &random)
      rule.weekdays = Set(from <= to ? Array(from...to) : Array(from...6) + Array(0...to))
      rule.namesHolidays = Bool.random(using: &random)
      parts.append(
        RandomHours.weekdays[from] + "-" + RandomHours.weekdays[to]
          + (rule.namesHolidays ? ",PH" : ""))
    }
    if joint == ", ", parts.isEmpty {
      // Times alone would go on with those of the rule before.
      rule.weekdays = Set(0...6)
      parts.append("Mo-Su")
    }
    var previousEnd = 0
    for _ in 0..<Int.random(in: joint == ", " ? 1...2 : 0...2, using: &random) {
      let from = previousEnd + Int.random(in: 0..<max(1, 1400 - previousEnd), using: &random)
      let to = Int.random(in: 1..<2880, using: &random)
      guard from < 1440, to > from || to < 1440 else { continue }
      rule.spans.append((from, to))
      previousEnd = max(from, min(to, 1399))
    }
    if rule.spans.isEmpty, parts.isEmpty || joint == ", " { rule.spans = [(480, 1080)] }
    if !rule.spans.isEmpty {
      parts.append(
        rule.spans.map { LocalInstant.clock($0.0) + "-" + LocalInstant.clock($0.1) }
          .joined(separator: ","))
    }
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      rule.state = .closed
      parts.append("off")
    case 1:
      rule.state = .unknown
      parts.append("unknown")
    default: if rule.spans.isEmpty { parts.append("open") }
    }
    rules.append(rule)
    text += joint + parts.joined(separator: " ")
  }

  /// A whole day, minute by minute, painted rule after rule.
  func states(of day: CalendarDay, in calendar: FrenchCalendar) -> [OpeningState] {
    var states = [OpeningState](repeating: .closed, count: 1440)
    guard let dayBefore = day.adding(days: -1) else { return states }
    for rule in rules {
      let isToday = rule.holds(on: day, calendar)
      if isToday, rule.joint == "" || rule.joint == "; ", rule.state != .closed {
        states = [OpeningState](repeating: .closed, count: 1440)
      }
      func paint(_ minute: Int) {
        if rule.joint == " || ", states[minute] != .closed { return }
        states[minute] = rule.state
      }
      var minutes = Set<Int>()
      if isToday, rule.spans.isEmpty { minutes.formUnion(0..<1440) }
      for (from, to) in rule.spans {
        let end = to > from ? to : to + 1440
        if isToday { minutes.formUnion(from..<min(end, 1440)) }
        if end > 1440, rule.holds(on: dayBefore, calendar) {
          minutes.formUnion(max(from - 1440, 0)..<(end - 1440))
        }
      }
      minutes.forEach(paint)
    }
    return states
  }
}

extension RandomHours.Rule {
  fileprivate func holds(on day: CalendarDay, _ calendar: FrenchCalendar) -> Bool {
    if let months, !months.contains(day.month) { return false }
    if let last {
      guard day.weekday.rawValue == last, let next = day.adding(days: 7) else { return false }
      return next.month != day.month
    }
    guard weekdays != nil || namesHolidays else { return true }
    return weekdays?.contains(day.weekday.rawValue) ?? false
      || namesHolidays && calendar.isPublicHoliday(day)
  }
}
