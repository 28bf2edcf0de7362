import CoverageEngine
import Foundation
import RelaisGeo
import RelaisTestSupport
import RelaisWording
import Testing

@testable import RelaisReports

/// Rounds to follow on a telephone. Streets are drawn in degrees, with lengths of their own.
@Suite struct RoundFilesTests {
  private func doors() throws -> DoorTeller {
    var town = Town()
    town.ground = .ellipsoid
    town.street(
      "a", "w", "m", [(6, 48), (6.001, 48)], length: 100, name: "Rue A")
    town.street(
      "b", "m", "e", [(6.001, 48), (6.003, 48)], length: 200, name: "Rue B")
    let result = CoverageAnalysis(
      network: town.network, facilities: [],
      parameters: try AnalysisParameters(budgets: [50])
    ).run(.everything)
    func door(_ id: String, _ name: String, _ longitude: Double) -> Candidate {
      Candidate(
        Facility(id: id, name: name, position: Position(x: longitude, y: 48)),
        address: PostalAddress(street: "1 rue B"))
    }
    let prospection = Prospection(
      network: result.network, facilities: [],
      candidates: [door("C1", "Pharmacie & Cie", 6.002), door("C2", "Librairie", 6.003)],
      parameters: result.parameters
    ).run(count: 2)
    let plan = VisitPlan(
      prospection, result, routes: nil, times: nil,
      starts: [VisitStart(.townHall, name: "Mairie", position: Position(x: 6, y: 48))],
      parameters: VisitParameters())
    return DoorTeller(plan, result, routes: nil, Wording(.french))
  }

  @Test func aRoundIsWaypointsARouteAndATrack() throws {
    let doors = try doors()
    let files = RoundGPX.files(
      doors, ground: .ellipsoid, generator: "Relais 0", Wording(.french))
    #expect(files.count == 1)
    let gpx = string(files[0])
    func count(_ tag: String) -> Int { gpx.components(separatedBy: "<\(tag) ").count - 1 }
    // The start and two doors; the route comes back to the start.
    #expect(count("wpt") == 3 && count("rtept") == 4)
    let round = try #require(doors.plan.rounds?.rounds.first)
    #expect(count("trkpt") == round.line.count)
    #expect(gpx.contains("<name>1. Pharmacie &amp; Cie</name>"))
    #expect(gpx.contains("<name>2. Librairie</name>"))
    #expect(gpx.contains("creator=\"Relais 0\""))
    // 200 m and 300 m from the town hall: out and back 600 m.
    #expect(round.walk == Length(metres: 600))
  }

  @Test func aPlaneHasNoPlaceOnEarthAndNoFile() throws {
    let result = try HandTown.result()
    let doors = DoorTeller(HandTown.visits(result), result, routes: nil, Wording(.french))
    #expect(
      RoundGPX.files(doors, ground: .plane, generator: "Relais 0", Wording(.french)).isEmpty)
  }

  @Test func reasonsSayWhatIsNewlyCovered() throws {
    let result = try HandTown.result()
    let doors = DoorTeller(HandTown.visits(result), result, routes: nil, Wording(.french))
    let pharmacy = doors.plan.picks[0].candidate
    #expect(doors.name(pharmacy) == "Pharmacie" && doors.kind(pharmacy) == "commerce")
    #expect(plain(doors.sentence(of: pharmacy, pick: 0)).contains("150 m"))
    #expect(doors.round(of: 0) == 1 && doors.round(of: 1) == 1)
    #expect(doors.length(doors.plan.picks[1].gain) == Length(metres: 50))
  }
}
