/// The minutes a span takes up on a day, where the sun has a say.
extension TimeSpan {
  /// Since the midnight the day begins with; ends are left out.
  struct Extent {
    var from: Int
    var to: Int
    /// The part that is certain where the sun is not known; the rest may be.
    var certain: Range<Int>

    init(from: Int, to: Int) {
      self.from = from
      self.to = max(from, to)
      certain = self.from..<self.to
    }

    init(within widest: Range<Int>, certain: Range<Int>) {
      from = widest.lowerBound
      to = widest.upperBound
      self.certain = certain
    }
  }

  func extent(day: Int, in setting: HoursSetting) -> Extent {
    let start = TimeSpan.minutes(of: from, day: day, in: setting)
    guard let to else { return Extent(within: start.lowerBound..<start.upperBound, after: start) }
    var end = TimeSpan.minutes(of: to, day: crossesMidnight ? day + 1 : day, in: setting)
    if crossesMidnight { end = (end.lowerBound + 1440)...(end.upperBound + 1440) }
    let widest = start.lowerBound..<max(start.lowerBound, end.upperBound)
    // Times in the wrong order leave nothing: `sunrise-08:00` where the sun rises later.
    let first = min(start.upperBound, widest.upperBound)
    return Extent(within: widest, certain: first..<max(first, end.lowerBound))
  }

  /// When the span begins, at the latest it may.
  func start(day: Int, in setting: HoursSetting) -> Int {
    TimeSpan.minutes(of: from, day: day, in: setting).upperBound
  }

  /// When a time comes; a range where the sun is not known.
  private static func minutes(
    of time: ClockTime, day: Int, in setting: HoursSetting
  ) -> ClosedRange<Int> {
    guard let event = time.event else { return time.minute...time.minute }
    if let position = setting.position,
      let minute = SunTimes.minute(
        of: event, day: day, at: position, department: setting.calendar.department)
    {
      return (minute + time.minute)...(minute + time.minute)
    }
    let bounds = event.bounds
    return (bounds.earliest + time.minute)...(bounds.latest + time.minute)
  }
}

extension TimeSpan.Extent {
  /// Of a span that only begins.
  fileprivate init(within widest: Range<Int>, after start: ClosedRange<Int>) {
    self.init(within: widest, certain: start.upperBound..<start.upperBound)
  }
}
