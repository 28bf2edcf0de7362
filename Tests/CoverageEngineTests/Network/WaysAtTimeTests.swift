import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// Streets of which some are closed, against towns drawn without them.
@Suite struct WaysAtTimeTests {
  private static let night = "2026-11-23T22:00"
  private static let day = "2026-11-23T12:00"

  private func closedAtNight() throws -> WalkingHours {
    WalkingHours(
      base: true,
      clauses: [.init(allows: false, time: try OpeningHours(parsing: "20:00-07:00"))])
  }

  private func moment(_ text: String) throws -> MomentCoverage.Moment {
    .instant(try #require(LocalInstant(parsing: text)))
  }

  private func always(_ analysis: CoverageAnalysis) -> CoverageAnalysis {
    var analysis = analysis
    for index in analysis.facilities.indices { analysis.facilities[index].openingHours = "24/7" }
    return analysis
  }

  /// A ring of four sides of 100 m; the lower one is a path through a park, with a relay on it.
  private func ring() throws -> Town {
    var town = Town()
    town.street("park", "a", "b", [(0, 0), (100, 0)], name: "Parc", hours: try closedAtNight())
    town.street("east", "b", "c", [(100, 0), (100, 100)], name: "Est")
    town.street("north", "c", "d", [(100, 100), (0, 100)], name: "Nord")
    town.street("west", "d", "a", [(0, 100), (0, 0)], name: "Ouest")
    return town
  }

  @Test func aClosedPathIsNeitherWalkedNorCovered() throws {
    var analysis = always(
      try CoverageAnalysis(town: ring(), relays: [(0, 50)], budgets: [180]))
    analysis.moment = try moment(Self.day)
    let day = analysis.run(.everything)
    // The relay stands in the middle of the west side: each way round is 130 m from the corners.
    #expect(day.covered(0) == [[0, 100_000]])
    #expect(day.covered(1) == [[0, 30_000], [70_000, 100_000]])
    analysis.moment = try moment(Self.night)
    let night = analysis.run(.everything)
    #expect(night.covered(0) == [])
    #expect(night.covered(1) == [[70_000, 100_000]])
    #expect(night.covered(2) == [[0, 100_000]])
    #expect(night.main.summary.streets == Length(metres: 400))
    #expect(night.main.gaps.map(\.street) == ["Parc", "Est"])
    analysis.moment = nil
    #expect(analysis.run(.everything).main.summary == day.main.summary)
  }

  @Test func aRelayOnAClosedPathAttachesToTheNextStreet() throws {
    var analysis = always(
      try CoverageAnalysis(town: ring(), relays: [(20, 3)], budgets: [60]))
    analysis.moment = try moment(Self.night)
    let night = analysis.run(.figures)
    #expect(night.snaps[0]?.edge == EdgeID(3))
    #expect(night.snaps[0]?.connector == Length(metres: 20))
    #expect(night.covered(3) == [[57_000, 100_000]])
  }

  @Test func aClosedGateKeepsEverySideToItself() throws {
    var sections = StreetSections(ground: .plane, identifiers: .texts(["a", "b", "c"]))
    for (number, end) in [(0.0, 100.0), (100, 0), (0, -100)].enumerated() {
      sections.beginLine(StreetAttributes(name: 0, isDemand: true))
      sections.addVertex(Position(x: 0, y: 0), junction: 0)
      sections.addVertex(Position(x: end.0, y: end.1), junction: UInt32(number + 1))
      sections.endSection()
    }
    sections.addGate(at: 0, try closedAtNight())
    let network = NetworkBuilder.network(of: sections)
    #expect(network.components.count == 1)
    let night = network.walked(at: try moment(Self.night), calendar: FrenchCalendar())
    #expect(night.components.count == 3)
    #expect(night.edgeCount == 3)
    let distances = NetworkDistances(
      night, from: Snapper(night).snaps(of: [Position(x: 0, y: 50)], within: Length(metres: 1)),
      countsConnector: true)
    let coverage = Coverage(night, distances, budget: try Budgets(metres: [500]).main)
    #expect(coverage.intervals(of: EdgeID(0), in: night).map(\.length) == [Length(metres: 100)])
    #expect(coverage.intervals(of: EdgeID(1), in: night).isEmpty)
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func coverageIsThatOfATownWithoutTheClosedStreets(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var town = Town.random(&random)
    let closed = Set(
      town.streets.indices.filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
    town.close(closed, by: try closedAtNight())
    let relays = (0..<3).map { _ in
      (Double.random(in: 0...12, using: &random), Double.random(in: 0...12, using: &random))
    }
    func run(_ town: Town, _ text: String?) throws -> AnalysisResult {
      var analysis = always(
        try CoverageAnalysis(town: town, relays: relays, budgets: [9, 4], maximumSnap: 3))
      analysis.parameters.snapping = .nearest
      analysis.moment = try text.map { try moment($0) }
      return analysis.run(.everything)
    }
    let night = try run(town, Self.night)
    let without = try run(town.without(closed), nil)
    let open = town.streets.indices.filter { !closed.contains($0) }
    for budget in 0..<2 {
      for (number, edge) in open.enumerated() {
        #expect(
          night.covered(edge, budget: budget) == without.covered(number, budget: budget),
          "seed \(seed)")
      }
      for edge in closed { #expect(night.covered(edge, budget: budget) == [], "seed \(seed)") }
    }
    // A window in which they are closed gives the same sums as the instant.
    var analysis = always(
      try CoverageAnalysis(town: town, relays: relays, budgets: [9, 4], maximumSnap: 3))
    analysis.parameters.snapping = .nearest
    let window = try #require(SchoolRunWindow(name: "late", parsing: "Mo 21:00-22:00"))
    let calendar = FrenchCalendar()
    analysis.times = TimeQuestion(windows: [window], calendar: calendar)
    analysis.calendar = calendar
    let inTime = try #require(analysis.run(.gaps).inTime)
    #expect(
      inTime.windows[0].bounds.certain.map(\.streetsCovered)
        == night.byBudget.map(\.summary.streetsCovered), "seed \(seed)")
    #expect(
      inTime.windows[0].bounds.certain.map(\.covered) == night.byBudget.map(\.summary.covered),
      "seed \(seed)")
  }
}
