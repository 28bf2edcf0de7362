import CPROJ

/// Brings coordinates between WGS 84 degrees and one reference system.
///
/// East (or longitude) comes first on both sides; the registry's axis order is settled when the
/// projector is made. Making one takes about six milliseconds: one per worker, not one per call.
///
/// It may move between tasks but never be shared: it is noncopyable and every use of the library is
/// a mutating method, so the compiler grants one user at a time. That is what makes the unchecked
/// conformance sound.
public struct Projector: ~Copyable, @unchecked Sendable {
  /// ``ReferenceSystem/local`` for a definition of its own, to which nothing is brought.
  public let system: ReferenceSystem
  /// Where the system is meant to be used, degrees; `nil` if unknown or across ±180°.
  public let areaOfUse: Envelope?

  /// Declared before what it made, and destroyed after it: the deinitialiser runs first.
  private let context: PROJContext?
  /// `nil` for degrees, which stay as they are.
  private let transformation: OpaquePointer?
  private let unit: (name: String, metres: Double?)

  /// - Throws: ``ProjectionError/unknownCode(_:)``, ``ProjectionError/notHorizontal(_:name:)``,
  ///   ``ProjectionError/noTransformation(_:detail:)``, ``ProjectionError/unavailable(detail:)``, or
  ///   ``ProjectionError/noPlaceOnEarth`` for a local plane.
  public init(_ system: ReferenceSystem) throws(ProjectionError) {
    self.system = system
    guard !system.isGeographic else {
      areaOfUse = Envelope(minX: -180, minY: -90, maxX: 180, maxY: 90)
      context = nil
      transformation = nil
      unit = ("degree", nil)
      return
    }
    let context = try PROJContext()
    let target = try context.makeSystem(system)
    defer { proj_destroy(target) }
    let kind = proj_get_type(target)
    guard kind == PJ_TYPE_PROJECTED_CRS || kind == PJ_TYPE_GEOGRAPHIC_2D_CRS else {
      throw .notHorizontal(system, name: PROJContext.name(of: target))
    }
    guard let transformation = Projector.makeTransformation(to: target, in: context) else {
      throw .noTransformation(system, detail: context.takeMessages())
    }
    self.transformation = transformation
    areaOfUse = context.areaOfUse(of: target)
    unit = context.unit(of: target)
    self.context = context
  }

  /// For what a file declares; a definition of its own leads to degrees only, never from them.
  ///
  /// A definition that names no datum is taken for WGS 84's where its ellipsoid is that or GRS 80,
  /// which maps of Europe are drawn on; else there is no transformation.
  ///
  /// - Throws: as for a registered system; ``ProjectionError/notRecognised(text:)`` with the name of a
  ///   definition that leads nowhere.
  public init(_ declared: DeclaredSystem) throws(ProjectionError) {
    switch declared {
    case .registered(let system): try self.init(system)
    case .defined(let name, let text): try self.init(definition: text, name: name)
    }
  }

  private init(definition: String, name: String) throws(ProjectionError) {
    system = .local
    let context = try PROJContext()
    guard let target = context.makeSystem(named: definition) else {
      throw .notRecognised(text: name)
    }
    defer { proj_destroy(target) }
    let transformation =
      Projector.makeTransformation(to: target, in: context)
      ?? (context.isOnWorldwideEllipsoid(target)
        ? Projector.makeTransformation(to: target, allowsBallpark: true, in: context) : nil)
    guard let transformation else { throw .notRecognised(text: name) }
    self.transformation = transformation
    areaOfUse = context.areaOfUse(of: target)
    unit = ("", nil)
    self.context = context
  }

  deinit {
    // Always returns NULL; takes NULL.
    proj_destroy(transformation)
  }

  /// Coordinates are metres, so ``forward(_:)-swift.method`` is open.
  public var isMetric: Bool { unit.metres == 1 }

  /// - Throws: ``ProjectionError/notMetric(_:unit:)`` unless coordinates are metres.
  public func checkMetric() throws(ProjectionError) {
    guard isMetric else { throw .notMetric(system, unit: unit.name) }
  }

