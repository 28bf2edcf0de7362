import Foundation
import RelaisGeo

/// When the sun rises and sets.
enum SunTimes {
  /// The minute of an event by the clock of a place in France, rounded down; `nil` where it does not
  /// happen that day.
  ///
  /// Mean solar position by the equations of the NOAA solar calculator (after Meeus, *Astronomical
  /// Algorithms*), good to about a minute between the polar circles. The clock is that of the
  /// département overseas, else that of Paris.
  static func minute(
    of event: SunEvent, day: Int, at position: Position, department: Department?
  ) -> Int? {
    guard position.isGeographic else { return nil }
    // The sun's place is taken at the event itself, found in two steps.
    var minute = 720 - 4 * position.x + (event.isEvening ? 360 : -360)
    for _ in 0..<3 {
      guard let next = utcMinute(of: event, day: day, at: position, near: minute) else {
        return nil
      }
      minute = next
    }
    let offset = ClockOffset.minutes(day: day, utcMinute: minute, department: department)
    return Int((minute + Double(offset)).rounded(.down))
  }

  private static func utcMinute(
    of event: SunEvent, day: Int, at position: Position, near minute: Double
  ) -> Double? {
    // Julian centuries since noon of 1 January 2000, day 10957 since 1970.
    let t = (Double(day - 10_957) - 0.5 + minute / 1440) / 36_525
    let meanLongitude = 280.46646 + t * (36000.76983 + t * 0.0003032)
    let anomaly = radians(357.52911 + t * (35999.05029 - 0.0001537 * t))
    let eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t)
    let centre =
      sin(anomaly) * (1.914602 - t * (0.004817 + 0.000014 * t))
      + sin(2 * anomaly) * (0.019993 - 0.000101 * t) + sin(3 * anomaly) * 0.000289
    let node = radians(125.04 - 1934.136 * t)
    let longitude = radians(meanLongitude + centre - 0.00569 - 0.00478 * sin(node))
    let obliquity = radians(
      23.0 + (26.0 + (21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))) / 60) / 60
        + 0.00256 * cos(node))
    let declination = asin(sin(obliquity) * sin(longitude))
    let y = tan(obliquity / 2) * tan(obliquity / 2)
    let l = radians(meanLongitude)
    let equationOfTime =
      4
      * (y * sin(2 * l) - 2 * eccentricity * sin(anomaly)
        + 4 * eccentricity * y * sin(anomaly) * cos(2 * l) - y * y * sin(4 * l) / 2
        - 1.25 * eccentricity * eccentricity * sin(2 * anomaly)) * 180 / .pi
    let latitude = radians(position.y)
    let cosine =
      (sin(radians(event.altitude)) - sin(latitude) * sin(declination))
      / (cos(latitude) * cos(declination))
    guard abs(cosine) <= 1 else { return nil }
    let hourAngle = acos(cosine) * 180 / .pi
    return 720 - 4 * (position.x + (event.isEvening ? -hourAngle : hourAngle)) - equationOfTime
  }

  private static func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
}

/// How far the clocks of France are ahead of universal time.
enum ClockOffset {
  /// In minutes; summer time from the last Sunday of March to the last of October, 01:00 universal
  /// time (directive 2000/84/EC). Saint-Pierre-et-Miquelon keeps North American dates.
  static func minutes(day: Int, utcMinute: Double, department: Department?) -> Int {
    switch department?.code {
    case "971", "972", "977", "978": return -240
    case "973": return -180
    case "974": return 240
    case "976": return 180
    case "986": return 720
    case "987": return -600
    case "988": return 660
    case "975":
      let year = CalendarDay.parts(ofNumber: day).year
      return day >= sunday(2, of: 3, in: year) && day < sunday(1, of: 11, in: year) ? -120 : -180
    default:
      let year = CalendarDay.parts(ofNumber: day).year
      let hours = Double(day) * 1440 + utcMinute
      let isSummer =
        hours >= Double(lastSunday(of: 3, in: year)) * 1440 + 60
        && hours < Double(lastSunday(of: 10, in: year)) * 1440 + 60
      return isSummer ? 120 : 60
    }
  }

  private static func lastSunday(of month: Int, in year: Int) -> Int {
    let last = CalendarDay.number(year: year, month: month, day: 31)
    return last - (CalendarDay.weekday(ofNumber: last).index + 1) % 7
  }

  private static func sunday(_ place: Int, of month: Int, in year: Int) -> Int {
    let first = CalendarDay.number(year: year, month: month, day: 1)
    return first + 6 - CalendarDay.weekday(ofNumber: first).index + 7 * (place - 1)
  }
}
