import CoverageEngine
import RelaisGeo
import RelaisTestSupport
import RelaisTown
import RelaisWording
import Testing

@Suite struct CoverageQuestionTests {
  @Test func twoFilesGiveTheCoverageWorkedOutByHand() throws {
    let town = try SmallTown()
    var question = CoverageQuestion(of: .files(town.files))
    question.measure.budgets = [50]
    let answer = try question.answer(SmallTown.work())
    // 10 m to the street, 40 m left both ways: rue A from 0 to 80 m.
    #expect(answer.result.summaries.map(\.streetsCovered) == [Length(metres: 80)])
    #expect(answer.result.summaries.map(\.streets) == [Length(metres: 180)])
    #expect(answer.edits.isEmpty)
  }

  @Test func theLanguageIsTheCallersAndNoFigureDependsOnIt() throws {
    let town = try SmallTown()
    let question = CoverageQuestion(of: .files(town.files))
    var headers: [String] = []
    var figures: [PerBudget<BudgetSummary>] = []
    for language in Language.all {
      let work = SmallTown.work(language)
      let answer = try question.answer(work)
      figures.append(answer.result.summaries)
      headers.append(work.wording.summary(of: answer.result))
    }
    #expect(figures[0] == figures[1])
    #expect(headers[0] != headers[1])
  }

  @Test func workThatIsStoppedSaysSoAndWritesNothing() throws {
    let town = try SmallTown()
    let before = try town.folder.names
    let work = SmallTown.work(cancellation: Cancellation { true })
    #expect(throws: Interrupted.self) {
      try CoverageQuestion(of: .files(town.files)).answer(work)
    }
    #expect(throws: Interrupted.self) {
      try RoutesQuestion(of: .files(town.files)).answer(work)
    }
    #expect(try town.folder.names == before)
  }

  @Test func aWindowNobodyKnowsIsMisuseThatNamesThoseThatAre() throws {
    let town = try SmallTown()
    var question = CoverageQuestion(of: .files(town.files))
    question.time.moment = .window("minuit")
    #expect(
      throws: RequestError.unknownWindow("minuit", among: SchoolRunWindow.standard)
    ) { try question.answer(SmallTown.work()) }
  }

  @Test func workStopsWithItsTask() async throws {
    let town = try SmallTown()
    let files = town.files
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try CoverageQuestion(of: .files(files))
        .answer(SmallTown.work(cancellation: .ofTask)).result.summaries
    }
    await #expect(throws: Interrupted.self) { try await task.value }
  }
}
