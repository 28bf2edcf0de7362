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
    try AtomicFile.write(FindingsCSV.bytes(findings, words), to: folder + "/findings.csv")
    try Rejects(in: folder).write(
      inputs.reports.map { ($0.kind.rawValue, $0.report.file, $0.report.rejected) })
  }
}
