import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports

/// The whole computation of a territory on one day, and the files it leaves.
struct TownRun {
  private let past: PastOptions
  private let global: GlobalOptions
  private let line: ProgressLine
  private var inputs: Inputs
  private let material: ReportMaterial
  /// What the registry remembers; `nil` without one.
  private let memory: TrendInputs?

  private var result: AnalysisResult { material.result }

  /// Reads everything and computes everything.
  ///
  /// - Throws: what readers throw; `TerritoryError`, `RegistryError`.
  init(_ territory: Territory, _ past: PastOptions, _ global: GlobalOptions) throws {
    self.past = past
    self.global = global
    let line = ProgressLine(quiet: global.quiet)
    self.line = line
    defer { line.finish() }
    let configuration = territory.configuration
    var files = try InputFiles(territory)
    files.readsCandidates = true
    try files.take(asOf: past.day.asOf)
    guard !files[.streets].isEmpty else {
      throw TerritoryError.noStreets(folder: territory.folder)
    }
    let parameters = try AnalysisParameters(
      budgets: configuration.budgets, countsConnector: configuration.countsConnector,
      maximumSnap: configuration.maximumSnap, bufferRadius: configuration.bufferRadius)
    let holidays = try SchoolCalendarFiles.read(files.calendar)
    var inputs = try Inputs.read(files, progress: line.progress)
    inputs.calendarReports = holidays.reports
    var analysis = inputs.analysis(parameters)
    analysis.calendar = configuration.calendar(holidays.holidays)
    analysis.times = configuration.times(analysis.calendar)
    let result = analysis.run(.everything, progress: line.progress)
    let routes = try RouteInputs.plan(files, &inputs, result, progress: line.progress)
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
        }, tellsEveryBudget: true, progress: line.progress)
    let visits = try prospection.map {
      try ProspectInputs.visits(
        $0, result, routes: routes.plan, times: (analysis.times, analysis.calendar), territory)
    }
    memory = try TrendInputs(files)
    let missing = InputKind.allCases.filter {
      files[$0].isEmpty || $0 == .candidates && inputs.candidateInputs.reports.isEmpty
    }
    var material = ReportMaterial(
      territory: configuration.name, insee: configuration.insee, result: result,
      routes: routes.plan, prospection: prospection, visits: visits,
      findings: inputs.findings(after: result) + result.findings + routes.findings
        + (prospection?.findings.filter { !result.findings.contains($0) } ?? [])
        + missing.map { Finding(.inputMissing($0)) },
      missing: missing, credits: configuration.credits ?? inputs.credits,
      date: memory?.day, generator: CoverageCLI.generator)
    material.costs = try CostInputs.costs(territory)
    material.agent = try AgentInputs.file(files, asOf: past.day.asOf)
    material.trend = memory?.trend(
      of: result, inputs, since: past.since, progress: line.progress)
    material.isPast = past.day.asOf.map { $0 < .today() } ?? false
    self.inputs = inputs
    self.material = material
  }

  /// Writes all results into a folder, keeps the run in the registry, and says what was found.
  ///
  /// - Parameter json: Where `summary.json` goes besides; nothing else is then said on stdout.
  /// - Throws: what writers throw; `ExitStatus` under `--strict`.
  func writeAll(to folder: String, summary json: String?) throws {
    defer { line.finish() }
    let routes = material.routes
    let outputs = Outputs(
      folder: folder, result: result, inputs: inputs, findings: material.findings,
      routes: routes,
      doors: material.visits.map { DoorTeller($0, result, routes: routes, words) },
      trend: material.trend)
    try outputs.writeTables(progress: line.progress)
    try write(ReportFormat.all, to: folder)
    try outputs.writeSchoolPages(of: material, in: global.lang)
    let read = try inputs.namedReports.map { kind, report in
      try InputSummary(kind, report, relays: inputs.facilities)
    }
    let summary = SummaryJSON.bytes(
      of: material, system: inputs.referenceSystem, inputs: read, Wording(global.lang))
    try AtomicFile.write(summary, to: folder + "/summary.json")
    let kept = keep(read)
    line.finish()

    if let json {
      try Console.write(summary, to: json)
    } else if !global.quiet {
      try say(writtenTo: folder)
    }
    EditPrinter.print(inputs.edits + kept.edits, quiet: global.quiet)
    // Missing kinds are told below; candidates set aside are listed in their own file.
    let untold: [Finding.Code] = [.inputMissing, .candidatesLeftOut, .candidatesMerged]
    FindingPrinter.print(
      material.findings.filter { !untold.contains($0.code) }, inputs.findingNames,
      quiet: global.quiet)
    if !global.quiet {
      for kind in material.missing { Console.error("relais: " + words.missing(kind)) }
      if memory == nil { Console.error("relais: " + words.noTrend) }
    }
    if let problem = kept.problem { Console.error("relais: " + problem) }
    try endStrictly(kept.problem != nil)
  }

  /// Writes some reports alone into a folder.
  ///
  /// - Throws: what writers throw; `ExitStatus` under `--strict`.
  func writeReports(_ formats: [ReportFormat], to folder: String) throws {
    defer { line.finish() }
    try AtomicFile.createDirectory(folder)
    try write(formats, to: folder)
    line.finish()
    if !global.quiet {
      for format in formats {
        try Console.output(words.wroteReport(folder + "/" + format.fileName))
      }
    }
    EditPrinter.print(inputs.edits, quiet: global.quiet)
    try endStrictly(false)
  }

  private func write(_ formats: [ReportFormat], to folder: String) throws {
    for format in formats {
      try AtomicFile.write(
        format.file(of: material, in: global.lang), to: folder + "/" + format.fileName)
      try ReaderFiles(folder: folder).write(beside: format.fileName, material)
    }
  }

  /// Keeps the run in the registry. The results stand, whatever becomes of their trace.
  private func keep(_ read: [InputSummary]) -> (edits: [RegistryEdit], problem: String?) {
    do throws(RegistryError) {
      let edits = try memory?.keep(
        result, routes: material.routes, inputs: read,
        sightings: inputs.candidateInputs.sightings, program: material.generator)
      return (edits ?? [], nil)
    } catch {
      return ([], words.runNotKept(words.sentence(error)))
    }
  }

  private func say(writtenTo folder: String) throws {
    if let day = past.day.asOf { try Console.output(words.asOfLine(day)) }
    try Console.output(words.summary(of: result))
    if let plan = material.routes { try Console.output(words.summary(of: plan)) }
    if let prospection = material.prospection {
      try Console.output(words.outcome(of: prospection))
    }
    if let change = material.trend?.change {
      try Console.output(words.sentence(change, result.parameters.mainBudget))
    }
    try Console.output("")
    try Console.output(words.written(folder))
  }

  private func endStrictly(_ hasProblem: Bool) throws {
    let hasFindings = hasProblem || material.findings.contains { $0.severity > .note }
    if global.strict, hasFindings { throw ExitStatus.findings }
  }
}
