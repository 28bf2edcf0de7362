public import CoverageEngine
public import RelaisRegistry

/// What a person may ask of a registry, and contacts there is no more reason to keep. Functions throw `RegistryError`.
extension TownRegistry {
  /// All the registry holds about the person a text names, with the names of establishments by
  /// identifier.
  public func holdings(
    of person: String
  ) throws -> (contacts: [Contact], mentions: [PersonalData.Mention], names: [String: String]) {
    try reading { store in
      let holdings = try PersonalData.holdings(named: person, in: store)
      let names = try store.establishments().map { ($0.id, $0.name) }
      return (
        holdings.contacts, holdings.mentions,
        Dictionary(names, uniquingKeysWith: { a, _ in a })
      )
    }
  }

  /// Takes a person out of every text of the registry and of the copies beside it; cannot be undone.
  public func erase(_ person: String) throws -> PersonalData.Erasure {
    let store = try territory.registry(for: .writing)
    defer { store.close() }
    return try PersonalData.erase(person, in: store, stamp: work.stamp)
  }

  /// Establishments whose contacts have had no reason to be kept for some years, and since when.
  ///
  /// - Parameter willErase: Whether the file must be one that can be written, so that erasing does not fail after this.
  public func expired(
    years: Int, willErase: Bool = false
  ) throws -> [(establishment: Establishment, since: CalendarDay)] {
    guard let day = work.today.earlier(years: years) else { return [] }
    let store = try territory.registry(for: willErase ? .writing : .reading)
    defer { store.close() }
    return Retention.expired(try store.histories(), contacts: try store.contacts(), by: day)
  }

  /// Erases the contacts of some establishments, one after the other; cannot be undone.
  ///
  /// - Returns: What was done, all together; places and copies in order.
  public func erase(contactsOf establishments: [Establishment]) throws -> PersonalData.Erasure {
    let store = try territory.registry(for: .writing)
    defer { store.close() }
    var cells: [String: Int] = [:]
    var removed: [String] = []
    var unreachable = Set<String>()
    for one in establishments {
      try work.cancellation.check()
      let erasure = try PersonalData.erase(one.id, in: store, stamp: work.stamp)
      cells.merge(erasure.cells.map { ($0.place, $0.count) }, uniquingKeysWith: +)
      removed += erasure.removedCopies
      unreachable.formUnion(erasure.unreachable)
    }
    return PersonalData.Erasure(
      establishments: establishments.map(\.id),
      cells: cells.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
      unreachable: unreachable.sorted(), removedCopies: removed)
  }
}
