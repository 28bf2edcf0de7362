import ArgumentParser
import CoverageEngine
import Foundation
import RelaisGeo
import RelaisRegistry
import RelaisReports

/// `relais prospect`: which candidates to recruit, and how good the choice is known to be.
struct ProspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prospect", abstract: words.prospectAbstract,
    discussion: words.prospectDiscussion)

  @Option(
    name: .long, parsing: .unconditional, help: ArgumentHelp(words.countHelp, valueName: "number"))
  var count: Int

  @Option(name: .long, help: ArgumentHelp(words.candidatesHelp, valueName: "file"))
  var candidates: [String] = []

  @OptionGroup(title: words.filesTitle) var plain: PlainFileOptions
  @OptionGroup(title: words.filesTitle) var places: RouteFileOptions
  @OptionGroup var territory: TerritoryOption
  @OptionGroup var demand: DemandOptions
  @OptionGroup(title: words.momentTitle) var moment: MomentOptions

  @Option(
    name: .customLong("coverage-matrix"),
    help: ArgumentHelp(words.coverageMatrixHelp, valueName: "file"))
  var coverageMatrix: String?

  @Option(
    name: .long, parsing: .unconditional, help: ArgumentHelp(words.gapHelp, valueName: "percent"))
  var gap: Double = 0

  @Option(
    name: .customLong("time-limit"), parsing: .unconditional,
    help: ArgumentHelp(words.timeLimitHelp, valueName: "seconds"))
  var timeLimit: Double?

  @Flag(name: .long, help: ArgumentHelp(words.certainHelp))
  var certain = false

  @Option(name: .long, help: ArgumentHelp(words.certificateHelp, valueName: "file"))
  var certificate: String?

  @Option(name: .long, help: ArgumentHelp(words.jsonHelp, valueName: "file|-"))
  var json: String?

  @Option(name: .long, help: ArgumentHelp(words.prospectOutHelp, valueName: "dir"))
  var out: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard count > 0, count <= 100_000 else { throw ValidationError(words.badCount(count)) }
    guard gap >= 0, gap < 100 else { throw ValidationError(words.badGap) }
    if let timeLimit, !(timeLimit > 0) { throw ValidationError(words.badTimeLimit) }
    if coverageMatrix == nil { try plain.check(beside: territory) }
    if certificate == "-" { throw ValidationError(words.certificateNeedsFile) }
    if plain.distance.count > 1 { throw ValidationError(words.oneDistance) }
    if coverageMatrix != nil {
      guard plain.streets.isEmpty, !plain.hasCompanions, candidates.isEmpty,
        territory.territory == nil
      else {
        throw ValidationError(words.matrixAlone)
      }
      if demand.profile != nil || moment.at != nil || moment.window != nil {
        throw ValidationError(words.profileNeedsStreets)
      }
    } else if plain.streets.isEmpty {
      if !places.schools.isEmpty || !places.addresses.isEmpty {
        throw ValidationError(words.streetsNeeded)
      }
    } else if candidates.isEmpty {
      throw ValidationError(words.candidatesNeeded)
    }
  }

  func run() throws {
    try ErrorPrinter.run {
      let line = ProgressLine(quiet: global.quiet)
      defer { line.finish() }
      let (findings, names) =
        if let coverageMatrix {
          try answer(matrixIn: coverageMatrix, line)
        } else {
          try answerOnStreets(line)
        }
      // The summary counts these.
      FindingPrinter.print(
        findings.filter { ![.candidatesLeftOut, .candidatesMerged].contains($0.code) }, names,
        quiet: global.quiet)
      if global.strict, findings.contains(where: { $0.severity > .note }) {
        throw ExitStatus.findings
      }
    }
  }

  /// How far to search; a limit in time begins now.
  private var effort: SearchEffort {
    guard let timeLimit else { return SearchEffort(gap: gap / 100) }
    let end = ContinuousClock.now + .seconds(timeLimit)
    return SearchEffort(gap: gap / 100, work: .max) { ContinuousClock.now >= end }
  }

  private func answerOnStreets(_ line: ProgressLine) throws -> ([Finding], FindingNames) {
    var (files, parameters) = try InputFiles.chosen(plain, territory)
    files.readsCandidates = true
    if !candidates.isEmpty { files.files[.candidates] = candidates }
    let effort = effort
    let isPlain = !plain.streets.isEmpty
    var routeFiles = files
    if isPlain {
      routeFiles.files[.schools] = places.schools
      routeFiles.files[.addresses] = places.addresses
      routeFiles.files[.catchments] = places.catchments
    }
    let profile = demand.profile(defaults: files.configuration)
    let needed = profile.children > 0 ? [InputKind.schools, .addresses] : []
    let lacking = needed.filter { routeFiles[$0].isEmpty }
    if profile.street == 0, !lacking.isEmpty {
      throw ValidationError(isPlain ? words.childrenNeedSchools : words.childrenNeedSources)
    }
    let holidays = try SchoolCalendarFiles.read(files.calendar + moment.calendar.schoolHolidays)
    let calendar = moment.calendar.calendar(holidays.holidays, defaults: files.configuration)
    let asked = try moment.moment(calendar, defaults: files.configuration)
    var inputs = try Inputs.read(files, progress: line.progress)
    inputs.calendarReports = holidays.reports
    let demanded = try ProspectInputs.density(
      profile, routeFiles, &inputs, parameters,
      demands: isPlain ? [.everyAddress] : RouteDemand.ofTown, progress: line.progress)
    if certain {
      for index in inputs.candidates.indices { inputs.candidates[index].acceptance = nil }
    }
    let result = ProspectInputs.prospect(
      inputs, parameters, count: count, effort: effort, density: demanded.density, moment: asked,
      calendar: calendar, keepsTrace: certificate != nil, progress: line.progress)
    let material = try self.material(
      of: result, demanded.findings, files, &inputs, parameters, (asked, calendar), line)
    let findings = material.findings
    let names = material.findingNames
    guard let doors = material.doors(words) else { return (findings, names) }
    if let out {
      line.progress(.writing)
      try AtomicFile.createDirectory(out)
      try VisitOutputs(folder: out).write(doors, ground: inputs.network.ground)
      try ProspectsGeoPackage.write(
        doors, network: inputs.network, system: inputs.referenceSystem, wording: words,
        to: out + "/prospects.gpkg")
      try AtomicFile.write(
        ReportFormat.apprentice.file(of: material, in: global.lang),
        to: out + "/" + ReportFormat.apprentice.fileName)
      try AtomicFile.write(
        FindingsCSV.bytes(findings, names, words), to: out + "/findings.csv")
      try inputs.candidateInputs.writeLeftOut(to: out)
      try Rejects(in: out).write(
        inputs.namedReports.map { ($0.kind, $0.report.file, $0.report.rejected) })
    }
    line.finish()
    if let certificate {
      let bytes = CertificateJSON.bytes(
        result.problem.matrix, result.list, unit: result.problem.unit, count: count,
        ids: result.candidates.map(\.id))
      try AtomicFile.write(bytes, to: certificate)
    }
    if let json {
      try Console.write(ProspectJSON.bytes(doors, system: inputs.referenceSystem), to: json)
    } else if !global.quiet || out == nil {
      if let summary = words.summary(of: inputs.candidateInputs.pool) {
        try Console.output(summary)
      }
      try Console.output(words.summary(of: doors))
    }
    EditPrinter.print(inputs.edits, quiet: global.quiet)
    if !global.quiet {
      if inputs.candidates.isEmpty {
        Console.error(
          "relais: " + words.noCandidates(inputs.candidateInputs.pool, isOfTerritory: !isPlain))
      }
      for kind in lacking {
        Console.error("relais: " + (isPlain ? words.missingOption(kind) : words.missing(kind)))
      }
    }
    return (findings, names)
  }

  /// What reports are made of: the list with its reasons and rounds, over an analysis of the same streets.
  ///
  /// - Parameter demandFindings: of the ways to school that weigh the streets.
  private func material(
    of prospection: ProspectionResult, _ demandFindings: [Finding], _ files: InputFiles,
    _ inputs: inout Inputs,
    _ parameters: AnalysisParameters,
    _ time: (moment: MomentCoverage.Moment?, calendar: FrenchCalendar), _ line: ProgressLine
  ) throws -> ReportMaterial {
    // Reasons are about the time and the distance the list is for.
    var analysis = inputs.analysis(parameters.ofMainBudget)
    analysis.moment = time.moment
    analysis.calendar = time.calendar
    let result = analysis.run(.gaps, progress: line.progress)
    let routes = try RouteInputs.plan(
      files, &inputs, result, isThorough: false, progress: line.progress)
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
      generator: CoverageCLI.generator)
  }

  private func answer(
    matrixIn file: String, _ line: ProgressLine
  ) throws -> ([Finding], FindingNames) {
    let effort = effort
    line.progress(.readingPlaces)
    let imported = try CoverageInstanceImporter.read(file, count: count)
    let instance = imported.value
    let rejected = imported.report.rejected
    let findings =
      rejected.isEmpty
      ? []
      : [Finding(.rowsRejected(rejected.count, of: imported.report.rows), file: file)]
    line.progress(.choosing)
    let (list, curve) = RecruitmentCurve.beside(
      {
        RecruitmentList(
          instance.matrix, count: count, effort: effort, keepsTrace: certificate != nil)
      }, instance, count: count, isOver: effort.isOver)
    if let out {
      try AtomicFile.createDirectory(out)
      try AtomicFile.write(ProspectsCSV.bytes(instance, list, words), to: out + "/prospects.csv")
      try AtomicFile.write(
        FindingsCSV.bytes(findings, FindingNames(), words), to: out + "/findings.csv")
      try Rejects(in: out).write([("candidates", file, rejected)])
    }
    line.finish()
    if let certificate {
      let bytes = CertificateJSON.bytes(
        instance.matrix, list, unit: instance.unit, count: count, ids: instance.candidates)
      try AtomicFile.write(bytes, to: certificate)
    }
    if let json {
      try Console.write(ProspectJSON.bytes(instance, list, curve: curve, count: count), to: json)
    } else if !global.quiet || out == nil {
      try Console.output(words.summary(of: list, instance, curve: curve))
    }
    return (findings, FindingNames())
  }
}
