/// How a map's metres become the whole numbers of a drawing: decimetres from its top left corner,
/// y downwards.
struct MapDrawing {
  /// Decimetres, margin included; at least a metre.
  let width: Int
  let height: Int

  /// Metres of the plane at the picture's west and north side.
  let left: Double
  let top: Double

  /// Frames the study area or the districts where there are some, else the streets, else the points.
  ///
  /// - Parameter places: Framed as well.
  init(_ map: Map, and places: [PlanePoint] = []) {
    var frame = Frame()
    let area = map.outlines.filter { $0.style == .studyArea }
    for outline in area.isEmpty ? map.outlines : area {
      for ring in outline.rings { frame.extend(ring) }
    }
    if frame.isEmpty {
      for line in map.strands.lazy.flatMap(\.lines) { frame.extend(line.path) }
      for layer in map.views.lazy.flatMap(\.layers) {
        for line in layer.lines { frame.extend(line.path) }
      }
      for line in map.background.lines { frame.extend(line.path) }
    }
    if frame.isEmpty {
      for layer in map.points { frame.extend(layer.points.map(\.position)) }
    }
    frame.extend(places)
    if frame.isEmpty { frame.extend([PlanePoint(x: 0, y: 0)]) }
    let margin = max(frame.maxX - frame.minX, frame.maxY - frame.minY, 100) * 0.02
    left = frame.minX - margin
    top = frame.maxY + margin
    width = max(10, Int((frame.maxX - frame.minX + 2 * margin) * 10))
    height = max(10, Int((frame.maxY - frame.minY + 2 * margin) * 10))
  }

  /// The drawing's point; far or broken coordinates are held within what a drawing can bear.
  func point(_ point: PlanePoint) -> (x: Int, y: Int) {
    (whole((point.x - left) * 10), whole((top - point.y) * 10))
  }

  /// Lines as the page's script reads them, in their order: each keeps one point at least, so that lines and what is said of
  /// them stay in step.
  ///
  /// Vertices that stand off their neighbours' line by less than the tolerance, decimetres, are left out.
  func packed(
    _ lines: some Sequence<[PlanePoint]>, tolerance: Double = MapDrawing.invisible
  ) -> String {
    var packed = PackedLines()
    for line in lines {
      let points = simplified(line.map(point), within: tolerance)
      packed.append(points.isEmpty ? [(0, 0)] : points)
    }
    return packed.text
  }

  /// Decimetres no eye misses: a fraction of a pixel where a street fills the screen.
  static let invisible = 3.0

  /// The line without vertices that are off it by no more than a tolerance, decimetres (Douglas & Peucker, Cartographica 1973); its ends
  /// stay where they are.
  func simplified(
    _ line: [(x: Int, y: Int)], within tolerance: Double
  ) -> [(x: Int, y: Int)] {
    guard line.count > 2 else { return line }
    var isKept = [Bool](repeating: false, count: line.count)
    isKept[0] = true
    isKept[line.count - 1] = true
    var open = [(0, line.count - 1)]
    while let (first, last) = open.popLast() {
      var farthest = (index: first, square: tolerance * tolerance)
      for index in first + 1..<max(last, first + 1) {
        let square = MapDrawing.squaredDistance(line[index], line[first], line[last])
        if square > farthest.square { farthest = (index, square) }
      }
      guard farthest.index > first else { continue }
      isKept[farthest.index] = true
      open.append((first, farthest.index))
      open.append((farthest.index, last))
    }
    return line.indices.filter { isKept[$0] }.map { line[$0] }
  }

  private static func squaredDistance(
    _ point: (x: Int, y: Int), _ from: (x: Int, y: Int), _ to: (x: Int, y: Int)
  ) -> Double {
    let (dx, dy) = (Double(to.x - from.x), Double(to.y - from.y))
    let (px, py) = (Double(point.x - from.x), Double(point.y - from.y))
    let square = dx * dx + dy * dy
    let share = square > 0 ? max(0, min(1, (px * dx + py * dy) / square)) : 0
    let (ex, ey) = (px - share * dx, py - share * dy)
    return ex * ex + ey * ey
  }

  private func whole(_ value: Double) -> Int {
    value.isFinite ? Int(max(-1e9, min(1e9, value)).rounded()) : 0
  }

  private struct Frame {
    var minX = Double.infinity
    var minY = Double.infinity
    var maxX = -Double.infinity
    var maxY = -Double.infinity

    var isEmpty: Bool { minX > maxX }

    mutating func extend(_ points: [PlanePoint]) {
      for point in points where point.x.isFinite && point.y.isFinite {
        minX = min(minX, point.x)
        minY = min(minY, point.y)
        maxX = max(maxX, point.x)
        maxY = max(maxY, point.y)
      }
    }
  }
}
