import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine
@testable import Covering

/// Reasons and rounds on towns worked by hand, and reasons against the prospection's own gains.
@Suite struct VisitPlanTests {
  /// A cross: rue A from west (0) to east (1000), rue B north from its middle (500, 0) to 400; a relay
  /// covers 0…200 of rue A at 100 m. Doors: C0 at 700 on rue A, C1 at 720, C2 on rue B at 300.
  private func town() -> Town {
    var town = Town()
    town.street("a", "w", "m", [(0, 0), (500, 0)], name: "rue A")
    town.street("b", "m", "e", [(500, 0), (1000, 0)], name: "rue A")
    town.street("c", "m", "n", [(500, 0), (500, 400)], name: "rue B")
    return town
  }

  private func plan(
    _ candidates: [Candidate], count: Int, start: VisitStart? = nil,
    parameters: VisitParameters = VisitParameters(), hasTimes: Bool = false,
    schools: [School] = [], homes: [Home] = []
  ) throws -> (plan: VisitPlan, result: AnalysisResult) {
    let analysis = try CoverageAnalysis(town: town(), relays: [(100, 0)], budgets: [100])
    let result = analysis.run(.everything)
    let prospection = Prospection(
      network: result.network, facilities: result.facilities, candidates: candidates,
      parameters: result.parameters
    ).run(count: count)
    let calendar = FrenchCalendar()
    let routes =
      schools.isEmpty ? nil : RoutePlanner(result, schools: schools, homes: homes).plan()
    return (
      VisitPlan(
        prospection, result, routes: routes,
        times: hasTimes ? (TimeQuestion(calendar: calendar), calendar) : nil,
        starts: start.map { [$0] } ?? [],
        parameters: parameters), result
    )
  }

  private func door(_ id: String, _ x: Double, _ y: Double, _ hours: String? = nil) -> Candidate {
    Candidate(Facility(id: id, position: Position(x: x, y: y), openingHours: hours))
  }

  private var doors: [Candidate] {
    [door("C0", 700, 0), door("C1", 720, 0), door("C2", 500, 300)]
  }

