/// Which segments lie near a place: square cells of 60 m over the town's plane.
struct SegmentGrid {
  private static let cell = 60.0
  private static let reach = 3000.0
  private static let side = 100
  private var cells = [[Int]](repeating: [], count: SegmentGrid.side * SegmentGrid.side)

  private static func column(_ value: Double) -> Int {
    max(0, min(side - 1, Int(((value + reach) / cell).rounded(.down))))
  }

  /// Enters a segment under every cell its bounding box meets.
  mutating func add(_ segment: Int, from: Point, to: Point) {
    for row in Self.column(min(from.y, to.y))...Self.column(max(from.y, to.y)) {
      for column in Self.column(min(from.x, to.x))...Self.column(max(from.x, to.x)) {
        cells[row * Self.side + column].append(segment)
      }
    }
  }

  /// The segments whose cells meet the box around two points, widened by `margin` metres;
  /// each once, in increasing order. Segments since split are among them.
  func segments(from: Point, to: Point, margin: Double) -> [Int] {
    var found: [Int] = []
    let rows = Self.column(min(from.y, to.y) - margin)...Self.column(max(from.y, to.y) + margin)
    let columns = Self.column(min(from.x, to.x) - margin)...Self.column(max(from.x, to.x) + margin)
    for row in rows {
      for column in columns {
        found += cells[row * Self.side + column]
      }
    }
    found.sort()
    var result: [Int] = []
    for segment in found where segment != result.last { result.append(segment) }
    return result
  }
}
