public import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisRegistry
public import RelaisReports
import RelaisWording

/// The day a run is about, and an earlier one to compare with.
public struct RunDays: Sendable {
  /// The day whose adherents count; `nil` for today.
  public var asOf: CalendarDay?
  /// `nil` for the beginning of the trend.
  public var since: CalendarDay?

  public init(asOf: CalendarDay? = nil, since: CalendarDay? = nil) {
    self.asOf = asOf
    self.since = since
  }
}

/// The whole computation of a territory on one day, and the files it leaves.
public struct TownRun: Sendable {
  private let inputs: Inputs
  public let material: ReportMaterial
  private let work: Work
  private let subject: Subject
  /// Every file that was read.
  public var inputFiles: [String] { subject.files }
  /// What the registry remembers; `nil` without one.
  private let memory: TrendInputs?

  public var result: AnalysisResult { material.result }
  /// Rows of the streets' files that lie beyond what is read around the study area; in no output, as they tell how large
  /// the files are.
  public var streetsBeyond: Int {
    inputs.reports.reduce(0) { $1.kind == .streets ? $0 + $1.report.beyond : $0 }
  }
  /// Whether a registry knows earlier days.
  public var hasMemory: Bool { memory != nil }
  /// Of the files first, then of the computation.
  public var findings: [Finding] { material.findings }
  /// What findings call relays and candidates.
  public var findingNames: FindingNames { inputs.findingNames }
  /// The system outputs are written in.
  var referenceSystem: ReferenceSystem { inputs.referenceSystem }
  /// What other programs had changed in the registry when it was read.
  public var edits: [RegistryEdit] { inputs.edits }

  /// Reads everything and computes everything.
  ///
  /// - Throws: what readers throw; `TerritoryError`, `RegistryError`; ``Interrupted``.
  public init(_ territory: Territory, _ days: RunDays = RunDays(), _ work: Work) throws {
    self.work = work
    subject = .territory(territory)
    let configuration = territory.configuration
    var files = try InputFiles(territory, stamp: work.stamp)
    files.readsCandidates = true
    try files.take(asOf: days.asOf)
    guard !files[.streets].isEmpty else {
      throw TerritoryError.noStreets(folder: territory.folder)
    }
    let parameters = try Measure().parameters(over: configuration)
    let holidays = try SchoolCalendarFiles.read(files.calendar)
    var inputs = try Inputs.read(files, work)
    inputs.calendarReports = holidays.reports
    try work.cancellation.check()
    var analysis = inputs.analysis(parameters)
    analysis.calendar = configuration.calendar(holidays.holidays)
    analysis.times = configuration.times(analysis.calendar)
    analysis.checksHealth = true
    var result = analysis.run(.everything, progress: work.progress)
    try work.cancellation.check()
    let routes = try RouteInputs.plan(files, &inputs, result, progress: work.progress)
    result.rankGaps(by: routes.plan)
    try work.cancellation.check()
    let prospection =
      inputs.candidates.isEmpty
      ? nil
      : ProspectInputs.prospect(
        inputs, parameters, count: configuration.prospect.count,
        effort: ProspectInputs.effortOfRun,
        density: configuration.demand.map {
          DemandDensity(
            inputs.network, $0, flows: routes.plan?.totalFlows() ?? [],
            priorityAreas: inputs.priorityAreas)
        }, tellsEveryBudget: true, progress: work.progress)
    try work.cancellation.check()
    let visits = try prospection.map {
      try ProspectInputs.visits(
        $0, result, routes: routes.plan, times: (analysis.times, analysis.calendar), territory)
    }
    memory = try TrendInputs(files)
    let missing = InputKind.allCases.filter {
      !configuration.foreignKinds.contains($0)
        && (files[$0].isEmpty
          || $0 == .candidates && inputs.candidateInputs.reports.isEmpty)
    }
    var material = ReportMaterial(
      territory: configuration.name, insee: configuration.insee, result: result,
      routes: routes.plan, prospection: prospection, visits: visits,
      findings: inputs.findings(after: result) + result.findings + routes.findings
        + (prospection?.findings.filter { !result.findings.contains($0) } ?? [])
        + missing.map { Finding(.inputMissing($0)) },
      missing: missing, credits: configuration.credits ?? inputs.credits,
      date: memory?.day, generator: Program.name)
    material.childPace = configuration.childPace
    material.costs = try CostInputs.costs(territory)
    material.agent = try AgentInputs.file(files, asOf: days.asOf)
    material.trend = memory?.trend(
      of: result, inputs, since: days.since, progress: work.progress)
    material.findings += material.trend?.streetChanges?.findings ?? []
    material.scenery = SceneryInputs.read(files, around: inputs.boundary, inputs.network)
    material.book = StreetBook(
      LiveCoverage(
        LiveStreets(analysis), relays: inputs.facilities, candidates: inputs.candidates),
      parameters.budgets, houses: inputs.houseNumbers)
    material.isPast = days.asOf.map { $0 < work.today } ?? false
    try work.cancellation.check()
    self.inputs = inputs
    self.material = material
  }

