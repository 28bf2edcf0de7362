/// Whose contacts a town has no more reason to keep.
public enum Retention {
  /// Establishments with a contact that left or refused on or before a day, with the day they did;
  /// the longest ago first.
  public static func expired(
    _ histories: [EstablishmentHistory], contacts: [String: [Contact]], by day: CalendarDay
  ) -> [(establishment: Establishment, since: CalendarDay)] {
    histories.compactMap { history in
      guard let one = history.establishment(), [.left, .refused].contains(one.state),
        ([one.id] + history.absorbedIDs).contains(where: { contacts[$0] != nil }),
        let since = history.standing.last(where: { $0.changes[.state] != nil })?.holdsFrom,
        since <= day
      else { return nil }
      return (one, since)
    }.sorted { ($0.since, $0.establishment.id) < ($1.since, $1.establishment.id) }
  }
}
