import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// The way to the nearest relay, or why there is none.
@Suite struct PlaceExplanationTests {
  private func facilities(_ places: [(Double, Double)]) -> [Facility] {
    places.enumerated().map {
      Facility(id: "R\($0.offset)", position: Position(x: $0.element.0, y: $0.element.1))
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func theLegsAddUpToTheDistance(seed: UInt64) throws {
    var random = SeededRandom(seed: seed &+ 500)
    let network = Town.random(&random).network
    let relays = facilities(
      (0..<Int.random(in: 0...4, using: &random)).map { _ in
        (
          Double(Int.random(in: 0...12, using: &random)),
          Double(Int.random(in: 0...12, using: &random))
        )
      })
    let counts = Bool.random(using: &random)
    let parameters = try AnalysisParameters(
      budgets: [4, 9], countsConnector: counts, maximumSnap: 2)
    let snaps = Snapper(network).snaps(of: relays.map(\.position), within: Length(metres: 2))
    for _ in 0..<8 {
      let place = Position(
        x: .random(in: -2...14, using: &random), y: .random(in: -2...14, using: &random))
      let explained = PlaceExplanation(
        of: place, network: network, facilities: relays, parameters: parameters)
      let snap = try #require(explained.snap)
      // The nearest relay by searching from each alone, the lowest on a tie.
      let walks = relays.indices.compactMap { index in
        NetworkDistances(
          network, from: relays.indices.map { $0 == index ? snaps[$0] : nil },
          countsConnector: counts
        ).nearest(in: network, to: snap.edge, at: snap.offset).map { ($0.distance, index) }
      }
      let best = walks.min { $0 < $1 }
      #expect(explained.facility == best?.1, "seed \(seed)")
      #expect(explained.distance == best?.0, "seed \(seed)")
      if let distance = explained.distance, let connector = explained.facilityConnector {
        let walked = explained.legs.reduce(connector) { $0 + $1.length }
        #expect(walked == distance, "seed \(seed): \(explained.legs)")
        #expect(
          zip(explained.legs, explained.legs.dropFirst()).allSatisfy { $0.street != $1.street })
        #expect(explained.legs.allSatisfy { $0.length > .zero })
      } else {
        #expect(explained.legs.isEmpty)
      }
      switch explained.verdict {
      case .covered(let budget):
        #expect(explained.distance.map { $0 <= budget.length } == true)
        let least = parameters.budgets.first { limit in
          explained.distance.map { $0 <= limit.length } ?? false
        }
        #expect(budget == least)
      case .tooFar(let by):
        #expect(explained.distance == parameters.budgets[1].length + by)
        #expect(by > .zero)
      case .beyondReach: Issue.record("a network that was read whole")
      case .island, .noRelay: #expect(explained.distance == nil)
      case .beyondSnap: #expect(snap.connector > parameters.maximumSnap)
      case .noStreet: Issue.record("there are streets")
      case .noOpenRelay: Issue.record("no time was asked for")
      }
    }
  }

  private func explain(
    _ town: Town, _ relays: [(Double, Double)], at place: (Double, Double),
    budgets: [Double] = [50, 100]
  ) throws -> PlaceExplanation {
    PlaceExplanation(
      of: Position(x: place.0, y: place.1), network: town.network, facilities: facilities(relays),
      parameters: try AnalysisParameters(budgets: budgets))
  }

  private func corner() -> Town {
    var town = Town()
    town.street("a", "w", "c", [(0, 0), (100, 0)], name: "rue A")
    town.street("b", "c", "n", [(100, 0), (100, 80)], name: "rue B")
    town.street("i", "x", "y", [(0, 500), (70, 500)], name: "île")
    return town
  }

  @Test func theLeastBudgetThatIsEnoughIsNamed() throws {
    let near = try explain(corner(), [(40, 10)], at: (80, 3))
    #expect(near.verdict == .covered(budget: Budget(Length(metres: 50))))
    #expect(near.distance == Length(metres: 50))
    #expect(near.legs == [.init(street: "rue A", length: Length(metres: 40))])
    let far = try explain(corner(), [(40, 10)], at: (80.001, 0))
    #expect(far.verdict == .covered(budget: Budget(Length(metres: 100))))
  }

  @Test func theWayLeadsRoundTheCorner() throws {
    let explained = try explain(corner(), [(40, 10)], at: (103, 50))
    #expect(
      explained.legs == [
        .init(street: "rue B", length: Length(metres: 50)),
        .init(street: "rue A", length: Length(metres: 60)),
      ])
    #expect(explained.verdict == .tooFar(by: Length(metres: 20)))
    #expect(explained.facilityConnector == Length(metres: 10))
  }

  @Test func anIslandWithoutRelayIsSaidWithItsLength() throws {
    #expect(
      try explain(corner(), [(40, 0)], at: (10, 510)).verdict == .island(Length(metres: 70)))
    #expect(try explain(corner(), [], at: (10, 510)).verdict == .noRelay)
    #expect(try explain(corner(), [(40, 300)], at: (10, 0)).verdict == .noRelay)
  }

  @Test func aSpotBeyondTheMaximumSnapIsSaidByHowMuch() throws {
    #expect(
      try explain(corner(), [(40, 0)], at: (40, -75)).verdict == .beyondSnap(by: Length(metres: 15))
    )
    #expect(try explain(Town(), [(40, 0)], at: (0, 0)).verdict == .noStreet)
  }

  @Test func onATieTheFirstRelayIsNamed() throws {
    #expect(try explain(corner(), [(20, 0), (60, 0)], at: (40, 0)).facility == 0)
    #expect(try explain(corner(), [(60, 0), (20, 0)], at: (40, 0)).facility == 0)
  }
}
