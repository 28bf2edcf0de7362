import CoverageEngine
import RelaisGeo
import RelaisReports
import RelaisWording

/// What outputs are made of: the answer to a question, and what was read for it.
struct OutputMaterial: Sendable {
  let inputs: Inputs
  let result: AnalysisResult
  let findings: [Finding]
  /// What findings call relays and candidates.
  let findingNames: FindingNames
  let wording: Wording
  let progress: RelaisGeo.Progress
  let cancellation: Cancellation
  /// The ways to school, where there are some.
  var routes: RoutePlan?
  /// Whom to recruit, where there are candidates.
  var doors: DoorTeller?
  /// Where a registry knows earlier days.
  var trend: Trend?
  /// What reports are made of; `nil` for a question that has none.
  var report: ReportMaterial?
  /// `summary.json`.
  var summary: [UInt8]?
  /// Tables of rejected rows that imports wrote, which keep their names.
  var importedRejects: Set<String> = []

  init(
    _ inputs: Inputs, _ result: AnalysisResult, _ findings: [Finding], named names: FindingNames,
    _ work: Work
  ) {
    self.inputs = inputs
    self.result = result
    self.findings = findings
    findingNames = names
    wording = work.wording
    progress = work.progress
    cancellation = work.cancellation
  }
}
