import CoverageEngine
import Covering
import RelaisGeo
import RelaisReports
import RelaisWording

/// A prospection over the inputs of a run.
enum ProspectInputs {
  /// How far `relais run` searches: some seconds at most; what is not proven by then is reported
  /// with its bound.
  static let effortOfRun = SearchEffort(work: SearchEffort.usualWork / 8)

  static func prospect(
    _ inputs: Inputs, _ parameters: AnalysisParameters, count: Int, effort: SearchEffort,
    density: DemandDensity? = nil, moment: MomentCoverage.Moment? = nil,
    calendar: FrenchCalendar = FrenchCalendar(), keepsTrace: Bool = false,
    tellsEveryBudget: Bool = false, progress: RelaisGeo.Progress
  ) -> ProspectionResult {
    var prospection = Prospection(
      network: inputs.network, facilities: inputs.facilities, candidates: inputs.candidates,
      parameters: parameters)
    prospection.agreed = inputs.candidateInputs.agreed
    prospection.studyArea = inputs.boundary
    prospection.density = density
    prospection.moment = moment
    prospection.calendar = calendar
    prospection.tellsEveryBudget = tellsEveryBudget
    return prospection.run(
      count: count, effort: effort, keepsTrace: keepsTrace, progress: progress)
  }

  /// What streets count for under a profile; `nil` where each counts as its source weighs it.
  ///
  /// Where children count, their ways to school are planned first, with the findings of that.
  ///
  /// - Parameters:
  ///   - inputs: Told of the files read here.
  ///   - demands: Who goes to school where.
  static func density(
    _ profile: DemandProfile, _ files: InputFiles, _ inputs: inout Inputs,
    _ parameters: AnalysisParameters, demands: [RouteDemand], progress: RelaisGeo.Progress
  ) throws -> (density: DemandDensity?, findings: [Finding]) {
    guard profile != .streets else { return (nil, []) }
    var flows: [SchoolFlow] = []
    var findings: [Finding] = []
    if profile.children > 0, !files[.schools].isEmpty, !files[.addresses].isEmpty {
      let own = try RouteInputs.read(files, beside: inputs)
      inputs.reports += own.reports
      progress(.planningRoutes)
      var planner = own.planner(inputs.analysis(parameters).run(.figures))
      planner.demands = demands
      let plan = planner.plan()
      flows = plan.totalFlows()
      findings = own.findings + plan.findings
    }
    return (
      DemandDensity(
        inputs.network, profile, flows: flows, priorityAreas: inputs.priorityAreas), findings
    )
  }

  /// Whom to visit of a prospection, why, and in which rounds.
  ///
  /// - Parameters:
  ///   - result: The analysis of the same inputs, with its gaps.
  ///   - times: The times that openings refer to.
  ///   - territory: `nil` on plain files.
  /// - Throws: ``TerritoryError`` for a start that is no place.
  static func visits(
    _ prospection: ProspectionResult, _ result: AnalysisResult, routes: RoutePlan?,
    times: (question: TimeQuestion?, calendar: FrenchCalendar), _ territory: Territory?
  ) throws -> VisitPlan {
    let settings = territory?.configuration.prospect ?? ProspectSettings()
    return VisitPlan(
      prospection, result, routes: routes,
      times: times.question.map { ($0, times.calendar) },
      starts: try VisitStartFinder(
        territory: territory, facilities: prospection.facilities,
        candidates: prospection.candidates, studyArea: result.studyArea
      ).starts(),
      parameters: VisitParameters(
        roundMinutes: settings.roundMinutes, doorMinutes: settings.doorMinutes,
        walkingSpeed: settings.walkingSpeed))
  }
}
