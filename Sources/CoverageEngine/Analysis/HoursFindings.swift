import RelaisGeo

/// What an analysis notices about opening hours and the school calendar.
struct HoursFindings {
  let facilities: [Facility]
  let hours: RelayHours

  /// Relays in their order, then how many give no hours.
  func all() -> [Finding] {
    var findings: [Finding] = []
    for (facility, reading) in zip(facilities, hours.readings) {
      let value = facility.openingHours ?? ""
      switch reading {
      case .absent: break
      case .refused(let error):
        findings.append(
          Finding(
            .hoursNotUnderstood(relay: facility.id, hours: value, error),
            position: facility.position))
      case .understood(let hours):
        let understood = hours.understoodAs
        if !HoursFindings.isSame(value, understood) {
          findings.append(
            Finding(
              .hoursReadAs(relay: facility.id, hours: value, understood: understood),
              position: facility.position))
        }
      }
    }
    let absent = hours.readings.count { $0 == .absent }
    if absent > 0 {
      findings.append(Finding(.hoursMissing(absent, of: facilities.count)))
    }
    return findings
  }

  /// Windows over a period: days the calendar does not know, windows without any day.
  func windows(_ windows: [(name: String, days: Int, certain: Int)]) -> [Finding] {
    let uncertain = windows.map { $0.days - $0.certain }.max() ?? 0
    var findings: [Finding] = []
    if uncertain > 0 {
      findings.append(
        Finding(
          .schoolCalendarUnknown(
            days: uncertain, zone: hours.calendar.zone,
            lastDay: hours.calendar.reach?.upperBound)))
    }
    return findings
      + windows.filter { $0.days == 0 }.map { Finding(.windowWithoutDays(window: $0.name)) }
  }

  /// Blanks, the case of letters and a colon for the eye (`Apr-Sep: Mo-Fr`) change nothing of what a
  /// value says.
  private static func isSame(_ a: String, _ b: String) -> Bool {
    func plain(_ text: String) -> String {
      text.filter { !$0.isWhitespace && $0 != ":" }.lowercased()
    }
    return plain(a) == plain(b)
  }
}
