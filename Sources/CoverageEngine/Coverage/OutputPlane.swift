public import RelaisGeo

/// From the network's coordinates to those outputs are written in, by way of a metric plane.
///
/// One per task: it holds a projection of PROJ.
public final class OutputPlane {
  private let ground: Ground
  private let isGeographic: Bool
  /// That of the metric plane; `nil` where nothing is projected.
  private let projected: ReferenceSystem?
  private var projector: Projector?

  /// - Parameter system: Metric, geographic, or local for a network on a plane.
  /// - Throws: ``ProjectionError`` for systems PROJ does not know or that count in feet.
  public init(_ system: ReferenceSystem, network: StreetNetwork) throws(ProjectionError) {
    ground = network.ground
    isGeographic = system.isGeographic
    if ground == .ellipsoid {
      guard system != .local else { throw .noPlaceOnEarth }
      let place = network.envelope.isEmpty ? Position(x: 0, y: 0) : network.envelope.centre
      projected = isGeographic ? .suited(to: place) : system
    } else {
      projected = nil
    }
    if let projected { projector = try Projector(projected) }
  }

  private init(
    _ ground: Ground, isGeographic: Bool, projected: ReferenceSystem?
  ) throws(ProjectionError) {
    self.ground = ground
    self.isGeographic = isGeographic
    self.projected = projected
    if let projected { projector = try Projector(projected) }
  }

  /// Makes the same for another task.
  public var another: @Sendable () throws(ProjectionError) -> OutputPlane {
    let (ground, isGeographic, projected) = (ground, isGeographic, projected)
    return { () throws(ProjectionError) in
      try OutputPlane(ground, isGeographic: isGeographic, projected: projected)
    }
  }

  /// Metres of the metric plane.
  public func metric(_ positions: [Position]) throws(ProjectionError) -> [PlanarPoint] {
    guard ground == .ellipsoid else { return positions.map { PlanarPoint(x: $0.x, y: $0.y) } }
    return try projector?.forward(positions) ?? []
  }

  /// Metres of the metric plane in a ground metre, near a place; 1 on a plane.
  func scale(at place: Position) throws(ProjectionError) -> Double {
    guard ground == .ellipsoid else { return 1 }
    let step = 1e-4
    let ends = [
      Position(longitude: place.x, latitude: place.y - step),
      Position(longitude: place.x, latitude: place.y + step),
    ]
    let drawn = try metric(ends)
    let dx = drawn[1].x - drawn[0].x
    let dy = drawn[1].y - drawn[0].y
    return (dx * dx + dy * dy).squareRoot() / ground.length(from: ends[0], to: ends[1])
  }

  /// Positions as outputs write them.
  public func output(_ positions: [Position]) throws(ProjectionError) -> [Position] {
    if isGeographic || ground == .plane { return positions }
    return try metric(positions).map { Position(x: $0.x, y: $0.y) }
  }

  /// An area drawn on the metric plane, as outputs write it.
  func output(_ area: MultiPolygon) -> MultiPolygon {
    guard isGeographic, ground == .ellipsoid else { return area }
    return MultiPolygon(
      area.polygons.map { polygon in
        Polygon(shell: inverse(polygon.shell), holes: polygon.holes.map(inverse))
      })
  }

  /// An area of the network's coordinates, as outputs write it.
  public func outputArea(_ area: MultiPolygon) throws(ProjectionError) -> MultiPolygon {
    var result: [Polygon] = []
    for polygon in area.polygons {
      var holes: [[Position]] = []
      for hole in polygon.holes { holes.append(try output(hole)) }
      result.append(Polygon(shell: try output(polygon.shell), holes: holes))
    }
    return MultiPolygon(result)
  }

  private func inverse(_ ring: [Position]) -> [Position] {
    let points = ring.map { PlanarPoint(x: $0.x, y: $0.y) }
    return projector?.inverse(points).compactMap { $0 } ?? ring
  }
}
