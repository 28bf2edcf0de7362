import CoverageEngine
import Foundation
import RelaisGeo
import RelaisReports

/// Everything computed, then every file written.
enum WriteStages {
  static func run(_ network: StreetNetwork, _ options: Options, _ watch: Stopwatch) throws {
    let parameters = try AnalysisParameters(budgets: [300, 500])
    let facilities = RandomRelays.facilities(network, count: options.relays)
    let analysis = CoverageAnalysis(
      network: network, facilities: facilities, parameters: parameters)
    _ = watch.stage("figures", units: { _ in network.edgeCount }, of: "edge") {
      analysis.run(.figures)
    }
    let result = watch.stage("figures, gaps and circles", units: { _ in network.edgeCount }, of: "edge") {
      analysis.run(.everything)
    }
    let system = ReferenceSystem.suited(to: network.envelope.centre)
    let areas = try ServiceAreaShapes.shapes(of: result, in: system)
    let wording = Wording(.english)
    let path = NSTemporaryDirectory() + "relais-stages-\(getpid()).gpkg"
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = watch.stage("write JSON with edges", units: { $0.count }, of: "byte") {
      CoverageJSON.bytes(result, system: system, withEdges: true)
    }
    _ = try watch.stage("write GeoPackage", units: { _ in network.edgeCount }, of: "edge") {
      try CoverageGeoPackage.write(
        result, areas: areas, system: system, wording: wording, to: path)
    }
    _ = watch.stage("write GeoJSON of gaps", units: { $0.count }, of: "byte") {
      GapsGeoJSON.bytes(result, wording)
    }
    let material = ReportMaterial(
      territory: "Stages", insee: nil, result: result, findings: [], missing: [], credits: [],
      generator: "stages")
    _ = watch.stage("write council report", units: { $0.count }, of: "byte") {
      ReportFormat.council.file(of: material, in: .english)
    }
  }
}
