import CoverageEngine
import RelaisGeo
import RelaisReports
import RelaisTestSupport
import RelaisWording

/// Two streets of a kilometre that cross, one relay on the first, one too far; names that try to
/// be markup.
enum SampleTown {
  static let hostileStreet = "<script>alert(1)</script>"
  static let hostileRelay = "\"><img src=x onerror=alert(1)>"

  static func material(relays: Bool = true) throws -> ReportMaterial {
    var town = Town()
    town.street("a", "w", "m", [(0, 500), (500, 500)], name: "Rue de l’Église")
    town.street("b", "m", "e", [(500, 500), (1000, 500)], name: "Rue de l’Église")
    town.street("c", "s", "m", [(500, 0), (500, 500)], name: hostileStreet)
    town.street("d", "m", "n", [(500, 500), (500, 1000)], name: hostileStreet)
    town.street("e", "n", "x", [(500, 1000), (800, 1000)], isDemand: false)
    let facilities =
      relays
      ? [
        Facility(
          id: "r1", name: hostileRelay, kind: .known(.shop), position: Position(x: 100, y: 505)),
        Facility(
          id: "r2", name: "Chez Loin", kind: .known(.shop), position: Position(x: 900, y: 900)),
      ] : []
    var analysis = CoverageAnalysis(
      network: NetworkBuilder.network(of: town.sections), facilities: facilities,
      parameters: try AnalysisParameters(budgets: [300, 150]))
    let ring = [(-10, -10), (1010, -10), (1010, 1010), (-10, 1010), (-10, -10)]
      .map { Position(x: Double($0.0), y: Double($0.1)) }
    let area = MultiPolygon([Polygon(shell: ring)])
    analysis.studyArea = Area(id: "99999", name: "Exemple", shape: area)
    analysis.districts = [Area(id: "d", name: "Centre & marché", shape: area)]
    return ReportMaterial(
      territory: "Exemple", insee: "99999", result: analysis.run(.everything),
      missing: [.schools], credits: ["© les contributeurs d’OpenStreetMap"],
      date: CalendarDay("2026-03-01"),
      generator: "Relais 0")
  }

  static func page(_ language: Language = .french, relays: Bool = true) throws -> String {
    String(
      decoding: ReportFormat.council.file(of: try material(relays: relays), in: language),
      as: UTF8.self)
  }
}
