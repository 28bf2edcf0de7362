import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisReports

/// `relais routes`: the ways to school, of a territory or of plain files.
struct RoutesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "routes", abstract: words.routesAbstract, discussion: words.routesDiscussion)

  @OptionGroup(title: words.filesTitle) var plain: PlainFileOptions
  @OptionGroup(title: words.filesTitle) var places: RouteFileOptions
  @OptionGroup var territory: TerritoryOption
  @OptionGroup(title: words.momentTitle) var moment: MomentOptions

  @Option(name: .long, help: ArgumentHelp(words.jsonHelp, valueName: "file|-"))
  var json: String?

  @Option(name: .long, help: ArgumentHelp(words.routesOutHelp, valueName: "dir"))
  var out: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    try plain.check(beside: territory)
    if plain.distance.count > 1 { throw ValidationError(words.oneDistance) }
    if plain.streets.isEmpty, !places.schools.isEmpty || !places.addresses.isEmpty {
      throw ValidationError(words.streetsNeeded)
    }
    if !plain.streets.isEmpty, places.schools.isEmpty || places.addresses.isEmpty {
      throw ValidationError(words.schoolsAndAddressesNeeded)
    }
  }

  func run() throws {
    try ErrorPrinter.run {
      let line = ProgressLine(quiet: global.quiet)
      defer { line.finish() }
      let (files, parameters) = try InputFiles.chosen(plain, territory)
      let isPlain = !plain.streets.isEmpty
      var routeFiles = files
      if isPlain {
        routeFiles.files[.schools] = places.schools
        routeFiles.files[.addresses] = places.addresses
        routeFiles.files[.catchments] = places.catchments
      }
      let holidays = try SchoolCalendarFiles.read(files.calendar + moment.calendar.schoolHolidays)
      let calendar = moment.calendar.calendar(holidays.holidays, defaults: files.configuration)
      let asked = try moment.moment(calendar, defaults: files.configuration)
      var inputs = try Inputs.read(files, progress: line.progress)
      inputs.calendarReports = holidays.reports
      let routeInputs = try RouteInputs.read(routeFiles, beside: inputs)
      var analysis = inputs.analysis(parameters)
      analysis.moment = asked
      analysis.calendar = calendar
      let result = analysis.run(
        json != nil && out == nil ? .figures : .everything, progress: line.progress)
      line.progress(.planningRoutes)
      var planner = routeInputs.planner(result)
      planner.demands = isPlain ? [.everyAddress] : RouteDemand.ofTown
      planner.isThorough = out != nil
      let plan = planner.plan()
      var all = inputs
      all.reports += routeInputs.reports
      let findings = all.findings() + result.findings + routeInputs.findings + plan.findings
      if let out {
        try Outputs(folder: out, result: result, inputs: all, findings: findings).writeRoutes(
          plan, progress: line.progress)
      }
      line.finish()
      if let json {
        try Console.write(RoutesJSON.bytes(plan), to: json)
      } else if !global.quiet || out == nil {
        try Console.output(words.summary(of: plan))
      }
      EditPrinter.print(inputs.edits, quiet: global.quiet)
      FindingPrinter.print(findings, inputs.findingNames, quiet: global.quiet)
      if !global.quiet {
        for kind in [InputKind.schools, .addresses] where routeFiles[kind].isEmpty {
          Console.error("relais: " + words.missing(kind))
        }
      }
      if global.strict, findings.contains(where: { $0.severity > .note }) {
        throw ExitStatus.findings
      }
    }
  }
}
