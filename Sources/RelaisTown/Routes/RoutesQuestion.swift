public import CoverageEngine
import RelaisGeo
import RelaisRegistry
public import RelaisReports
import RelaisWording

/// Children's ways to school and what no relay covers of them, of a territory or of plain files.
public struct RoutesQuestion: Sendable {
  public var subject: Subject
  public var measure = Measure()
  public var time = TimeRequest()
  /// Whether covered ways and the like are sought too.
  public var isThorough = false
  /// How much to compute of coverage.
  public var extent = CoverageAnalysis.Extent.everything

  public init(of subject: Subject) {
    self.subject = subject
  }

  /// Every file that is read.
  public var inputs: [String] { subject.files + time.schoolHolidays }

  /// - Throws: what readers throw; `TerritoryError`, `RegistryError`, ``RequestError``; ``Interrupted``.
  public func answer(_ work: Work) throws -> RoutesAnswer {
    let (files, parameters) = try subject.inputs(measure, work)
    let time = try time.read(over: files)
    var inputs = try Inputs.read(files, work)
    inputs.calendarReports = time.reports
    let routeFiles = subject.withPlaces(files)
    let own = try RouteInputs.read(routeFiles, beside: inputs)
    try work.cancellation.check()
    var analysis = inputs.analysis(parameters)
    analysis.moment = time.moment
    analysis.calendar = time.calendar
    let result = analysis.run(extent, progress: work.progress)
    try work.cancellation.check()
    work.progress(.planningRoutes)
    var planner = own.planner(result)
    planner.demands = subject.isPlain ? [.everyAddress] : RouteDemand.ofTown
    planner.isThorough = isThorough
    let plan = planner.plan()
    try work.cancellation.check()
    inputs.reports += own.reports
    return RoutesAnswer(
      plan: plan, result: result,
      findings: inputs.findings() + result.findings + own.findings + plan.findings,
      missing: [.schools, .addresses].filter { routeFiles[$0].isEmpty }, inputs: inputs,
      subject: subject)
  }
}

/// Ways to school as they were found, with everything there is to report about them.
public struct RoutesAnswer: Sendable {
  public let plan: RoutePlan
  /// The coverage they were laid over.
  public let result: AnalysisResult
  public let findings: [Finding]
  /// Kinds of files that are needed and are not there.
  public let missing: [InputKind]
  let inputs: Inputs
  let subject: Subject

  /// What other programs had changed in the registry.
  public var edits: [RegistryEdit] { inputs.edits }
  /// What findings call relays and candidates.
  public var findingNames: FindingNames { inputs.findingNames }

  /// Writes schools and routes, findings and rejected rows into a folder.
  ///
  /// - Throws: `OutputError` where a file there is not ours to replace; what writers throw.
  public func write(to folder: String, _ work: Work) throws {
    var material = OutputMaterial(
      inputs, result, findings, named: inputs.findingNames, work)
    material.routes = plan.published()
    var target = try OutputFolder(folder, of: subject)
    try Output.ofRoutes.write(material, into: &target)
  }
}
