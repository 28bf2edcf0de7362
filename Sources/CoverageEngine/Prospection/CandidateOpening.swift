/// When a candidate is open: in a week, and when children walk.
public struct CandidateOpening: Hashable, Sendable {
  /// A day of the week: when it is open for certain, in minutes since midnight.
  public struct Day: Hashable, Sendable {
    public var weekday: Weekday
    /// Increasing, apart.
    public var open: [Range<Int>]
    /// Whether some of the day is unknown.
    public var isUnknown: Bool
  }

  /// One per window asked about.
  public var states: [OpeningState]
  /// Seven, from Monday; empty where the hours are unknown, or without a week to report.
  public var week: [Day]
  /// Whether hours are given and understood.
  public var isKnown: Bool
}

extension CandidateOpening {
  /// Of several places, each in their order.
  static func openings(
    of places: [Facility], _ question: TimeQuestion, calendar: FrenchCalendar, isOnEarth: Bool
  ) -> [CandidateOpening] {
    let hours = RelayHours(places, calendar: calendar, isOnEarth: isOnEarth)
    let states = question.windows.map {
      hours.states(in: WindowDays(of: $0, over: question.period, in: calendar))
    }
    return places.indices.map { index in
      var opening = CandidateOpening(states: states.map { $0[index] }, week: [], isKnown: false)
      guard case .understood(let read) = hours.readings[index] else { return opening }
      opening.isKnown = true
      let position = places[index].position
      let setting = HoursSetting(
        calendar: calendar, position: isOnEarth && position.isGeographic ? position : nil)
      opening.week = Weekday.allCases.compactMap { weekday in
        guard let day = question.week?.adding(days: weekday.index) else { return nil }
        let stretches = read.stretches(of: day, in: setting)
        return Day(
          weekday: weekday, open: joined(stretches.filter { $0.evaluation.state == .open }),
          isUnknown: stretches.contains { $0.evaluation.state == .unknown })
      }
      return opening
    }
  }

  /// Runs that touch, for different reasons, as one.
  private static func joined(_ stretches: [OpeningHours.Stretch]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for stretch in stretches {
      if let last = runs.last, last.upperBound == stretch.minutes.lowerBound {
        runs[runs.count - 1] = last.lowerBound..<stretch.minutes.upperBound
      } else {
        runs.append(stretch.minutes)
      }
    }
    return runs
  }
}
