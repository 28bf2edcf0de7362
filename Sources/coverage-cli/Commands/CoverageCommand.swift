import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisReports

/// `relais coverage`: coverage and gaps, of a territory or of plain files.
struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage", abstract: words.coverageAbstract,
    discussion: words.coverageDiscussion)

  @OptionGroup(title: words.filesTitle) var plain: PlainFileOptions
  @OptionGroup var territory: TerritoryOption
  @OptionGroup(title: words.momentTitle) var moment: MomentOptions
  @OptionGroup(title: words.pastTitle) var past: AsOfOption

  @Flag(name: .long, help: ArgumentHelp(words.edgesHelp))
  var edges = false

  @Option(name: .long, help: ArgumentHelp(words.jsonHelp, valueName: "file|-"))
  var json: String?

  @Option(name: .long, help: ArgumentHelp(words.outHelp, valueName: "dir"))
  var out: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws { try plain.check(beside: territory) }

  func run() throws {
    try ErrorPrinter.run {
      let line = ProgressLine(quiet: global.quiet)
      defer { line.finish() }
      var (files, parameters) = try InputFiles.chosen(plain, territory)
      try files.take(asOf: past.asOf)
      let holidays = try SchoolCalendarFiles.read(files.calendar + moment.calendar.schoolHolidays)
      let calendar = moment.calendar.calendar(holidays.holidays, defaults: files.configuration)
      let asked = try moment.moment(calendar, defaults: files.configuration)
      var inputs = try Inputs.read(files, progress: line.progress)
      inputs.calendarReports = holidays.reports
      let isTable = json == nil
      var analysis = inputs.analysis(parameters)
      analysis.moment = asked
      analysis.calendar = calendar
      let result = analysis.run(
        out == nil && !isTable ? .figures : .everything, progress: line.progress)
      let findings = inputs.findings() + result.findings
      if let out {
        try Outputs(folder: out, result: result, inputs: inputs, findings: findings).writeTables(
          progress: line.progress)
      }
      line.finish()
      if let json {
        let bytes = CoverageJSON.bytes(
          result, system: inputs.referenceSystem, asOf: past.asOf, withEdges: edges)
        try Console.write(bytes, to: json)
      } else if !global.quiet || out == nil {
        if let day = past.asOf { try Console.output(words.asOfLine(day)) }
        try Console.output(words.summary(of: result))
      }
      EditPrinter.print(inputs.edits, quiet: global.quiet)
      FindingPrinter.print(findings, inputs.findingNames, quiet: global.quiet)
      if global.strict, findings.contains(where: { $0.severity > .note }) {
        throw ExitStatus.findings
      }
    }
  }
}

extension InputFiles {
  /// Plain files where streets are named, else the territory's; its parameters are the defaults.
  static func chosen(
    _ plain: PlainFileOptions, _ option: TerritoryOption
  ) throws -> (InputFiles, AnalysisParameters) {
    if !plain.streets.isEmpty {
      return (try InputFiles(plain: plain), try plain.parameters(defaults: nil))
    }
    let territory = try option.find()
    var files = try InputFiles(territory)
    if let system = try plain.referenceSystem { files.referenceSystem = system }
    if files[.streets].isEmpty { throw TerritoryError.noStreets(folder: territory.folder) }
    let parameters = try plain.parameters(defaults: territory.configuration)
    files.take(parameters)
    return (files, parameters)
  }
}
