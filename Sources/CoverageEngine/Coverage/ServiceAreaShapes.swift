import Computing
public import RelaisGeo

/// Service areas as areas on the map: the reached parts of streets, buffered and dissolved, and
/// each with the crow-fly circle of the same radius.
public struct ServiceAreaShape: Sendable {
  public var area: ServiceArea
  /// In the output system's coordinates.
  public var shape: MultiPolygon
  public var circle: Polygon
  /// Demand streets the relay reaches on foot, and those its circle would claim.
  public var streets: Length
  public var streetsInCircle: Length
}

public enum ServiceAreaShapes {
  /// All attached facilities that count, at all budgets, by facility, then budget; split over the cores.
  ///
  /// Buffers are made in a metric system; its scale at the relay is allowed for, so that 25 m are
  /// 25 m on the ground.
  ///
  /// - Parameter system: What outputs are written in; degrees are drawn by way of the metric system
  ///   for the place.
  /// - Throws: ``ProjectionError``, ``GeometryError``.
  public static func shapes(
    of result: AnalysisResult, in system: ReferenceSystem, progress: Progress = .silent
  ) throws -> [ServiceAreaShape] {
    let areas = ServiceArea.areas(
      result.network, snaps: result.countedSnaps, budgets: result.parameters.budgets,
      countsConnector: result.parameters.countsConnector
    ).flatMap { $0 }
    let circles = PerBudget(result.parameters.budgets) { budget in
      CrowFlyCircles.lengths(
        result.network, around: result.facilities.map(\.position), radius: budget.length)
    }
    // An empty slice first: nothing to draw needs no projection.
    guard !areas.isEmpty else { return [] }
    progress(.serviceAreas)
    let parts = Parallel.map(areas.count, grain: 16) { range in
      Swift.Result { () throws -> [ServiceAreaShape] in
        let plane = try OutputPlane(system, network: result.network)
        var buffer = StreetBuffer()
        return try areas[range].map { area in
          try shape(of: area, result, plane, &buffer, circles)
        }
      }
    }
    return try parts.flatMap { try $0.get() }
  }

  private static func shape(
    of area: ServiceArea, _ result: AnalysisResult, _ plane: OutputPlane,
    _ buffer: inout StreetBuffer, _ circles: PerBudget<[Length]>
  ) throws -> ServiceAreaShape {
    let network = result.network
    let place = result.facilities[area.facility].position
    let scale = try plane.scale(at: place)
    let lines = try area.pieces.map { piece in
      try plane.metric(network.line(of: piece.edge, from: piece.from, to: piece.to))
    }
    let outline = try buffer.outline(
      of: lines, radius: result.parameters.bufferRadius.metres * scale, quadrantSegments: 8)
    let centre = try plane.metric([place])[0]
    let circle = try PolygonOperations.circle(
      around: Position(x: centre.x, y: centre.y), radius: area.budget.metres * scale,
      segments: 96)
    var streets = Length.zero
    for piece in area.pieces where network.isDemand[piece.edge.position] {
      streets += piece.length
    }
    return ServiceAreaShape(
      area: area, shape: plane.output(outline),
      circle: plane.output(MultiPolygon([circle])).polygons[0], streets: streets,
      streetsInCircle: circles[area.budget][area.facility])
  }
}
