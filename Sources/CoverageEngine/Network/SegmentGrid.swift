import Computing
import RelaisGeo

/// Every segment of a network in the square cells it passes through.
///
/// Cells are numbered row by row where that makes no more of them than there are segments, else hashed: streets on
/// two continents cost no more than in one town. A bucket may then hold several cells, so that what is found in one is still to
/// be measured.
struct SegmentGrid: Sendable {
  /// A step between two vertices of an edge.
  struct Segment: Hashable, Sendable {
    /// Its first vertex in ``StreetNetwork/vertices``; the second follows.
    var vertex: UInt32
    var edge: UInt32
  }

  /// Metres.
  static let cellSide = 40.0
  /// A segment through more cells is a slip in some coordinate, not a street, and left out.
  private static let mostCells = 4096

  let plane: WholePlane
  private let origin: WholePlane.Point
  /// Units.
  private let width: Int64
  private let height: Int64
  private let columns: Int64
  private let bucketMask: UInt64?
  /// One per bucket and one more.
  let first: [UInt32]
  let segments: [Segment]

  var bucketCount: Int { first.count - 1 }

  /// - Parameter onlyDemand: Whether streets to cover are all that is wanted.
  /// - Complexity: linear in vertices.
  init(_ network: StreetNetwork, onlyDemand: Bool = false) {
    plane = WholePlane(network.ground)
    let box = network.envelope
    let low = plane.point(Position(x: box.minX, y: box.minY))
    let high = plane.point(Position(x: box.maxX, y: box.maxY))
    let scale = plane.scale(atY: (low.y + high.y) / 2)
    let width = Int64(max(1, SegmentGrid.cellSide / scale.x))
    let height = Int64(max(1, SegmentGrid.cellSide / scale.y))
    let count =
      zip(network.firstVertex, network.lastVertex).reduce(0) { $0 + Int($1.1 - $1.0) }
      / (onlyDemand ? 2 : 1)
    let columns = network.edgeCount == 0 ? 1 : (high.x - low.x) / width + 1
    let rows = network.edgeCount == 0 ? 1 : (high.y - low.y) / height + 1
    let mask: UInt64?
    let buckets: Int
    if columns < 1 << 31, rows < 1 << 31, columns * rows <= Int64(2 * count + 1024) {
      mask = nil
      buckets = Int(columns * rows)
    } else {
      var size = 1024
      while size < count { size *= 2 }
      mask = UInt64(size - 1)
      buckets = size
    }
    origin = low
    self.width = width
    self.height = height
    self.columns = columns
    bucketMask = mask
    var first = [UInt32](repeating: 0, count: buckets + 1)
    let cells = Cells(origin: low, width: width, height: height, columns: columns, mask: mask)
    let plane = plane
    let parts = Parallel.map(network.streetEdgeCount, grain: 4000) { edges in
      var entries: [Entry] = []
      entries.reserveCapacity(count * edges.count / max(1, network.streetEdgeCount))
      SegmentGrid.forEachEntry(network, edges, onlyDemand, plane, cells) {
        entries.append(Entry(segment: $0, bucket: UInt32($1)))
      }
      return entries
    }
    for part in parts { for entry in part { first[Int(entry.bucket) + 1] += 1 } }
    for bucket in 0..<buckets { first[bucket + 1] += first[bucket] }
    var next = first
    var segments = [Segment](
      repeating: Segment(vertex: 0, edge: 0), count: Int(first[buckets]))
    for part in parts {
      for entry in part {
        segments[Int(next[Int(entry.bucket)])] = entry.segment
        next[Int(entry.bucket)] += 1
      }
    }
    self.first = first
    self.segments = segments
  }

  /// A segment in a bucket.
  private struct Entry: Sendable {
    var segment: Segment
    var bucket: UInt32
  }

  /// How cells are laid and numbered.
  private struct Cells {
    var origin: WholePlane.Point
    var width: Int64
    var height: Int64
    var columns: Int64
    var mask: UInt64?

    @inline(__always)
    func column(_ x: Int64) -> Int64 { (x - origin.x) / width }
    @inline(__always)
    func row(_ y: Int64) -> Int64 { (y - origin.y) / height }

    /// Fibonacci hashing where cells are many (Knuth, "The Art of Computer Programming", vol. 3, 6.4).
    @inline(__always)
    func bucket(_ column: Int64, _ row: Int64) -> Int {
      guard let mask else { return Int(row * columns + column) }
      let key = UInt64(bitPattern: column) << 32 ^ UInt64(bitPattern: row)
      let mixed = (key ^ (key >> 29)) &* 0x9E37_79B9_7F4A_7C15
      return Int((mixed >> 24) & mask)
    }
  }

  private var cells: Cells {
    Cells(origin: origin, width: width, height: height, columns: columns, mask: bucketMask)
  }

