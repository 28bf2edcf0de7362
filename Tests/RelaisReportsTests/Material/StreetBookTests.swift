import CoverageEngine
import RelaisGeo
import RelaisWording
import Testing

@testable import RelaisReports

/// What pages say of streets and houses: what `relais explain` says.
@Suite struct StreetBookTests {
  private let wording = Wording(.french)

  /// One house at the eastern end of Rue A, one by the relay, one of a street the town has not.
  private let houses = HouseNumbers([
    .init(street: "rue a", number: "40", position: Position(x: 400, y: 0)),
    .init(street: "Rue A", number: "10 bis", position: Position(x: 110, y: 0)),
    .init(street: "Rue Z", number: "1", position: Position(x: 0, y: 0)),
  ])

  private func live() throws -> LiveCoverage {
    var analysis = try HandTown.analysis()
    analysis.houseNumbers = houses
    return LiveCoverage(
      LiveStreets(analysis), relays: [HandTown.relay], candidates: HandTown.candidates)
  }

  @Test func everyStreetIsExplainedAsItIsAlone() throws {
    let live = try live()
    let question = LiveQuestion(try Budgets(metres: [150, 300]))
    let all = live.explanations(question)
    #expect(all.map(\.street) == ["Rue A", "Rue B"])
    for street in all {
      let alone = try #require(live.explanation(ofStreet: street.street, question))
      #expect(Array(street.covered) == Array(alone.covered))
      // A rank says nothing here.
      func runs(_ street: StreetExplanation) -> [Gap] {
        street.stretches.map { stretch in
          var run = stretch.run
          run.rank = 0
          return run
        }
      }
      #expect(runs(street) == runs(alone))
      #expect(street.stretches.map(\.candidate) == alone.stretches.map(\.candidate))
    }
  }

  @Test func answersHaveTheFiguresWorkedOutByHand() throws {
    let book = StreetBook(try live(), try Budgets(metres: [150, 300]), houses: houses)
    let answers = book.answers(try HandTown.result(), wording, withCandidates: true)
    #expect(answers.streets.map(\.name) == ["Rue A", "Rue B"])
    #expect(answers.streets[0].length == Length(metres: 400))
    #expect(answers.streets[0].covered == [Length(metres: 250), Length(metres: 400)])
    let gap = try #require(answers.streets[0].stretches.first { !$0.isCovered })
    #expect(gap.length == Length(metres: 150))
    #expect(gap.walk == Length(metres: 300))
    #expect(gap.relay == "Chez Anne")
    #expect(gap.candidate?.name == "Pharmacie")
    #expect(gap.candidate?.gain == Length(metres: 150))
    #expect(answers.houses.map(\.number) == ["40", "10 bis"])
    #expect(answers.houses.map(\.walk) == [Length(metres: 300), Length(metres: 10)])
    let published = book.answers(try HandTown.result(), wording, withCandidates: false)
    #expect(published.streets.allSatisfy { $0.stretches.allSatisfy { $0.candidate == nil } })
  }

  @Test func gapsTooShortForAListRankLast() throws {
    var result = try HandTown.result(budgets: [180, 300])
    // Within 180 m the gaps are 120 m of Rue A and 20 m of Rue B.
    #expect(result.main.gaps.map(\.length) == [Length(metres: 120), Length(metres: 20)])
    result.rankGaps(by: HandTown.routes(result, homes: 12))
    #expect(result.main.gaps.map(\.rank) == [1, 2])
    let first = FirstGaps(result, nil)
    #expect(first.gaps.map(\.gap.street) == ["Rue A"])
    #expect(first.under.count == 1)
    #expect(first.under.length == Length(metres: 20))
  }
}
