import CoverageEngine
import RelaisFormats
import RelaisGeo

/// Coverage in time as JSON: keys of `relais.coverage/1` and `relais.summary/1`.
enum TimeJSON {
  /// What `relais coverage --at` and `--window` add: the time asked for, who is open, and the upper
  /// bound; the other keys of the result count relays open for certain only.
  static func write(_ moment: MomentCoverage, to json: inout JSONWriter) {
    switch moment.moment {
    case .instant(let instant): json.member("at", instant.iso)
    case .window(let window, let period):
      json.key("window")
      json.object { json in
        members(window, to: &json)
        json.member("days", moment.windowDays?.count ?? 0)
        json.member("days_certain", moment.windowDays?.certain ?? 0)
      }
      write(period, to: &json)
    }
    write(moment.calendar, to: &json)
    json.member("relays_open", moment.states.count { $0 == .open })
    json.member("relays_unknown", moment.states.count { $0 == .unknown })
    json.member("relays_closed", moment.states.count { $0 == .closed })
  }

  /// `windows` of the summary, then the period and the calendar they are about, then the week.
  static func writeSummary(_ inTime: CoverageInTime, _ budget: Budget, to json: inout JSONWriter) {
    json.key("windows")
    json.beginArray()
    for window in inTime.windows {
      json.breakLine()
      write(window, budget, to: &json)
    }
    json.endArray()
    write(inTime.question.period, to: &json)
    write(inTime.hours.calendar, to: &json)
    json.key("relays_hours")
    json.object { json in
      func count(_ isCounted: (RelayHours.Reading) -> Bool) -> Int {
        inTime.hours.readings.count(where: isCounted)
      }
      json.member("understood", count { if case .understood = $0 { true } else { false } })
      json.member("refused", count { if case .refused = $0 { true } else { false } })
      json.member("absent", count { $0 == .absent })
    }
    json.key("week")
    if let monday = inTime.question.week {
      json.object { json in
        json.member("monday", monday.iso)
        json.member("open_sets", inTime.openSets)
        json.member("searches", inTime.searches)
        json.key("hours")
        json.beginArray()
        for hour in inTime.week {
          json.breakLine()
          write(hour, to: &json)
        }
        json.endArray()
      }
    } else {
      json.null()
    }
  }

  private static func write(
    _ window: CoverageInTime.Window, _ budget: Budget, to json: inout JSONWriter
  ) {
    json.object { json in
      members(window.window, to: &json)
      json.member("days", window.days)
      json.member("days_certain", window.certainDays)
      json.member("relays_open", window.states.count { $0 == .open })
      json.member("relays_unknown", window.states.count { $0 == .unknown })
      json.member("relays_closed", window.states.count { $0 == .closed })
      write(window.bounds, to: &json)
      json.key("gaps_opened")
      write(window.gaps, budget, to: &json)
      json.key("gaps_opened_if_unknown_open")
      write(window.gapsIfUnknownOpen, budget, to: &json)
    }
  }

  private static func members(_ window: SchoolRunWindow, to json: inout JSONWriter) {
    json.member("name", window.name)
    json.member("hours", window.text)
  }

  private static func write(_ bounds: CoverageInTime.Bounds, to json: inout JSONWriter) {
    json.key("budgets")
    json.array { json in for summary in bounds.certain { CoverageJSON.write(summary, to: &json) } }
    json.key("budgets_if_unknown_open")
    json.array { json in for summary in bounds.possible { CoverageJSON.write(summary, to: &json) } }
  }

  private static func write(
    _ gaps: CoverageInTime.OpenedGaps, _ budget: Budget, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("distance_m", budget)
      json.member("count", gaps.count)
      json.member("length_m", gaps.length)
      json.member("longest_m", gaps.longest)
    }
  }

  private static func write(_ hour: CoverageInTime.Hour, to json: inout JSONWriter) {
    json.object { json in
      json.member("at", hour.start.iso)
      json.member("relays_open", hour.open)
      json.member("relays_unknown", hour.unknown)
      json.key("budgets")
      json.array { json in
        for (certain, possible) in zip(hour.bounds.certain, hour.bounds.possible) {
          json.object { json in
            json.member("distance_m", certain.budget)
            json.member("streets_covered_m", certain.streetsCovered)
            json.member("streets_share", certain.streetsShare)
            json.member("streets_covered_m_if_unknown_open", possible.streetsCovered)
            json.member("streets_share_if_unknown_open", possible.streetsShare)
          }
        }
      }
    }
  }

  private static func write(_ period: SchoolPeriod, to json: inout JSONWriter) {
    json.key("period")
    json.object { json in
      json.member("from", period.first.iso)
      json.member("to", period.last.iso)
    }
  }

  private static func write(_ calendar: FrenchCalendar, to json: inout JSONWriter) {
    json.key("calendar")
    json.object { json in
      json.member("zone", calendar.zone?.letter)
      json.member("department", calendar.department?.code)
    }
  }
}
