import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// A street told whole.
@Suite struct StreetExplanationTests {
  /// A street of 1,000 m in two pieces with a relay 100 m from its beginning, another that crosses it in the middle.
  private func live(_ candidates: [(Double, Double)] = []) throws -> LiveCoverage {
    var town = Town()
    town.street("a1", "1", "2", [(0, 0), (500, 0)], name: "Rue d'Été")
    town.street("a2", "2", "3", [(500, 0), (1000, 0)], name: "Rue d'Été")
    town.street("b", "2", "4", [(500, 0), (500, 400)], name: "Rue Basse")
    town.street("c", "3", "5", [(1000, 0), (1000, 50)], name: "Rue Basse Est")
    let analysis = try CoverageAnalysis(town: town, relays: [(100, 0)], budgets: [300, 500])
    return LiveCoverage(
      LiveStreets(analysis), relays: analysis.facilities,
      candidates: candidates.enumerated().map {
        Candidate(
          Facility(id: "C\($0.offset)", position: Position(x: $0.element.0, y: $0.element.1)))
      })
  }

  private var question: LiveQuestion {
    get throws { LiveQuestion(try Budgets(metres: [300, 500])) }
  }

  @Test func stretchesFiguresAndTheBestCandidateAreThoseWorkedByHand() throws {
    let live = try live([(450, 0), (900, 0), (900, 10), (900, 0)])
    let found = try #require(live.explanation(ofStreet: "rue d’ete", question))
    #expect(found.street == "Rue d'Été")
    #expect(found.length == Length(metres: 1000))
    // From 0 to 400, and to 600.
    #expect(found.covered.map { $0 } == [Length(metres: 400), Length(metres: 600)])
    try #require(found.stretches.map(\.isCovered) == [true, false])
    #expect(found.stretches.map(\.run.length) == [Length(metres: 400), Length(metres: 600)])
    #expect(found.stretches.map(\.run.worstDistance) == [Length(metres: 300), Length(metres: 900)])
    #expect(found.stretches.map(\.run.nearestFacility) == [0, 0])
    // C0 reaches 400 to 750, C1 600 to 1000; C2 ten metres less on one side, C3 as much, later.
    #expect(found.stretches[0].candidate == nil)
    #expect(found.stretches[1].candidate == .init(index: 1, gain: Length(metres: 400)))
  }

  @Test func aPartOfANameIsEnoughWhereItIsThatOfOneStreet() throws {
    let live = try live()
    #expect(try live.explanation(ofStreet: "été", question)?.street == "Rue d'Été")
    // Exactly that of one, and a part of another's.
    #expect(try live.explanation(ofStreet: "rue basse", question)?.length == Length(metres: 400))
    #expect(try live.explanation(ofStreet: "rue", question) == nil)
    #expect(live.streetNames(like: "basse", limit: 5) == ["Rue Basse", "Rue Basse Est"])
    #expect(try live.explanation(ofStreet: "avenue", question) == nil)
    #expect(try live.explanation(ofStreet: "", question) == nil)
    #expect(try live.explanation(ofStreet: "été", question)?.stretches[1].candidate == nil)
  }

  @Test(arguments: 0..<40) func stretchesAddUpAndUncoveredOnesAreTheGaps(seed: UInt64) throws {
    var random = SeededRandom(seed: seed &+ 99)
    var town = Town()
    for street in Town.random(&random).streets {
      town.street(
        street.id, street.from, street.to, street.line.map { ($0.x, $0.y) }, length: street.length,
        name: "Rue \(Int.random(in: 1...4, using: &random))", isDemand: street.isDemand)
    }
    let relays = (0..<3).map { _ in
      (Double.random(in: 0...12, using: &random), Double.random(in: 0...12, using: &random))
    }
    let analysis = try CoverageAnalysis(town: town, relays: relays, budgets: [3], maximumSnap: 2)
    let live = LiveCoverage(LiveStreets(analysis), relays: analysis.facilities)
    let question = LiveQuestion(analysis.parameters.budgets)
    for name in (1...4).map({ "Rue \($0)" }) {
      guard let found = live.explanation(ofStreet: name, question) else { continue }
      #expect(found.stretches.reduce(.zero) { $0 + $1.run.length } == found.length)
      #expect(
        found.stretches.filter(\.isCovered).reduce(.zero) { $0 + $1.run.length }
          == found.covered.main)
      func told(_ gaps: [Gap]) -> [String] {
        gaps.map { "\($0.length) \(String(describing: $0.worstDistance)) \($0.pieces)" }.sorted()
      }
      #expect(
        told(found.stretches.filter { !$0.isCovered }.map(\.run))
          == told(live.gaps(question).filter { $0.street == name }))
    }
  }
}
