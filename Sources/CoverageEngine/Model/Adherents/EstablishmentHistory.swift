/// The events of one establishment, in the order in which they hold: by day, then by sequence.
///
/// An event recorded late takes its place among the earlier ones: what was changed since stays.
public struct EstablishmentHistory: Hashable, Sendable {
  public let id: String
  public private(set) var events: [RegistryEvent]

  public init(id: String, events: [RegistryEvent] = []) {
    self.id = id
    self.events = events.sorted(by: EstablishmentHistory.precedes)
  }

  public mutating func append(_ event: RegistryEvent) {
    let place = events.lastIndex { !EstablishmentHistory.precedes(event, $0) }.map { $0 + 1 } ?? 0
    events.insert(event, at: place)
  }

  /// What the events add up to, all of them or those that hold on a day; `nil` if none does.
  public func establishment(on day: CalendarDay? = nil) -> Establishment? {
    let held = events.prefix { event in day.map { event.holdsFrom <= $0 } ?? true }
    guard !held.isEmpty else { return nil }
    var result = Establishment(id: id)
    for event in held { result.apply(event.changes) }
    return result
  }

  /// The first passage from a state to one that may not follow it; `nil` if all are allowed.
  public var firstForbiddenPassage: (from: AdherentState, to: AdherentState)? {
    var state: AdherentState?
    for event in events {
      guard case .state(let next)?? = event.changes[.state] else { continue }
      if let state, state != next, !state.successors.contains(next) { return (state, next) }
      state = next
    }
    return nil
  }

  private static func precedes(_ a: RegistryEvent, _ b: RegistryEvent) -> Bool {
    (a.holdsFrom, a.sequence) < (b.holdsFrom, b.sequence)
  }
}
