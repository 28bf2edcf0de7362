public import CoverageEngine
import RelaisFormats
public import RelaisGeo
public import RelaisWording

/// `coverage.gpkg`: streets cut into covered and uncovered parts, gaps, relays, service areas, and
/// the areas a territory has; styled, so that QGIS draws it at once.
public enum CoverageGeoPackage {
  /// - Throws: ``ProjectionError``, ``FormatError/notWritable(file:detail:)``.
  public static func write(
    _ result: AnalysisResult, areas: [ServiceAreaShape], routes: RoutePlan? = nil,
    doors: DoorTeller? = nil, trend: Trend? = nil, system: ReferenceSystem, wording: Wording,
    to path: String
  ) throws {
    let plane = try OutputPlane(system, network: result.network)
    let all = try layers(
      result, areas: areas, routes: routes, doors: doors, trend: trend, plane: plane,
      wording: wording)
    try GeoPackageWriter.write(all, referenceSystem: referenceSystem(system), to: path)
  }

  /// Its layers, those that lie below first.
  static func layers(
    _ result: AnalysisResult, areas: [ServiceAreaShape], routes: RoutePlan?, doors: DoorTeller?,
    trend: Trend?, plane: OutputPlane, wording: Wording
  ) throws -> [GeoPackageLayer] {
    let layers = CoverageLayers(
      result: result, plane: plane, wording: wording,
      passing: routes.map { plan in
        GapPassing(plan, gaps: result.main.gaps)
      })
    var all = [
      // Areas first: QGIS draws later layers on top.
      try layers.serviceAreas(areas), try layers.circles(areas), try layers.streets(),
      try layers.gaps(), try layers.relays(),
    ]
    if let inTime = result.inTime { all.insert(try layers.timedGaps(inTime), at: all.count - 1) }
    if !result.priorityAreas.isEmpty { all.insert(try layers.priorityAreas(), at: 0) }
    if let change = trend?.change, change.stretches.contains(where: { !$0.isEmpty }) {
      let layer = ChangeLayer(change: change, result: result, plane: plane, wording: wording)
      all.insert(try layer.layer(), at: all.count - 1)
    }
    if let changes = trend?.streetChanges, !changes.stretches.isEmpty {
      let layer = StreetChangeLayer(changes: changes, plane: plane, wording: wording)
      all.insert(try layer.layer(), at: all.count - 1)
    }
    if !result.districtAreas.isEmpty { all.insert(try layers.districts(), at: 0) }
    if !result.communeAreas.isEmpty { all.insert(try layers.communes(), at: 0) }
    if let area = result.studyArea { all.insert(try layers.boundary(area), at: 0) }
    if let routes {
      all += try SchoolLayers(plan: routes, result, plane: plane, wording: wording).all()
    }
    if let doors {
      all += try ProspectLayers(doors: doors, plane: plane, wording: wording).all()
    }
    if let health = result.health {
      all += try HealthLayers(
        health: health, network: result.network, plane: plane, wording: wording
      ).all()
    }
    return TitledLayers.titled(all, wording)
  }

  static func referenceSystem(
    _ system: ReferenceSystem
  ) throws -> GeoPackageReferenceSystem {
    if system == .local { return .undefinedCartesian }
    if system.isGeographic { return .wgs84 }
    let definition = try SystemDefinition(of: system)
    return .epsg(Int32(definition.code), name: definition.name, definition: definition.wkt)
  }
}
