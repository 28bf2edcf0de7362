public import CoverageEngine

/// Who writes, and when; given from outside, for libraries read no clock.
public struct RegistryStamp: Hashable, Sendable {
  public var author: String
  /// `2026-11-20T09:30:00.000Z`.
  public var recordedAt: String
  /// The day it is where the user is.
  public var today: CalendarDay

  public init(author: String, recordedAt: String, today: CalendarDay) {
    self.author = author
    self.recordedAt = recordedAt
    self.today = today
  }
}
