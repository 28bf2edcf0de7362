package import CoverageEngine
import RelaisFormats
package import RelaisGeo
package import RelaisWording

/// `routes.gpkg`: who walks to school where, of a run on plain files.
package enum RoutesGeoPackage {
  /// - Throws: ``ProjectionError``, ``FormatError/notWritable(file:detail:)``.
  package static func write(
    _ plan: RoutePlan, of result: AnalysisResult, system: ReferenceSystem, wording: Wording,
    to path: String
  ) throws {
    let plane = try OutputPlane(system, network: result.network)
    try GeoPackageWriter.write(
      TitledLayers.titled(
        SchoolLayers(plan: plan, result, plane: plane, wording: wording).all(), wording),
      referenceSystem: CoverageGeoPackage.referenceSystem(system), to: path)
  }
}

extension SchoolLayers {
  /// Over the main budget's coverage of an analysis.
  init(plan: RoutePlan, _ result: AnalysisResult, plane: OutputPlane, wording: Wording) {
    self.init(
      plan: plan, network: result.network, coverage: result.main.coverage, plane: plane,
      wording: wording)
  }
}
