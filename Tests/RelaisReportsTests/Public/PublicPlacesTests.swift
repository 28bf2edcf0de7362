import CoverageEngine
import RelaisGeo
import RelaisWording
import Testing

@testable import RelaisReports

/// The public list: by district, then by name; those outside every district last.
@Suite struct PublicPlacesTests {
  @Test func relaysAreSortedByDistrictThenName() throws {
    func relay(_ id: String, _ name: String, _ x: Double, _ y: Double = 0) -> Facility {
      Facility(id: id, name: name, position: Position(x: x, y: y))
    }
    let result = try HandTown.result(relays: [
      relay("1", "Zoé", 100), relay("2", "Émile", 50), relay("3", "Abel", 300),
      relay("4", "Loin", 900, 900),
    ])
    let material = ReportMaterial(territory: "Nancy", result: result, generator: "Relais 0")
    let places = PublicPlaces(material)
    #expect(places.places.map(\.relay.name) == ["Abel", "Émile", "Zoé", "Loin"])
    #expect(places.places.map(\.district) == ["Est", "Ouest", "Ouest", nil])
    #expect(places.index == ["3": 0, "2": 1, "1": 2, "4": 3])
  }

  @Test func theRegistryComesBeforeTheFile() throws {
    var material = try HandTown.material()
    #expect(PublicRelay.all(of: material).map(\.id) == ["R0"])
    material.agent = AgentFile(
      histories: HandRegistry.histories, movements: [:], contacts: HandRegistry.contacts,
      today: try #require(HandRegistry.today))
    let relays = PublicRelay.all(of: material)
    #expect(relays.map(\.id) == ["aaaaaaaa-1"])
    #expect(relays[0].updatedOn == CalendarDay("2025-05-05"))
  }

  @Test func aStreetLeadsToItsRelayByTheWalk() throws {
    let material = ReportMaterial(
      territory: "Nancy", result: try HandTown.result(), generator: "Relais 0")
    let streets = PublicPage(material, Wording(.french)).streets()
    #expect(streets.map(\.spot.name) == ["Rue A", "Rue B"])
    #expect(streets.allSatisfy { $0.nearest.map(\.place) == [0] })
    // From the middle of Rue B, 50 m and then 100 m.
    #expect(streets[1].nearest[0].metres == Length(metres: 150))
  }
}