  /// Segments with each bucket they stand in, edge by edge.
  @inline(__always)
  private static func forEachEntry(
    _ network: StreetNetwork, _ edges: Range<Int>, _ onlyDemand: Bool, _ plane: WholePlane,
    _ cells: Cells, _ body: (Segment, Int) -> Void
  ) {
    network.vertices.withUnsafeBufferPointer { vertices in
      for edge in edges where !onlyDemand || network.isDemand[edge] {
        let first = Int(network.firstVertex[edge])
        var a = plane.point(vertices[first])
        var cell = (column: cells.column(a.x), row: cells.row(a.y))
        for vertex in first..<Int(network.lastVertex[edge]) {
          let b = plane.point(vertices[vertex + 1])
          let next = (column: cells.column(b.x), row: cells.row(b.y))
          defer { (a, cell) = (b, next) }
          let segment = Segment(vertex: UInt32(vertex), edge: UInt32(edge))
          if cell == next {
            body(segment, cells.bucket(cell.column, cell.row))
            continue
          }
          let rows = min(cell.row, next.row)...max(cell.row, next.row)
          let columns = min(cell.column, next.column)...max(cell.column, next.column)
          if rows.count == 1 || columns.count == 1 {
            guard rows.count * columns.count <= mostCells else { continue }
            for row in rows { for column in columns { body(segment, cells.bucket(column, row)) } }
            continue
          }
          guard rows.count + columns.count <= mostCells else { continue }
          for row in rows {
            let within = SegmentGrid.columns(of: a, b, row: row, cells, columns)
            for column in within { body(segment, cells.bucket(column, row)) }
          }
        }
      }
    }
  }

  /// The columns a slanting segment passes through in one row, a little more rather than less.
  private static func columns(
    of a: WholePlane.Point, _ b: WholePlane.Point, row: Int64, _ cells: Cells,
    _ all: ClosedRange<Int64>
  ) -> ClosedRange<Int64> {
    let low = Double(cells.origin.y + row * cells.height - 1)
    let high = low + Double(cells.height + 2)
    let slope = Double(b.x - a.x) / Double(b.y - a.y)
    func x(_ y: Double) -> Double { Double(a.x) + (y - Double(a.y)) * slope }
    let ends = [
      x(max(low, Double(min(a.y, b.y)))), x(min(high, Double(max(a.y, b.y)))),
    ]
    let first = cells.column(Int64(max(min(ends[0], ends[1]) - 2, Double(cells.origin.x))))
    let last = cells.column(Int64(max(ends[0], ends[1]) + 2))
    let clamped = max(all.lowerBound, first)
    return clamped...max(clamped, min(all.upperBound, last))
  }

  /// Calls `body` for the segments of every cell that a box touches; one may come more than once.
  @inline(__always)
  func forEachSegment(
    from low: WholePlane.Point, to high: WholePlane.Point, _ body: (Segment) -> Void
  ) {
    let cells = cells
    for row in cells.row(low.y)...cells.row(high.y) {
      for column in cells.column(low.x)...cells.column(high.x) {
        if bucketMask == nil, row < 0 || column < 0 || column >= columns { continue }
        let bucket = cells.bucket(column, row)
        guard bucket >= 0, bucket < first.count - 1 else { continue }
        for slot in first[bucket]..<first[bucket + 1] { body(segments[Int(slot)]) }
      }
    }
  }

  /// A segment with its ends and its box, in units.
  struct Measured {
    var segment: Segment
    var line: UInt32
    var a: WholePlane.Point
    var b: WholePlane.Point
    var low: WholePlane.Point
    var high: WholePlane.Point

    /// Whether the boxes are within so many units of each other.
    @inline(__always)
    func isNear(_ other: Measured, dx: Int64, dy: Int64) -> Bool {
      other.low.x <= high.x + dx && other.high.x >= low.x - dx && other.low.y <= high.y + dy
        && other.high.y >= low.y - dy
    }
  }

  /// The segments of a bucket, measured once for all their pairs.
  func measure(_ bucket: Int, of network: StreetNetwork, into result: inout [Measured]) {
    result.removeAll(keepingCapacity: true)
    for slot in Int(first[bucket])..<Int(first[bucket + 1]) {
      let segment = segments[slot]
      let a = plane.point(network.vertices[Int(segment.vertex)])
      let b = plane.point(network.vertices[Int(segment.vertex) + 1])
      result.append(
        Measured(
          segment: segment, line: network.line[Int(segment.edge)], a: a, b: b,
          low: .init(x: min(a.x, b.x), y: min(a.y, b.y)),
          high: .init(x: max(a.x, b.x), y: max(a.y, b.y))))
    }
  }

  /// Calls `body` for each pair of segments of different lines in a bucket whose boxes are near.
  ///
  /// A cell of more than ``mostPairs`` of them is no town's: each segment is then compared with the same number of others.
  @inline(__always)
  func forEachPair(
    _ measured: [Measured], dx: Int64, dy: Int64, _ body: (Measured, Measured) -> Void
  ) {
    let neighbours = max(64, SegmentGrid.mostPairs / max(1, measured.count))
    measured.withUnsafeBufferPointer { measured in
      // Segments come line by line: those of the same one are passed over together.
      var next = 0
      for one in measured.indices {
        while next < measured.count, next <= one || measured[next].line == measured[one].line {
          next += 1
        }
        for other in next..<min(measured.count, next + neighbours)
        where measured[one].isNear(measured[other], dx: dx, dy: dy)
          && measured[one].line != measured[other].line
        {
          body(measured[one], measured[other])
        }
      }
    }
  }

  static let mostPairs = 9_000_000
}
