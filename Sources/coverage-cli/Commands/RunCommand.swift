import ArgumentParser
import CoverageEngine
import Foundation
import RelaisGeo
import RelaisReports

/// `relais run`: the main job, from a territory's files to its reports.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: words.runAbstract, discussion: words.runDiscussion)

  @Argument(help: ArgumentHelp(words.runFolderHelp, valueName: "dir"))
  var folder: String?

  @OptionGroup var territory: TerritoryOption
  @OptionGroup(title: words.pastTitle) var past: PastOptions

  @Option(name: .long, help: ArgumentHelp(words.runOutHelp, valueName: "dir"))
  var out: String?

  @Option(name: .long, help: ArgumentHelp(words.summaryJSONHelp, valueName: "file|-"))
  var json: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    try ErrorPrinter.run {
      let territory = try folder.map { try Territory(at: $0) } ?? territory.find()
      try TownRun(
        territory: territory, past: past, reader: nil, folder: out ?? territory.outputFolder,
        json: json, global: global
      ).run()
    }
  }
}

/// The computation of a territory's day, and the files it leaves: all of them, or reports alone.
struct TownRun {
  let territory: Territory
  let past: PastOptions
  /// Whose report is written, alone; everything is if `nil`.
  let reader: ReportReader?
  let folder: String
  /// Where `summary.json` goes besides.
  var json: String?
  let global: GlobalOptions

  func run() throws {
    do {
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
      let line = ProgressLine(quiet: global.quiet)
      defer { line.finish() }
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
          effort: ProspectInputs.effortOfRun, progress: line.progress)
      let visits = try prospection.map {
        try ProspectInputs.visits(
          $0, result, routes: routes.plan, times: (analysis.times, analysis.calendar), territory)
      }
      let memory = try TrendInputs(files)
      let trend = memory?.trend(of: result, inputs, since: past.since, progress: line.progress)
      let missing = InputKind.allCases.filter {
        files[$0].isEmpty || $0 == .candidates && inputs.candidateInputs.reports.isEmpty
      }
      let findings =
        inputs.findings(after: result) + result.findings + routes.findings
        + (prospection?.findings.filter { !result.findings.contains($0) } ?? [])
        + missing.map { Finding(.inputMissing, severity: .note, facts: [$0.rawValue]) }
      var outputs = Outputs(
        folder: folder, result: result, inputs: inputs, findings: findings,
        routes: routes.plan,
        doors: visits.map { DoorTeller($0, result, routes: routes.plan, words) })
      outputs.trend = trend
      if reader == nil { try outputs.writeTables(progress: line.progress) }

      var material = ReportMaterial(
        territory: configuration.name, insee: configuration.insee, result: result,
        routes: routes.plan, prospection: prospection, visits: visits, findings: findings,
        missing: missing, credits: configuration.credits ?? inputs.credits,
        generator: CoverageCLI.generator)
      material.costs = try CostInputs.costs(territory)
      material.trend = trend
      material.date = memory?.day.iso
      material.isPast = past.day.asOf.map { $0 < .today() } ?? false
      let formats = ReportFormat.all.filter { reader?.wants($0) ?? true }
      if reader != nil { try AtomicFile.createDirectory(folder) }
      for format in formats {
        try AtomicFile.write(
          format.file(of: material, in: global.lang), to: folder + "/" + format.fileName)
      }
      if reader != nil {
        line.finish()
        if !global.quiet {
          for format in formats {
            try Console.output(words.wroteReport(folder + "/" + format.fileName))
          }
        }
        EditPrinter.print(inputs.edits, quiet: global.quiet)
        if global.strict, findings.contains(where: { $0.severity > .note }) {
          throw ExitStatus.findings
        }
        return
      }
      try outputs.writeSchoolPages(of: material, in: global.lang)
      let read = try inputs.namedReports.map { kind, report in
        try InputSummary(kind, report, relays: inputs.facilities)
      }
      let summary = SummaryJSON.bytes(
        of: material, system: inputs.referenceSystem, inputs: read, Wording(global.lang))
      try AtomicFile.write(summary, to: folder + "/summary.json")
      // The results stand, whatever becomes of their trace.
      var notKept: String?
      do throws(RegistryError) {
        inputs.edits +=
          try memory?.keep(
            result, routes: routes.plan, inputs: read, program: material.generator) ?? []
      } catch {
        notKept = words.runNotKept(words.sentence(error))
      }
      line.finish()

      if let json {
        try Console.write(summary, to: json)
      } else if !global.quiet {
        if let day = past.day.asOf { try Console.output(words.asOfLine(day)) }
        try Console.output(words.summary(of: result))
        if let plan = routes.plan { try Console.output(words.summary(of: plan)) }
        if let prospection { try Console.output(words.outcome(of: prospection)) }
        if let change = trend?.change {
          try Console.output(words.sentence(change, parameters.mainBudget))
        }
        try Console.output("")
        try Console.output(words.written(folder))
      }
      EditPrinter.print(inputs.edits, quiet: global.quiet)
      FindingPrinter.print(
        findings.filter { ![.inputMissing, .candidatesLeftOut, .candidatesMerged].contains($0.code) },
        quiet: global.quiet)
      if !global.quiet {
        for kind in missing { Console.error("relais: " + words.missing(kind)) }
        if memory == nil { Console.error("relais: " + words.noTrend) }
      }
      if let notKept { Console.error("relais: " + notKept) }
      if global.strict, notKept != nil || findings.contains(where: { $0.severity > .note }) {
        throw ExitStatus.findings
      }
    }
  }
}
