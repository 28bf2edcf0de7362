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

  @Option(name: .long, help: ArgumentHelp(words.summaryJSONHelp, valueName: "file|-"))
  var json: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    try ErrorPrinter.run {
      let territory = try folder.map { try Territory(at: $0) } ?? territory.find()
      let configuration = territory.configuration
      var files = try InputFiles(territory)
      files.readsCandidates = true
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
      let missing = InputKind.allCases.filter {
        files[$0].isEmpty || $0 == .candidates && inputs.candidateInputs.reports.isEmpty
      }
      let findings =
        inputs.findings(after: result) + result.findings + routes.findings
        + (prospection?.findings.filter { !result.findings.contains($0) } ?? [])
        + missing.map { Finding(.inputMissing, severity: .note, facts: [$0.rawValue]) }
      let outputs = Outputs(
        folder: territory.outputFolder, result: result, inputs: inputs, findings: findings,
        routes: routes.plan,
        doors: visits.map { DoorTeller($0, result, routes: routes.plan, words) })
      try outputs.writeTables(progress: line.progress)

      var material = ReportMaterial(
        territory: configuration.name, insee: configuration.insee, result: result,
        routes: routes.plan, prospection: prospection, visits: visits, findings: findings,
        missing: missing,
        credits: configuration.credits ?? inputs.credits,
        generator: CoverageCLI.generator)
      material.costs = try CostInputs.costs(territory)
      for format in ReportFormat.all {
        try AtomicFile.write(
          format.file(of: material, in: global.lang),
          to: territory.outputFolder + "/" + format.fileName)
      }
      try outputs.writeSchoolPages(of: material, in: global.lang)
      let summary = try SummaryJSON.bytes(
        of: material, system: inputs.referenceSystem,
        inputs: inputs.namedReports.map { kind, report in
          InputSummary(
            kind: kind, file: (report.file as NSString).lastPathComponent,
            format: report.format, rows: report.rows, taken: report.taken,
            rejected: report.rejected.count, fingerprint: try Fingerprint.ofFile(at: report.file))
        }, Wording(global.lang))
      try AtomicFile.write(summary, to: territory.outputFolder + "/summary.json")
      line.finish()

      if let json {
        try Console.write(summary, to: json)
      } else if !global.quiet {
        try Console.output(words.summary(of: result))
        if let plan = routes.plan { try Console.output(words.summary(of: plan)) }
        if let prospection { try Console.output(words.outcome(of: prospection)) }
        try Console.output("")
        try Console.output(words.written(territory.outputFolder))
      }
      EditPrinter.print(inputs.edits, quiet: global.quiet)
      FindingPrinter.print(
        findings.filter { ![.inputMissing, .candidatesLeftOut, .candidatesMerged].contains($0.code) },
        quiet: global.quiet)
      if !global.quiet {
        for kind in missing { Console.error("relais: " + words.missing(kind)) }
      }
      if global.strict, findings.contains(where: { $0.severity > .note }) {
        throw ExitStatus.findings
      }
    }
  }
}
