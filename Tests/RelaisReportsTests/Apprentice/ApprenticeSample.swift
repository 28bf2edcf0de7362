import CoverageEngine
import RelaisGeo
import RelaisReports
import RelaisTestSupport
import RelaisWording

/// Two streets that cross, one relay, three doors whose names try to be something else.
enum ApprenticeSample {
  static let hostileName = "\"><img src=x onerror=alert(1)> \u{202E}=cmd()"
  static let hostileID = "C'1; rm -rf ~ \"$(id)\""

  static func material(candidates: Bool = true) throws -> ReportMaterial {
    var town = Town()
    town.street("a", "w", "m", [(0, 0), (500, 0)], name: "rue A")
    town.street("b", "m", "e", [(500, 0), (1000, 0)], name: "rue A")
    town.street("c", "m", "n", [(500, 0), (500, 400)], name: "<script>alert(1)</script>")
    let result = try CoverageAnalysis(town: town, relays: [(100, 0)], budgets: [100])
      .run(.everything)
    guard candidates else {
      return ReportMaterial(territory: "Exemple", result: result, generator: "Relais 0")
    }
    func door(_ id: String, _ name: String, _ x: Double, _ y: Double, _ hours: String?) -> Candidate
    {
      Candidate(
        Facility(
          id: id, name: name, kind: .other("Presse"), position: Position(x: x, y: y),
          openingHours: hours),
        address: PostalAddress(street: "1 rue A"))
    }
    let prospection = Prospection(
      network: result.network, facilities: result.facilities,
      candidates: [
        door(hostileID, hostileName, 700, 0, "Mo-Fr 07:30-19:30"),
        door("C2", "Pharmacie", 720, 0, nil), door("C3", "Librairie", 500, 300, "We 09:00-12:00"),
      ], parameters: result.parameters
    ).run(count: 2)
    let calendar = FrenchCalendar()
    let visits = VisitPlan(
      prospection, result, routes: nil, times: (TimeQuestion(calendar: calendar), calendar),
      starts: [VisitStart(.townHall, name: "Mairie", position: Position(x: 500, y: 0))],
      parameters: VisitParameters())
    return ReportMaterial(
      territory: "Exemple", result: result, prospection: prospection, visits: visits,
      generator: "Relais 0")
  }

  static func page(_ language: Language = .french, candidates: Bool = true) throws -> String {
    String(
      decoding: ReportFormat.apprentice.file(
        of: try material(candidates: candidates), in: language), as: UTF8.self)
  }
}
