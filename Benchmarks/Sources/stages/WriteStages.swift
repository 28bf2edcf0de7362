import CoverageEngine
import Foundation
import RelaisGeo
import RelaisReports
import RelaisWording

/// Everything computed, then every file written.
enum WriteStages {
  static func run(_ network: StreetNetwork, _ options: Options, _ watch: Stopwatch) throws {
    let parameters = try AnalysisParameters(budgets: [300, 500])
    let facilities = RandomRelays.facilities(network, count: options.relays)
    let analysis = CoverageAnalysis(
      network: network, facilities: facilities, parameters: parameters)
    _ = watch.stage("figures", of: "edge") {
      let made = analysis.run(.figures)
      return (made, network.edgeCount)
    }
    let result = watch.stage("figures, gaps and circles", of: "edge") {
      let made = analysis.run(.everything)
      return (made, network.edgeCount)
    }
    let system = ReferenceSystem.suited(to: network.envelope.centre)
    let areas = try ServiceAreaShapes.shapes(of: result, in: system)
    let wording = Wording(.english)
    let path = NSTemporaryDirectory() + "relais-stages-\(getpid()).gpkg"
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = watch.stage("write JSON with edges", of: "byte") {
      let made = CoverageJSON.bytes(result, system: system, withEdges: true)
      return (made, made.count)
    }
    try watch.stage("write GeoPackage", of: "edge") {
      try CoverageGeoPackage.write(
        result, areas: areas, system: system, wording: wording, to: path)
      return ((), network.edgeCount)
    }
    _ = watch.stage("write GeoJSON of gaps", of: "byte") {
      let made = GapsGeoJSON.bytes(result, wording)
      return (made, made.count)
    }
    let material = ReportMaterial(
      territory: "Stages", insee: nil, result: result, findings: [], missing: [], credits: [],
      generator: "stages")
    _ = watch.stage("write council report", of: "byte") {
      let made = ReportFormat.council.file(of: material, in: .english)
      return (made, made.count)
    }
  }
}
