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

  /// Takes a person out of every text of the registry, of its copies, and of the territory's results; cannot be undone. Cut
  /// at any instant, it is finished by asking again.
  ///
  /// - Parameters:
  ///   - isRehearsal: Whether to find what would be done and leave everything as it is.
  ///   - show: Shows what was done; only then is the erasure over.
  @discardableResult
  public func erase(
    _ person: String, isRehearsal: Bool = false,
    show: (PersonalData.Erasure) throws -> Void = { _ in }
  ) throws -> PersonalData.Erasure {
    try erase([person], isRehearsal: isRehearsal, isRetention: false, show: show)
  }

  /// Whether an erasure was cut short, and asking for it again would finish it.
  public var hasUnfinishedErasure: Bool {
    PersonalData.isUnfinished(at: territory.registryFile)
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

  /// Erases the contacts of some establishments, all or none; cannot be undone. Who is still a contact of others stays known
  /// there. Of none, it finishes an erasure that was cut
  /// short.
  ///
  /// - Parameter show: As for one person.
  @discardableResult
  public func erase(
    contactsOf establishments: [Establishment],
    show: (PersonalData.Erasure) throws -> Void = { _ in }
  ) throws -> PersonalData.Erasure {
    try erase(
      establishments.map(\.id), isRehearsal: false, isRetention: true, show: show)
  }

  private func erase(
    _ people: [String], isRehearsal: Bool, isRetention: Bool,
    show: (PersonalData.Erasure) throws -> Void
  ) throws -> PersonalData.Erasure {
    try work.cancellation.check()
    let store = try territory.registry(for: .writing)
    defer { store.close() }
    return try PersonalData.erase(
      people, in: store, around: TerritoryTraces(of: territory).surroundings, stamp: work.stamp,
      isRehearsal: isRehearsal, isRetention: isRetention, show: show)
  }
}
