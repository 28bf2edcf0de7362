/// Whether a place is open throughout a time.
extension OpeningHours {
  /// Open only if certainly open at every minute; closed if certainly closed at some minute; else
  /// unknown.
  ///
  /// - Parameter window: Not empty; across midnight, weeks even, if need be.
  /// - Complexity: O(d · n²) in the days d and the rules n; it ends at the first closed minute.
  public func state(
    throughout window: Range<LocalInstant>, in setting: HoursSetting
  ) -> OpeningState {
    precondition(!window.isEmpty, "a window without a minute")
    let first = window.lowerBound.day.number
    let last = window.upperBound.day.number
    var isUnknown = false
    for day in first...last {
      let from = day == first ? window.lowerBound.minute : 0
      let to = day == last ? window.upperBound.minute : 1440
      guard from < to else { break }
      for minute in breaks(day: day, in: setting, within: from..<to) {
        switch evaluation(day: day, minute: minute, in: setting).state {
        case .closed: return .closed
        case .unknown: isUnknown = true
        case .open: break
        }
      }
    }
    return isUnknown ? .unknown : .open
  }

  /// A run of minutes of one day in one state for one reason.
  public struct Stretch: Hashable, Sendable {
    /// Since midnight; never empty.
    public var minutes: Range<Int>
    public var evaluation: OpeningEvaluation
  }

  /// A whole day, from midnight to midnight, as runs of minutes; neighbours differ.
  public func stretches(of day: CalendarDay, in setting: HoursSetting) -> [Stretch] {
    let number = day.number
    let starts = breaks(day: number, in: setting, within: 0..<1440)
    var stretches: [Stretch] = []
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : 1440
      let evaluation = evaluation(day: number, minute: start, in: setting)
      if let last = stretches.last, last.evaluation == evaluation {
        stretches[stretches.count - 1].minutes = last.minutes.lowerBound..<end
      } else {
        stretches.append(Stretch(minutes: start..<end, evaluation: evaluation))
      }
    }
    return stretches
  }

  /// The first minute of a part of a day and every later one at which a span may begin or end,
  /// increasing: between two of them nothing changes.
  func breaks(day: Int, in setting: HoursSetting, within minutes: Range<Int>) -> [Int] {
    var breaks = [minutes.lowerBound]
    for rule in rules {
      for span in rule.spans {
        for (shift, spanDay) in [(0, day), (1440, day - 1)] {
          let extent = span.extent(day: spanDay, in: setting)
          let edges = [
            extent.from, extent.to, extent.certain.lowerBound, extent.certain.upperBound,
            TimeSpan.guessedEnd(after: extent.to),
          ]
          for edge in edges {
            let minute = edge - shift
            if minute > minutes.lowerBound, minute < minutes.upperBound { breaks.append(minute) }
          }
        }
      }
    }
    breaks.sort()
    var last = -1
    breaks.removeAll { minute in
      defer { last = minute }
      return minute == last
    }
    return breaks
  }
}
