import RelaisGeo
import RelaisReports
import RelaisTestSupport

@testable import CoverageEngine

/// A town that has more of everything than a page holds, under long names: 20 districts, 40 schools, 64
/// relays, the standard windows, six budgets, three years of quarters.
enum CrowdedTown {
  static let size = 22

  static func material() throws -> ReportMaterial {
    var town = Town()
    for row in 0...size {
      for column in 0...size {
        let (x, y) = (Double(column) * 100, Double(row) * 100)
        if column < size {
          town.street(
            "h\(row)-\(column)", "\(row)-\(column)", "\(row)-\(column + 1)",
            [(x, y), (x + 100, y)],
            name: "Boulevard du Maréchal-Antoine-de-Saint-Rémy \(row)")
        }
        if row < size {
          town.street(
            "v\(row)-\(column)", "\(row)-\(column)", "\(row + 1)-\(column)",
            [(x, y), (x, y + 100)],
            name: "Avenue des Combattants-d’Afrique-du-Nord \(column)")
        }
      }
    }
    var random = SeededRandom(seed: 6)
    func place() -> Position {
      Position(
        x: Double.random(in: 0...Double(size) * 100, using: &random),
        y: Double.random(in: 0...Double(size) * 100, using: &random))
    }
    let hours = ["Mo-Fr 08:00-12:00,14:00-19:00", nil, "Mo-Sa 09:00-19:30", "We,Sa 10:00-18:00"]
    let facilities = (0..<64).map { number in
      Facility(
        id: "r\(number)", name: "Pharmacie et parapharmacie de la Grande-Rue nº \(number)",
        kind: .known(.shop), position: place(), openingHours: hours[number % hours.count])
    }
    var analysis = CoverageAnalysis(
      network: town.network, facilities: facilities,
      parameters: try AnalysisParameters(budgets: [150, 200, 250, 300, 400, 500]))
    func square(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> MultiPolygon {
      MultiPolygon([
        Polygon(
          shell: [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)].map {
            Position(x: $0.0, y: $0.1)
          })
      ])
    }
    let side = Double(size) * 100
    analysis.studyArea = Area(
      id: "99999", name: "Exemple", shape: square(-5, -5, side + 10, side + 10))
    analysis.districts = (0..<20).map { number in
      Area(
        id: "d\(number)", name: "Faubourg Saint-Jean – Rives du canal de l’Est \(number)",
        shape: square(
          Double(number % 5) * side / 5, Double(number / 5) * side / 4, side / 5, side / 4))
    }
    analysis.calendar = FrenchCalendar(department: "54", zone: .b)
    analysis.times = TimeQuestion(calendar: analysis.calendar)
    let result = analysis.run(.everything)
    let schools = (0..<40).map { number in
      School(
        id: "s\(number)", name: "École élémentaire publique Geneviève-Anthonioz \(number)",
        levels: SchoolLevels([.elementary]), position: place())
    }
    let homes = (0..<900).map { Home(id: "h\($0)", position: place()) }
    let planner = RoutePlanner(result, schools: schools, homes: homes)
    let candidates = (0..<40).map {
      Candidate(Facility(id: "c\($0)", name: "Commerce \($0)", position: place()))
    }
    var prospection = Prospection(
      network: result.network, facilities: facilities, candidates: candidates,
      parameters: result.parameters)
    prospection.tellsEveryBudget = true
    var material = ReportMaterial(
      territory: "Saint-Quelque-Chose-sur-la-Longue-Rivière", insee: "99999", result: result,
      routes: planner.plan(),
      prospection: prospection.run(count: 10), credits: ["© les contributeurs d’OpenStreetMap"],
      date: CalendarDay("2026-03-01"), generator: "Relais 0")
    material.costs = Costs()
    material.trend = trend(result)
    return material
  }

  /// As if two of the relays had come since the last run, and a street had.
  private static func trend(_ result: AnalysisResult) -> Trend {
    let now = result.summaries.mapValues(Trend.Figures.init)
    func figures(_ percent: Int64) -> PerBudget<Trend.Figures> {
      now.mapValues {
        Trend.Figures(
          budget: $0.budget, streets: $0.streets,
          covered: Length(millimetres: $0.covered.millimetres * percent / 100))
      }
    }
    let days = (0...12).compactMap {
      CalendarDay(year: 2023 + $0 / 4, month: $0 % 4 * 3 + 1, day: 1)
    }
    return Trend(
      points: days.enumerated().map { index, day in
        .init(
          day: day, relays: 52 + index, attached: 52 + index,
          figures: figures(Int64(64 + index * 3)))
      },
      change: CoverageChange(
        since: days[11], run: nil,
        effects: PerBudget(now.budgets) {
          .init(recorded: figures(96)[$0], then: figures(97)[$0], now: now[$0])
        }, joined: Array(result.facilities.prefix(2)), left: [], moved: [],
        stretches: now.mapValues { _ in [] }),
      streetChanges: StreetChanges(
        since: days[11], then: now.main.streets, now: now.main.streets,
        stretches: StreetChanges.Stretch.Kind.allCases.map {
          .init(
            kind: $0, street: "rue Neuve", length: now.main.streets,
            lines: [[Position(x: 0, y: 0), Position(x: 1, y: 0)]])
        }, redrawn: .zero))
  }
}
