public import RelaisGeo

/// What an importer must know to place coordinates: on earth or on a plane, and which system
/// projected ones are in when their file does not say.
public struct Surroundings: Hashable, Sendable {
  public var ground: Ground
  /// For coordinates that are not degrees.
  public var projected: ReferenceSystem?

  public init(ground: Ground, projected: ReferenceSystem? = nil) {
    self.ground = ground
    self.projected = projected
  }

  /// A street of more metres is a slip in its coordinates.
  static let longestStreet = 1_000_000.0

  /// Surroundings for a system the user named, or none.
  public init(_ system: ReferenceSystem?) {
    switch system {
    case .local?: self.init(ground: .plane)
    case let system?: self.init(ground: .ellipsoid, projected: system.isGeographic ? nil : system)
    case nil: self.init(ground: .ellipsoid)
    }
  }

  /// Raw coordinates as positions; `nil` for a pair that is not finite or lies nowhere.
  ///
  /// On earth, coordinates are degrees if the file declares them so, or if it declares nothing and
  /// most of them lie within ±180 and ±90: no projected system has a whole file there.
  ///
  /// - Throws: ``FormatError/unknownReferenceSystem(file:example:)`` for projected coordinates in no
  ///   known system; ``ProjectionError``.
  public func positions(
    _ raw: [PlanarPoint], declared: ReferenceSystem? = nil, file: String
  ) throws -> [Position?] {
    if ground == .plane {
      return raw.map { Surroundings.isOnAnyMap($0) ? Position(x: $0.x, y: $0.y) : nil }
    }
    guard let system = declared ?? guess(raw) else {
      let example = raw.first.map { "\($0.x) \($0.y)" } ?? ""
      throw FormatError.unknownReferenceSystem(file: file, example: example)
    }
    if system.isGeographic {
      return raw.map {
        let position = Position(longitude: $0.x, latitude: $0.y)
        return position.isGeographic ? position : nil
      }
    }
    var projector = try Projector(system)
    let positions = projector.inverse(raw)
    return zip(raw, positions).map { Surroundings.isOnAnyMap($0) ? $1 : nil }
  }

  /// Metres beyond a hundred thousand kilometres are slips, and would overflow millimetres.
  private static func isOnAnyMap(_ point: PlanarPoint) -> Bool {
    abs(point.x) <= 1e8 && abs(point.y) <= 1e8
  }

  private func guess(_ raw: [PlanarPoint]) -> ReferenceSystem? {
    let finite = raw.filter { $0.x.isFinite && $0.y.isFinite }
    let degrees = finite.count { Position(longitude: $0.x, latitude: $0.y).isGeographic }
    return 2 * degrees >= finite.count ? .geographic : projected
  }

  /// The geometry with every position mapped; `nil` if one lies nowhere.
  func placed(_ geometry: Geometry, _ next: () -> Position?) -> Geometry? {
    func line(_ positions: [Position]) -> [Position]? {
      var result: [Position] = []
      result.reserveCapacity(positions.count)
      for _ in positions {
        guard let position = next() else { return nil }
        result.append(position)
      }
      return result
    }
    func polygon(_ polygon: Polygon) -> Polygon? {
      guard let shell = line(polygon.shell) else { return nil }
      let holes = polygon.holes.compactMap(line)
      return holes.count == polygon.holes.count ? Polygon(shell: shell, holes: holes) : nil
    }
    switch geometry {
    case .point: return next().map { .point($0) }
    case .multiPoint(let points): return line(points).map { .multiPoint($0) }
    case .lineString(let points): return line(points).map { .lineString($0) }
    case .multiLineString(let lines):
      let placed = lines.compactMap(line)
      return placed.count == lines.count ? .multiLineString(placed) : nil
    case .polygon(let shape): return polygon(shape).map { .polygon($0) }
    case .multiPolygon(let shape):
      let placed = shape.polygons.compactMap(polygon)
      return placed.count == shape.polygons.count ? .multiPolygon(MultiPolygon(placed)) : nil
    }
  }
}
