/// The minutes a span takes up on a day, where the sun has a say.
extension TimeSpan {
  /// Since the midnight the day begins with, the end left out.
  struct Extent {
    var from: Int
    var to: Int
    /// Why the extent is only the most it can be.
    var doubt: OpeningEvaluation.Doubt?
  }

  func extent(day: Int, in setting: HoursSetting) -> Extent {
    let start = TimeSpan.minute(of: from, day: day, in: setting)
    guard let to else {
      let from = start ?? 0
      return Extent(from: from, to: from, doubt: start == nil ? .sun : nil)
    }
    var end = TimeSpan.minute(of: to, day: day, in: setting)
    if let start, let known = end {
      if known <= start {
        // An evening event before the beginning leaves nothing: `18:00-sunset` in winter. Any other
        // end is the next day's.
        if to.event?.isEvening == true {
          return Extent(from: start, to: start)
        }
        end = TimeSpan.minute(of: to, day: day + 1, in: setting).map { $0 + 1440 } ?? known + 1440
      }
      return Extent(from: start, to: end ?? known)
    }
    // Without the sun, the widest extent is kept as a doubt.
    var last = 1440
    if let known = end {
      last = from.event?.isEvening == true && known <= 720 ? known + 1440 : known
    } else if let event = to.event, !event.isEvening, from.event?.isEvening ?? (from.minute >= 720) {
      last = 1440 + 720
    }
    return Extent(from: start ?? 0, to: last, doubt: .sun)
  }

  /// When the span begins; midnight where the sun is not known.
  func start(day: Int, in setting: HoursSetting) -> Int {
    TimeSpan.minute(of: from, day: day, in: setting) ?? 0
  }

  private static func minute(of time: ClockTime, day: Int, in setting: HoursSetting) -> Int? {
    guard let event = time.event else { return time.minute }
    guard let position = setting.position,
      let minute = SunTimes.minute(
        of: event, day: day, at: position, department: setting.calendar.department)
    else { return nil }
    return minute + time.minute
  }
}
