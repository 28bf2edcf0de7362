import CoverageEngine
import Foundation
import RelaisRegistry
import RelaisTown

extension RegistryStamp {
  /// Now, by whoever is said or known to write.
  static func now(author: String? = nil) -> RegistryStamp {
    let environment = ProcessInfo.processInfo.environment
    return RegistryStamp(
      author: author ?? environment["RELAIS_AUTHOR"] ?? environment["USER"] ?? "", at: Date())
  }
}

extension CalendarDay {
  /// The day it is here.
  static func today(_ now: Date = Date()) -> CalendarDay { CalendarDay(of: now) }
}

extension LocalInstant {
  /// The minute it is here.
  static func now(_ now: Date = Date()) -> LocalInstant {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .current
    let parts = calendar.dateComponents([.hour, .minute], from: now)
    return LocalInstant(day: .today(now), minute: (parts.hour ?? 0) * 60 + (parts.minute ?? 0))
  }
}