  /// What writing everything left.
  public struct Written: Sendable {
    /// `summary.json`.
    public var summary: [UInt8]
    /// What other programs had changed in the registry.
    public var edits: [RegistryEdit]
    /// Why the run is not kept in the registry; the results stand all the same.
    public var notKept: RegistryError?
  }

  /// Writes all results into a folder and keeps the run in the registry.
  ///
  /// - Parameter printing: Whether reports are printed next, so that prints of an earlier run stay until then.
  /// - Throws: `OutputError` where a file there is not ours to replace, and nothing was then changed; what writers throw.
  public func writeAll(to folder: String, printing: Bool = false) throws -> Written {
    let read = try inputs.namedReports.map { kind, report in
      try InputSummary(kind, report, relays: inputs.facilities)
    }
    let summary = SummaryJSON.bytes(
      of: material, system: inputs.referenceSystem, inputs: read, work.wording)
    var outputs = OutputMaterial(
      inputs, result, findings, named: inputs.findingNames, work)
    outputs.routes = material.routes
    outputs.doors = material.doors(work.wording)
    outputs.trend = material.trend
    outputs.report = material
    outputs.summary = summary
    var target = try OutputFolder(folder, of: subject)
    try (printing ? Output.ofRunBeforePrints : Output.ofRun).write(outputs, into: &target)
    let kept = keep(read)
    return Written(
      summary: summary, edits: inputs.edits + kept.edits, notKept: kept.problem)
  }

  /// The findings that the run before has said too, as the results in a folder show; to be asked before they are written anew.
  public func knownFindings(in folder: String) -> Set<Finding> {
    // Without earlier results, or with others' in their place, all is new.
    guard OutputList(in: folder)?.contains("findings.csv") ?? false,
      let file = try? InputFile(path: folder + "/findings.csv")
    else { return [] }
    return FindingsCSV.known(
      findings, findingNames, in: file.bytes, work.wording)
  }

  /// Writes some reports alone into a folder; other results there stay as they are.
  ///
  /// - Returns: Their files, in the order of the reports.
  /// - Throws: like ``writeAll(to:)``.
  public func writeReports(
    _ formats: [ReportFormat], to folder: String, printing: Bool = false
  ) throws -> [String] {
    var outputs = OutputMaterial(
      inputs, result, findings, named: inputs.findingNames, work)
    outputs.report = material
    var target = try OutputFolder(folder, of: subject)
    try formats.flatMap { Output.ofReport($0, printing: printing) }.write(
      outputs, into: &target)
    return formats.map { folder + "/" + $0.fileName }
  }

  /// Prints reports that were written into a folder, each beside its page: `council.html` to `council.pdf`.
  ///
  /// - Parameter schools: Whether schools' pages are printed as well.
  ///
  /// - Throws: `PrintError`, `OutputError`, `FormatError`; what was printed before stays.
  public func printReports(
    _ formats: [ReportFormat], schools: Bool = false, in folder: String
  ) throws {
    let printer = try PagePrinter()
    var pages = formats.map { (name: $0.fileName, readers: Output.readers(of: $0)) }
    if schools, let page = SchoolPage(material, work.wording.language) {
      pages += page.schools.map { ("schools/" + page.fileName(of: $0), .everybody) }
    }
    var target = try OutputFolder(folder, of: subject)
    try target.claim(pages.map { PagePrinter.name(of: $0.name) })
    for page in pages {
      let bytes = try printer.pdf(of: page.name, in: folder)
      try target.write(as: PagePrinter.name(of: page.name)) {
        try AtomicFile.write(bytes, to: $0, for: page.readers)
      }
    }
  }

  private func keep(
    _ read: [InputSummary]
  ) -> (edits: [RegistryEdit], problem: RegistryError?) {
    do throws(RegistryError) {
      let edits = try memory?.keep(
        result, routes: material.routes, inputs: read,
        sightings: inputs.candidateInputs.sightings, program: material.generator)
      return (edits ?? [], nil)
    } catch {
      return ([], error)
    }
  }
}
