import CoverageEngine
import Foundation
import RelaisGeo
import RelaisRegistry
import RelaisReports

/// Writes what a run found into a folder; every file aside first, then renamed.
struct Outputs {
  let folder: String
  let result: AnalysisResult
  let inputs: Inputs
  let findings: [Finding]

  /// Layers, gaps, findings, rejected rows: what both `coverage --out` and `run` leave.
  func writeTables(progress: RelaisGeo.Progress) throws {
    try AtomicFile.createDirectory(folder)
    progress(.serviceAreas)
    let areas = try ServiceAreaShapes.shapes(of: result, in: inputs.referenceSystem)
    progress(.writing)
    try CoverageGeoPackage.write(
      result, areas: areas, system: inputs.referenceSystem, wording: words,
      to: folder + "/coverage.gpkg")
    try AtomicFile.write(GapsCSV.bytes(result, words), to: folder + "/gaps.csv")
    try AtomicFile.write(GapsGeoJSON.bytes(result, words), to: folder + "/gaps.geojson")
    if let inTime = result.inTime {
      try AtomicFile.write(WindowsCSV.bytes(inTime, result, words), to: folder + "/windows.csv")
      try AtomicFile.write(
        TimedGapsCSV.bytes(inTime, of: result, words), to: folder + "/gaps_by_window.csv")
      try AtomicFile.write(WeekCSV.bytes(inTime, words), to: folder + "/hours.csv")
    }
    try AtomicFile.write(FindingsCSV.bytes(findings, words), to: folder + "/findings.csv")
    try Rejects(in: folder).write(
      inputs.namedReports.map { ($0.kind, $0.report.file, $0.report.rejected) })
  }
}
