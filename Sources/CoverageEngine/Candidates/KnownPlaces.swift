import RelaisGeo

/// Establishments of the registry and relays of files, to be found among candidates.
///
/// By the key the registry would give a candidate, else by SIRET, else by the same name nearby.
struct KnownPlaces {
  private struct Known {
    var standing: ProspectStanding
    /// The registry's key; `nil` for a relay of a file.
    var establishment: String?
  }

  private var known: [Known] = []
  private var byKey: [String: Int] = [:]
  private var places: SamePlace
  /// Which of `known` each place is.
  private var indexOfPlace: [Int] = []
  private let registryKey: (@Sendable (String) -> String)?

  init(_ gathering: CandidateGathering) {
    registryKey = gathering.registryKey
    let some =
      gathering.facilities.lazy.map(\.position).first
      ?? gathering.histories.lazy.compactMap { $0.establishment()?.position }.first
    places = SamePlace(ground: gathering.ground, near: some)
    if let today = gathering.today {
      for history in gathering.histories {
        guard let one = history.establishment(on: today) else { continue }
        for id in [history.id] + history.absorbedIDs { byKey[id] = known.count }
        known.append(Known(standing: .init(history, on: today), establishment: history.id))
        // One without a position is known by its SIRET alone.
        add(
          .init(
            name: one.name, position: one.position ?? Position(x: .nan, y: .nan),
            siret: one.siret))
      }
    }
    for facility in gathering.facilities where byKey[facility.id] == nil {
      known.append(Known(standing: .out(.adherent, until: nil)))
      add(.init(name: facility.name, position: facility.position, siret: nil))
    }
  }

  private mutating func add(_ place: SamePlace.Place) {
    places.add(place)
    indexOfPlace.append(known.count - 1)
  }

  func standing(of candidate: Candidate) -> ProspectStanding? {
    index(of: candidate).map { known[$0].standing }
  }

  func establishment(of candidate: Candidate) -> String? {
    index(of: candidate).flatMap { known[$0].establishment }
  }

  private func index(of candidate: Candidate) -> Int? {
    if let registryKey {
      for id in [candidate.id] + candidate.otherIDs {
        if let found = byKey[registryKey(id)] { return found }
      }
    }
    return places.first(like: .init(candidate)).map { indexOfPlace[$0] }
  }
}
