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
    try Self.writeRejects(inputs.reports, to: folder)
  }

  /// `rejects/<file>.csv` for every input with rows not taken; those of earlier runs go.
  static func writeRejects(
    _ reports: [(kind: InputKind, report: ImportReport)], to folder: String
  ) throws {
    let rejects = folder + "/rejects"
    try AtomicFile.createDirectory(rejects)
    var written = Set<String>()
    for (kind, report) in reports where !report.rejected.isEmpty {
      var name = (report.file as NSString).lastPathComponent + ".csv"
      if !written.insert(name).inserted {
        name = "\(kind.rawValue)-\(name)"
        written.insert(name)
      }
      try AtomicFile.write(RejectsCSV.bytes(report.rejected, words), to: rejects + "/" + name)
    }
    for name in (try? FileManager.default.contentsOfDirectory(atPath: rejects)) ?? []
    where name.hasSuffix(".csv") && !written.contains(name) {
      try? FileManager.default.removeItem(atPath: rejects + "/" + name)
    }
  }
}
