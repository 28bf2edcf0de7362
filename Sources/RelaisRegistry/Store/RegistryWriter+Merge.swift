public import CoverageEngine
import GRDB

/// The merging of two establishments.
extension RegistryWriter {
  /// Makes two establishments one: facts of the first stay, those of the second fill what it lacks, and whatever named the
  /// second names the first from now on. The history of each is kept.
  ///
  /// - Throws: ``RegistryError/sameEstablishment(_:)``, and what finding them throws.
  public mutating func merge(
    _ first: String, with second: String, reason: String? = nil
  ) throws -> MergedChange {
    let kept = try history(named: first)
    let gone = try history(named: second)
    guard let one = kept.establishment(), let other = gone.establishment(), kept.id != gone.id
    else {
      throw RegistryError.sameEstablishment(
        kept.establishment() ?? Establishment(id: kept.id))
    }
    endAct()
    let filling = RegistryWriter.filling(one, from: other)
    func event(_ id: String, _ merge: RegistryEvent.Merge) -> RegistryEvent {
      var event = RegistryEvent(
        sequence: .max, establishment: id, kind: .merged, holdsFrom: stamp.today,
        recordedAt: stamp.recordedAt, author: stamp.author, reason: reason)
      event.merge = merge
      return event
    }
    var absorbing = event(one.id, .absorbs(other.id))
    absorbing.changes = filling.mapValues { $0 }
    let recorded = try append(absorbing)
    try append(event(other.id, .into(one.id)))
    try restoreRow(of: one.id)
    let outcome = try mergeContacts(of: one.id, other.id, by: recorded)
    return MergedChange(
      one: histories[one.id]?.establishment() ?? one, other: other, filled: Set(filling.keys),
      differing: Set(
        EstablishmentField.allCases.filter { field in
          if let a = one[field], let b = other[field] { a != b } else { false }
        }), contact: outcome, number: recorded.sequence)
  }

  /// What one lacks and another has. What belongs together comes together: a position with its source, a check
  /// with its day, the parts of one address.
  private static func filling(
    _ one: Establishment, from other: Establishment
  ) -> [EstablishmentField: FactValue] {
    var filling = other.facts.filter { field, _ in one[field] == nil }
    func leave(_ fields: [EstablishmentField]) {
      for field in fields { filling[field] = nil }
    }
    if one.position != nil { leave([.positionSource, .positionQuality]) }
    if let line = one.address.line,
      other.address.line.map({ Establishment.folded($0) != Establishment.folded(line) }) ?? true
    {
      leave([.postcode, .city, .insee])
    }
    if one.sticker != nil { leave([.stickerOn]) }
    for (check, day) in EstablishmentField.conditions {
      if one.check(check) == .notChecked, other.check(check) != .notChecked {
        filling[check] = other[check]
        filling[day] = other[day]
      } else {
        leave([day])
      }
    }
    return filling
  }

  private func mergeContacts(
    of one: String, _ other: String, by event: RegistryEvent
  ) throws -> MergedChange.ContactOutcome {
    // Who was erased there does not come back here.
    if try ContactRecord.contact(of: other, from: .erased, database) != nil {
      try ContactRecord.write(Contact(establishment: one), source: .erased, database)
    }
    let all = try ContactRecord.all(database)
    guard var theirs = all.first(where: { $0.establishment == other }) else { return .same }
    theirs.establishment = one
    if let own = all.first(where: { $0.establishment == one }) {
      return own == theirs ? .same : .kept
    }
    try ContactRecord.change(theirs, source: .hand, by: event.sequence, database)
    return .taken
  }
}