  @Test func reasonsAreThoseWorkedByHand() throws {
    let (plan, result) = try plan(doors, count: 2)
    // C0 covers 600…800 of rue A, C2 200…400 of rue B, to its very end.
    #expect(plan.picks.map(\.candidate) == [0, 2])
    let first = plan.reasons(of: 0)
    #expect(first.newlyCovered == Length(metres: 200))
    #expect(first.streets == [.init(name: "rue A", length: Length(metres: 200))])
    #expect(first.schools.isEmpty)
    #expect(first.opening == nil)
    // Gaps are 200…1000 of rue A and all of rue B: both only shortened.
    #expect(result.gaps.map(\.length) == [Length(metres: 800), Length(metres: 400)])
    #expect(first.gaps == [.init(gap: 0, covered: Length(metres: 200), isClosed: false)])
    #expect(
      plan.reasons(of: 2).gaps == [.init(gap: 1, covered: Length(metres: 200), isClosed: false)])
    // C1 makes up for 180 of C0's 200 m.
    #expect(plan.picks[0].lost == 200_000)
    #expect(
      plan.picks[0].alternatives == [.init(candidate: 1, regained: 180_000, gain: 200_000)])
    #expect(plan.picks[1].alternatives.isEmpty)
  }

  @Test func aGapThatIsWhollyCoveredIsClosed() throws {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (150, 0)], name: "rue A")
    let analysis = try CoverageAnalysis(town: town, relays: [(0, 0)], budgets: [100])
    let result = analysis.run(.everything)
    let prospection = Prospection(
      network: result.network, facilities: result.facilities, candidates: [door("C", 150, 0)],
      parameters: result.parameters
    ).run(count: 1)
    let plan = VisitPlan(
      prospection, result, routes: nil, times: nil, starts: [], parameters: VisitParameters())
    #expect(
      plan.reasons(of: 0).gaps == [.init(gap: 0, covered: Length(metres: 50), isClosed: true)])
  }

  @Test func childrenOnTheWayAreToldFromElevenHomesOn() throws {
    // School at the south end of rue B; homes at rue A's east end walk 1000…500.
    let school = School(
      id: "S", name: "École", levels: [], position: Position(x: 500, y: 0),
      entrances: [Position(x: 500, y: 0)])
    func homes(_ count: Int) -> [Home] {
      (0..<count).map { Home(id: "H\($0)", position: Position(x: 1000, y: 0)) }
    }
    let known = try plan(doors, count: 1, schools: [school], homes: homes(11)).plan
    let reasons = known.reasons(of: 0)
    #expect(reasons.onSchoolRoutes == Length(metres: 200))
    #expect(
      reasons.schools == [
        .init(school: 0, length: Length(metres: 200), children: Children(11), homes: 11)
      ])
    let few = try plan(doors, count: 1, schools: [school], homes: homes(10)).plan
    #expect(few.reasons(of: 0).schools.isEmpty)
    #expect(few.reasons(of: 0).onSchoolRoutes == .zero)
  }

  @Test func openingIsToldByWindowAndDay() throws {
    let plan = try plan(
      [door("C0", 700, 0, "Mo-Fr 07:30-19:30"), door("C1", 500, 300)], count: 2, hasTimes: true
    ).plan
    let known = try #require(plan.reasons(of: 0).opening)
    #expect(known.isKnown)
    let states = Dictionary(
      uniqueKeysWithValues: zip(plan.windows.map(\.name), known.states))
    #expect(states["morning"] == .open)
    #expect(states["evening"] == .open)
    #expect(states["saturday"] == .closed)
    #expect(known.week.map(\.open) == Array(repeating: [450..<1170], count: 5) + [[], []])
    let unknown = try #require(plan.reasons(of: 1).opening)
    #expect(!unknown.isKnown)
    #expect(Set(unknown.states) == [.unknown])
    #expect(unknown.week.isEmpty)
  }

  @Test func aRoundIsWalkedAlongTheStreets() throws {
    let start = VisitStart(.configured, name: "here", position: Position(x: 500, y: 0))
    let plan = try plan(doors, count: 2, start: start).plan
    let rounds = try #require(plan.rounds)
    #expect(rounds.beyond.isEmpty)
    #expect(rounds.rounds.count == 1)
    let round = rounds.rounds[0]
    // 200 m to C0, 20 m on to C1, which is not on the list, 520 m to C2, 300 m back; the lower door first.
    #expect(round.stops.map(\.candidate) == [0, 1, 2])
    #expect(round.stops.map(\.pick) == [0, nil, 1])
    #expect(
      round.stops.map(\.way.length) == [
        Length(metres: 200), Length(metres: 20), Length(metres: 520),
      ])
    #expect(round.back.length == Length(metres: 300))
    #expect(round.walk == Length(metres: 1040))
    #expect(
      round.stops[2].way.legs == [
        .init(street: "rue A", length: Length(metres: 220)),
        .init(street: "rue B", length: Length(metres: 300)),
      ])
    #expect(
      round.stops[2].way.line == [
        Position(x: 720, y: 0), Position(x: 700, y: 0), Position(x: 500, y: 0),
        Position(x: 500, y: 300),
      ]
        || round.stops[2].way.line == [
          Position(x: 720, y: 0), Position(x: 500, y: 0), Position(x: 500, y: 300),
        ])
    #expect(abs(round.minutes - (1040.0 / 75 + 15)) < 1e-6)
    // C0 covers 600…800, C1 20 m more, C2 200 m; each is certain, and nothing better exists.
    #expect(round.stops.map(\.gain) == [200_000, 20_000, 200_000])
    #expect(round.gain == 420_000 && round.gainIfYes == 420_000 && round.bound == 420_000)
    #expect(round.optimalityGap == 0)
    #expect(
      round.walks[1] == [Length(metres: 200), .zero, Length(metres: 20), Length(metres: 500)])
    #expect(round.minutesIfRefused == round.minutes)
  }

  @Test func timeLeftOverIsKeptForAnAlternative() throws {
    let start = VisitStart(.configured, name: "here", position: Position(x: 500, y: 0))
    // A door at the very place of C0 adds nothing to a round that holds it, and makes up for its refusal.
    let twins = [door("C0", 700, 0), door("T", 700, 0), door("C2", 500, 300)]
    let round = try #require(try plan(twins, count: 2, start: start).plan.rounds?.rounds.first)
    #expect(round.stops.map(\.candidate) == [0, 2])
    #expect(round.stops[0].alternatives.map(\.candidate) == [1])
    #expect(round.stops[0].toAlternatives == [Length.zero])
    #expect(round.stops.map(\.hasReserve) == [true, false])
    #expect(abs(round.minutes - (1000.0 / 75 + 10)) < 1e-6)
    #expect(abs(round.minutesIfRefused - (1000.0 / 75 + 15)) < 1e-6)
    // Where there is time for the doors alone, none is kept.
    let short = try plan(
      twins, count: 2, start: start, parameters: VisitParameters(roundMinutes: 25)
    ).plan.rounds?.rounds.first
    #expect(short?.stops.map(\.hasReserve) == [false, false])
    #expect(short.map { $0.minutesIfRefused == $0.minutes } == true)
  }

  @Test func doorsTooFarForARoundAreToldApart() throws {
    let start = VisitStart(.configured, name: "here", position: Position(x: 0, y: 0))
    // Ten minutes are 750 m: C0, 700 m away, is beyond; C2, 800 m away, too.
    let plan = try plan(
      doors, count: 2, start: start, parameters: VisitParameters(roundMinutes: 10)
    ).plan
    let rounds = try #require(plan.rounds)
    #expect(rounds.rounds.isEmpty)
    #expect(
      rounds.beyond == [
        .init(pick: 0, walk: Length(metres: 700)), .init(pick: 1, walk: Length(metres: 800)),
      ])
  }

  @Test func ofSeveralTownHallsTheOneNearestToTheMiddleIsTaken() throws {
    let (_, result) = try plan(doors, count: 2)
    let prospection = Prospection(
      network: result.network, facilities: result.facilities, candidates: doors,
      parameters: result.parameters
    ).run(count: 2)
    // The middle of C0 and C2 is 600, 150.
    let plan = VisitPlan(
      prospection, result, routes: nil, times: nil,
      starts: [
        VisitStart(.townHall, name: "far", position: Position(x: 0, y: 0)),
        VisitStart(.townHall, name: "near", position: Position(x: 550, y: 0)),
      ], parameters: VisitParameters())
    #expect(plan.rounds?.start.name == "near")
  }

  @Test func withoutATownHallRoundsStartAtTheRelayNearestToTheMiddle() throws {
    let plan = try plan(doors, count: 2).plan
    #expect(plan.rounds?.start.origin == .middle)
    #expect(plan.rounds?.start.name == "R0")
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func whatReasonsCoverIsWhatTheProblemGains(seed: UInt64) throws {
    var random = SeededRandom(seed: seed &+ 400)
    let town = Town.random(&random)
    func point() -> (Double, Double) {
      (
        Double(Int.random(in: -500...12_500, using: &random)) / 1000,
        Double(Int.random(in: -500...12_500, using: &random)) / 1000
      )
    }
    let relays = (0..<Int.random(in: 0...2, using: &random)).map { _ in point() }
    let budget = Double(Int.random(in: 1...8000, using: &random)) / 1000
    let result = try CoverageAnalysis(
      town: town, relays: relays, budgets: [budget], maximumSnap: 2,
      countsConnector: Bool.random(using: &random)
    ).run(.everything)
    let candidates = (0..<Int.random(in: 1...6, using: &random)).map { index in
      let point = point()
      return door("C\(index)", point.0, point.1)
    }
    let prospection = Prospection(
      network: result.network, facilities: result.facilities, candidates: candidates,
      parameters: result.parameters
    ).run(count: 3)
    let plan = VisitPlan(
      prospection, result, routes: nil, times: nil, starts: [], parameters: VisitParameters())
    for pick in plan.picks {
      for candidate in [pick.candidate] + pick.alternatives.map(\.candidate) {
        let reasons = plan.reasons(of: candidate)
        #expect(
          reasons.newlyCovered.millimetres == prospection.list.gains[candidate], "seed \(seed)")
        let parts: [[Length]] = [reasons.streets.map(\.length), reasons.gaps.map(\.covered)]
        for lengths in parts {
          #expect(lengths.reduce(.zero, +) == reasons.newlyCovered, "seed \(seed)")
        }
      }
    }
    guard let rounds = plan.rounds else { return }
    let doors = rounds.rounds.flatMap { $0.stops.map(\.candidate) }
    #expect(Set(doors).count == doors.count, "seed \(seed)")
    for stop in rounds.rounds.flatMap(\.stops) {
      #expect(stop.pick == plan.picks.firstIndex { $0.candidate == stop.candidate })
      #expect(stop.gain > 0)
      #expect(Set(stop.near.map(\.candidate)).isDisjoint(with: doors))
    }
    for round in rounds.rounds {
      #expect(round.stops.reduce(0) { $0 + $1.gain } == round.gain, "seed \(seed)")
      #expect(round.gain <= round.bound && round.gain <= round.gainIfYes, "seed \(seed)")
      #expect(round.minutes <= rounds.parameters.roundMinutes)
      #expect(round.minutesIfRefused <= rounds.parameters.roundMinutes)
    }
  }
}
