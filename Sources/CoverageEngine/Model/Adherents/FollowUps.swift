/// Which adherents are to be visited or called this quarter.
public struct FollowUps: Hashable, Sendable {
  public struct Due: Hashable, Sendable {
    public var establishment: Establishment
    /// The last follow-up, else the day the charter was signed.
    public var last: CalendarDay?
    /// Nobody came in the quarter before either.
    public var isOverdue: Bool
  }

  /// Overdue ones first, then by the last follow-up, the longest ago first, then by name.
  public let due: [Due]

  /// Every adherent is followed up once a calendar quarter; the one it joins in counts.
  public init(_ establishments: [Establishment], today: CalendarDay) {
    due = establishments.filter { $0.state == .adherent }.compactMap { one -> Due? in
      let last = [one.day(.followedUpOn), one.day(.charterOn)].compactMap { $0 }.max()
      guard let last else { return Due(establishment: one, last: nil, isOverdue: true) }
      guard last.quarter < today.quarter else { return nil }
      return Due(establishment: one, last: last, isOverdue: last.quarter < today.quarter - 1)
    }.sorted { a, b in
      (a.isOverdue ? 0 : 1, a.last?.iso ?? "", a.establishment.foldedName, a.establishment.id)
        < (b.isOverdue ? 0 : 1, b.last?.iso ?? "", b.establishment.foldedName, b.establishment.id)
    }
  }
}
