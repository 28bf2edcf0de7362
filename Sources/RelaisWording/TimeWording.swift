package import CoverageEngine
import RelaisGeo

/// Windows, hours and weekdays as each language writes them.
extension Wording {
  /// A window in a word or two: the standard ones in the language, any other by its own name.
  package func name(_ window: SchoolRunWindow) -> String {
    switch window.name {
    case "morning": say("hours.name.morning")
    case "noon": say("hours.name.noon")
    case "after-lunch": say("hours.name.afterLunch")
    case "afternoon": say("hours.name.afternoon")
    case "wednesday-morning": say("hours.name.wednesdayMorning")
    case "wednesday-noon": say("hours.name.wednesdayNoon")
    case "evening": say("hours.name.evening")
    case "saturday": say("hours.weekday.saturday")
    default: window.name
    }
  }

  /// The window that a person calls so: by its name in the configuration or in any language.
  package static func window(
    called text: String, among windows: [SchoolRunWindow]
  ) -> SchoolRunWindow? {
    let asked = ColumnName.folded(text)
    return windows.first { $0.name == text }
      ?? windows.first { window in
        ColumnName.folded(window.name) == asked
          || Language.all.contains { ColumnName.folded(Wording($0).name(window)) == asked }
      }
  }

  /// `lun., mar., jeu., ven. 7 h 45 – 8 h 30` or `Mon, Tue, Thu, Fri 07:45 – 08:30`.
  package func hours(of window: SchoolRunWindow) -> String {
    window.spans.map { span in
      say(
        "hours.weekdayTimes",
        [
          "days": .text(weekdays(span.weekdays)),
          "times": .text(stretch(from: span.minutes.lowerBound, to: span.minutes.upperBound)),
        ])
    }.joined(separator: clauseSeparator)
  }

  /// `7 h 45 – 8 h 30`: minutes since midnight.
  func stretch(from: Int, to: Int) -> String {
    say("hours.stretch", ["from": .integer(from), "to": .integer(to)])
  }

  /// `lundi 23 novembre 2026 à 8 h`.
  package func instant(_ instant: LocalInstant) -> String {
    say(
      "hours.instant",
      [
        "weekday": .text(weekday(instant.day.weekday)), "day": .date(instant.day),
        "minute": .integer(instant.minute),
      ])
  }

  package func date(_ day: CalendarDay) -> String {
    date(year: day.year, month: day.month, day: day.day)
  }

  package func period(_ period: SchoolPeriod) -> String {
    say("hours.period", ["period": .date(period.first), "last": .date(period.last)])
  }

  /// `lun.`, `Mon`.
  package func shortWeekday(_ day: Weekday) -> String {
    words("hours.shortWeekdays")[day.index]
  }

  /// Runs of three days and more as a range.
  package func weekdays(_ days: [Weekday]) -> String {
    var runs: [[Weekday]] = []
    for day in days {
      if let last = runs.last?.last, last.index + 1 == day.index {
        runs[runs.count - 1].append(day)
      } else {
        runs.append([day])
      }
    }
    return runs.map { run in
      run.count < 3
        ? run.map(shortWeekday).joined(separator: ", ")
        : shortWeekday(run[0]) + "–" + shortWeekday(run[run.count - 1])
    }.joined(separator: ", ")
  }
}
