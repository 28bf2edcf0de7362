public import CoverageEngine
import GRDB

/// Taking back what was recorded, by further events: nothing is deleted, and taking back is itself taken back.
extension RegistryWriter {
  /// Takes back a change: from now on its events count for no day, and those that follow count as before.
  ///
  /// What a later event changed since keeps that value. What later events need stays, and the whole is refused; of an import, only
  /// the establishments that were changed since are left as they are.
  ///
  /// - Throws: ``RegistryError/nothingToUndo``, ``RegistryError/unknownChange(_:)``,
  ///   ``RegistryError/alreadyUndone(_:by:)``, ``RegistryError/undoBlocked(_:_:)``,
  ///   ``RegistryError/contactNotKept(_:)``.
  public mutating func undo(
    _ target: UndoTarget = .last, reason: String? = nil
  ) throws -> UndoneChange {
    var act = try act(target)
    let handle = act.handle
    guard !act.isTakenBack else {
      throw RegistryError.alreadyUndone(handle, by: act.undoneBy ?? 0)
    }
    act.events.removeAll { act.takenBack[$0.sequence] != nil }
    try refuseForgotten(act)
    var groups: [(id: String, events: [RegistryEvent])] = []
    var places: [String: Int] = [:]
    for event in act.events {
      if let place = places[event.establishment] {
        groups[place].events.append(event)
      } else {
        places[event.establishment] = groups.count
        groups.append((event.establishment, [event]))
      }
    }
    var blocked: [BlockedUndo] = []
    for group in groups {
      guard let history = histories[group.id] else { continue }
      let later = blocking(group.events, in: history)
      if !later.isEmpty, let one = history.unmerged { blocked.append(BlockedUndo(one, later)) }
    }
    let left = Set(blocked.map(\.establishment.id))
    groups.removeAll { left.contains($0.id) }
    if !blocked.isEmpty, act.list == nil || groups.isEmpty {
      throw RegistryError.undoBlocked(handle, blocked)
    }
    if let circle = try circle(after: groups) { throw RegistryError.undoBlocked(handle, [circle]) }
    var undone = UndoneChange(act: act, number: 0, left: blocked)
    try takeBack(groups, &undone, reason)
    return undone
  }

  private mutating func takeBack(
    _ groups: [(id: String, events: [RegistryEvent])], _ undone: inout UndoneChange,
    _ reason: String?
  ) throws {
    endAct()
    let before = Dictionary(
      uniqueKeysWithValues: groups.map { group in
        (group.id, histories[group.id]?.establishment())
      })
    undone.act.events = groups.flatMap(\.events).sorted { $0.sequence < $1.sequence }
    var ends: [RegistryEvent] = []
    for group in groups {
      var event = RegistryEvent(
        sequence: .max, establishment: group.id, kind: .undone, holdsFrom: stamp.today,
        recordedAt: stamp.recordedAt, author: stamp.author, reason: reason)
      event.undoes = group.events.map(\.sequence)
      ends.append(try append(event, isWhole: false))
    }
    relink()
    undone.number = ends.first?.sequence ?? 0
    for (group, end) in zip(groups, ends) {
      for event in group.events {
        try UseRecord.reverse(
          movementsOf: event.sequence, by: end.sequence, stamp.today, stamp.author, database)
      }
      if group.id == RegistryEvent.town { continue }
      try restoreRow(of: group.id)
      let after = histories[group.id]?.establishment()
      var effect = UndoneChange.Effect(
        before: before[group.id] ?? nil, after: after, kept: kept(group.events, in: group.id))
      let standing = Set(histories[group.id]?.standing.map(\.sequence) ?? [])
      effect.isContactRestored = try ContactRecord.restore(
        of: group.id, standing: standing, by: end.sequence, database)
      undone.effects.append(effect)
    }
  }

  private func act(_ target: UndoTarget) throws(RegistryError) -> RegistryAct {
    let lists: [RegistryAct.ImportedList]
    do { lists = try EventRecord.lists(database) } catch {
      throw RegistryFailure.error(error, file: "imports")
    }
    let acts = RegistryAct.all(allHistories + [town], lists: lists)
    switch target {
    case .last:
      guard let last = acts.last else { throw .nothingToUndo }
      return last
    case .event(let number):
      guard
        var act = acts.first(where: { $0.events.contains { $0.sequence == number } }),
        let event = act.events.first(where: { $0.sequence == number })
      else { throw .unknownChange(target.text) }
      if act.list != nil {
        // One row of the list, with its contact.
        act.events.removeAll { $0.establishment != event.establishment }
        act.list = nil
        act.number = act.events.first?.sequence ?? number
      }
      return act
    case .list(let number):
      guard let act = acts.first(where: { $0.list?.number == number }) else {
        throw .unknownChange(target.text)
      }
      return act
    case .file(let name):
      let folded = Establishment.folded(name.split(separator: "/").last.map(String.init) ?? name)
      let named = acts.filter { act in
        act.list?.file.map { Establishment.folded($0) == folded } ?? false
      }
      guard !folded.isEmpty, let act = named.last(where: { !$0.isTakenBack }) ?? named.last else {
        throw .unknownChange(name)
      }
      return act
    }
  }

