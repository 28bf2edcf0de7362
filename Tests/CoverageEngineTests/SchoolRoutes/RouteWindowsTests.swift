import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// Ways to school in the hour they are walked in, and what of them may be told.
@Suite struct RouteWindowsTests {
  private let windows = [
    ("morning", "Mo-Fr 07:45-08:30"), ("evening", "Mo-Fr 17:45-18:30"),
  ]

  /// Hours of the random relays, in turn: open in both, in one, in the other, unknown.
  private let hours = ["Mo-Fr 07:00-19:00", "Mo-Fr 07:00-12:00", "Mo-Fr 14:00-19:00", nil]

  private func timed(_ routes: RouteTown, _ hours: [String?]) throws -> RoutePlanner {
    let calendar = FrenchCalendar(department: "54", zone: nil)
    var analysis = CoverageAnalysis(
      network: routes.planner.network, facilities: routes.result.facilities,
      parameters: routes.planner.parameters)
    for index in analysis.facilities.indices {
      analysis.facilities[index].openingHours = hours[index % hours.count]
    }
    analysis.calendar = calendar
    analysis.times = TimeQuestion(
      windows: try windows.map { try #require(SchoolRunWindow(name: $0.0, parsing: $0.1)) },
      period: SchoolPeriod(
        first: try #require(CalendarDay("2026-11-02")),
        last: try #require(CalendarDay("2026-11-29"))
      ), calendar: calendar)
    let result = analysis.run(.everything)
    var planner = RoutePlanner(
      result, schools: routes.planner.schools, homes: routes.planner.homes)
    planner.windows = RouteWindows(result)
    return planner
  }

  /// 1,000 m to school; relays at 200 and 700 m cover 100 m each way.
  @Test func aWayIsCoveredByTheRelaysOpenWhenItIsWalked() throws {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (1000, 0)], name: "rue A")
    let routes = try RouteTown(
      town, relays: [(200, 0), (700, 0)], schools: [(1000, 0)], homes: [(0, 0), (500, 0)],
      budget: 100)
    var planner = try timed(routes, ["Mo-Fr 07:00-12:00", nil])
    planner.leastHomes = 1
    let plan = planner.plan()
    #expect(plan.windows.map(\.name) == ["morning", "evening"])
    let figures = plan.figures[0]
    let unit = Int128(Children.unit)
    #expect(figures.coveredChildMillimetres == 600_000 * unit)
    let morning = figures.windows[0]
    // Of 0…1000 and 500…1000: 100…300 by the first relay alone, 600…800 twice if the other opens.
    #expect(morning.certain.coveredChildMillimetres == 200_000 * unit)
    #expect(morning.possible.coveredChildMillimetres == 600_000 * unit)
    #expect(morning.certain.exposed == Children(2))
    #expect(morning.possible.exposed == Children.zero)
    #expect(morning.certain.longest == Length(metres: 700))
    #expect(morning.possible.longest == Length(metres: 300))
    let evening = figures.windows[1]
    #expect(evening.certain.coveredChildMillimetres == 0)
    #expect(evening.certain.longest == Length(metres: 1000))
    #expect(evening.possible.coveredChildMillimetres == 400_000 * unit)
    #expect(figures.coveredShare(evening.possible) == 400.0 / 1500)
  }

  @Test func withoutHoursThereIsNothingToTell() throws {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (1000, 0)])
    let routes = try RouteTown(
      town, relays: [(200, 0)], schools: [(1000, 0)], homes: [(0, 0)], budget: 100)
    let plan = try timed(routes, [nil]).plan()
    #expect(plan.windows.isEmpty)
    #expect(plan.figures[0].windows.isEmpty)
  }

  /// The same figures as a run in which the relays that are closed do not exist.
  @Test(arguments: 0..<80 as Range<UInt64>)
  func aWindowIsARunWithItsOpenRelaysAlone(seed: UInt64) throws {
    let routes = try RouteTown(seed: seed)
    var planner = try timed(routes, Array(hours[Int(seed % 4)...] + hours[..<Int(seed % 4)]))
    planner.leastHomes = Int(seed % 3) + 1
    let plan = planner.plan()
    let result = routes.result
    let shift = Int(seed % 4)
    let isOpen: [[(Int) -> Bool]] = [
      [{ [0, 1].contains($0) }, { [0, 1, 3].contains($0) }],
      [{ [0, 2].contains($0) }, { [0, 2, 3].contains($0) }],
    ]
    for window in plan.windows.indices {
      for bound in 0..<2 {
        var analysis = CoverageAnalysis(
          network: planner.network, facilities: [], parameters: planner.parameters)
        analysis.facilities = result.facilities.enumerated()
          .filter { isOpen[window][bound](($0.offset + shift) % 4) }.map(\.element)
        var alone = RoutePlanner(
          analysis.run(.everything), schools: planner.schools, homes: planner.homes)
        alone.leastHomes = planner.leastHomes
        let expected = alone.plan().figures
        for school in plan.figures.indices where plan.figures[school].homes > 0 {
          let found = plan.figures[school].windows[window]
          #expect(
            (bound == 0 ? found.certain : found.possible) == expected[school].exposure,
            "seed \(seed), window \(window), bound \(bound), school \(school)")
        }
      }
    }
    // The ways themselves and all other figures are those of all relays.
    let all = RoutePlanner(
      routes.result, schools: planner.schools, homes: planner.homes
    ).plan()
    #expect(plan.routes == all.routes, "seed \(seed)")
    #expect(
      plan.figures.map(\.coveredChildMillimetres) == all.figures.map(\.coveredChildMillimetres))
  }

  // MARK: What may be told

  @Test func aRunIsToldOnlyAsFarOutAsEnoughHomesWalkIt() throws {
    var town = Town()
    town.street("a", "w", "c", [(0, 0), (600, 0)], name: "rue A")
    town.street("b", "c", "e", [(600, 0), (1000, 0)], name: "rue B")
    var planner = try RouteTown(
      town, relays: [(1000, 0)], schools: [(1000, 0)],
      homes: [(0, 0), (400, 0), (500, 0), (850, 0)], budget: 50
    ).planner
    func longest(_ least: Int) -> Double? {
      planner.leastHomes = least
      return planner.plan().figures[0].longest?.length.metres
    }
    #expect(longest(1) == 950)
    #expect(longest(2) == 550)
    #expect(longest(3) == 450)
    #expect(longest(4) == 100)
    #expect(longest(5) == nil)
    planner.isThorough = true
    #expect(longest(3) == 450)
    #expect(planner.plan().figures[0].longest?.street == "rue B")
  }

  /// Every millimetre of every way, and how many homes walk it.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func theLongestRunIsThatOfTheMillimetresEnoughHomesWalk(seed: UInt64) throws {
    var planner = try RouteTown(seed: seed).planner
    planner.leastHomes = Int(seed % 4) + 1
    let plan = planner.plan()
    let network = planner.network
    for (school, routes) in plan.routes.enumerated() {
      var tree = RouteTree(network, planner.coverage)
      tree.grow(
        to: SchoolEntrances(
          [school], snaps: plan.doors, countsConnector: planner.parameters.countsConnector))
      var ways: [[[Int]]] = []
      var walkers: [[Int]: Int] = [:]
      for route in routes where route.walk != nil {
        let snap = try #require(plan.homeSnaps[route.home])
        let found = tree.departure(from: snap.edge, at: snap.offset.millimetres)
        var way: [[Int]] = []
        tree.forEachStep(of: try #require(found)) { step in
          let isForward = step.from <= step.to
          let low = Int(min(step.from, step.to))
          let units = Array(low..<low + Int(abs(step.to - step.from)))
          for at in isForward ? units : units.reversed() {
            way.append([step.edge.position, at, isForward ? 1 : 0])
          }
        }
        for unit in way { walkers[unit, default: 0] += 1 }
        ways.append(way)
      }
      let isCovered = (0..<network.edgeCount).map { planner.coverage.set(of: $0, in: network) }
      var longest = 0
      for way in ways {
        var run = 0
        for unit in way {
          let isOpen =
            (walkers[unit] ?? 0) >= planner.leastHomes
            && !isCovered[unit[0]].portions.contains {
              $0.from <= Int64(unit[1]) && Int64(unit[1]) < $0.to
            }
          run = isOpen ? run + 1 : 0
          longest = max(longest, run)
        }
      }
      let found = plan.figures[school].longest
      #expect((found?.length.millimetres ?? 0) == longest, "seed \(seed), school \(school)")
      if let found {
        #expect(found.pieces.reduce(.zero) { $0 + $1.length } == found.length)
      }
    }
  }
}
