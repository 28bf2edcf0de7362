import CoverageEngine
import RelaisRegistry
import RelaisReports
import RelaisWording

/// A candidate somebody names in place of an establishment of the registry, which then takes it up.
struct TakenCandidate {
  /// There is no registry yet, and none of its relays are kept in files.
  let makesRegistry: Bool
  let place: SourcedCandidate
  let category: CandidateCategory?
  /// The establishment of the registry it is already, under another name or key.
  let establishment: String?
  /// The language it is named in.
  let wording: Wording

  /// - Returns: `nil` where the registry knows the code, or no candidate bears it.
  /// - Throws: `RegistryError`, and what reading candidates throws.
  static func named(_ code: String, _ territory: Territory, _ work: Work) throws
    -> TakenCandidate?
  {
    var histories: [EstablishmentHistory] = []
    let hasRegistry = try RegistryStore.exists(at: territory.registryFile)
    if hasRegistry {
      let store = try territory.registry(for: .reading)
      defer { store.close() }
      // A name that is right but for a letter is no candidate's identifier, and may be looked for after those.
      if try isKnown(code, to: store) { return nil }
      histories = try store.histories()
    }
    guard
      let found = try CandidateInputs.named(
        [code], of: territory, histories: histories, on: work.stamp)[code]
    else { return nil }
    // A registry stands for the files of relays: one of this candidate alone would hide them.
    return TakenCandidate(
      makesRegistry: !hasRegistry && territory.files(.adherents).isEmpty, place: found.place,
      category: found.category, establishment: found.establishment, wording: work.wording)
  }

  /// By what the registry knows the establishment a person names: the same code, or for a candidate
  /// it took up under another of the candidate's identifiers, the key.
  ///
  /// - Throws: as ``named(_:_:_:)``.
  static func known(
    _ code: String, _ territory: Territory, _ work: Work
  ) throws -> String {
    guard let candidate = try named(code, territory, work), !candidate.makesRegistry else {
      return code
    }
    let key =
      candidate.establishment ?? CandidateKey.establishment(of: candidate.place.candidate.id)
    let store = try territory.registry(for: .reading)
    defer { store.close() }
    return try isKnown(key, to: store) ? key : code
  }

  private static func isKnown(_ code: String, to store: RegistryStore) throws -> Bool {
    do {
      _ = try store.history(named: code)
      return true
    } catch {
      switch error {
      case .unknownCode, .guessedCode: return false
      default: throw error
      }
    }
  }

  /// Adds the candidate as a prospect unless the registry has it.
  ///
  /// - Returns: Its key.
  func takeUp(
    in writer: inout RegistryWriter, _ occasion: RegistryWriter.Occasion
  ) throws -> String {
    if let establishment { return establishment }
    let candidate = place.candidate
    let id = CandidateKey.establishment(of: candidate.id)
    if let known = writer.present(id: id) { return known.id }
    let kind = category ?? CategoryTable.standard[CandidateCategory.otherShop]
    let name =
      candidate.place.name
      ?? [category.map(wording.name), candidate.id].compactMap { $0 }.joined(separator: " ")
    var values: [EstablishmentField: FactValue] = [
      .name: .text(name), .kind: .kind(kind?.kind ?? .shop),
      .position: .position(candidate.place.position), .positionSource: .source(.file),
    ]
    values[.category] = category.map { .text(wording.name($0)) }
    values[.address] = candidate.address.line.map { .text($0) }
    values[.postcode] = candidate.address.postcode.map { .text($0) }
    values[.city] = candidate.address.city.map { .text($0) }
    values[.openingHours] = candidate.place.openingHours.map { .text($0) }
    values[.siret] = candidate.siret.map { .siret($0) }
    try writer.add(id: id, values, occasion)
    return id
  }
}
