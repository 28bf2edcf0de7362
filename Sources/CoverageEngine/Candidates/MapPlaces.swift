import RelaisGeo

/// The places a run's maps have, to find a relay among them.
struct MapPlaces {
  /// Somebody to be found.
  struct Relay {
    let id: String
    let position: Position?
    let siret: String?
    /// Folded; empty where unknown.
    let name: String
    /// Whether the registry has it, and may remember it.
    let isRegistered: Bool

    init(_ facility: Facility, registered one: Establishment?) {
      id = facility.id
      position = facility.position
      siret = one?.siret
      name = Establishment.folded(facility.name ?? "")
      isRegistered = one != nil
    }

    init(_ one: Establishment) {
      id = one.id
      position = one.position
      siret = one.siret
      name = one.foldedName
      isRegistered = true
    }
  }

  /// What the maps have of a relay.
  enum Sight {
    case place(Candidate)
    /// Its object, which is some place, though no candidate.
    case object
    /// Its object, which is another place now.
    case successor(Candidate)
    /// It had an object, and is nothing now.
    case missing
    /// Nobody knows what it would be.
    case unknown
  }

  /// Each object once.
  private var open: [Candidate] = []
  private let living: Set<String>
  private var byObject: [String: Int] = [:]
  private var byKey: [String: Int] = [:]
  private var same: SamePlace
  private let ground: Ground

  /// - Returns: `nil` where no source is a map.
  init?(_ sources: [CandidateSource], _ gathering: CandidateGathering) {
    let maps = sources.filter { $0.living != nil }
    guard !maps.isEmpty else { return nil }
    living = maps.reduce(into: []) { $0.formUnion($1.living ?? []) }
    let all = maps.flatMap(\.candidates).map(\.candidate)
    ground = gathering.ground
    same = SamePlace(ground: ground, near: all.first?.place.position)
    // Extracts may overlap.
    for candidate in all where byObject[candidate.id] == nil {
      byObject[candidate.id] = open.count
      if let key = gathering.registryKey?(candidate.id) { byKey[key] = open.count }
      same.add(.init(candidate))
      open.append(candidate)
    }
  }

  /// - Parameters:
  ///   - object: What the relay is known to have been; `nil` where nobody knows.
  ///   - category: The category it then had; `nil` where nobody knows.
  func sight(of relay: Relay, object: String?, category: String?) -> Sight {
    let own = (object.flatMap { byObject[$0] } ?? byKey[relay.id]).map { open[$0] }
    if let own, agree(relay, own) { return .place(own) }
    // One without a position is known by its SIRET alone.
    let place = SamePlace.Place(
      name: relay.name, position: relay.position ?? Position(x: .nan, y: .nan), siret: relay.siret)
    if let found = same.first(like: place) { return .place(open[found]) }
    if let own {
      let isAnother = own.id == object && category.map { $0 != own.mapCategory } ?? false
      return isAnother ? .successor(own) : .place(own)
    }
    guard let object else { return .unknown }
    return living.contains(object) ? .object : .missing
  }

  /// Whether both bear one number or one name, wherever they are.
  private func agree(_ relay: Relay, _ candidate: Candidate) -> Bool {
    relay.siret != nil && relay.siret == candidate.siret
      || !relay.name.isEmpty
        && relay.name == Establishment.folded(candidate.place.name ?? "")
  }

  func lives(_ object: String) -> Bool { living.contains(object) }

  func holdOne(within metres: Double, of position: Position) -> Bool {
    open.contains { ground.length(from: position, to: $0.place.position) <= metres }
  }

  /// The places nearest to an object, itself left out; on a tie the first of the source.
  ///
  /// - Complexity: O(places).
  func nearest(_ count: Int, to object: String, at position: Position) -> [String] {
    let scale = ground.metresPerUnit(at: position)
    var nearest: [(squared: Double, index: Int)] = []
    for (index, candidate) in open.enumerated() where candidate.id != object {
      let x = (candidate.place.position.x - position.x) * scale.x
      let y = (candidate.place.position.y - position.y) * scale.y
      let squared = x * x + y * y
      if nearest.count == count, let last = nearest.last, squared >= last.squared { continue }
      let at = nearest.firstIndex { squared < $0.squared } ?? nearest.count
      nearest.insert((squared, index), at: at)
      if nearest.count > count { nearest.removeLast() }
    }
    return nearest.map { open[$0.index].id }
  }
}

extension Candidate {
  /// The category it counts under, that of the rest where it has none.
  var mapCategory: String { category ?? CandidateCategory.otherShop }
}
