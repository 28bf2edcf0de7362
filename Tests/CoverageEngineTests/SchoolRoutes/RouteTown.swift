import RelaisGeo
import RelaisTestSupport

@testable import CoverageEngine

/// A town with relays, schools and homes, planned as a run plans it.
struct RouteTown {
  var planner: RoutePlanner
  var result: AnalysisResult

  init(
    _ town: Town, relays: [(Double, Double)], schools: [(Double, Double)],
    homes: [(Double, Double)], budget: Double, maximumSnap: Double = 60,
    countsConnector: Bool = true
  ) throws {
    result = try CoverageAnalysis(
      town: town, relays: relays, budgets: [budget], maximumSnap: maximumSnap,
      countsConnector: countsConnector
    ).run(.everything)
    planner = RoutePlanner(
      result,
      schools: schools.enumerated().map {
        School(id: "S\($0.offset)", position: Position(x: $0.element.0, y: $0.element.1))
      },
      homes: homes.enumerated().map {
        Home(
          id: "H\($0.offset)", position: Position(x: $0.element.0, y: $0.element.1),
          street: "h\($0.offset)")
      })
  }

  /// A random one; the seed is what a failure prints.
  init(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let town = Town.random(&random)
    func places(_ range: ClosedRange<Int>) -> [(Double, Double)] {
      (0..<Int.random(in: range, using: &random)).map { _ in
        // Whole metres now and then, so that places share a snap and ties come about.
        let isWhole = Bool.random(using: &random)
        func coordinate() -> Double {
          let value = Double(Int.random(in: -1000...13_000, using: &random)) / 1000
          return isWhole ? value.rounded() : value
        }
        return (coordinate(), coordinate())
      }
    }
    try self.init(
      town, relays: places(0...3), schools: places(1...4), homes: places(1...8),
      budget: Double(Int.random(in: 1...9000, using: &random)) / 1000, maximumSnap: 2,
      countsConnector: Bool.random(using: &random))
  }

  var walker: RouteWalker {
    RouteWalker(
      planner.network, planner.coverage, countsConnector: planner.parameters.countsConnector)
  }
}

extension SchoolRoute.Walk {
  /// The same figures as the oracle gives them.
  var figures: RouteWalker.Walk {
    RouteWalker.Walk(
      length: length.millimetres, uncovered: uncovered.millimetres,
      longest: longestUncovered.millimetres)
  }
}

extension RoutePlan {
  /// The school a home goes to and its route, by home.
  var byHome: [(school: Int, route: SchoolRoute)?] {
    var result = [(school: Int, route: SchoolRoute)?](repeating: nil, count: homes.count)
    for (school, routes) in routes.enumerated() {
      for route in routes { result[route.home] = (school, route) }
    }
    return result
  }
}
