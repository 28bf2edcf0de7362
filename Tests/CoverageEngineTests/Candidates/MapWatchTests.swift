import CoverageEngine
import RelaisGeo
import RelaisTestSupport
import Testing

/// Relays and the places of the map they are: seen, remembered, missed.
@Suite struct MapWatchTests {
  private static let siret = "12345678900011"

  /// One street of 2 km along y = 0, and what stands on it.
  private struct Rig {
    var gathering: CandidateGathering
    var places: [Candidate] = []
    /// Living objects that are no candidates.
    var objects: Set<String> = []
    var memory: [MapSighting] = []

    init() throws {
      var town = Town()
      town.street("s", "a", "b", [(0, 0), (2000, 0)])
      gathering = CandidateGathering(categories: .init([Rig.other]), ground: .plane)
      gathering.streets = (town.network, Length(metres: 60))
      gathering.today = CalendarDay("2026-06-01")
      gathering.registryKey = { "key of " + $0 }
    }

    private static let other = CandidateCategory(
      id: "other-shop", names: ["fr": "Autre", "en": "Other"])

    mutating func adherent(
      _ id: String, _ name: String, at x: Double?, state: String = "adherent",
      siret: String? = nil
    ) throws {
      let position = x.map { Position(x: $0, y: 0) }
      var changes: [EstablishmentField: FactValue?] = facts([
        .name: name, .state: state, .siret: siret,
      ])
      if let position { changes[.position] = .position(position) }
      gathering.histories.append(
        EstablishmentHistory(
          id: id,
          events: [
            RegistryEvent(
              sequence: 1, establishment: id, kind: .imported,
              holdsFrom: try #require(CalendarDay("2025-01-01")), recordedAt: "", author: "",
              changes: changes)
          ]))
      if let position, state == "adherent" {
        gathering.facilities.append(Facility(id: id, name: name, position: position))
      }
    }

    mutating func place(
      _ id: String, _ name: String?, _ x: Double, y: Double = 0, category: String = "bakery",
      siret: String? = nil
    ) {
      places.append(
        Candidate(
          Facility(id: id, name: name, position: Position(x: x, y: y)), category: category,
          siret: siret))
    }

    /// As a run of March left it.
    mutating func remember(
      _ establishment: String, _ object: String, _ x: Double, category: String = "bakery",
      beside neighbours: [String] = []
    ) throws {
      memory.append(
        MapSighting(
          establishment: establishment, object: object, category: category,
          position: Position(x: x, y: 0), neighbours: neighbours,
          day: try #require(CalendarDay("2026-03-01"))))
    }

    var sources: [CandidateSource] {
      [
        CandidateSource(
          places.map { SourcedCandidate(.map, $0) }, living: objects.union(places.map(\.id)))
      ]
    }

    var watch: MapWatch {
      MapWatch(gathering, sources, memory: memory)
    }

    var seen: [String: String] {
      Dictionary(uniqueKeysWithValues: watch.sightings.map { ($0.establishment, $0.object) })
    }

    var closures: [ClosuresSeen.Closure] {
      ClosuresSeen(
        relays: gathering.facilities, establishments: gathering.adherents, sources: sources,
        watch: watch, ground: .plane
      ).closures
    }
  }

  @Test func anEstablishmentIsSeenByItsKeyItsNumberOrItsNameNearby() throws {
    var rig = try Rig()
    try rig.adherent("key of node/1", "Nobody’s name", at: 10)
    try rig.adherent("b", "B", at: 20, siret: Self.siret)
    try rig.adherent("c", "Chez Léa", at: 30)
    try rig.adherent("d", "D", at: nil, state: "suspended", siret: "12345678900029")
    try rig.adherent("e", "E", at: 40)
    try rig.adherent("f", "F", at: 50, state: "left")
    rig.place("node/1", nil, 10)
    rig.place("node/2", "Else", 170, siret: Self.siret)
    rig.place("node/3", "CHEZ LEA", 80)
    rig.place("way/4", "Dé", 60, siret: "12345678900029")
    rig.place("node/5", "E", 90.01)
    rig.place("node/6", "F", 50)
    #expect(
      rig.seen == ["key of node/1": "node/1", "b": "node/2", "c": "node/3", "d": "way/4"])
    #expect(rig.watch.sightings.allSatisfy { $0.day == CalendarDay("2026-06-01") })
    #expect(rig.closures.isEmpty)
    // Without a registry nobody remembers.
    rig.gathering.histories = []
    #expect(rig.watch.sightings.isEmpty)
  }

  @Test func aPlaceTheMapHasNoMoreIsToldWithTheDayItWasLastSeen() throws {
    var rig = try Rig()
    try rig.adherent("a", "A", at: 10)
    try rig.adherent("b", "B", at: nil, state: "suspended")
    try rig.remember("a", "node/1", 12)
    try rig.remember("b", "way/1", 14)
    #expect(rig.closures.map(\.relay) == ["a", "b"])
    #expect(rig.closures.map(\.evidence) == [.vanished, .vanished])
    #expect(rig.closures.map(\.since) == [CalendarDay("2026-03-01"), CalendarDay("2026-03-01")])
    #expect(rig.closures.map(\.position?.x) == [10, 14])
    // What was seen in March stays remembered as it was.
    #expect(rig.watch.sightings.isEmpty)
    // Another object of the same name stands there: a node that became a way.
    rig.place("way/9", "a", 15)
    #expect(rig.closures.map(\.relay) == ["b"])
    #expect(rig.seen == ["a": "way/9"])
  }

