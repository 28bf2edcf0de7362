import CoverageEngine
import Foundation
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisTestSupport
import RelaisWording
import Testing

@testable import RelaisTown

/// A territory kept in memory, against the plain command over the same files.
@Suite struct LiveTownTests {
  private func plain(
    _ town: GridTerritory, _ distances: [Double] = [], at moment: TimeRequest.Moment? = nil
  ) throws -> CoverageAnswer {
    var question = CoverageQuestion(of: .territory(town.territory))
    question.measure.budgets = distances
    question.time.moment = moment
    question.extent = .figures
    return try question.answer(SmallTown.work())
  }

  private func plainJSON(
    _ town: GridTerritory, _ distances: [Double] = [], at moment: TimeRequest.Moment? = nil
  ) throws -> String {
    let answer = try plain(town, distances, at: moment)
    return text(
      CoverageJSON.bytes(answer.result, system: answer.referenceSystem, withEdges: false))
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private var morning: TimeRequest.Moment {
    get throws { .instant(try #require(LocalInstant(parsing: "2026-11-23T08:00"))) }
  }

  /// Distances that need streets from farther around, too: those are read as the command reads them.
  @Test(arguments: [[], [150], [300, 500], [2500], [212.5, 4000]] as [[Double]])
  func coverageIsThatOfTheCommandByteForByte(distances: [Double]) throws {
    let town = try GridTerritory()
    let live = try LiveTown(town.territory, SmallTown.work())
    let own = try plainJSON(town, distances)
    #expect(text(try live.coverageJSON(distances: distances)) == own)
    let atMorning = try plainJSON(town, distances, at: morning)
    #expect(text(try live.coverageJSON(distances: distances, at: morning)) == atMorning)
    let window = TimeRequest.Moment.window("morning")
    #expect(
      text(try live.coverageJSON(distances: distances, at: window))
        == (try plainJSON(town, distances, at: window)))
    #expect(own != atMorning)
  }

  @Test func aScenarioHasTheFiguresOfTheCommandOnItsRelays() throws {
    let town = try GridTerritory()
    let live = try LiveTown(town.territory, SmallTown.work())
    let before = try live.coverageJSON()
    let shop = try #require(live.live.candidates.first { $0.id == "node/100071" }).place.position
    var request = ScenarioRequest()
    let at = GridTerritory.place(1900, 12)
    request.added = [
      .point(Position(longitude: at.lon, latitude: at.lat), openingHours: "Mo-Fr 07:00-19:00"),
      .candidate("node/100071"),
    ]
    request.removed = ["R3", "R3"]
    request.distances = [350]
    for moment in [nil, try morning] {
      request.moment = moment
      let outcome = try live.answer(request).outcome
      try town.write(GridTerritory.relays)
      let old = try plain(town, [350], at: moment).result
      #expect(outcome.before.certain == old.summaries)
      // The candidate gives no hours.
      try town.write(
        GridTerritory.relays.filter { $0.0 != "R3" } + [("N1", 1900, 12, "Mo-Fr 07:00-19:00")],
        and: [("N2", shop)])
      let new = try plain(town, [350], at: moment).result
      #expect(outcome.after.certain == new.summaries)
      #expect(outcome.after.possible == new.moment?.possible)
      #expect(outcome.before != outcome.after)
    }
    #expect(try live.coverageJSON() == before)
  }

  @Test func aChangeOfTheRelaysIsTakenUpWithoutReadingStreets() throws {
    let town = try GridTerritory()
    let live = try LiveTown(town.territory, SmallTown.work())
    let old = live.live
    try town.write([("R9", 700, 200, "24/7")])
    // Streets are not read again: they could not be.
    let streets = try town.folder.read("ville/sources/streets/ville.osm")
    try town.folder.write("nothing".utf8, "ville/sources/streets/ville.osm")
    try live.reload(SmallTown.work())
    try town.folder.write(streets, "ville/sources/streets/ville.osm")
    #expect(live.revision == 1)
    #expect(live.live.relays.map(\.id) == ["R9"])
    #expect(old.relays.map(\.id) == ["R1", "R2", "R3", "R4"])
    #expect(text(try live.coverageJSON()) == (try plainJSON(town)))
    let fresh = try LiveTown(town.territory, SmallTown.work())
    #expect(live.live.candidates == fresh.live.candidates)
    #expect(!fresh.live.candidates.isEmpty)
  }

  @Test func aChangeOfTheRegistryIsTakenUpWithItsCandidates() throws {
    let town = try GridTerritory()
    let live = try LiveTown(town.territory, SmallTown.work())
    #expect(live.live.candidates.contains { $0.id == "node/100071" })
    let registry = TownRegistry(of: town.territory, SmallTown.work())
    var new = NewEstablishment(name: "Boulangerie 7", kind: .shop)
    let at = GridTerritory.place(700, 200)
    new.position = Position(longitude: at.lon, latitude: at.lat)
    new.isOther = true
    var generator = SystemRandomNumberGenerator()
    let added = try #require(try registry.add(new, using: &generator).establishment)
    _ = try registry.join(added.code, sticker: "1")
    try live.reload(SmallTown.work())
    #expect(live.live.relays.map(\.id) == [added.id])
    #expect(!live.live.candidates.contains { $0.id == "node/100071" })
    #expect(text(try live.coverageJSON()) == (try plainJSON(town)))
    for name in [added.code, added.id] {
      var request = ScenarioRequest()
      request.removed = [name]
      #expect(try live.answer(request).outcome.after.certain.main.covered == .zero)
    }
  }

  @Test func questionsAreAnsweredWhileRelaysAreTakenUp() throws {
    let town = try GridTerritory()
    let live = try LiveTown(town.territory, SmallTown.work())
    let old = text(try live.coverageJSON())
    try town.write([("R9", 700, 200, "24/7")])
    let new = try plainJSON(town)
    let seen = Answers()
    DispatchQueue.concurrentPerform(iterations: 40) { index in
      if index % 10 == 5 {
        try? live.reload(SmallTown.work())
      } else {
        seen.add((try? live.coverageJSON()).map { text($0) } ?? "")
      }
    }
    #expect(seen.all.count == 36)
    #expect(seen.all.allSatisfy { $0 == old || $0 == new })
    #expect(text(try live.coverageJSON()) == new)
  }

  @Test func whatCannotBeAskedIsTold() throws {
    let town = try GridTerritory()
    let live = try LiveTown(town.territory, SmallTown.work())
    func problem(_ json: String) -> RequestError? {
      do {
        _ = try live.answer(try ScenarioRequest(json: Array(json.utf8)))
        return nil
      } catch {
        return error as? RequestError
      }
    }
    #expect(problem("{}") == nil)
    #expect(problem(#"{"remove":["R7"]}"#) == .unknownRelay("R7"))
    #expect(problem(#"{"add":[{"candidate":"x"}]}"#) == .unknownCandidate("x"))
    #expect(problem(#"{"distance_m":0}"#) == .distanceOutside(1...5000))
    #expect(problem(#"{"distance_m":5000.5}"#) == .distanceOutside(1...5000))
    #expect(problem(#"{"distance_m":"300"}"#) == .badMember("distance_m"))
    #expect(problem(#"{"distance":300}"#) == .badMember("distance"))
    #expect(problem(#"{"add":[{"lon":6}]}"#) == .badMember("add"))
    #expect(problem(#"{"add":[{"lon":6,"lat":98}]}"#) == .badMember("lon, lat"))
    #expect(problem(#"{"add":[{"lon":6,"lat":48,"name":"x"}]}"#) == .badMember("name"))
    #expect(problem(#"{"at":"hier"}"#) == .badMember("at"))
    #expect(problem(#"{"at":"2026-11-23T08:00","window":"morning"}"#) == .oneOf("at", "window"))
    #expect(problem(#"{"remove":[1]}"#) == .badMember("remove"))
    #expect(problem("[]") == .notJSON(at: 0))
    #expect(problem(#"{"remove":["#) == .notJSON(at: 11))
    let many = Array(repeating: #"{"lon":6,"lat":48}"#, count: 501).joined(separator: ",")
    #expect(problem(#"{"add":["# + many + "]}") == .tooManyPlaces(limit: 500))
    guard case .unknownWindow("nuit", _)? = problem(#"{"window":"nuit"}"#) else {
      Issue.record("a window nobody knows")
      return
    }
    for error in [
      RequestError.notJSON(at: 3), .badMember("x"), .oneOf("at", "window"), .unknownRelay("R7"),
      .severalRelays("x"), .unknownCandidate("x"), .distanceOutside(1...5000),
      .tooManyPlaces(limit: 500),
    ] {
      #expect(!SmallTown.work().wording.sentence(error).isEmpty)
    }
  }

  @Test func theAnswerIsWrittenAsItsSchemaSays() throws {
    let town = try GridTerritory()
    let live = try LiveTown(town.territory, SmallTown.work())
    let at = GridTerritory.place(1750, 3)
    let body = """
      {"add":[{"lon":\(at.lon),"lat":\(at.lat)},{"lon":6,"lat":48.2}],"remove":["R3"],"distance_m":300}
      """
    let answer = try live.answer(try ScenarioRequest(json: Array(body.utf8)))
    let wording = SmallTown.work().wording
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.json(wording))) as? [String: Any])
    #expect(
      Set(json.keys) == [
        "schema", "distance_m", "before", "after", "added", "gaps_closed", "gaps_opened",
        "schools", "changed", "findings",
      ])
    let budgets = try #require(json["after"] as? [[String: Any]])
    #expect(budgets.count == 1)
    let before = try #require(json["before"] as? [[String: Any]])
    let difference =
      try millimetres(budgets[0]["streets_covered_m"]) - millimetres(before[0]["streets_covered_m"])
    let changed = try #require(json["changed"] as? [String: Any])
    #expect(changed["type"] as? String == "FeatureCollection")
    let features = try #require(changed["features"] as? [[String: Any]])
    var sum: Int64 = 0
    for feature in features {
      let properties = try #require(feature["properties"] as? [String: Any])
      let length = try millimetres(properties["length_m"])
      sum += properties["change"] as? String == "gained" ? length : -length
      let geometry = try #require(feature["geometry"] as? [String: Any])
      #expect((geometry["coordinates"] as? [[Double]])?.count ?? 0 >= 2)
    }
    #expect(sum == difference)
    #expect(sum != 0)
    let added = try #require(json["added"] as? [[String: Any]])
    #expect(added.map { $0["attached"] as? Bool } == [true, false])
    #expect(added[0]["street"] as? String == "Rue 0")
    #expect((json["findings"] as? [[String: Any]])?.count == 1)
    let closed = try #require(json["gaps_closed"] as? [[String: Any]])
    #expect(!closed.isEmpty)
    #expect(closed.allSatisfy { $0["from"] is String && $0["to"] is String })
    #expect(!(try #require(json["gaps_opened"] as? [[String: Any]])).isEmpty)

