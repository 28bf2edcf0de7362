/// The events of one establishment, in the order in which they hold: by day, then by sequence.
///
/// An event recorded late takes its place among the earlier ones: what was changed since stays. One that was taken back
/// stays in the history and counts for no day.
public struct EstablishmentHistory: Hashable, Sendable {
  public let id: String
  /// All that was recorded, what was taken back included.
  public private(set) var events: [RegistryEvent]
  /// The events that count: neither taken back nor the taking back of others.
  public private(set) var standing: [RegistryEvent]
  /// The establishments that became this one, linked among all by ``Swift/Array/linked()``.
  public fileprivate(set) var absorbed: [EstablishmentHistory] = []
  /// What its own events add up to, even where it is another by now. Kept, since it is asked for far more often than
  /// events come.
  public private(set) var unmerged: Establishment?
  /// The establishment it became; `nil` for one that is itself.
  public private(set) var mergedInto: String?

  public init(id: String, events: [RegistryEvent] = []) {
    self.id = id
    self.events =
      events.count < 2 ? events : events.sorted(by: EstablishmentHistory.precedes)
    standing = EstablishmentHistory.standing(self.events)
    settle()
  }

  public mutating func append(_ event: RegistryEvent) {
    let place = events.lastIndex { !EstablishmentHistory.precedes(event, $0) }.map { $0 + 1 } ?? 0
    let isLast = place == events.count
    events.insert(event, at: place)
    if isLast, event.kind != .undone, event.merge == nil {
      standing.append(event)
      unmerged = unmerged ?? Establishment(id: id)
      unmerged?.apply(event.changes)
    } else {
      standing = EstablishmentHistory.standing(events)
      settle()
    }
  }

  private mutating func settle() {
    unmerged = own(on: nil)
    mergedInto = nil
    for event in standing.reversed() {
      if case .into(let other)? = event.merge {
        mergedInto = other
        return
      }
    }
  }

  /// Its events alone that are of some kinds or numbers; nothing of those it absorbed.
  public func filtered(_ isIncluded: (RegistryEvent) -> Bool) -> EstablishmentHistory {
    EstablishmentHistory(id: id, events: events.filter(isIncluded))
  }

  /// What the events add up to, all of them or those that hold on a day; `nil` if none does, and for one that is another
  /// by now.
  ///
  /// Before the day two became one, each was known by itself: then the facts are its own, filled up with those of
  /// the others, and it was an adherent if any of them was.
  public func establishment(on day: CalendarDay? = nil) -> Establishment? {
    mergedInto == nil ? known(on: day) : nil
  }

  /// Whether it is one now: neither another's part, nor taken back.
  public var isPresent: Bool { mergedInto == nil && !standing.isEmpty }

  private func known(on day: CalendarDay?) -> Establishment? {
    guard let day else { return unmerged }
    var result = own(on: day)
    for other in absorbed where other.mergedSince.map({ day < $0 }) ?? false {
      guard let known = other.known(on: day) else { continue }
      guard let one = result else {
        result = Establishment(id: id, facts: known.facts)
        continue
      }
      var facts = one.facts.merging(known.facts) { own, _ in own }
      if known.state == .adherent { facts[.state] = .state(.adherent) }
      result = Establishment(id: id, facts: facts)
    }
    return result
  }

  private func own(on day: CalendarDay?) -> Establishment? {
    let held = standing.prefix { event in day.map { event.holdsFrom <= $0 } ?? true }
    guard !held.isEmpty else { return nil }
    var result = Establishment(id: id)
    for event in held { result.apply(event.changes) }
    return result
  }

  /// The number of the last event, its own or of those that became it: what is known has that version.
  public var version: Int64 {
    ([self] + allAbsorbed).flatMap(\.events).map(\.sequence).max() ?? 0
  }

  /// The events after a version that changed some of these facts, or the contact.
  public func changes(
    since version: Int64, of fields: Set<EstablishmentField>, orContact: Bool = false
  ) -> [RegistryEvent] {
    events.filter { event in
      event.sequence > version
        && (!fields.isDisjoint(with: event.changes.keys) || orContact && event.kind == .contact)
    }
  }

