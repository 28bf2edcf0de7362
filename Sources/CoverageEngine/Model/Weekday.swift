/// A day of the week, Monday first as ISO 8601 counts.
public enum Weekday: Int, CaseIterable, Hashable, Comparable, Sendable {
  case monday
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
  case sunday

  /// 0 for Monday to 6 for Sunday.
  public var index: Int { rawValue }

  public static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }
}
