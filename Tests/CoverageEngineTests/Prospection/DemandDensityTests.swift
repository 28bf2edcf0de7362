import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// What streets count for in a prospection.
@Suite struct DemandDensityTests {
  private func area(_ minX: Double, _ maxX: Double) -> Area {
    let corners = [(minX, -50.0), (maxX, -50), (maxX, 50), (minX, 50), (minX, -50)]
    return Area(
      id: "q", name: "q",
      shape: MultiPolygon([
        Polygon(shell: corners.map { Position(x: $0.0, y: $0.1) }, holes: [])
      ]))
  }

  private func candidate(_ x: Double, _ hours: String? = nil) -> Candidate {
    Candidate(Facility(id: "C\(x)", position: Position(x: x, y: 0), openingHours: hours))
  }

  private func street(weight: Double = 1) -> Town {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (1000, 0)], name: "rue A", weight: weight)
    return town
  }

  private func flow(_ from: Double, _ to: Double, children: Double) -> SchoolFlow {
    SchoolFlow(
      school: 0,
      interval: EdgeInterval(
        edge: EdgeID(0), from: Length(metres: from), to: Length(metres: to)),
      children: Children(millionths: Int64(children * 1_000_000)), homes: 20)
  }

  private func run(
    _ town: Town, _ profile: DemandProfile, flows: [SchoolFlow] = [], areas: [Area] = [],
    candidates: [Candidate]
  ) throws -> (ProspectionResult, metres: (Int64) -> Double) {
    let network = town.network
    var prospection = Prospection(
      network: network, facilities: [], candidates: candidates,
      parameters: try AnalysisParameters(budgets: [100]))
    prospection.density = DemandDensity(network, profile, flows: flows, priorityAreas: areas)
    let result = prospection.run(count: 1)
    return (result, { result.problem.unit.metres($0) })
  }

  @Test func aPriorityAreaCountsMoreUpToItsBorder() throws {
    let (result, metres) = try run(
      street(weight: 3), DemandProfile(priority: 2), areas: [area(450, 550), area(500, 560)],
      candidates: [candidate(400), candidate(500), candidate(900)])
    // 300…500: 150 m × 3 and 50 m × 6; 400…600: 90 m × 3 and 110 m × 6, what lies in two areas once.
    #expect(result.list.gains.map(metres) == [750, 930, 600])
    #expect(metres(result.problem.demand) == 3330)
    #expect(result.list.recruits.map(\.candidate) == [1])
  }

  @Test func childrenCountWhereTheyWalk() throws {
    let flows = [flow(0, 150, children: 12.5), flow(150, 250, children: 40)]
    let profile = DemandProfile(street: 1, children: 0.1, priority: 1)
    let candidates = [candidate(100), candidate(700)]
    let (mixed, metres) = try run(street(), profile, flows: flows, candidates: candidates)
    // 0…200: 200 m, then 150 m × 1.25 and 50 m × 4.
    #expect(mixed.list.gains.map(metres) == [587.5, 200])
    // 150 m × 12.5 and 50 m × 40; in all another 50 m × 40.
    let (children, childMetres) = try run(
      street(), .children, flows: flows, candidates: candidates)
    #expect(children.list.gains.map(childMetres) == [3875, 0])
    #expect(childMetres(children.problem.demand) == 5875)
    // A factor of nothing leaves the area out.
    let (without, _) = try run(
      street(), DemandProfile(priority: 0), areas: [area(0, 1000)], candidates: candidates)
    #expect(without.list.recruits.isEmpty)
  }

  @Test func theUsualProfileIsTheStreetsThemselves() throws {
    let candidates = [candidate(100), candidate(700)]
    let network = street(weight: 1.25).network
    var prospection = Prospection(
      network: network, facilities: [], candidates: candidates,
      parameters: try AnalysisParameters(budgets: [100]))
    let plain = prospection.run(count: 1)
    prospection.density = DemandDensity(
      network, .streets, flows: [flow(0, 500, children: 9)], priorityAreas: [area(0, 500)])
    let same = prospection.run(count: 1)
    #expect(plain.list.gains == same.list.gains)
    #expect(plain.problem.unit == same.problem.unit)
    #expect(plain.problem.demand == same.problem.demand)
    #expect(DemandDensity(street().network, .streets).isPlain)
  }

  /// A sum over every millimetre.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func gainsAreSumsOverMillimetres(seed: UInt64) throws {
    var random = SeededRandom(seed: seed &+ 400)
    let town = Town.random(&random)
    let network = town.network
    let flows = (0..<network.edgeCount).flatMap { edge -> [SchoolFlow] in
      let length = Int64(network.lengths[edge])
      guard length > 1, Bool.random(using: &random) else { return [] }
      let cut = Int64.random(in: 1..<length, using: &random)
      return [(Int64(0), cut), (cut, length)].map {
        SchoolFlow(
          school: 0,
          interval: EdgeInterval(
            edge: EdgeID(edge), from: Length(millimetres: $0.0), to: Length(millimetres: $0.1)),
          children: Children(Int.random(in: 0...30, using: &random)), homes: 20)
      }
    }
    let profile = DemandProfile(street: 0.5, children: 0.25, priority: 3)
    let areas = [area(2.5, 7.25), area(6, 9)]
    let candidates = (0..<3).map { _ in
      candidate(Double(Int.random(in: 0...12, using: &random)))
    }
    var prospection = Prospection(
      network: network, facilities: [], candidates: candidates,
      parameters: try AnalysisParameters(
        budgets: [Double(Int.random(in: 1...9000, using: &random)) / 1000], maximumSnap: 12))
    let density = DemandDensity(network, profile, flows: flows, priorityAreas: areas)
    prospection.density = density
    let result = prospection.run(count: 2)
    let clips = areas.map { AreaClip(network, $0.shape) }
    for (index, candidate) in candidates.enumerated() {
      let reach = ServiceArea.areas(
        network,
        snaps: Snapper(network).snaps(
          of: [candidate.place.position], within: prospection.parameters.maximumSnap),
        budgets: Budgets(prospection.parameters.mainBudget), countsConnector: true)
      var sum = 0.0
      for piece in reach.flatMap(\.main.pieces) where network.isDemand[piece.edge.position] {
        let edge = piece.edge.position
        for at in piece.from.millimetres..<piece.to.millimetres {
          let children = flows.first {
            $0.interval.edge == piece.edge && $0.interval.from.millimetres <= at
              && at < $0.interval.to.millimetres
          }?.children.number
          let isInside = clips.contains {
            $0.set(of: edge, length: Int64(network.lengths[edge])).portions.contains {
              $0.from <= at && at < $0.to
            }
          }
          sum +=
            (0.5 * network.weight(of: piece.edge) + 0.25 * (children ?? 0)) * (isInside ? 3 : 1)
        }
      }
      // Every weight is a quarter or a multiple of it: exact in the unit.
      #expect(
        abs(result.problem.unit.metres(result.list.gains[index]) - sum / 1000) < 1e-9,
        "seed \(seed)")
    }
    #expect(result.problem.unit.decimals >= 3)
  }

  // MARK: Windows

  @Test func inAWindowOnlyWhoIsOpenCountsAndTheOtherBoundIsTold() throws {
    let network = street().network
    var prospection = Prospection(
      network: network,
      facilities: [
        Facility(id: "R", position: Position(x: 100, y: 0), openingHours: "Mo-Fr 10:00-19:00"),
        Facility(id: "U", position: Position(x: 300, y: 0)),
      ],
      candidates: [
        candidate(150, "Mo-Fr 07:00-12:00"), candidate(800, "Mo-Fr 10:00-12:00"), candidate(600),
        candidate(400, "24/7"),
      ], parameters: try AnalysisParameters(budgets: [100]))
    prospection.calendar = FrenchCalendar(department: "54", zone: nil)
    prospection.moment = .instant(try #require(LocalInstant(parsing: "2026-11-23T08:00")))
    let result = prospection.run(count: 4)
    // Nobody is open for certain but the first and the last: 50…250 and 300…500.
    #expect(result.list.gains == [200_000, 0, 0, 200_000])
    #expect(result.list.recruits.map(\.candidate) == [0, 3])
    #expect(result.problem.open == 1_000_000)
    let inTime = try #require(result.inTime)
    #expect(inTime.relays.states == [.closed, .unknown])
    #expect(inTime.candidates.states == [.open, .closed, .unknown, .open])
    // With U open, 200…400 is covered before: the list adds 50…200 and 400…500.
    #expect(inTime.ifOpen == .init(coveredBefore: 200_000, objective: 250_000))
    #expect(inTime.ifClosed == .init(coveredBefore: 0, objective: 400_000))
    #expect(inTime.isPresumed.allSatisfy { !$0 })
    // Attached all the same.
    #expect(result.problem.snaps.allSatisfy { $0 != nil })
  }

  @Test func inAWindowAKindUsuallyOpenThenCountsWithoutHours() throws {
    var restaurant = candidate(800)
    restaurant.usuallyOpensAtSchoolHours = false
    var prospection = Prospection(
      network: street().network, facilities: [Facility(id: "U", position: Position(x: 50, y: 0))],
      candidates: [
        candidate(100), restaurant, candidate(500, "Mo-Fr 07:00-12:00"),
        candidate(600, "Mo-Fr 12:00-19:00"), candidate(300, "nonsense"),
      ], parameters: try AnalysisParameters(budgets: [100]))
    let morning = try #require(SchoolRunWindow(name: "matin", parsing: "Mo-Fr 07:45-08:30"))
    let first = try #require(CalendarDay("2026-11-02"))
    let last = try #require(CalendarDay("2026-11-29"))
    prospection.moment = .window(
      morning, try #require(SchoolPeriod(first: first, last: last)))
    prospection.calendar = FrenchCalendar(department: "54", zone: nil)
    let result = prospection.run(count: 5)
    // 0…200 and 200…400 by kind, 400…600 by its hours; the relay of unknown hours covers nothing.
    #expect(result.list.gains == [200_000, 0, 200_000, 0, 200_000])
    let inTime = try #require(result.inTime)
    #expect(inTime.isPresumed == [true, false, false, false, true])
    // The relay covers 0…150 if it is open.
    #expect(inTime.ifOpen == .init(coveredBefore: 150_000, objective: 450_000))
    #expect(inTime.ifClosed == .init(coveredBefore: 0, objective: 200_000))
  }
}
