import RelaisReports
import RelaisWording

/// What each command leaves in a folder.
extension Output {
  /// Layers, gaps, findings, rejected rows: what both `coverage --out` and `run` leave.
  static let tables: [Output] = [
    .coverageLayers, .schools, .prospects, .rounds, .tracks, .leftOut, .gaps, .gapShapes,
    .communes, .districts, .windows, .gapsByWindow, .week, .changes, .trend, .findings, .rejects,
  ]

  /// What `run` leaves.
  static let ofRun = ofRun(printing: false)

  /// What `run --pdf` leaves but the prints, which replace those of an earlier run when they are made.
  static let ofRunBeforePrints = ofRun(printing: true)

  private static func ofRun(printing: Bool) -> [Output] {
    tables + ReportFormat.all.flatMap { ofReport($0, printing: printing) }
      + [.schoolPages, .project, .summary] + (printing ? [] : [.schoolPrints])
  }

  /// What `routes --out` leaves.
  static let ofRoutes: [Output] = [.routeLayers, .schools, .findings, .rejects]

  /// What `prospect --out` leaves.
  static let ofProspection: [Output] = [
    .prospects, .rounds, .tracks, .prospectLayers, .leftOut, .page(of: .apprentice), .findings,
    .rejects,
  ]

  /// A report's page, the tables that lie next to it, and its print unless that is made next.
  static func ofReport(_ format: ReportFormat, printing: Bool) -> [Output] {
    var outputs = [page(of: format)] + (printing ? [] : [pdf(of: format)])
    if format.fileName == ReportFormat.public.fileName { outputs += [.publicRelays] }
    if format.fileName == ReportFormat.agent.fileName { outputs += [.agentTasks] }
    return outputs
  }

  /// Every output there is.
  static let all: [Output] = ofRun + ofRoutes + ofProspection + [.kits]
}
