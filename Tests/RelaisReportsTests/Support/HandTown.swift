import CoverageEngine
import RelaisGeo
import RelaisReports
import RelaisTestSupport

/// A town whose every figure can be worked out by hand: 500 m of street, one relay.
///
/// ```
///                          n (200, 100)
///                          |
///                          |  Rue B, 100 m
///                          |
///   w (0, 0) ----R0--------m (200, 0)----------- e (400, 0)
///             Rue A, 200 m            Rue A, 200 m
/// ```
///
/// The relay stands on Rue A at (100, 0). Within 150 m it covers Rue A up to 250 m from its western
/// end and Rue B up to 50 m from the crossing: 300 m, three fifths. Two gaps are left, 150 m of Rue A
/// and 50 m of Rue B. Within 300 m it covers everything, the eastern end just so. A circle of 150 m
/// also holds all of Rue B, whose end is 141 m away as the crow flies: 350 m.
///
/// West of x = 150 lie 150 m of street, all covered; east of it 350 m, of them 150 m covered.
enum HandTown {
  static let relay = Facility(
    id: "R0", name: "Chez Anne", kind: .known(.shop), position: Position(x: 100, y: 0))

  static var town: Town {
    var town = Town()
    town.street("a1", "w", "m", [(0, 0), (200, 0)], name: "Rue A")
    town.street("a2", "m", "e", [(200, 0), (400, 0)], name: "Rue A")
    town.street("b", "m", "n", [(200, 0), (200, 100)], name: "Rue B")
    return town
  }

  static func box(_ minX: Double, _ minY: Double, _ maxX: Double, _ maxY: Double) -> MultiPolygon {
    let corners = [(minX, minY), (maxX, minY), (maxX, maxY), (minX, maxY), (minX, minY)]
    return MultiPolygon([Polygon(shell: corners.map { Position(x: $0.0, y: $0.1) })])
  }

  static func analysis(
    relays: [Facility] = [relay], budgets: [Double] = [150, 300]
  ) throws -> CoverageAnalysis {
    var analysis = CoverageAnalysis(
      network: town.network, facilities: relays,
      parameters: try AnalysisParameters(budgets: budgets))
    analysis.districts = [
      Area(id: "ouest", name: "Ouest", shape: box(-10, -10, 150, 110)),
      Area(id: "est", name: "Est", shape: box(150, -10, 410, 110)),
    ]
    return analysis
  }

  static func result(
    relays: [Facility] = [relay], budgets: [Double] = [150, 300]
  ) throws -> AnalysisResult {
    try analysis(relays: relays, budgets: budgets).run(.everything)
  }

  /// With the relay open on weekdays from 7:30 to 12:30, over a school year of zone B.
  static func resultInTime(_ hours: String? = "Mo-Fr 07:30-12:30") throws -> AnalysisResult {
    var open = relay
    open.openingHours = hours
    var analysis = try analysis(relays: [open])
    analysis.calendar = FrenchCalendar(department: "54", zone: .b)
    analysis.times = TimeQuestion(calendar: analysis.calendar)
    return analysis.run(.everything)
  }

  /// A school at the western end, and homes at the eastern one, each 400 m from it and 150 m of that
  /// uncovered.
  static func routes(_ result: AnalysisResult, homes: Int) -> RoutePlan {
    RoutePlanner(
      result,
      schools: [School(id: "S1", name: "École A", position: Position(x: 0, y: 0))],
      homes: (0..<homes).map { Home(id: "H\($0)", position: Position(x: 400, y: 0)) }
    ).plan()
  }

  /// A pharmacy that would cover the gap of Rue A, 150 m, and a library that would cover that of
  /// Rue B, 50 m.
  static let candidates = [
    Candidate(
      Facility(id: "C1", name: "Pharmacie", kind: .known(.shop), position: Position(x: 300, y: 0)),
      address: PostalAddress(street: "3 rue A")),
    Candidate(
      Facility(
        id: "C2", name: "Librairie", kind: .known(.shop), position: Position(x: 200, y: 100)),
      address: PostalAddress(street: "9 rue B")),
  ]

  static func prospection(_ result: AnalysisResult, count: Int = 2) -> ProspectionResult {
    Prospection(
      network: result.network, facilities: result.facilities, candidates: candidates,
      parameters: result.parameters
    ).run(count: count)
  }

  /// Visits that start at the crossing.
  static func visits(_ result: AnalysisResult) -> VisitPlan {
    VisitPlan(
      prospection(result), result, routes: nil, times: nil,
      starts: [VisitStart(.townHall, name: "Mairie", position: Position(x: 200, y: 0))],
      parameters: VisitParameters())
  }

  static func material(homes: Int = 12) throws -> ReportMaterial {
    let result = try result()
    return ReportMaterial(
      territory: "Nancy", insee: "54395", result: result, routes: routes(result, homes: homes),
      prospection: prospection(result), visits: visits(result), date: CalendarDay("2026-03-01"),
      generator: "Relais 0")
  }
}
