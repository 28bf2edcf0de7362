public import CoverageEngine
public import RelaisGeo
import RelaisRegistry
public import RelaisReports
import RelaisWording

/// Coverage and gaps, of a territory or of plain files.
public struct CoverageQuestion: Sendable {
  public var subject: Subject
  public var measure = Measure()
  public var time = TimeRequest()
  /// The day whose adherents count; `nil` for today. Only a registry knows a past one.
  public var asOf: CalendarDay?
  /// How much to compute.
  public var extent = CoverageAnalysis.Extent.everything

  public init(of subject: Subject) {
    self.subject = subject
  }

  /// Every file that is read.
  public var inputs: [String] { subject.files + time.schoolHolidays }

  /// - Throws: what readers throw; `TerritoryError`, `RegistryError`, ``RequestError``; ``Interrupted``.
  public func answer(_ work: Work) throws -> CoverageAnswer {
    var (files, parameters) = try subject.inputs(measure, work)
    try files.take(asOf: asOf)
    let time = try time.read(over: files)
    var inputs = try Inputs.read(files, work)
    inputs.calendarReports = time.reports
    try work.cancellation.check()
    var analysis = inputs.analysis(parameters)
    analysis.moment = time.moment
    analysis.calendar = time.calendar
    analysis.checksHealth = true
    let result = analysis.run(extent, progress: work.progress)
    try work.cancellation.check()
    return CoverageAnswer(
      result: result, findings: inputs.findings() + result.findings, inputs: inputs,
      subject: subject)
  }
}

/// Coverage as it was found, with everything there is to report about it.
public struct CoverageAnswer: Sendable {
  public let result: AnalysisResult
  /// Of the files first, then of the analysis.
  public let findings: [Finding]
  let inputs: Inputs
  let subject: Subject

  /// What other programs had changed in the registry.
  public var edits: [RegistryEdit] { inputs.edits }
  /// What findings call relays and candidates.
  public var findingNames: FindingNames { inputs.findingNames }
  /// The system outputs are written in.
  public var referenceSystem: ReferenceSystem { inputs.referenceSystem }

  /// Writes layers, tables, findings and rejected rows into a folder.
  ///
  /// - Throws: `OutputError` where a file there is not ours to replace; what writers throw.
  public func write(to folder: String, _ work: Work) throws {
    let material = OutputMaterial(
      inputs, result, findings, named: inputs.findingNames, work)
    var target = try OutputFolder(folder, of: subject)
    try Output.tables.write(material, into: &target)
  }
}