  /// A change of a contact alone, of which nothing was kept: by an older program, or the erasure of a person, who does not
  /// come back.
  private func refuseForgotten(_ act: RegistryAct) throws {
    guard act.events.allSatisfy({ $0.kind == .contact }) else { return }
    for event in act.events {
      for source in [ContactRecord.Source.hand, .imported] {
        let changes = try ContactRecord.changes(of: event.establishment, source, database)
        if changes.contains(where: { $0.event == event.sequence }) { return }
      }
    }
    throw RegistryError.contactNotKept(act.handle)
  }

  /// The later events that need some of an establishment's; none if these can be taken back.
  private func blocking(
    _ events: [RegistryEvent], in history: EstablishmentHistory
  ) -> [RegistryEvent] {
    var trial = history
    var undo = RegistryEvent(
      sequence: .max, establishment: history.id, kind: .undone, holdsFrom: stamp.today,
      recordedAt: stamp.recordedAt, author: stamp.author)
    undo.undoes = events.map(\.sequence)
    trial.append(undo)
    let standing = Set(history.standing.map(\.sequence))
    let later = trial.standing.filter { standing.contains($0.sequence) }
    // What brought it in must stay as long as anything else does.
    if let first = trial.standing.first,
      (first.changes[.name] ?? nil) == nil || (first.changes[.state] ?? nil) == nil
    {
      return later.isEmpty ? trial.standing : later
    }
    if let passage = trial.forbiddenPassage, history.forbiddenPassage == nil {
      return [passage.in]
    }
    // The one it became took facts of it over.
    let fields = changedFields(by: events, in: history)
    if let other = trial.mergedInto, history.mergedInto == other {
      let merges = (histories[other]?.standing ?? []).filter { event in
        event.merge == .absorbs(history.id) && event.changes.keys.contains { fields.contains($0) }
      }
      if !merges.isEmpty { return merges }
    }
    // It cannot become two others.
    let into = trial.standing.filter { if case .into? = $0.merge { true } else { false } }
    return into.count > 1 ? into.filter { standing.contains($0.sequence) } : []
  }

  /// An establishment that would be no other's part any more, but its own, or that of one that is not; `nil` for none.
  private func circle(
    after groups: [(id: String, events: [RegistryEvent])]
  ) throws -> BlockedUndo? {
    var trials = histories
    for group in groups {
      var undo = RegistryEvent(
        sequence: .max, establishment: group.id, kind: .undone, holdsFrom: stamp.today,
        recordedAt: stamp.recordedAt, author: stamp.author)
      undo.undoes = group.events.map(\.sequence)
      trials[group.id]?.append(undo)
    }
    for group in groups {
      guard let trial = trials[group.id], let other = trial.mergedInto, let one = trial.unmerged,
        EstablishmentSearch.present(trial.id, in: trials) == nil
      else { continue }
      let needed = trials[other]?.events.filter { $0.kind == .undone || $0.merge != nil } ?? []
      return BlockedUndo(one, needed)
    }
    return nil
  }

  /// The fields some events changed, or that those they took back had changed.
  private func changedFields(
    by events: [RegistryEvent], in history: EstablishmentHistory
  ) -> Set<EstablishmentField> {
    var fields = Set<EstablishmentField>()
    var open = events
    while let event = open.popLast() {
      fields.formUnion(event.changes.keys)
      open += history.events.filter { event.undoes.contains($0.sequence) }
    }
    return fields
  }

  /// The facts that keep the value of a later event.
  private func kept(_ events: [RegistryEvent], in id: String) -> Set<EstablishmentField> {
    guard let history = histories[id], let first = events.map(\.sequence).min() else { return [] }
    let fields = changedFields(by: events, in: history)
    var kept = Set<EstablishmentField>()
    for event in history.standing where event.sequence > first {
      kept.formUnion(event.changes.keys.filter { fields.contains($0) })
    }
    return kept
  }
}
