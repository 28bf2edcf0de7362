import Computing
import RelaisGeo

/// Streets to cover that lie on another one, or within a metre beside it, for more than half their length.
///
/// Such a street counts twice in every figure. The carriageways of an avenue lie farther apart, and a pavement is no
/// street to cover. Of two that lie on each other, the one that comes later in the input is the double.
struct DoubledStreets {
  /// Metres beside.
  static let reach = 1.0
  /// What is shorter is the corner of a junction, not a street. Millimetres.
  static let least: Int64 = 10_000

  let network: StreetNetwork
  let grid: SegmentGrid

  /// Edges one after the other of one line.
  struct Stretch: Hashable, Sendable {
    var edges: [EdgeID]
    /// Of what lies on another street.
    var length: Length
  }

  /// Part of an edge beside another line.
  private struct Overlap: Hashable, Sendable {
    var edge: UInt32
    var other: UInt32
    /// Millimetres from the edge's tail.
    var from: Int64
    var to: Int64
  }

  /// - Complexity: linear in the pairs of segments in a cell.
  func all() -> [Stretch] {
    let overlaps = Parallel.map(grid.bucketCount, grain: 2000) { buckets in
      var found: [Overlap] = []
      for bucket in buckets { look(in: bucket, &found) }
      return found
    }.flatMap { $0 }
    guard !overlaps.isEmpty else { return [] }
    return stretches(
      overlaps.sorted { ($0.edge, $0.other, $0.from) < ($1.edge, $1.other, $1.from) })
  }

  private func stretches(_ overlaps: [Overlap]) -> [Stretch] {
    // First those upon an earlier line, then those upon a later one that is no double itself.
    var doubled: [UInt32: Int64] = [:]
    for later in [false, true] {
      var start = 0
      while start < overlaps.count {
        let edge = overlaps[start].edge
        let end = overlaps[start...].firstIndex { $0.edge != edge } ?? overlaps.count
        defer { start = end }
        guard doubled[edge] == nil else { continue }
        let own = overlaps[start..<end].filter { overlap in
          let isLater = network.line[Int(overlap.other)] > network.line[Int(edge)]
          return later ? isLater && doubled[overlap.other] == nil : !isLater
        }
        let length = IntervalSet(union: own.map { .init(from: $0.from, to: $0.to) }).length
        if length * 2 > Int64(network.lengths[Int(edge)]) { doubled[edge] = length }
      }
    }
    var result: [Stretch] = []
    for edge in doubled.keys.sorted() {
      let length = Length(millimetres: doubled[edge] ?? 0)
      if let last = result.last?.edges.last, last.index + 1 == edge,
        network.line[last.position] == network.line[Int(edge)]
      {
        result[result.count - 1].edges.append(EdgeID(Int(edge)))
        result[result.count - 1].length += length
      } else {
        result.append(Stretch(edges: [EdgeID(Int(edge))], length: length))
      }
    }
    return result.filter { $0.length.millimetres >= DoubledStreets.least }
  }

  private func look(in bucket: Int, _ found: inout [Overlap]) {
    let slots = (Int(grid.first[bucket])..<Int(grid.first[bucket + 1])).filter {
      network.isDemand[Int(grid.segments[$0].edge)]
    }
    guard slots.count > 1 else { return }
    let plane = grid.plane
    let scale = plane.scale(
      atY: plane.point(network.vertices[Int(grid.segments[slots[0]].vertex)]).y)
    let dx = Int64(DoubledStreets.reach / scale.x) + 1
    let dy = Int64(DoubledStreets.reach / scale.y) + 1
    for (index, slot) in slots.enumerated() {
      let one = grid.segments[slot]
      let a = plane.point(network.vertices[Int(one.vertex)])
      let b = plane.point(network.vertices[Int(one.vertex) + 1])
      for other in slots[(index + 1)...].prefix(UnjoinedCrossings.mostNeighbours) {
        let other = grid.segments[other]
        let c = plane.point(network.vertices[Int(other.vertex)])
        let d = plane.point(network.vertices[Int(other.vertex) + 1])
        guard min(c.x, d.x) <= max(a.x, b.x) + dx, max(c.x, d.x) >= min(a.x, b.x) - dx,
          min(c.y, d.y) <= max(a.y, b.y) + dy, max(c.y, d.y) >= min(a.y, b.y) - dy,
          network.line[Int(one.edge)] != network.line[Int(other.edge)],
          network.level(of: EdgeID(Int(one.edge))) == network.level(of: EdgeID(Int(other.edge)))
        else { continue }
        if let part = DoubledStreets.part(of: a, b, beside: c, d, scale) {
          found.append(overlap(one, part, other))
        }
        if let part = DoubledStreets.part(of: c, d, beside: a, b, scale) {
          found.append(overlap(other, part, one))
        }
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
    of a: HealthPlane.Point, _ b: HealthPlane.Point, beside c: HealthPlane.Point,
    _ d: HealthPlane.Point, _ scale: (x: Double, y: Double)
  ) -> (from: Double, to: Double)? {
    let ux = Double(b.x - a.x) * scale.x
    let uy = Double(b.y - a.y) * scale.y
    let length = ux * ux + uy * uy
    guard length > 0 else { return nil }
    func measured(_ p: HealthPlane.Point) -> (along: Double, across: Double) {
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
