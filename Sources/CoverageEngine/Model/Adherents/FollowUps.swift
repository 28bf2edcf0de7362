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

  /// Days after an establishment came into the registry in which nothing is overdue: what was done before is not known.
  public static let grace = 92

  /// Every adherent is followed up once a calendar quarter; the one it joins in counts.
  ///
  /// - Parameter knownSince: When each came into the registry, by identifier.
  public init(
    _ establishments: [Establishment], today: CalendarDay, knownSince: [String: CalendarDay] = [:]
  ) {
    func isNew(_ one: Establishment) -> Bool {
      knownSince[one.id].map { today.number - $0.number < FollowUps.grace } ?? false
    }
    due = establishments.filter { $0.state == .adherent }.compactMap { one -> Due? in
      let last = [one.day(.followedUpOn), one.day(.charterOn)].compactMap { $0 }.max()
      guard let last else { return Due(establishment: one, last: nil, isOverdue: !isNew(one)) }
      guard last.quarter < today.quarter else { return nil }
      return Due(
        establishment: one, last: last,
        isOverdue: last.quarter < today.quarter - 1 && !isNew(one))
    }.sorted { a, b in
      (a.isOverdue ? 0 : 1, a.last?.iso ?? "", a.establishment.foldedName, a.establishment.id)
        < (b.isOverdue ? 0 : 1, b.last?.iso ?? "", b.establishment.foldedName, b.establishment.id)
    }
  }
}

extension [EstablishmentHistory] {
  /// The day each establishment was first recorded, by identifier.
  public var knownSince: [String: CalendarDay] {
    Dictionary(
      compactMap { history in
        history.lifetime.compactMap { CalendarDay(String($0.recordedAt.prefix(10))) }.min()
          .map { (history.id, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }
}