  /// The day it became another.
  private var mergedSince: CalendarDay? {
    standing.last { if case .into? = $0.merge { true } else { false } }?.holdsFrom
  }

  /// The events that count, with those of the establishments that became this one.
  public var lifetime: [RegistryEvent] {
    guard !absorbed.isEmpty else { return standing }
    return (standing + absorbed.flatMap(\.lifetime)).sorted(by: EstablishmentHistory.precedes)
  }

  /// The establishments that became this one, at whatever remove.
  public var allAbsorbed: [EstablishmentHistory] { absorbed.flatMap { [$0] + $0.allAbsorbed } }

  public var absorbedIDs: [String] { allAbsorbed.map(\.id) }

  /// What all its events add up to, those taken back included: what it was called.
  public var lastKnown: Establishment? {
    guard !events.isEmpty else { return nil }
    var result = Establishment(id: id)
    for event in events { result.apply(event.changes) }
    return result
  }

  /// Whether an event counts no more.
  public func isTakenBack(_ event: RegistryEvent) -> Bool {
    event.kind == .undone
      ? EstablishmentHistory.takenBack(events).contains(event.sequence)
      : !standing.contains { $0.sequence == event.sequence }
  }

  /// The events that count no more, each with the event that took it back.
  public var takenBack: [Int64: Int64] {
    var result: [Int64: Int64] = [:]
    for event in events.sorted(by: { $0.sequence > $1.sequence })
    where result[event.sequence] == nil {
      for undone in event.undoes { result[undone] = event.sequence }
    }
    return result
  }

  /// The first passage from a state to one that may not follow it; `nil` if all are allowed.
  public var firstForbiddenPassage: (from: AdherentState, to: AdherentState)? {
    forbiddenPassage.map { ($0.from, $0.to) }
  }

  /// The same, with the event in which it comes about.
  public var forbiddenPassage: (from: AdherentState, to: AdherentState, in: RegistryEvent)? {
    var state: AdherentState?
    for event in standing {
      guard case .state(let next)?? = event.changes[.state] else { continue }
      if let state, state != next, !state.successors.contains(next) { return (state, next, event) }
      state = next
    }
    return nil
  }

  private static func standing(_ events: [RegistryEvent]) -> [RegistryEvent] {
    guard events.contains(where: { $0.kind == .undone }) else { return events }
    let gone = takenBack(events)
    return events.filter { $0.kind != .undone && !gone.contains($0.sequence) }
  }

  /// From the last on: one that was itself taken back takes nothing back.
  private static func takenBack(_ events: [RegistryEvent]) -> Set<Int64> {
    var gone = Set<Int64>()
    for event in events.sorted(by: { $0.sequence > $1.sequence })
    where !gone.contains(event.sequence) {
      gone.formUnion(event.undoes)
    }
    return gone
  }

  private static func precedes(_ a: RegistryEvent, _ b: RegistryEvent) -> Bool {
    (a.holdsFrom, a.sequence) < (b.holdsFrom, b.sequence)
  }
}

extension [EstablishmentHistory] {
  /// Each with the establishments that became it.
  public func linked() -> [EstablishmentHistory] {
    var parts: [String: [EstablishmentHistory]] = [:]
    for history in self {
      if let other = history.mergedInto { parts[other, default: []].append(history) }
    }
    if parts.isEmpty, allSatisfy(\.absorbed.isEmpty) { return self }
    func linked(_ history: EstablishmentHistory, _ above: Set<String>) -> EstablishmentHistory {
      var result = history
      result.absorbed = (parts[history.id] ?? []).filter { !above.contains($0.id) }
        .map { linked($0, above.union([$0.id])) }
      return result
    }
    return map { linked($0, [$0.id]) }
  }

  /// What was known when an event had been recorded and none after it.
  public func known(upTo last: Int64) -> [EstablishmentHistory] {
    map { $0.filtered { $0.sequence <= last } }.linked()
  }
}
