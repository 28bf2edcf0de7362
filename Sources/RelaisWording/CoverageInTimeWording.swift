package import CoverageEngine
import RelaisGeo

/// What reports say of coverage when children walk, and hour by hour.
extension Wording {
  package var inTimeHeading: String {
    say("hours.inTimeHeading")
  }

  /// What is counted, over which days.
  package func windowsIntroduction(_ inTime: CoverageInTime) -> String {
    say(
      "hours.windowsIntroduction",
      [
        "period": .text(period(inTime.question.period)),
        "calendar": .text(calendar(inTime.hours.calendar)),
      ])
  }

  /// `zone B, jours fériés du département 54`.
  package func calendar(_ calendar: FrenchCalendar) -> String {
    guard calendar.hasHolidays else { return say("hours.calendar.none") }
    return switch (calendar.zone, calendar.department) {
    case (.local, _): say("hours.calendar.local")
    case (.land(let land)?, _) where calendar.reach == nil:
      say("hours.calendar.landAlone", ["land": .text(land.name)])
    case (.land(let land)?, _): say("hours.calendar.land", ["land": .text(land.name)])
    case (let zone?, let department?):
      say(
        "hours.calendar.zoneAndDepartment",
        ["letter": .text(zone.letter), "department": .text(department.code)])
    case (let zone?, nil): say("hours.calendar.zone", ["letter": .text(zone.letter)])
    case (nil, let department?):
      say("hours.calendar.department", ["department": .text(department.code)])
    case (nil, nil): say("hours.calendar.schoolHolidays")
    }
  }

  package var noHours: String {
    say("hours.noHours")
  }

  package func windowsCaption(_ budget: Budget) -> String {
    say("hours.windowsCaption", ["budget": .budget(budget)])
  }

  /// The reference row of the windows' table.
  package var allRelays: String {
    say("hours.allRelays")
  }

  package func timedGapsCaption(_ budget: Budget, count: Int) -> String {
    say("hours.timedGapsCaption", ["budget": .budget(budget), "count": .integer(count)])
  }

  package var timedGapsIntroduction: String {
    say("hours.timedGapsIntroduction")
  }

  /// The header of when a gap is one, and what stands there for gaps at any time.
  package var whenHeader: String { say("hours.whenHeader") }
  package var perhapsHeader: String {
    say("hours.perhapsHeader")
  }
  package var always: String { say("hours.always") }
  /// Every window.
  package func everyWindow(_ count: Int) -> String {
    say("hours.everyWindow", ["count": .integer(count)])
  }
  package var noWindow: String { say("hours.noWindow") }
  package var unknownHours: String { say("hours.unknownHours") }
  package func refusedHours(_ value: String) -> String {
    say("hours.refusedHours", ["hours": .text(shortened(value))])
  }

  // MARK: The week

  package func weekCaption(_ monday: CalendarDay, _ budget: Budget) -> String {
    say("hours.weekCaption", ["budget": .budget(budget), "monday": .date(monday)])
  }

  package func weekIntroduction(_ monday: CalendarDay) -> String {
    say("hours.weekIntroduction", ["monday": .date(monday)])
  }

  package var weekCertain: String { say("hours.weekCertain") }
  package var weekPossible: String { say("hours.weekPossible") }
  package var weekWindow: String { say("hours.weekWindow") }
  package var hourColumn: String { say("hours.hourColumn") }

  /// `0 h – 6 h`.
  package func hours(from: Int, to: Int) -> String {
    say("hours.range", ["from": .integer(from * 60), "to": .integer(to * 60)])
  }

  /// `12,3` or `12,3 à 45,6`: both bounds.
  package func bounds(_ certain: Double, _ possible: Double) -> String {
    let (low, high) = (roundedPercent(certain), roundedPercent(possible))
    guard percentNumber(certain) != percentNumber(possible) else { return percentNumber(certain) }
    return say("hours.bounds", ["certain": .number(low), "possible": .number(high)])
  }

  package var hourHeaders: [String] {
    [
      say("hours.hourHeaders.start"), say("hours.hourHeaders.distanceM"),
      say("hours.hourHeaders.relaysOpen"),
      say("hours.hourHeaders.relaysOf"),
      say("hours.hourHeaders.coveredUnknown"),
      say("hours.hourHeaders.coveredUnknownOpen"),
    ]
  }

  // MARK: On the command line

  /// Who is open at the time asked for.
  package func summary(of moment: MomentCoverage) -> String {
    let (open, unknown, closed) = (
      moment.states.count { $0 == .open }, moment.states.count { $0 == .unknown },
      moment.states.count { $0 == .closed }
    )
    return switch moment.moment {
    case .instant(let instant):
      say(
        "hours.moment.instant",
        [
          "instant": .text(self.instant(instant)), "open": .integer(open),
          "unknown": .integer(unknown), "closed": .integer(closed),
        ])
    case .window(let window, let period):
      say(
        "hours.moment.window",
        [
          "window": .text(name(window)), "hours": .text(hours(of: window)),
          "period": .text(self.period(period)),
          "days": .integer(moment.windowDays?.count ?? 0),
          "calendar": .text(calendar(moment.calendar)), "open": .integer(open),
          "unknown": .integer(unknown), "closed": .integer(closed),
        ])
    }
  }

  /// What is covered for certain, and the upper bound.
  package func upTo(_ possible: Double, _ covered: String) -> String {
    say("hours.upTo", ["covered": .text(covered), "possible": .number(possible)])
  }

  /// The window with the least surely covered, and both its bounds; `nil` without known hours.
  package func worst(
    _ inTime: CoverageInTime, _ budget: Budget
  ) -> (window: SchoolRunWindow, certain: Double, possible: Double)? {
    guard inTime.knowsHours else { return nil }
    func share(_ summaries: PerBudget<BudgetSummary>) -> Double { summaries[budget].streetsShare }
    return inTime.windows.filter { $0.days > 0 }
      .map { ($0.window, share($0.bounds.certain), share($0.bounds.possible)) }
      .min { $0.1 < $1.1 }
  }

  /// What of the headline holds when children walk.
  package func answer(in time: CoverageInTime, budget: Budget) -> String? {
    worst(time, budget).map { worst in
      say(
        "council.answer.atSchoolRun",
        [
          "window": .text(name(worst.window)), "hours": .text(hours(of: worst.window)),
          "certain": .number(worst.certain), "possible": .number(worst.possible),
        ])
    }
  }

  /// The same on the command line.
  package func summary(of inTime: CoverageInTime, budget: Budget) -> String? {
    worst(inTime, budget).map { worst in
      say(
        "hours.leastCovered",
        [
          "window": .text(name(worst.window)), "hours": .text(hours(of: worst.window)),
          "certain": .number(worst.certain), "budget": .budget(budget),
          "possible": .number(worst.possible),
        ])
    }
  }

  package func unknownWindow(_ text: String, among windows: [SchoolRunWindow]) -> String {
    say("hours.unknownWindow", ["text": .text(text), "windows": .text(listed(windows.map(name)))])
  }
}
