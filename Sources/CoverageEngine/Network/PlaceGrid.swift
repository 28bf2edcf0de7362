import RelaisGeo

/// Places in square cells; each stands in every cell that the box of its reach touches.
struct PlaceGrid: Sendable {
  /// Ground metres per unit of each coordinate, by place.
  let scale: [(x: Double, y: Double)]
  private let box: Envelope
  private let columns: Int
  private let rows: Int
  private let cellsPerX: Double
  private let cellsPerY: Double
  /// One per cell and one more.
  private let first: [UInt32]
  private let places: [UInt32]

  init(_ positions: [Position], ground: Ground, reach: Double) {
    scale = positions.map { ground.metresPerUnit(at: $0) }
    var box = Envelope.empty
    var reaches: [Envelope?] = []
    reaches.reserveCapacity(positions.count)
    for (position, scale) in zip(positions, scale) {
      guard position.isFinite else {
        reaches.append(nil)
        continue
      }
      // One part in a thousand more: the scale changes a little within the reach.
      let dx = min(360, reach * 1.001 / max(scale.x, 1e-9))
      let dy = reach * 1.001 / scale.y
      let width = ground == .plane ? reach * 1.001 : dx
      let own = Envelope(
        minX: position.x - width, minY: position.y - dy, maxX: position.x + width,
        maxY: position.y + dy)
      reaches.append(own)
      box.extend(to: Position(x: own.minX, y: own.minY))
      box.extend(to: Position(x: own.maxX, y: own.maxY))
    }
    self.box = box
    // About one place's reach to a cell, yet never more cells than are cheap to clear.
    let limit = Double(min(2048, max(16, 4 * Int(Double(positions.count).squareRoot()) + 16)))
    let sample = reaches.lazy.compactMap { $0 }.first
    let reachX = sample.map { $0.maxX - $0.minX } ?? 1
    let reachY = sample.map { $0.maxY - $0.minY } ?? 1
    let width = max(box.maxX - box.minX, .leastNormalMagnitude)
    let height = max(box.maxY - box.minY, .leastNormalMagnitude)
    let columns = max(1, Int(min(limit, width / max(reachX, .leastNormalMagnitude) * 2)))
    let rows = max(1, Int(min(limit, height / max(reachY, .leastNormalMagnitude) * 2)))
    let perX = Double(columns) / width
    let perY = Double(rows) / height
    var counts = [UInt32](repeating: 0, count: columns * rows + 1)
    let cells = reaches.map { reach in
      reach.map {
        PlaceGrid.cells(
          $0, box: box, columns: columns, rows: rows, perX: perX, perY: perY)
      }
    }
    for case .some((let xs, let ys)) in cells {
      for y in ys { for x in xs { counts[y * columns + x + 1] += 1 } }
    }
    for cell in 0..<(columns * rows) { counts[cell + 1] += counts[cell] }
    first = counts
    var places = [UInt32](repeating: 0, count: Int(counts[columns * rows]))
    for (place, cell) in cells.enumerated() {
      guard let (xs, ys) = cell else { continue }
      for y in ys {
        for x in xs {
          places[Int(counts[y * columns + x])] = UInt32(place)
          counts[y * columns + x] += 1
        }
      }
    }
    self.places = places
    self.columns = columns
    self.rows = rows
    cellsPerX = perX
    cellsPerY = perY
  }

  /// Calls `body` for places whose reach may touch the segment; a place may come more than once.
  @inline(__always)
  func forEachPlace(near a: Position, _ b: Position, _ body: (Int) -> Void) {
    let segment = Envelope(
      minX: min(a.x, b.x), minY: min(a.y, b.y), maxX: max(a.x, b.x), maxY: max(a.y, b.y))
    guard segment.intersects(box) else { return }
    let (xs, ys) = PlaceGrid.cells(
      segment, box: box, columns: columns, rows: rows, perX: cellsPerX, perY: cellsPerY)
    for y in ys {
      for cell in (y * columns + xs.lowerBound)...(y * columns + xs.upperBound) {
        for slot in first[cell]..<first[cell + 1] { body(Int(places[Int(slot)])) }
      }
    }
  }

  @inline(__always)
  private static func cells(
    _ envelope: Envelope, box: Envelope, columns: Int, rows: Int, perX: Double, perY: Double
  ) -> (ClosedRange<Int>, ClosedRange<Int>) {
    func cell(_ value: Double, _ count: Int) -> Int { Int(max(0, min(Double(count - 1), value))) }
    return (
      cell((envelope.minX - box.minX) * perX, columns)...cell(
        (envelope.maxX - box.minX) * perX, columns),
      cell((envelope.minY - box.minY) * perY, rows)...cell((envelope.maxY - box.minY) * perY, rows)
    )
  }
}
