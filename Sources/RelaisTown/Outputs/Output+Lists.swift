import RelaisReports
import RelaisWording

/// What each command leaves in a folder.
extension Output {
  /// Layers, gaps, findings, rejected rows: what both `coverage --out` and `run` leave.
  static let tables: [Output] = [
    .coverageLayers, .schools, .prospects, .rounds, .tracks, .leftOut, .gaps, .gapShapes,
    .districts, .windows, .gapsByWindow, .week, .changes, .trend, .findings, .rejects,
  ]

  /// What `run` leaves.
  static let ofRun: [Output] =
    tables + ReportFormat.all.flatMap(ofReport) + [.schoolPages, .summary]

  /// What `routes --out` leaves.
  static let ofRoutes: [Output] = [.routeLayers, .schools, .findings, .rejects]

  /// What `prospect --out` leaves.
  static let ofProspection: [Output] = [
    .prospects, .rounds, .tracks, .prospectLayers, .leftOut, .page(of: .apprentice), .findings,
    .rejects,
  ]

  /// A report's page, the tables that lie beside it, and its print.
  static func ofReport(_ format: ReportFormat) -> [Output] {
    var outputs = [page(of: format), pdf(of: format)]
    if format.fileName == ReportFormat.public.fileName { outputs += [.publicRelays] }
    if format.fileName == ReportFormat.agent.fileName { outputs += [.agentTasks] }
    return outputs
  }

  /// Every output there is.
  static let all: [Output] = ofRun + ofRoutes + ofProspection + [.kits]
}
