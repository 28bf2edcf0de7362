import CoverageEngine
import Foundation
import RelaisFormats
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisWording

/// Brings the results of a plan's units together, whoever did them and in whatever order: a table, a layer and a page.
public struct BatchMerge: Sendable {
  /// How many communes have figures.
  public var done: Int { material.count(.done) }
  /// Communes without figures, and why where their data will not do.
  public var without: [(unit: String, problem: String?)] {
    material.communes.filter { $0.state != .done }.map {
      ($0.insee, $0.state == .failed ? $0.problem : nil)
    }
  }
  private let material: NationalMaterial
  private let inputs: [String]
  private let wording: Wording

  /// Reads what there is.
  ///
  /// - Throws: ``BatchError``, `FormatError`; ``Interrupted``.
  public init(_ folder: BatchFolder, _ work: Work) throws {
    let plan = try folder.plan()
    let units = try folder.units().sorted { $0.id < $1.id }
    wording = work.wording
    inputs = [folder.planFile, folder.unitsFile]
    var communes: [CommuneFigures] = []
    var areas: [MultiPolygon] = []
    for unit in units {
      try work.cancellation.check()
      let outline = folder.unit(unit.id) + "/sources/boundary/boundary.geojson"
      areas.append(
        try AreasImporter.read(outline, in: Surroundings(.geographic)).value.first?.shape
          ?? MultiPolygon([]))
      communes.append(Self.figures(of: unit, folder, plan))
    }
    material = NationalMaterial(
      communes: communes, areas: areas, budgets: plan.budgets,
      system: plan.referenceSystem ?? .geographic, generator: Program.name,
      credits: plan.credits)
  }

  private static func figures(
    of unit: BatchEntry, _ folder: BatchFolder, _ plan: BatchContent
  ) -> CommuneFigures {
    switch folder.state(of: unit.id, plan, reports: false) {
    case .pending: break
    case .failed(let problem):
      var failed = CommuneFigures(insee: unit.id, name: unit.name, state: .failed)
      failed.problem = problem
      return failed
    case .done:
      let path = folder.result(unit.id) + "/figures.json"
      if let bytes = FileManager.default.contents(atPath: path),
        let figures = CommuneFigures(Array(bytes), budgets: plan.budgets), figures.insee == unit.id
      {
        return figures
      }
    }
    return CommuneFigures(insee: unit.id, name: unit.name, state: .missing)
  }

  /// The sums: schema `relais.batch/1`.
  public var json: [UInt8] { NationalJSON.bytes(material) }

  /// Writes `communes.csv`, `communes.gpkg` and `national.html`.
  ///
  /// - Throws: `OutputError` where a file there is not ours to replace; what writers throw.
  public func write(to path: String) throws {
    let names = ["communes.csv", "communes.gpkg", "national.html"]
    var folder = try OutputFolder(path, isOwn: false, reading: inputs)
    try folder.claim(names)
    try folder.write(as: names[0]) {
      try AtomicFile.write(NationalCSV.bytes(material, wording), to: $0)
    }
    try folder.write(as: names[1]) { try NationalGeoPackage.write(material, wording, to: $0) }
    try folder.write(as: names[2]) {
      try AtomicFile.write(NationalPage(material, wording).bytes(), to: $0)
    }
    try folder.finish(removing: [])
  }
}
