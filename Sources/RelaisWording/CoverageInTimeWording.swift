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

  /// `(zone B, jours fériés du 54)`.
  private func calendar(_ calendar: FrenchCalendar) -> String {
    guard calendar.hasHolidays else { return "(" + say("hours.calendar.none") + ")" }
    let zone =
      calendar.zone.map { say("hours.calendar.zone", ["value": .text($0.letter)]) }
      ?? say("hours.calendar.schoolHolidays")
    let department =
      calendar.department.map {
        say("hours.calendar.publicHolidays", ["code": .text($0.code)])
      } ?? ""
    return "(" + zone + department + ")"
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
    shortened(value) + say("hours.refusedHours")
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
    clock(from * 60) + say("punctuation.range") + clock(to * 60)
  }

  /// `12,3` or `12,3 à 45,6`: both bounds.
  package func bounds(_ certain: Double, _ possible: Double) -> String {
    let low = percentNumber(certain)
    let high = percentNumber(possible)
    return low == high ? low : low + say("hours.bounds") + high
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
    let time =
      switch moment.moment {
      case .instant(let instant): capitalised(self.instant(instant))
      case .window(let window, let period):
        capitalised(name(window)) + ", " + hours(of: window) + ", " + self.period(period) + ", "
          + say("count.schoolDays", ["number": .integer(moment.windowDays?.count ?? 0)]) + " "
          + calendar(moment.calendar)
      }
    return time + say("punctuation.colon")
      + say("count.relaysOpen", ["number": .integer(open)]) + ", "
      + say("count.ofUnknownHours", ["number": .integer(unknown)])
      + ", " + say("count.closed", ["number": .integer(closed)])
  }

  /// The upper bound, after the lower one.
  package func upTo(_ share: Double) -> String {
    say("hours.upTo", ["share": .number(share)])
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

  /// The same on the command line.
  package func summary(of inTime: CoverageInTime, budget: Budget) -> String? {
    worst(inTime, budget).map { worst in
      (say("hours.summary.leastCovered") + name(worst.window) + " ("
        + hours(of: worst.window) + say("punctuation.closeAndColon") + share(worst.certain)
        + say("hours.summary.ofThe") + self.budget(budget)
        + upTo(worst.possible))
    }
  }

  package func unknownWindow(_ text: String, among windows: [SchoolRunWindow]) -> String {
    say("hours.unknownWindow", ["text": .text(text), "windows": .text(listed(windows.map(name)))])
  }
}
