import CoverageEngine
import Hummingbird
import RelaisFormats
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// The council's bench: the map as it is now and what would change it; and a kept scenario for those who only look.
///
/// Without scripts it has the figures of now. What the script says comes from the catalogue with the page, as data.
struct BenchPages {
  let state: DeskState

  var routes: [DeskRoute] {
    [
      DeskRoute(.get, "/bench", .signedIn) { _, context in try await bench(context) },
      DeskRoute(.get, "/look/:link", .anybody) { _, context in try await look(context) },
    ]
  }

  /// What a page of the bench shows before a script runs.
  private struct Now: Sendable {
    var summaries: [BudgetSummary]
    var windows: [SchoolRunWindow]
    /// The main one first.
    var distances: [Budget]
  }

  private func now() async throws -> Now {
    let town = try await state.town.town(state.work(by: ""))
    return try await Blocking.computing.run {
      let result = try town.coverage()
      return Now(
        summaries: Array(result.summaries), windows: town.windows,
        distances: result.parameters.budgets.mainFirst)
    }
  }

  private func bench(_ context: DeskContext) async throws -> Response {
    let now = try await now()
    let wording = context.wording
    let keeps = try !context.account().roles.isDisjoint(with: BenchRoutes.planners)
    var page = BenchPage(wording.say("desk.bench.title"), .bench, context, state)
    page.begin()
    page.map(question: now.distances, now.windows)
    page.figures(now.summaries, isLook: false)
    page.changes(isLook: false)
    page.pickers()
    if keeps { page.kept() }
    page.data(distances: now.distances, keeps: keeps, look: nil)
    return page.response()
  }

  private func look(_ context: DeskContext) async throws -> Response {
    let one = try await BenchRoutes(state: state).kept(context)
    let now = try await now()
    var page = BenchPage(one.name, nil, context, state)
    page.begin()
    page.moment(of: one, now.windows)
    page.map(question: nil, now.windows)
    page.figures(now.summaries, isLook: true)
    page.changes(isLook: true)
    page.data(distances: now.distances, keeps: false, look: one)
    return page.response()
  }
}
