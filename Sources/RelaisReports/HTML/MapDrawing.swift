/// How a map's metres become the whole numbers of a drawing: decimetres from its top left corner,
/// y downwards.
struct MapDrawing {
  /// Decimetres, margin included; at least a metre.
  let width: Int
  let height: Int

  private let left: Double
  private let top: Double

  /// Frames the study area or the districts where there are some, else the streets, else the points.
  init(_ map: Map) {
    var frame = Frame()
    let area = map.outlines.filter { $0.style == .studyArea }
    for outline in area.isEmpty ? map.outlines : area {
      for ring in outline.rings { frame.extend(ring) }
    }
    if frame.isEmpty {
      for layer in map.views.lazy.flatMap(\.layers) {
        for line in layer.lines { frame.extend(line.path) }
      }
      for line in map.background.lines { frame.extend(line.path) }
    }
    if frame.isEmpty {
      for layer in map.points { frame.extend(layer.points.map(\.position)) }
    }
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

  /// The `d` of one path: every line a relative move followed by relative steps, as `m` allows.
  ///
  /// Steps are differences of rounded points, so that rounding never adds up. A line keeps at least
  /// one step, so that lines and their data stay in step.
  func pathData(_ lines: some Sequence<[PlanePoint]>, into bytes: inout [UInt8]) {
    var pen = (x: 0, y: 0)
    for line in lines {
      bytes.append(UInt8(ascii: "m"))
      var isFirst = true
      var steps = 0
      for vertex in line {
        let next = point(vertex)
        let step = (x: next.x - pen.x, y: next.y - pen.y)
        if !isFirst, step == (0, 0) { continue }
        append(step, needsSpace: !isFirst, to: &bytes)
        if !isFirst { steps += 1 }
        isFirst = false
        pen = next
      }
      if isFirst { append((0, 0), needsSpace: false, to: &bytes) }
      if steps == 0 { append((0, 0), needsSpace: true, to: &bytes) }
    }
  }

  private func append(_ step: (x: Int, y: Int), needsSpace: Bool, to bytes: inout [UInt8]) {
    if needsSpace, step.x >= 0 { bytes.append(UInt8(ascii: " ")) }
    DecimalDigits.append(step.x, to: &bytes)
    if step.y >= 0 { bytes.append(UInt8(ascii: " ")) }
    DecimalDigits.append(step.y, to: &bytes)
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
