/// The area within a distance of some lines, as one outline: every point nearer than the radius to a
/// line, overlaps dissolved.
///
/// The union of the segments' capsules is found directly: from each offset line and corner circle
/// the stretches inside other capsules are taken away in closed form, and what remains is linked into
/// rings. Nothing is simplified or sampled; arcs are drawn last, with corners on the true circle at
/// fixed directions, so the drawn outline lies within `radius` × (1 − cos(π / 4 / *q*)) of the true
/// one, inside it, for *q* chords a quarter circle, as the geometry library draws it. Coordinates are
/// snapped to a micrometre. Each outline is checked, and where the check fails, the library's own
/// buffer and union, some ten times slower, answer instead: ``fallbacks`` counts those.
///
/// One value serves one task and keeps its memory from call to call.
public struct StreetBuffer: ~Copyable, Sendable {
  /// Outlines made by the direct way so far.
  public private(set) var direct = 0
  /// Outlines left to the library so far; close to none in any real network.
  public private(set) var fallbacks = 0

  private var capsules = CapsuleSet()
  private var pieces = OutlinePieces()
  private var linking = OutlineLinking()
  private var rings = OutlineRings()
  private var check = OutlineCheck()

  public init() {}

  /// The outline of everything within `radius` of the lines.
  ///
  /// - Parameters:
  ///   - lines: Projected metres. Repeated points, repeated and crossing lines and loops are all
  ///     fine; a line of one point gives a disk, an empty one nothing.
  ///   - radius: Metres, at least a millimetre.
  ///   - quadrantSegments: Chords in a quarter circle, 1 to 1024.
  /// - Returns: Polygons that do not overlap, in the lines' order; shells counterclockwise, holes
  ///   clockwise; empty for no lines.
  /// - Throws: ``GeometryError/outOfRange(what:value:)`` for a radius, a coordinate or a number of
  ///   segments out of bounds; ``GeometryError/failed(operation:detail:)`` if the library fails too.
  /// - Complexity: O(*n* log *n* + *k* log *k*) for *n* segments and *k* pairs of them closer than two
  ///   radii in both coordinates.
  public mutating func outline(
    of lines: [[PlanarPoint]], radius: Double = 25, quadrantSegments: Int = 8
  ) throws(GeometryError) -> MultiPolygon {
    _ = try PolygonOperations.checked(quadrantSegments: quadrantSegments)
    guard radius >= 0.001, radius <= 1e6 else { throw .outOfRange(what: "radius", value: radius) }
    for line in lines {
      for point in line where !(abs(point.x) < 1e12 && abs(point.y) < 1e12) {
        throw .outOfRange(what: "coordinate", value: abs(point.x) < 1e12 ? point.y : point.x)
      }
    }
    if let area = dissolved(lines, radius, quadrantSegments) {
      var isSound = check.isSimple(area)
      // Sides closer than rounding: the library's exact predicates decide.
      if !isSound { isSound = try PolygonOperations.validityFlaw(of: area) == nil }
      if isSound {
        direct += 1
        return area
      }
    }
    fallbacks += 1
    return try StreetBuffer.libraryOutline(
      of: lines, radius: radius, quadrantSegments: quadrantSegments)
  }

  /// The direct way; `nil` where rings do not close.
  private mutating func dissolved(
    _ lines: [[PlanarPoint]], _ radius: Double, _ quadrantSegments: Int
  ) -> MultiPolygon? {
    guard capsules.load(lines, radius: radius) else { return nil }
    pieces.collect(capsules, radius: radius)
    guard linking.link(pieces.pieces) else { return nil }
    let area = rings.draw(
      pieces.pieces, linking, capsules, radius: radius, quadrantSegments: quadrantSegments)
    // Segments without any outline: something was lost.
    return area.flatMap { $0.polygons.isEmpty != capsules.segments.isEmpty ? nil : $0 }
  }
}
