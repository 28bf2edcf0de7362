import Computing
import RelaisGeo

/// Streets to cover that lie on another one, or within a metre beside it, for more than half their length.
///
/// Such a street would count twice in every figure. The carriageways of an avenue lie farther apart, and a pavement is
/// no street to cover.
struct DoubledStreets {
  /// Metres beside.
  static let reach = 1.0
  /// What is shorter is the corner of a junction, not a street. Millimetres.
  static let least: Int64 = 10_000
  /// The share of an edge beside another from which all of it is.
  static let whole = 0.95

  let network: StreetNetwork
  let grid: SegmentGrid

  /// Part of an edge beside another line.
  private struct Overlap: Hashable, Sendable {
    var edge: UInt32
    var other: UInt32
    /// Millimetres from the edge's tail.
    var from: Int64
    var to: Int64
  }

  /// - Complexity: linear in the pairs of segments in a cell.
  func all() -> [DoubledStretch] {
    let overlaps = Parallel.map(grid.bucketCount, grain: 2000) { buckets in
      var found: [Overlap] = []
      var measured: [SegmentGrid.Measured] = []
      for bucket in buckets { look(in: bucket, &measured, &found) }
      return found
    }.flatMap { $0 }
    guard !overlaps.isEmpty else { return [] }
    return stretches(
      overlaps.sorted { ($0.edge, $0.other, $0.from) < ($1.edge, $1.other, $1.from) })
  }

  private func stretches(_ overlaps: [Overlap]) -> [DoubledStretch] {
    // First those upon a street that stands before them, then those upon another that is no double itself.
    var doubled: [UInt32: Int64] = [:]
    for isSecond in [false, true] {
      var start = 0
      while start < overlaps.count {
        let edge = overlaps[start].edge
        var end = start
        while end < overlaps.count, overlaps[end].edge == edge { end += 1 }
        defer { start = end }
        guard doubled[edge] == nil else { continue }
        let own = overlaps[start..<end].filter { overlap in
          isSecond ? doubled[overlap.other] == nil : standsBefore(overlap.other, edge)
        }
        let length = IntervalSet(union: own.map { .init(from: $0.from, to: $0.to) }).length
        if length * 2 > Int64(network.lengths[Int(edge)]) { doubled[edge] = length }
      }
    }
    var result: [DoubledStretch] = []
    for edge in doubled.keys.sorted() {
      let length = Length(millimetres: doubled[edge] ?? 0)
      // Where the source gives lengths, two edges may be different ways drawn alike.
      let isWhole =
        network.lineAttributes[Int(network.line[Int(edge)])].length == nil
        && Double(length.millimetres) >= DoubledStreets.whole * Double(network.lengths[Int(edge)])
      let counted = isWhole ? Length.zero : length
      if let last = result.last?.edges.last, last.index + 1 == edge,
        network.line[last.position] == network.line[Int(edge)]
      {
        result[result.count - 1].edges.append(EdgeID(Int(edge)))
        result[result.count - 1].length += length
        result[result.count - 1].countedTwice += counted
      } else {
        result.append(
          DoubledStretch(edges: [EdgeID(Int(edge))], length: length, countedTwice: counted))
      }
    }
    return result.filter { $0.length.millimetres >= DoubledStreets.least }
  }

  /// Whether of two streets on each other the first is the one that counts: that of the longer piece, since the other may
  /// join nothing, else the earlier line.
  private func standsBefore(_ one: UInt32, _ other: UInt32) -> Bool {
    let pieces = network.components
    func rank(_ edge: UInt32) -> (Length, UInt32) {
      (
        pieces.lengths[Int(pieces.ofNode[Int(network.tails[Int(edge)])])],
        UInt32.max - network.line[Int(edge)]
      )
    }
    return rank(one) > rank(other)
  }

  private func look(
    in bucket: Int, _ measured: inout [SegmentGrid.Measured], _ found: inout [Overlap]
  ) {
    guard grid.first[bucket + 1] - grid.first[bucket] > 1 else { return }
    grid.measure(bucket, of: network, into: &measured)
    let scale = grid.plane.scale(atY: measured[0].a.y)
    let dx = Int64(DoubledStreets.reach / scale.x) + 1
    let dy = Int64(DoubledStreets.reach / scale.y) + 1
    grid.forEachPair(measured, dx: dx, dy: dy) { one, other in
      let edges = (Int(one.segment.edge), Int(other.segment.edge))
      guard network.level(of: EdgeID(edges.0)) == network.level(of: EdgeID(edges.1)) else {
        return
      }
      if let part = DoubledStreets.part(of: one.a, one.b, beside: other.a, other.b, scale) {
        found.append(overlap(one.segment, part, other.segment))
      }
      if let part = DoubledStreets.part(of: other.a, other.b, beside: one.a, one.b, scale) {
        found.append(overlap(other.segment, part, one.segment))
      }
    }
  }

  private func overlap(
    _ one: SegmentGrid.Segment, _ part: (from: Double, to: Double), _ other: SegmentGrid.Segment
  ) -> Overlap {
    func offset(_ share: Double) -> Int64 {
      network.offset(on: EdgeID(Int(one.edge)), vertex: Int(one.vertex), fraction: share)
        .millimetres
    }
    return Overlap(
      edge: one.edge, other: other.edge, from: offset(part.from), to: offset(part.to))
  }

  /// The part of a–b, as shares of it, that runs along c–d within reach; `nil` where less than a step does.
  private static func part(
    of a: WholePlane.Point, _ b: WholePlane.Point, beside c: WholePlane.Point,
    _ d: WholePlane.Point, _ scale: (x: Double, y: Double)
  ) -> (from: Double, to: Double)? {
    let ux = Double(b.x - a.x) * scale.x
    let uy = Double(b.y - a.y) * scale.y
    let length = ux * ux + uy * uy
    guard length > 0 else { return nil }
    func measured(_ p: WholePlane.Point) -> (along: Double, across: Double) {
      let x = Double(p.x - a.x) * scale.x
      let y = Double(p.y - a.y) * scale.y
      return ((x * ux + y * uy) / length, (ux * y - uy * x) / length.squareRoot())
    }
    let start = measured(c)
    let end = measured(d)
    let from = max(0, min(start.along, end.along))
    let to = min(1, max(start.along, end.along))
    guard to > from else { return nil }
    func across(_ share: Double) -> Double {
      start.across
        + (end.across - start.across) * (share - start.along) / (end.along - start.along)
    }
    guard abs(across(from)) <= reach, abs(across(to)) <= reach else { return nil }
    // A line that slants away would be within reach for a step or two: it must run along.
    guard abs(end.across - start.across) <= 0.1 * abs(end.along - start.along) * length.squareRoot()
    else { return nil }
    return (from, to)
  }
}