  @Test func anObjectThatLivesIsNotMissed() throws {
    var rig = try Rig()
    try rig.adherent("a", "A", at: 10)
    try rig.remember("a", "node/1", 12)
    // It is a place of a kind no category names, or nobody may enter.
    rig.objects = ["node/1"]
    #expect(rig.closures.isEmpty)
    #expect(rig.watch.sightings.map(\.category) == ["bakery"])
    #expect(rig.watch.sightings.map(\.day) == [CalendarDay("2026-06-01")])
    // Renamed alone, it may have the same owner; so may another kind under the old name.
    rig.place("node/1", "New name", 12)
    #expect(rig.closures.isEmpty && rig.seen == ["a": "node/1"])
    rig.places = []
    rig.place("node/1", "A", 12, category: "cafe")
    #expect(rig.closures.isEmpty && rig.watch.sightings.map(\.category) == ["cafe"])
  }

  @Test func anotherNameAndAnotherKindAreSomebodyElse() throws {
    var rig = try Rig()
    try rig.adherent("a", "A", at: 10)
    try rig.remember("a", "node/1", 12)
    rig.place("node/1", "Optic", 12, category: "optician")
    #expect(rig.closures.map(\.evidence) == [.replaced(by: "Optic")])
    #expect(rig.watch.sightings.isEmpty)
    let finding = ClosuresSeen(
      relays: rig.gathering.facilities, establishments: [], sources: rig.sources,
      watch: rig.watch, ground: .plane
    ).findings(candidates: [], ground: .plane).first
    #expect(
      finding?.kind
        == .relayClosed(
          relay: "a",
          RelayClosure(since: CalendarDay("2026-03-01"), evidence: .replaced(by: "Optic"))))
    // It moved next door.
    rig.place("node/2", "A", 40)
    #expect(rig.closures.isEmpty && rig.seen == ["a": "node/2"])
  }

  @Test func nothingIsConcludedWhereTheMapDoesNotReach() throws {
    var rig = try Rig()
    try rig.adherent("a", "A", at: 2070)
    try rig.remember("a", "node/1", 2060)
    #expect(rig.closures.count == 1)
    rig.memory[0].position.x = 2061
    #expect(rig.closures.isEmpty)
    rig.memory[0].position.x = 2000
    #expect(rig.closures.count == 1)
    // No map at all.
    let lists = MapWatch(
      rig.gathering, [CandidateSource([])], memory: rig.memory)
    #expect(
      ClosuresSeen(
        relays: rig.gathering.facilities, establishments: [], sources: [], watch: lists,
        ground: .plane
      ).closures.isEmpty)
    // Nor does anybody miss who moved away since.
    rig.memory[0].position.x = 1800
    #expect(rig.closures.isEmpty)
  }

  @Test func anExtractThatLacksMostNeighboursTooDoesNotReachThere() throws {
    var rig = try Rig()
    try rig.adherent("a", "A", at: 10)
    for (id, x) in [("f", 60.0), ("c", 30), ("e", 50), ("b", -20), ("d", 40), ("d2", 40)] {
      rig.place("node/" + id, nil, x)
    }
    rig.place("node/a", "A", 10)
    rig.memory = rig.watch.sightings
    #expect(
      rig.memory.map(\.neighbours) == [["node/c", "node/b", "node/d", "node/d2", "node/e"]])
    rig.places.removeLast()
    #expect(rig.closures.count == 1)
    rig.places = []
    rig.objects = ["node/b", "node/d", "node/e"]
    #expect(rig.closures.count == 1)
    rig.objects = ["node/b", "node/d", "node/f"]
    #expect(rig.closures.isEmpty)
  }

  @Test func aRelayOfAFileIsMissedByTheIdentifierItBears() throws {
    var rig = try Rig()
    rig.gathering.facilities = ["node/1", "way/2", "node/x", "7", "node/3"].map {
      Facility(id: $0, name: $0, position: Position(x: 10, y: 0))
    }
    rig.objects = ["node/3"]
    rig.place("node/4", nil, 510.01)
    #expect(rig.closures.isEmpty)
    rig.place("node/5", nil, 510)
    #expect(rig.closures.map(\.relay) == ["node/1", "way/2"])
    #expect(rig.closures.map(\.since) == [nil, nil])
    // As a way under its name, or under its own identifier whatever it is now.
    rig.place("way/9", "node/1", 12)
    rig.place("way/2", "Other", 12, category: "optician")
    #expect(rig.closures.isEmpty)
    #expect(rig.watch.sightings.isEmpty)
  }

  @Test func whatTheRegisterSaysComesFirst() throws {
    var rig = try Rig()
    try rig.adherent("a", "A", at: 10, siret: Self.siret)
    try rig.remember("a", "node/1", 12)
    let closed = ClosedEstablishment(
      siret: Self.siret, name: "A", position: nil, since: CalendarDay("2026-02-01"))
    let seen = ClosuresSeen(
      relays: rig.gathering.facilities, establishments: rig.gathering.adherents,
      sources: rig.sources + [CandidateSource(closed: [closed])], watch: rig.watch,
      ground: .plane)
    #expect(seen.closures.map(\.evidence) == [.siret])
    #expect(seen.closures.map(\.since) == [CalendarDay("2026-02-01")])
  }
}
