import CoverageEngine
import Foundation
import RelaisGeo
import RelaisTestSupport
import RelaisWording
import Testing

@testable import RelaisReports

/// The page for the town's site.
@Suite struct PublicPageTests {
  private func page(_ material: ReportMaterial, _ language: Language = .french) -> String {
    String(decoding: ReportFormat.public.file(of: material, in: language), as: UTF8.self)
  }

  private func data(_ page: String) throws -> [String: Any] {
    let start = try #require(page.range(of: "id=\"data\">"))
    let end = try #require(page.range(of: "</script>", range: start.upperBound..<page.endIndex))
    let json = Data(page[start.upperBound..<end.lowerBound].utf8)
    return try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
  }

  @Test func streetsLeadToTheirRelaysWithTheWalk() throws {
    let data = try data(page(try SampleTown.material()))
    let streets = try #require(data["streets"] as? [[Any]])
    // The hostile one folds to `script…`, after `rue…`.
    #expect(streets.map { $0[0] as? String } == ["Rue de l’Église", SampleTown.hostileStreet])
    // Its middle is the first edge's, 250 m along; the relay stands 100 m along, 5 m off the street.
    #expect(streets[0].dropFirst(3).compactMap { $0 as? Int } == [1, 155])
    let places = try #require(data["places"] as? [[String: Any]])
    #expect(places.map { $0["name"] as? String } == ["Chez Loin", SampleTown.hostileRelay])
  }

  @Test func namesStayTextAndNothingIsAskedOfTheNetwork() throws {
    let page = page(try SampleTown.material())
    #expect(!page.contains(SampleTown.hostileStreet) && !page.contains("<img"))
    #expect(page.contains("&lt;script&gt;") || page.contains("\\u003cscript\\u003e"))
    #expect(page.contains("default-src 'none'") || page.contains("default-src &#39;none&#39;"))
    #expect(!page.contains("http://") || !page.contains("src=\"http"))
  }

  @Test func aRelayOfWhichOnlyTheStreetIsKnownIsNoPoint() throws {
    let texts: [EstablishmentField: String?] = [
      .name: "Chez Flou", .state: "adherent", .address: "99 rue A",
      .position: "6.1834567 48.6912345",
      .positionSource: "street", .positionQuality: "0.8 check",
    ]
    let histories = [HandRegistry.history("a", texts)]
    let day = try #require(HandRegistry.today)
    let csv = lines(PublicList.csv(histories, on: day))[1]
    #expect(csv == "a,Chez Flou,,99 rue A,,,,6.183,48.691,,2025-05-05,street")
    let map = String(decoding: PublicList.geoJSON(histories, on: day), as: UTF8.self)
    #expect(map.contains("[6.183,48.691]") && map.contains("\"position_precision\":\"street\""))
    var material = try HandTown.material()
    material.agent = AgentFile(
      histories: histories, movements: [:], contacts: [:], today: day)
    let page = page(material)
    #expect(page.contains("99 rue A (position approximative, rue seulement)"))
    #expect(page.contains("<g class=\"mark about\""))
    // Whoever moves the point on the map says where it is.
    let moved = HandRegistry.history("a", texts.merging([.positionSource: "map"]) { $1 })
    #expect(lines(PublicList.csv([moved], on: day))[1].contains("6.1834567,48.6912345"))
  }

  @Test func onlyAdherentsAndOnlyTheirPublicFactsAreShown() throws {
    func history(_ id: String, _ state: String) -> EstablishmentHistory {
      EstablishmentHistory(
        id: id,
        events: [
          RegistryEvent(
            sequence: 1, establishment: id, kind: .added, holdsFrom: CalendarDay("2026-01-01")!,
            recordedAt: "2026-01-01T08:00:00.000Z", author: "Agent Secret",
            reason: "raison-secrete",
            changes: facts([
              .name: "Nom " + id, .state: state, .notes: "note-secrete", .sticker: "sticker-secret",
              .position: "400 500", .openingHours: "Mo-Fr 08:00-12:00; PH off",
            ]))
        ])
    }
    var material = try SampleTown.material()
    material.agent = AgentFile(
      histories: [
        history("in", "adherent"), history("gone", "left"), history("no", "refused"),
        history("off", "suspended"),
      ], movements: [:],
      contacts: ["in": [Contact(establishment: "in", name: "contact-secret")]],
      today: CalendarDay("2026-11-21")!)
    let relays = PublicRelay.all(of: material)
    #expect(relays.map(\.id) == ["in"])
    let bytes =
      PublicList.csv(relays) + PublicList.geoJSON(relays) + Array(page(material).utf8)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("Nom in"))
    for secret in [
      "Nom gone", "Nom no", "Nom off", "secret", "Secret",
    ] {
      #expect(!text.contains(secret), "\(secret)")
    }
  }

  @Test func openNowIsLeftToHoursThatLeaveNoDoubt() throws {
    var material = try SampleTown.material()
    let values = [
      "Mo-Fr 08:00-12:00", "Mo-Fr 08:00-12:00; PH off", "Mo-Fr 08:00-12:00; PH 09:00-10:00",
      "Apr-Sep Mo 08:00-12:00", "n'importe quoi", nil,
    ]
    material.result.facilities = values.enumerated().map { index, hours in
      Facility(
        id: "r\(index)", name: "R\(index)", position: Position(x: Double(index), y: 500),
        openingHours: hours)
    }
    material.result.snaps = values.map { _ in nil }
    let places = try #require(try data(page(material))["places"] as? [[String: Any]])
    #expect(places.map { $0["week"] != nil } == [true, true, false, false, false, false])
    #expect(places.map { $0["holidays"] != nil } == [false, true, false, false, false, false])
    #expect(places[4]["hours"] as? String == "n'importe quoi")
  }

  @Test func theTableSchemaDescribesTheColumnsOfTheFile() throws {
    let relays = PublicRelay.all(of: try SampleTown.material())
    let header = String(decoding: PublicList.csv(relays), as: UTF8.self).split(
      whereSeparator: \.isNewline)[0].split(separator: ",").map(String.init)
    for language in Language.all {
      let schema = try #require(
        try JSONSerialization.jsonObject(with: Data(PublicList.schema(Wording(language))))
          as? [String: Any])
      let fields = try #require(schema["fields"] as? [[String: Any]])
      #expect(fields.map { $0["name"] as? String } == header)
      #expect(
        fields.allSatisfy { ["string", "number", "date"].contains($0["type"] as? String ?? "") })
      #expect(fields.allSatisfy { !($0["description"] as? String ?? "").isEmpty })
      #expect(schema["primaryKey"] as? String == "id")
      #expect(schema["missingValues"] as? [String] == [""])
    }
  }

  @Test func theSameMaterialGivesTheSameBytes() throws {
    let material = try SampleTown.material()
    #expect(page(material, .english) == page(material, .english))
    #expect(page(material, .english).contains("<html lang=\"en\">"))
  }

  @Test func aTownWithoutRelaysStillHasAPage() throws {
    let page = page(try SampleTown.material(relays: false))
    #expect(page.contains(Wording(.french).publicNone))
  }
}