    let next = try live.next(after: ScenarioRequest())
    let chosen = try #require(
      try JSONSerialization.jsonObject(with: Data(next.json(wording))) as? [String: Any])
    #expect((chosen["next"] as? [[String: Any]])?.count == 3)
  }

  /// What the page draws, put together again: covered lengths of streets as the figures have them.
  @Test func theMapHoldsStreetsRelaysCandidatesAndGaps() throws {
    let town = try GridTerritory()
    let live = try LiveTown(town.territory, SmallTown.work())
    let map = try live.map(distance: 300)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(map.json(SmallTown.work().wording)))
        as? [String: Any])
    let names = try #require(json["names"] as? [String])
    #expect(names.first == "" && names.contains("Rue 0"))
    let streets = try #require(json["streets"] as? [[Any]])
    var ends = Set<[Int]>()
    for street in streets {
      let (x, y) = (try #require(street[3] as? Int), try #require(street[4] as? Int))
      ends.insert([x, y])
      #expect(street.count % 2 == 1 && street.count >= 7)
      #expect(names.indices.contains(try #require(street[0] as? Int)))
    }
    #expect(ends.contains([6_000_000, 48_000_000]))
    let relays = try #require(json["relays"] as? [[Any]])
    #expect(relays.map { $0[0] as? String } == ["R1", "R2", "R3", "R4"])
    #expect((json["candidates"] as? [[Any]])?.count == live.live.candidates.count)
    let gaps = try #require(json["gaps"] as? [[String: Any]])
    #expect(gaps.count == live.live.gaps(map.question).count)
    for gap in gaps {
      for part in try #require(gap["parts"] as? [[Int]]) {
        #expect(streets.indices.contains(part[0]) && part[1] < part[2])
        let street = streets[part[0]]
        #expect(names[try #require(street[0] as? Int)] == gap["street"] as? String ?? "")
      }
    }
  }

  private func millimetres(_ value: Any?) throws -> Int64 {
    Int64((try #require(value as? Double) * 1000).rounded())
  }
}

/// What several threads saw.
private final class Answers: @unchecked Sendable {
  private let lock = NSLock()
  private var seen: [String] = []

  func add(_ text: String) { lock.withLock { seen.append(text) } }

  var all: [String] { lock.withLock { seen } }
}
