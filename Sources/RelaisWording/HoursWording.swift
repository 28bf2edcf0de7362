package import CoverageEngine
import RelaisGeo

/// Opening hours: the help of `relais hours`, what it answers, why a value is refused.
extension Wording {
  package var hoursAbstract: String {
    say("hours.hoursAbstract")
  }
  package var hoursDiscussion: String {
    say("hours.hoursDiscussion")
  }
  package var hoursValueHelp: String {
    say("hours.hoursValueHelp")
  }
  package var hoursFileHelp: String {
    say("hours.hoursFileHelp")
  }
  package var hoursAtHelp: String {
    say("hours.hoursAtHelp")
  }
  package var zoneHelp: String {
    say("hours.zoneHelp")
  }
  package var departmentHelp: String {
    say("hours.departmentHelp")
  }
  package var schoolHolidaysHelp: String {
    say("hours.schoolHolidaysHelp")
  }
  package var hoursTerritoryHelp: String {
    say("hours.hoursTerritoryHelp")
  }
  package var noHoursGiven: String {
    say("hours.noHoursGiven")
  }

  /// Lines on stderr about a file of values.
  package func hoursShare(taken: Int, of total: Int) -> String {
    let refused = total - taken
    let share = self.share(total == 0 ? 1 : Double(taken) / Double(total))
    return say(
      "hours.hoursShare",
      [
        "total": .integer(total), "taken": .integer(taken), "share": .text(share),
        "refused": .integer(refused),
      ])
  }

  // MARK: Answers

  package func name(_ state: OpeningState) -> String {
    switch state {
    case .open: say("hours.name.open")
    case .closed: say("hours.name.closed")
    case .unknown: say("hours.name.unknown")
    }
  }

  package func understood(as text: String) -> String {
    say("hours.understood", ["text": .text(text)])
  }

  /// `lundi 23 novembre 2026, 8 h 00 : ouvert (Mo-Fr 08:00-18:00).`
  package func line(
    _ instant: LocalInstant, _ evaluation: OpeningEvaluation, rule: String?, isOnlyRule: Bool
  ) -> String {
    var line = say(
      "hours.line",
      [
        "weekday": .text(weekday(instant.day.weekday)), "day": .date(instant.day),
        "minute": .integer(instant.minute), "state": .text(name(evaluation.state)),
      ])
    if let doubt = evaluation.doubt {
      line = say("hours.line.doubt", ["line": .text(line), "doubt": .text(sentence(doubt))])
    } else if let comment = evaluation.comment {
      line = say("hours.line.comment", ["line": .text(line), "comment": .text(comment)])
    }
    if evaluation.isUnsaid {
      line = say("hours.line.doubt", ["line": .text(line), "doubt": .text(unsaid)])
    }
    if let rule, !isOnlyRule, !evaluation.isUnsaid {
      line = say("hours.line.rule", ["line": .text(line), "rule": .text(rule)])
    }
    if rule == nil, evaluation.doubt == nil {
      line = say("hours.line.noRule", ["line": .text(line)])
    }
    return line
  }

  /// Why nothing is known of an instant the value does not speak of.
  package var unsaid: String { say("hours.unsaid") }

  /// What a table says beside a state: the value's own comment, or that it says nothing of the instant.
  package func comment(_ evaluation: OpeningEvaluation) -> String? {
    evaluation.isUnsaid ? unsaid : evaluation.comment
  }

  package func sentence(_ doubt: OpeningEvaluation.Doubt) -> String {
    switch doubt {
    case .openEnd:
      say("hours.sentence.openEnd")
    case .schoolHolidays:
      say("hours.sentence.schoolHolidays")
    case .sun:
      say("hours.sentence.sun")
    }
  }

  package func weekday(_ day: Weekday) -> String {
    switch day {
    case .monday: say("hours.weekday.monday")
    case .tuesday: say("hours.weekday.tuesday")
    case .wednesday: say("hours.weekday.wednesday")
    case .thursday: say("hours.weekday.thursday")
    case .friday: say("hours.weekday.friday")
    case .saturday: say("hours.weekday.saturday")
    case .sunday: say("hours.weekday.sunday")
    }
  }

  /// A time of day: `8 h 05`, `8 h`; `08:05`.
  package func clock(_ minute: Int) -> String {
    let (hours, minutes) = (minute / 60, minute % 60)
    return minutes == 0
      ? say("hours.clock.hour", ["hours": .integer(hours)])
      : say("hours.clock.minute", ["hours": .integer(hours), "minutes": .integer(minutes)])
  }

  // MARK: Refusals

  /// Where a value broke and what would have been understood there.
  package func sentence(_ error: OpeningHoursError, in value: String) -> String {
    let rest = value.dropFirst(error.offset).prefix(16)
    let place = integer(error.offset + 1)
    let expected = sentence(error.expected)
    let text =
      rest.isEmpty
      ? say("hours.sentence.refusedAt", ["expected": .text(expected)])
      : say(
        "hours.sentence.refusedAtCharacter",
        ["place": .text(place), "rest": .text(String(rest)), "expected": .text(expected)])
    return text
  }

  private func sentence(_ expected: OpeningHoursError.Expected) -> String {
    switch expected {
    case .hours: say("hours.sentence.hours")
    case .rule:
      say("hours.sentence.rule")
    case .separator:
      say("hours.sentence.separator")
    case .time: say("hours.sentence.time")
    case .timeWithinDay:
      say("hours.sentence.timeWithinDay")
    case .span:
      say("hours.sentence.span")
    case .weekday: say("hours.sentence.weekday")
    case .month: say("hours.sentence.month")
    case .dayOfMonth: say("hours.sentence.dayOfMonth")
    case .year:
      say("hours.sentence.year")
    case .week: say("hours.sentence.week")
    case .number: say("hours.sentence.number")
    case .endOfComment:
      say("hours.sentence.endOfComment")
    case .oneMeaning:
      say("hours.sentence.oneMeaning")
    case .shorterText:
      say("hours.sentence.shorterText")
    }
  }
}