  /// Positions in degrees to metres of the system.
  ///
  /// - Throws: ``ProjectionError/outOfDomain(_:index:position:)`` at the first position without an
  ///   image; ``ProjectionError/notMetric(_:unit:)`` if the system counts in degrees or feet.
  /// - Complexity: O(*n*), about seven million positions a second.
  public mutating func forward(_ positions: [Position]) throws(ProjectionError) -> [PlanarPoint] {
    try checkMetric()
    for (index, position) in positions.enumerated() where !position.isGeographic {
      throw .outOfDomain(system, index: index, position: position)
    }
    var points = positions.map { PlanarPoint(x: $0.x, y: $0.y) }
    transform(&points, PJ_FWD)
    for (index, point) in points.enumerated() where !(point.x.isFinite && point.y.isFinite) {
      throw .outOfDomain(system, index: index, position: positions[index])
    }
    return points
  }

  /// One position; see the batch for errors. As fast, point for point, save for the array.
  public mutating func forward(_ position: Position) throws(ProjectionError) -> PlanarPoint {
    try forward([position])[0]
  }

  /// Coordinates of the system, metres or its own unit, to positions in degrees.
  ///
  /// Made for what people typed: a pair that is not finite or leads nowhere gives `nil` in its place.
  /// A pair outside ``areaOfUse`` may still give a position; whether to believe it is the caller's.
  ///
  /// - Complexity: O(*n*).
  public mutating func inverse(_ points: [PlanarPoint]) -> [Position?] {
    var results = points
    transform(&results, PJ_INV)
    return results.indices.map { index in
      let from = points[index]
      let position = Position(longitude: results[index].x, latitude: results[index].y)
      return from.x.isFinite && from.y.isFinite && position.isGeographic ? position : nil
    }
  }

  /// How far off the last positions may be for want of a better transformation, metres; `nil` where
  /// the registry does not say, before any, and for degrees.
  public mutating func lastAccuracy() -> Double? {
    guard let transformation else { return nil }
    // NULL before any point, or where PROJ cannot say.
    guard let used = proj_trans_get_last_used_operation(transformation) else { return nil }
    defer { proj_destroy(used) }
    // -1 when unknown.
    let accuracy = proj_coordoperation_get_accuracy(context?.handle, used)
    return accuracy < 0 ? nil : accuracy
  }

  /// One point; `nil` if it leads nowhere.
  public mutating func inverse(_ point: PlanarPoint) -> Position? {
    inverse([point])[0]
  }

  /// In place; what has no image becomes infinite.
  private mutating func transform(_ points: inout [PlanarPoint], _ direction: PJ_DIRECTION) {
    guard let transformation, let context, !points.isEmpty else { return }
    let stride = MemoryLayout<PlanarPoint>.stride
    points.withUnsafeMutableBytes { bytes in
      let x = bytes.baseAddress?.assumingMemoryBound(to: Double.self)
      let count = bytes.count / stride
      // Returns how many were treated; one without an image is set to HUGE_VAL and the rest go on.
      _ = proj_trans_generic(
        transformation, direction, x, stride, count, x?.advanced(by: 1), stride, count,
        nil, 0, 0, nil, 0, 0)
    }
    // The results say which failed; the messages would only repeat it.
    _ = context.takeMessages()
  }

  /// `nil` when no operation joins degrees and the system.
  ///
  /// Systems on the old French datum (NTF) are joined through RGF93: the registry knows the grid
  /// between these two, and for most projections on NTF no other way to WGS 84 than three translations,
  /// some metres off. RGF93's degrees are taken for WGS 84's.
  private static func makeTransformation(
    to target: OpaquePointer, allowsBallpark: Bool = false, in context: PROJContext
  ) -> OpaquePointer? {
    let isFrench = context.datumName(of: target).contains("Nouvelle Triangulation Francaise")
    guard let source = try? context.makeDegrees(isFrench ? 4171 : 4326) else { return nil }
    defer { proj_destroy(source) }
    // A "ballpark" leaves out the change of datum, a hundred metres in France: better none.
    let raw = "ALLOW_BALLPARK=\(allowsBallpark ? "YES" : "NO")".withCString { option in
      var options: [UnsafePointer<CChar>?] = [option, nil]
      // NULL when no operation joins the two systems.
      return proj_create_crs_to_crs_from_pj(context.handle, source, target, nil, &options)
    }
    guard let raw else { return nil }
    defer { proj_destroy(raw) }
    // NULL when axis order cannot be settled.
    return proj_normalize_for_visualization(context.handle, raw)
  }
}
