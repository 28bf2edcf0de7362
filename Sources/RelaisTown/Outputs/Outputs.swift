import CoverageEngine
import Foundation
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisWording

/// Writes what a run found into a folder; every file aside first, then renamed.
struct Outputs {
  let folder: String
  let result: AnalysisResult
  let inputs: Inputs
  let findings: [Finding]
  /// The ways to school, where the run has them.
  var routes: RoutePlan?
  /// Whom to recruit, where the run has candidates.
  var doors: DoorTeller?
  /// Where a registry knows earlier days.
  var trend: Trend?
  /// The language they are written in.
  let wording: Wording

  init(
    folder: String, result: AnalysisResult, inputs: Inputs, findings: [Finding],
    routes: RoutePlan? = nil, doors: DoorTeller? = nil, trend: Trend? = nil, _ wording: Wording
  ) {
    self.folder = folder
    self.result = result
    self.inputs = inputs
    self.findings = findings
    self.routes = routes
    self.doors = doors
    self.trend = trend
    self.wording = wording
  }

  /// Layers, gaps, findings, rejected rows: what both `coverage --out` and `run` leave.
  func writeTables(progress: RelaisGeo.Progress) throws {
    try AtomicFile.createDirectory(folder)
    progress(.serviceAreas)
    let areas = try ServiceAreaShapes.shapes(of: result, in: inputs.referenceSystem)
    progress(.writing)
    try CoverageGeoPackage.write(
      result, areas: areas, routes: routes, doors: doors, trend: trend,
      system: inputs.referenceSystem, wording: wording, to: folder + "/coverage.gpkg")
    if let routes {
      try writeSchools(routes)
    } else {
      // One of an earlier run would pass for this one's.
      try? FileManager.default.removeItem(atPath: folder + "/schools.csv")
    }
    try VisitOutputs(folder: folder, wording).write(doors, ground: result.network.ground)
    try inputs.candidateInputs.writeLeftOut(to: folder, wording)
    try AtomicFile.write(GapsCSV.bytes(result, routes: routes, wording), to: folder + "/gaps.csv")
    try AtomicFile.write(GapsGeoJSON.bytes(result, wording), to: folder + "/gaps.geojson")
    if !result.districts.isEmpty {
      try AtomicFile.write(
        DistrictsTable(result: result, wording: wording).table().csv(),
        to: folder + "/districts.csv")
    }
    if let inTime = result.inTime {
      try AtomicFile.write(WindowsCSV.bytes(inTime, result, wording), to: folder + "/windows.csv")
      try AtomicFile.write(
        TimedGapsCSV.bytes(inTime, of: result, wording), to: folder + "/gaps_by_window.csv")
      try AtomicFile.write(WeekCSV.bytes(inTime, wording), to: folder + "/hours.csv")
    }
    try writeChanges()
    try AtomicFile.write(
      FindingsCSV.bytes(findings, inputs.findingNames, wording), to: folder + "/findings.csv")
    try writeRejects()
  }

  /// `changes.csv` and `trend.csv`, where there is a trend.
  private func writeChanges() throws {
    let main = result.parameters.mainBudget
    let files = [
      ("changes.csv", trend?.change.map { ChangesCSV.bytes($0, of: result, wording) }),
      (
        "trend.csv",
        trend.map { TrendTable(trend: $0, main: main, wording: wording).points().csv() }
      ),
    ]
    for (name, bytes) in files {
      if let bytes {
        try AtomicFile.write(bytes, to: folder + "/" + name)
      } else {
        // One of an earlier run would pass for this one's.
        try? FileManager.default.removeItem(atPath: folder + "/" + name)
      }
    }
  }

  /// Schools and routes alone, with findings and rejected rows: what `routes --out` leaves.
  func writeRoutes(_ routes: RoutePlan, progress: RelaisGeo.Progress) throws {
    try AtomicFile.createDirectory(folder)
    progress(.writing)
    try RoutesGeoPackage.write(
      routes, of: result, system: inputs.referenceSystem, wording: wording,
      to: folder + "/routes.gpkg")
    try writeSchools(routes)
    try AtomicFile.write(
      FindingsCSV.bytes(findings, inputs.findingNames, wording), to: folder + "/findings.csv")
    try writeRejects()
  }

  /// `schools/<number>-<id>.html`, a page for each school; those of earlier runs go.
  func writeSchoolPages(of material: ReportMaterial) throws {
    let pages = folder + "/schools"
    var written = Set<String>()
    if let page = SchoolPage(material, wording.language), !page.schools.isEmpty {
      try AtomicFile.createDirectory(pages)
      for school in page.schools {
        let name = page.fileName(of: school)
        try AtomicFile.write(page.file(of: school), to: pages + "/" + name)
        written.insert(name)
      }
    }
    for name in (try? FileManager.default.contentsOfDirectory(atPath: pages)) ?? []
    where name.hasSuffix(".html") && !written.contains(name) {
      try? FileManager.default.removeItem(atPath: pages + "/" + name)
    }
  }

  private func writeSchools(_ routes: RoutePlan) throws {
    let gaps = result.gaps.filter { $0.budget == result.parameters.mainBudget }
    try AtomicFile.write(
      SchoolsCSV.bytes(routes, gaps: gaps, wording), to: folder + "/schools.csv")
  }

  private func writeRejects() throws {
    try Rejects(in: folder, wording).write(
      inputs.namedReports.map { ($0.kind, $0.report.file, $0.report.rejected) })
  }
}
