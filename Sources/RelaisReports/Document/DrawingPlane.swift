import CoverageEngine
import RelaisGeo

/// The network's coordinates as metres around its middle: true enough to draw a town.
///
/// Over 20 km the shape is off by less than two thousandths; figures never come from it.
struct DrawingPlane: Sendable {
  /// The plane's origin, in the network's coordinates.
  let origin: Position
  /// Metres in a unit of these.
  let scale: (x: Double, y: Double)
  /// Whether they are metres without a place on earth.
  let isPlane: Bool

  init(_ result: AnalysisResult) { self.init(result.network) }

  init(_ network: StreetNetwork) {
    let envelope = network.envelope
    origin = envelope.isEmpty ? Position(x: 0, y: 0) : envelope.centre
    scale = network.ground.metresPerUnit(at: origin)
    isPlane = network.ground == .plane
  }

  func point(_ position: Position) -> PlanePoint {
    PlanePoint(x: (position.x - origin.x) * scale.x, y: (position.y - origin.y) * scale.y)
  }
}
