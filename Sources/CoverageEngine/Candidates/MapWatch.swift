import RelaisGeo

/// Which places of the map relays are, and whose place is no more.
///
/// A relay's object is the one it was last seen to be, else the one it was visited as
/// (``CandidateGathering/registryKey``); a relay of a file may bear an object's identifier. That object is the
/// relay where name or SIRET agree; else the place of the same SIRET, or of the same name within
/// 50 m, is; else the object as it stands, unless its category became another one: then somebody
/// else is there now.
///
/// A relay without a match, whose object is gone, has lost its place if the map
/// reaches there: a street lies within ``CandidateGathering/streets``, and half of the places that
/// were its neighbours live. Of a relay nobody remembers, some place lies within ``neighbourhood``. Streets alone do
/// not show it: those across an extract's border are in it far beyond.
public struct MapWatch: Sendable {
  /// How many of the nearest places are remembered with one.
  static let neighbours = 5
  /// Metres within which an extract that reaches somewhere has some place.
  static let neighbourhood = 500.0
  /// Metres from where it was seen beyond which an establishment has moved: it is not missed there.
  static let moved = 250.0

  /// A relay's place that is no more.
  struct Loss: Hashable, Sendable {
    var position: Position
    /// The day of the last run that found it; `nil` without memory.
    var lastSeen: CalendarDay?
    /// What the map has in its stead.
    var successor: Candidate?
  }

  /// What establishments of the registry are on the map, to be remembered: relays, then others.
  public private(set) var sightings: [MapSighting] = []
  /// By the relay's identifier.
  private(set) var losses: [String: Loss] = [:]

  /// Without a map nothing is seen.
  public init() {}

  /// - Parameters:
  ///   - gathering: Told of relays, of the registry, of streets.
  ///   - memory: What earlier runs saw; one for each establishment.
  /// - Complexity: that of one ``Snapper`` over the relays missing, and O(relays · places).
  public init(
    _ gathering: CandidateGathering, _ sources: [CandidateSource], memory: [MapSighting]
  ) {
    guard let places = MapPlaces(sources, gathering) else { return }
    let remembered = Dictionary(
      memory.map { ($0.establishment, $0) }, uniquingKeysWith: { first, _ in first })
    var missing: [Missing] = []
    for relay in MapWatch.relays(gathering) {
      let last = remembered[relay.id].flatMap { last in
        let distance = relay.position.map { gathering.ground.length(from: last.position, to: $0) }
        return distance ?? 0 > Self.moved ? nil : last
      }
      let object = last?.object ?? (Self.isObject(relay.id) ? relay.id : nil)
      func see(_ object: String, _ category: String, _ position: Position) {
        guard relay.isRegistered, let today = gathering.today else { return }
        sightings.append(
          MapSighting(
            establishment: relay.id, object: object, category: category, position: position,
            neighbours: places.nearest(Self.neighbours, to: object, at: position), day: today))
      }
      switch places.sight(of: relay, object: object, category: last?.category) {
      case .place(let place): see(place.id, place.mapCategory, place.place.position)
      case .object: if let last { see(last.object, last.category, last.position) }
      case .successor(let place):
        losses[relay.id] = Loss(
          position: place.place.position, lastSeen: last?.day, successor: place)
      case .missing:
        if let position = last?.position ?? relay.position {
          missing.append(Missing(relay: relay.id, position: position, last: last))
        }
      case .unknown: break
      }
    }
    for one in MapWatch.reached(missing, places, gathering) {
      losses[one.relay] = Loss(position: one.position, lastSeen: one.last?.day)
    }
  }

  /// Relays in their order, then those suspended or without a position.
  private static func relays(_ gathering: CandidateGathering) -> [MapPlaces.Relay] {
    let adherents = gathering.adherents
    let registered = Dictionary(
      adherents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let relays = gathering.facilities.map { MapPlaces.Relay($0, registered: registered[$0.id]) }
    let ids = Set(relays.map(\.id))
    return relays + adherents.filter { !ids.contains($0.id) }.map { MapPlaces.Relay($0) }
  }

  /// A relay whose object lives no more.
  private struct Missing {
    var relay: String
    var position: Position
    var last: MapSighting?
  }

  /// Those missing where the map would have them.
  private static func reached(
    _ missing: [Missing], _ places: MapPlaces, _ gathering: CandidateGathering
  ) -> [Missing] {
    guard let streets = gathering.streets else { return [] }
    let snaps = Snapper(streets.network).snaps(
      of: missing.map(\.position), within: streets.within)
    return zip(missing, snaps).filter { one, snap in
      guard snap != nil else { return false }
      guard let neighbours = one.last?.neighbours else {
        return places.holdOne(within: neighbourhood, of: one.position)
      }
      return 2 * neighbours.count(where: places.lives) >= neighbours.count
    }.map(\.0)
  }

  /// Whether an identifier is one that objects of the map bear.
  private static func isObject(_ id: String) -> Bool {
    let parts = id.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && ["node", "way"].contains(parts[0])
      && (Int64(parts[1]).map { $0 > 0 } ?? false)
  }
}
