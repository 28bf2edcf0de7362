import CoverageEngine
import RelaisGeo

/// A town drawn in whole metres from its top left corner, y downwards: enough for a wall map.
struct TownDrawing {
  let width: Int
  let height: Int

  private let plane: DrawingPlane
  private let left: Double
  private let top: Double

  /// Frames the study area, else the streets, and every place.
  init(_ result: AnalysisResult, places: [Position]) {
    let plane = DrawingPlane(result)
    self.plane = plane
    var box = Envelope.empty
    func extend(_ position: Position) {
      let point = plane.point(position)
      if point.x.isFinite, point.y.isFinite { box.extend(to: Position(x: point.x, y: point.y)) }
    }
    for polygon in result.studyArea?.shape.polygons ?? [] { polygon.shell.forEach(extend) }
    if box.isEmpty { result.network.vertices.forEach(extend) }
    places.forEach(extend)
    if box.isEmpty { box.extend(to: Position(x: 0, y: 0)) }
    let margin = max(box.maxX - box.minX, box.maxY - box.minY, 100) * 0.03
    left = box.minX - margin
    top = box.maxY + margin
    width = Int(box.maxX - box.minX + 2 * margin) + 1
    height = Int(box.maxY - box.minY + 2 * margin) + 1
  }

  /// Far or broken coordinates are held within what a drawing can bear.
  func point(_ position: Position) -> (x: Int, y: Int) {
    let point = plane.point(position)
    func whole(_ value: Double) -> Int {
      value.isFinite ? Int(max(-1e7, min(1e7, value)).rounded()) : 0
    }
    return (whole(point.x - left), whole(top - point.y))
  }

  /// The `d` of one path: a relative move for each line, then relative steps between rounded points.
  /// Lines that would not be seen, outside the frame or without extent, are left out.
  func pathData(_ lines: some Sequence<some Sequence<Position>>) -> [UInt8] {
    var bytes: [UInt8] = []
    var pen = (x: 0, y: 0)
    for line in lines {
      var points: [(x: Int, y: Int)] = []
      for vertex in line {
        let next = point(vertex)
        if let last = points.last, last == next { continue }
        points.append(next)
      }
      guard points.count > 1,
        points.contains(where: { 0...width ~= $0.x && 0...height ~= $0.y })
      else { continue }
      for (index, next) in points.enumerated() {
        if index < 2 { bytes.append(UInt8(ascii: index == 0 ? "m" : " ")) }
        let step = (x: next.x - pen.x, y: next.y - pen.y)
        if index > 1, step.x >= 0 { bytes.append(UInt8(ascii: " ")) }
        DecimalDigits.append(step.x, to: &bytes)
        if step.y >= 0 { bytes.append(UInt8(ascii: " ")) }
        DecimalDigits.append(step.y, to: &bytes)
        pen = next
      }
    }
    return bytes
  }
}
