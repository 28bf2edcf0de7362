import Computing
import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisWording

/// A territory's files, read once: all that stays when its relays change.
struct OpenedTown: Sendable {
  let territory: Territory
  let inputs: Inputs
  let streets: LiveStreets
  let ways: SchoolWays?
  /// The longest walk to school that streets were read for.
  let longestWalk: Length
  /// The budgets streets were read for; `nil` for those of the territory.
  private let budgets: Budgets?
  private let scenery = Once<[UInt8]>()

  /// - Returns: With the relays of today upon it.
  /// - Throws: what readers throw; `TerritoryError`, `RegistryError`; ``Interrupted``.
  static func open(
    _ territory: Territory, for budgets: Budgets? = nil, _ work: Work
  ) throws -> (town: OpenedTown, live: LiveCoverage) {
    let (files, parameters) = try question(territory, budgets, work)
    let inputs = try Inputs.read(files, work)
    try work.cancellation.check()
    var analysis = inputs.analysis(parameters)
    analysis.calendar = try TimeRequest().read(over: files).calendar
    let streets = LiveStreets(analysis)
    let live = LiveCoverage(streets, relays: inputs.facilities, candidates: inputs.candidates)
    try work.cancellation.check()
    let town = OpenedTown(
      territory: territory, inputs: inputs, streets: streets,
      ways: try ways(files, inputs, live, parameters, work), longestWalk: files.longestWalk,
      budgets: budgets)
    return (town, live.walked(town.ways))
  }

  /// What maps show under the streets, as it is sent; none where the territory cannot be read any more.
  func sceneryJSON() -> [UInt8] {
    scenery.value {
      let files = InputFiles(filesOf: territory)
      let read = SceneryInputs.read(files, around: inputs.boundary, inputs.network)
      return SceneryJSON.bytes(read, inputs.network)
    }
  }

  /// The same streets under the relays of today.
  ///
  /// - Throws: what readers of relays throw.
  func reread(_ work: Work) throws -> LiveCoverage {
    let (files, _) = try OpenedTown.question(territory, budgets, work)
    let relays: [Facility]
    var histories: [EstablishmentHistory] = []
    if let registry = try RegistryRelays.read(files, on: streets.network) {
      relays = registry.facilities
      histories = registry.histories
    } else {
      relays = try FacilitiesImporter.read(files, in: inputs.surroundings).facilities
    }
    let candidates = try inputs.candidateInputs.candidates(
      files, beside: inputs, relays: relays, histories: histories, work.wording)
    return LiveCoverage(streets, relays: relays, candidates: candidates, ways: ways)
  }

  private static func question(
    _ territory: Territory, _ budgets: Budgets?, _ work: Work
  ) throws -> (files: InputFiles, parameters: AnalysisParameters) {
    var measure = Measure()
    measure.budgets = budgets.map { $0.mainFirst.map(\.metres) } ?? []
    var (files, parameters) = try Subject.territory(territory).inputs(measure, work)
    files.readsCandidates = true
    files.keepsCandidateSources = true
    return (files, parameters)
  }

  /// Who walks where to school: nobody walks otherwise for a relay's sake.
  private static func ways(
    _ files: InputFiles, _ inputs: Inputs, _ live: LiveCoverage, _ parameters: AnalysisParameters,
    _ work: Work
  ) throws -> SchoolWays? {
    guard !files[.schools].isEmpty, !files[.addresses].isEmpty else { return nil }
    let own = try RouteInputs.read(files, beside: inputs)
    work.progress(.planningRoutes)
    var planner = own.planner(live.result(LiveQuestion(parameters.budgets)))
    planner.demands = RouteDemand.ofTown
    return SchoolWays(planner.plan())
  }
}
