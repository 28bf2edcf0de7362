package import CoverageEngine
import RelaisFormats
package import RelaisGeo

/// What an importer must know to place coordinates: on earth or on a plane, and which system
/// projected ones are in when their file does not say.
package struct Surroundings: Hashable, Sendable {
  package var ground: Ground
  /// For coordinates that are not degrees.
  package var projected: ReferenceSystem?
  /// The system a person named; ``projected`` may also be what suits the streets.
  package private(set) var given: ReferenceSystem?
  /// How far around the study area streets, and what is read with them, are taken; `nil` for everything.
  package var reading: ReadingArea?

  package init(ground: Ground, projected: ReferenceSystem? = nil) {
    self.ground = ground
    self.projected = projected
  }

  /// A street of more metres is a slip in its coordinates.
  static let longestStreet = 1_000_000.0

  /// Surroundings for a system the user named, or none.
  package init(_ system: ReferenceSystem?) {
    switch system {
    case .local?: self.init(ground: .plane)
    case let system?: self.init(ground: .ellipsoid, projected: system.isGeographic ? nil : system)
    case nil: self.init(ground: .ellipsoid)
    }
    given = system
  }

  /// Raw coordinates as positions; `nil` for a pair that is not finite or lies nowhere.
  ///
  /// - Throws: what ``read(_:declared:file:)`` throws.
  package func positions(
    _ raw: [PlanarPoint], declared: ReferenceSystem? = nil, file: String
  ) throws -> [Position?] {
    try read(
      raw, declared: declared.map { .known(.registered($0), .declared) } ?? .none, file: file
    ).positions
  }

  /// Coordinates of a file, placed.
  struct Placed {
    /// In the order of the coordinates; `nil` for a pair that is not finite or lies nowhere.
    var positions: [Position?]
    /// `nil` without coordinates.
    var system: ReadSystem?
    /// What is strange about the system.
    var findings: [Finding] = []
  }

  /// Raw coordinates as positions, and the system they were taken in.
  ///
  /// On earth, coordinates are degrees if the file declares them so, or if it declares nothing and
  /// most of them lie within ±180 and ±90: no projected system has a whole file there. The system a
  /// person gives stands for one the file names and nobody knows.
  ///
  /// - Throws: ``FormatError/unknownReferenceSystem(file:example:)`` for projected coordinates in no
  ///   known system, ``FormatError/unknownSystem(file:name:)`` for those of one nobody knows,
  ///   ``FormatError/elsewhere(file:system:example:)`` for those of another one;
  ///   ``ProjectionError``.
  func read(
    _ raw: [PlanarPoint], declared: SystemDeclaration = .none, file: String
  ) throws -> Placed {
    if ground == .plane {
      return Placed(
        positions: raw.map { Surroundings.isOnAnyMap($0) ? Position(x: $0.x, y: $0.y) : nil },
        system: ReadSystem(name: "\(ReferenceSystem.local)", origin: .given))
    }
    let system: DeclaredSystem
    let origin: ReadSystem.Origin
    switch declared {
    case .known(let known, let how): (system, origin) = (known, how)
    case .unknown(let name):
      guard let given else { throw FormatError.unknownSystem(file: file, name: name) }
      (system, origin) = (.registered(given), .given)
    case .none:
      guard let guessed = guess(raw) else {
        let example = raw.first.map { "\($0.x) \($0.y)" } ?? ""
        throw FormatError.unknownReferenceSystem(file: file, example: example)
      }
      system = .registered(guessed)
      origin = guessed == given ? .given : guessed.isGeographic ? .degrees : .streets
    }
    var placed = Placed(
      positions: [],
      system: raw.isEmpty && declared == .none ? nil : ReadSystem(name: "\(system)", origin: origin)
    )
    let isTheFilesWord = if case .known = declared { true } else { false }
    func report(_ strange: Int) throws {
      let example = "\(raw[strange].x) \(raw[strange].y)"
      guard isTheFilesWord else {
        // What a user says of a file may be a slip.
        throw FormatError.elsewhere(file: file, system: "\(system)", example: example)
      }
      placed.findings.append(
        Finding(
          .outsideAreaOfUse(
            system: "\(system)", example: example,
            areDegrees: !system.isGeographic && Surroundings.areDegrees(raw)), file: file))
    }
    if system.isGeographic {
      placed.positions = raw.map {
        let position = Position(longitude: $0.x, latitude: $0.y)
        return position.isGeographic ? position : nil
      }
      let lost = placed.positions.count { $0 == nil }
      if isTheFilesWord, 2 * lost > raw.count,
        let strange = placed.positions.firstIndex(where: { $0 == nil })
      {
        try report(strange)
      }
      return placed
    }
    var projector = try Projector(system)
    placed.positions = zip(raw, projector.inverse(raw)).map {
      Surroundings.isOnAnyMap($0) ? $1 : nil
    }
    // French systems and WGS 84 are the same to a metre by the registry's own word.
    if let accuracy = projector.lastAccuracy(), accuracy > 1.5 {
      placed.findings.append(
        Finding(
          .approximateSystem(system: "\(system)", accuracy: Length(metres: accuracy)), file: file))
    }
    if let area = projector.areaOfUse,
      let strange = Surroundings.strange(placed.positions, of: raw, area)
    {
      try report(strange)
    }
    return placed
  }

  /// The first position outside an area, or that lies nowhere, if more are so than in it; a degree of grace all round.
  private static func strange(
    _ positions: [Position?], of raw: [PlanarPoint], _ area: Envelope
  ) -> Int? {
    let wide = Envelope(
      minX: area.minX - 1, minY: area.minY - 1, maxX: area.maxX + 1, maxY: area.maxY + 1)
    let known = positions.indices.filter { isOnAnyMap(raw[$0]) }
    let isInside: (Int) -> Bool = { positions[$0].map(wide.contains) ?? false }
    guard 2 * known.count(where: isInside) < known.count else { return nil }
    return known.first { !isInside($0) }
  }

  /// Metres beyond a hundred thousand kilometres are slips, and would overflow millimetres.
  private static func isOnAnyMap(_ point: PlanarPoint) -> Bool {
    abs(point.x) <= 1e8 && abs(point.y) <= 1e8
  }

  private func guess(_ raw: [PlanarPoint]) -> ReferenceSystem? {
    Surroundings.areDegrees(raw) ? .geographic : projected
  }

  /// Whether at least half of some coordinates could be degrees.
  private static func areDegrees(_ raw: [PlanarPoint]) -> Bool {
    let finite = raw.filter { $0.x.isFinite && $0.y.isFinite }
    let degrees = finite.count { Position(longitude: $0.x, latitude: $0.y).isGeographic }
    return 2 * degrees >= finite.count
  }

  /// A box in the coordinates of a file, around all of its sides; `nil` where the system leads nowhere.
  func box(_ box: Envelope, in declared: SystemDeclaration) throws -> Envelope? {
    guard ground == .ellipsoid else { return box }
    let system: DeclaredSystem
    switch declared {
    case .known(let known, _): system = known
    case .unknown, .none: return nil
    }
    if system.isGeographic { return box }
    var projector = try Projector(system)
    // Sides of a box on earth are bent in the file's system.
    let steps = (0...8).map { Double($0) / 8 }
    let sides = steps.flatMap { share -> [Position] in
      let x = box.minX + share * (box.maxX - box.minX)
      let y = box.minY + share * (box.maxY - box.minY)
      return [
        Position(x: x, y: box.minY), Position(x: x, y: box.maxY), Position(x: box.minX, y: y),
        Position(x: box.maxX, y: y),
      ]
    }
    let placed = try projector.forward(sides)
    return Envelope(of: placed.map { Position(x: $0.x, y: $0.y) })
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
