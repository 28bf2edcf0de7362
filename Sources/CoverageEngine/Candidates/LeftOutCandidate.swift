/// A place that is not proposed, and why.
public struct LeftOutCandidate: Hashable, Sendable {
  public var candidate: Candidate
  public var reason: CandidateExclusion
  /// The day it may be proposed again, where one is known.
  public var until: CalendarDay?

  public init(_ candidate: Candidate, _ reason: CandidateExclusion, until: CalendarDay? = nil) {
    self.candidate = candidate
    self.reason = reason
    self.until = until
  }
}
