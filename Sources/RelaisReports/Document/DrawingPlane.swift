import CoverageEngine
import RelaisGeo

/// The network's coordinates as metres around its middle: true enough to draw a town.
///
/// Over 20 km the shape is off by less than two thousandths; figures never come from it.
struct DrawingPlane {
  private let origin: Position
  private let scale: (x: Double, y: Double)

  init(_ result: AnalysisResult) { self.init(result.network) }

  init(_ network: StreetNetwork) {
    let envelope = network.envelope
    origin = envelope.isEmpty ? Position(x: 0, y: 0) : envelope.centre
    scale = network.ground.metresPerUnit(at: origin)
  }

  func point(_ position: Position) -> PlanePoint {
    PlanePoint(x: (position.x - origin.x) * scale.x, y: (position.y - origin.y) * scale.y)
  }
}
