/// A map's still picture, for paper and for browsers without scripts: the same map in steps no finer than paper shows.
struct StillDrawing {
  /// Decimetres in a unit of the picture.
  let unit: Int
  /// Of the picture, in its units.
  let width: Int
  let height: Int
  private let drawing: MapDrawing

  /// Bytes that the lines of a picture take at most, while it can still be read.
  static let budget = 320_000

  init(_ map: Map, _ drawing: MapDrawing) {
    let side = max(drawing.width, drawing.height)
    let lines = map.strands.lazy.flatMap(\.lines).map(\.path)
    var unit = max(1, side / 4000)
    // Two letters a number and one between: most steps of a coarse picture.
    while unit < side / 700 {
      let still = StillDrawing(unit, drawing)
      var bytes: [UInt8] = []
      still.pathData(lines, into: &bytes)
      for view in map.views {
        for layer in view.layers { still.pathData(layer.lines.lazy.map(\.path), into: &bytes) }
      }
      if bytes.count <= StillDrawing.budget { break }
      unit = unit * 3 / 2 + 1
    }
    self.init(unit, drawing)
  }

  private init(_ unit: Int, _ drawing: MapDrawing) {
    self.unit = unit
    self.drawing = drawing
    width = max(1, drawing.width / unit)
    height = max(1, drawing.height / unit)
  }

  func point(_ point: PlanePoint) -> (x: Int, y: Int) {
    let at = drawing.point(point)
    return (at.x / unit, at.y / unit)
  }

  /// The `d` of one path. Lines that fall on one point or outside the picture are left out; one that goes on from the last one's
  /// end goes on with its pen.
  func pathData(_ lines: some Sequence<[PlanePoint]>, into bytes: inout [UInt8]) {
    var pen = (x: 0, y: 0)
    var isDown = false
    for line in lines {
      var points: [(x: Int, y: Int)] = []
      for vertex in drawing.simplified(line.map(drawing.point), within: Double(unit) * 0.7) {
        let next = (x: vertex.x / unit, y: vertex.y / unit)
        if let last = points.last, last == next { continue }
        points.append(next)
      }
      guard points.count > 1, points.contains(where: isInside) else { continue }
      let goesOn = isDown && points[0] == pen
      for (index, next) in points.enumerated() where !(goesOn && index == 0) {
        let step = (x: next.x - pen.x, y: next.y - pen.y)
        if index == 0 { bytes.append(UInt8(ascii: "m")) }
        if index > 0, step.x >= 0 { bytes.append(UInt8(ascii: " ")) }
        DecimalDigits.append(step.x, to: &bytes)
        if step.y >= 0 { bytes.append(UInt8(ascii: " ")) }
        DecimalDigits.append(step.y, to: &bytes)
        pen = next
      }
      isDown = true
    }
  }

  private func isInside(_ point: (x: Int, y: Int)) -> Bool {
    0...width ~= point.x && 0...height ~= point.y
  }
}
