import CoverageEngine
public import Covering
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisWording

/// Which candidates to recruit: of a territory, or of plain files.
public struct ProspectQuestion: Sendable {
  /// What a metre of street counts for.
  public enum Profile: String, CaseIterable, Sendable {
    case streets
    case children
    case mixed
  }

  public var subject: Subject
  /// How many at most.
  public var count: Int
  /// Files of candidates; none for those of the territory.
  public var candidates: [String] = []
  public var measure = Measure()
  public var time = TimeRequest()
  /// `nil` for what the territory says, else streets.
  public var profile: Profile?
  /// How far to search.
  public var effort = SearchEffort()
  /// Whether everybody asked is taken to say yes.
  public var ignoresChances = false
  /// Whether the search keeps what a certificate needs.
  public var keepsTrace = false

  public init(of subject: Subject, count: Int) {
    self.subject = subject
    self.count = count
  }

  /// Every file that is read.
  public var inputs: [String] { subject.files + candidates + time.schoolHolidays }

  /// - Throws: what readers throw; `TerritoryError`, `RegistryError`, ``RequestError``; ``Interrupted``.
  public func answer(_ work: Work) throws -> ProspectAnswer {
    var (files, parameters) = try subject.inputs(measure, work)
    files.readsCandidates = true
    if !candidates.isEmpty { files.files[.candidates] = candidates }
    let routeFiles = subject.withPlaces(files)
    let profile = profile(defaults: files.configuration)
    let missing = (profile.children > 0 ? [InputKind.schools, .addresses] : [])
      .filter { routeFiles[$0].isEmpty }
    if profile.street == 0, !missing.isEmpty {
      throw RequestError.childrenNeedFiles(ofTerritory: !subject.isPlain)
    }
    let time = try time.read(over: files)
    var inputs = try Inputs.read(files, work)
    inputs.calendarReports = time.reports
    try work.cancellation.check()
    let demanded = try ProspectInputs.density(
      profile, routeFiles, &inputs, parameters,
      demands: subject.isPlain ? [.everyAddress] : RouteDemand.ofTown, progress: work.progress)
    try work.cancellation.check()
    if ignoresChances {
      for index in inputs.candidates.indices { inputs.candidates[index].acceptance = nil }
    }
    let result = ProspectInputs.prospect(
      inputs, parameters, count: count, effort: effort.stopping(with: work.cancellation),
      density: demanded.density, moment: time.moment, calendar: time.calendar,
      keepsTrace: keepsTrace, progress: work.progress)
    try work.cancellation.check()
    let material = try material(
      of: result, demanded.findings, files, &inputs, parameters, time, work)
    return ProspectAnswer(
      prospection: result, material: material, missing: missing, count: count, inputs: inputs,
      subject: subject, candidateFiles: candidates)
  }

  private func profile(defaults: TerritoryConfiguration?) -> DemandProfile {
    switch profile {
    case nil: defaults?.demand ?? .streets
    case .streets: .streets
    case .children: .children
    case .mixed: defaults?.demand ?? .mixed
    }
  }

  /// What reports are made of: the list with its reasons and rounds, over an analysis of the same streets.
  ///
  /// - Parameter demandFindings: of the ways to school that weigh the streets.
  private func material(
    of prospection: ProspectionResult, _ demandFindings: [Finding], _ files: InputFiles,
    _ inputs: inout Inputs, _ parameters: AnalysisParameters, _ time: AskedTime, _ work: Work
  ) throws -> ReportMaterial {
    // Reasons are about the time and the distance the list is for.
    var analysis = inputs.analysis(parameters.ofMainBudget)
    analysis.moment = time.moment
    analysis.calendar = time.calendar
    let result = analysis.run(.gaps, progress: work.progress)
    try work.cancellation.check()
    let routes = try RouteInputs.plan(
      files, &inputs, result, isThorough: false, progress: work.progress)
    let visits = try ProspectInputs.visits(
      prospection, result, routes: routes.plan,
      times: (
        files.configuration?.times(time.calendar) ?? TimeQuestion(calendar: time.calendar),
        time.calendar
      ), files.territory)
    return ReportMaterial(
      territory: files.townName, insee: files.insee, result: result, routes: routes.plan,
      prospection: prospection, visits: visits,
      // Of a territory the same ways give the reasons.
      findings: inputs.findings(after: result) + prospection.findings + demandFindings
        + routes.findings.filter { !demandFindings.contains($0) },
      credits: files.configuration?.credits ?? inputs.credits,
      generator: Program.name)
  }
}
