import RelaisGeo

/// Finds the strips of one sidewalk after another.
struct StripSearch: Sendable {
  let network: StreetNetwork
  let grid: SegmentGrid

  func strips(of sidewalk: Int) -> [SidewalkStrips.Strip] {
    let offsets = offsets(of: sidewalk)
    let first = Int(network.firstVertex[sidewalk])
    var result: [SidewalkStrips.Strip] = []
    for vertex in first..<Int(network.lastVertex[sidewalk]) {
      let (from, to) = (offsets[vertex - first], offsets[vertex - first + 1])
      guard to > from else { continue }
      for found in runs(network.vertices[vertex], network.vertices[vertex + 1]) {
        result.append(
          .init(
            street: found.edge, sidewalk: UInt32(sidewalk), from: from + found.from * (to - from),
            to: found.to == 1 ? to : from + found.to * (to - from), streetFrom: found.streetFrom,
            streetTo: found.streetTo))
      }
    }
    return result
  }

  /// Each vertex of an edge, in millimetres from its tail as offsets count.
  private func offsets(of edge: Int) -> [Double] {
    let line = Array(network.vertices(of: EdgeID(edge)))
    var reached = [0.0]
    for (a, b) in zip(line, line.dropFirst()) {
      reached.append(reached[reached.count - 1] + network.ground.length(from: a, to: b))
    }
    let total = reached[reached.count - 1]
    guard total > 0 else { return reached }
    let whole = Double(network.lengths[edge])
    return reached.map { $0 == total ? whole : $0 / total * whole }
  }

  private struct Run {
    var edge: UInt32
    /// Shares of the sidewalk's segment.
    var from: Double
    var to: Double
    var streetFrom: Double
    var streetTo: Double
  }

  /// A street's segment in metres from its first vertex.
  private struct Near: Hashable {
    var edge: UInt32
    var vertex: UInt32
  }

  private func runs(_ a: Position, _ b: Position) -> [Run] {
    let near = streets(near: a, b)
    var result: [Run] = []
    for own in near where network.sidewalk(of: EdgeID(Int(own.edge))) == .apart {
      let c = network.vertices[Int(own.vertex)]
      let scale = network.ground.metresPerUnit(at: c)
      func local(_ place: Position) -> (x: Double, y: Double) {
        ((place.x - c.x) * scale.x, (place.y - c.y) * scale.y)
      }
      let walk = Walk(local(a), local(b))
      let line = Side(local(c), local(network.vertices[Int(own.vertex) + 1]), walk)
      guard var range = line.range else { continue }
      let others = near.filter { $0.edge != own.edge }.map {
        side($0, local, walk)
      }
      // The street is as near as its nearest segment.
      let whole = near.filter { $0.edge == own.edge }.map { side($0, local, walk) }
      range = (max(0, range.0), min(1, range.1))
      guard range.0 < range.1 else { continue }
      for part in StripSearch.parts(of: range, whole, others) {
        let ends = [part.0, part.1].map { offset(own, share: line.along($0)) }
        guard ends[0] != ends[1] else { continue }
        result.append(
          Run(
            edge: own.edge, from: part.0, to: part.1, streetFrom: ends[0], streetTo: ends[1]))
      }
    }
    return result
  }

  private func side(
    _ near: Near, _ local: (Position) -> (x: Double, y: Double), _ walk: Walk
  ) -> Side {
    Side(
      local(network.vertices[Int(near.vertex)]), local(network.vertices[Int(near.vertex) + 1]),
      walk)
  }

  /// Millimetres from a street's tail to a share of one of its segments.
  private func offset(_ near: Near, share: Double) -> Double {
    let offsets = offsets(of: Int(near.edge))
    let index = Int(near.vertex) - Int(network.firstVertex[Int(near.edge)])
    if share == 1 { return offsets[index + 1] }
    return offsets[index] + share * (offsets[index + 1] - offsets[index])
  }

  /// The parts of a range of the walk in which one of some sides is at least as near as all others.
  private static func parts(
    of range: (Double, Double), _ own: [Side], _ others: [Side]
  ) -> [(Double, Double)] {
    guard !others.isEmpty else { return [range] }
    var cuts = [range.0, range.1]
    func cut(_ place: Double) {
      if place > range.0, place < range.1 { cuts.append(place) }
    }
    for side in own + others { side.turns.forEach(cut) }
    for side in own {
      for other in others {
        for form in side.forms {
          for otherForm in other.forms { (form - otherForm).roots.forEach(cut) }
        }
      }
    }
    cuts.sort()
    var parts: [(Double, Double)] = []
    for (from, to) in zip(cuts, cuts.dropFirst()) where to > from {
      let middle = (from + to) / 2
      func least(_ sides: [Side]) -> Double {
        sides.reduce(.infinity) { min($0, $1.squared(middle)) }
      }
      // A micrometre more or less is no other distance.
      guard least(own) <= least(others) + 1e-9 else { continue }
      if let last = parts.last, last.1 == from {
        parts[parts.count - 1].1 = to
      } else {
        parts.append((from, to))
      }
    }
    return parts
  }

  /// Segments of streets to cover that come within reach of a sidewalk's segment, each once.
  private func streets(near a: Position, _ b: Position) -> [Near] {
    let (p, q) = (grid.plane.point(a), grid.plane.point(b))
    let scale = grid.plane.scale(atY: p.y)
    let dx = Int64(SidewalkStrips.farthest / scale.x) + 2
    let dy = Int64(SidewalkStrips.farthest / scale.y) + 2
    let low = WholePlane.Point(x: min(p.x, q.x) - dx, y: min(p.y, q.y) - dy)
    let high = WholePlane.Point(x: max(p.x, q.x) + dx, y: max(p.y, q.y) + dy)
    var seen = Set<Near>()
    grid.forEachSegment(from: low, to: high) { segment in
      let c = grid.plane.point(network.vertices[Int(segment.vertex)])
      let d = grid.plane.point(network.vertices[Int(segment.vertex) + 1])
      guard min(c.x, d.x) <= high.x, max(c.x, d.x) >= low.x, min(c.y, d.y) <= high.y,
        max(c.y, d.y) >= low.y, c != d
      else { return }
      seen.insert(Near(edge: segment.edge, vertex: segment.vertex))
    }
    return seen.sorted { ($0.edge, $0.vertex) < ($1.edge, $1.vertex) }
  }

  /// A walk along a segment: a + t · d.
  private struct Walk {
    var a: (x: Double, y: Double)
    var d: (x: Double, y: Double)

    init(_ a: (x: Double, y: Double), _ b: (x: Double, y: Double)) {
      self.a = a
      d = (b.x - a.x, b.y - a.y)
    }
  }

  /// A square of a distance as it changes along the walk.
  private struct Form {
    var square: Double
    var linear: Double
    var constant: Double

    static func - (a: Form, b: Form) -> Form {
      Form(
        square: a.square - b.square, linear: a.linear - b.linear,
        constant: a.constant - b.constant)
    }

    func callAsFunction(_ t: Double) -> Double { (square * t + linear) * t + constant }

    var roots: [Double] {
      if abs(square) < 1e-12 { return linear == 0 ? [] : [-constant / linear] }
      let inside = linear * linear - 4 * square * constant
      guard inside >= 0 else { return [] }
      // The two roots without cancellation.
      let sum = -(linear + (linear < 0 ? -1 : 1) * inside.squareRoot()) / 2
      return sum == 0 ? [0] : [sum / square, constant / sum]
    }
  }

  /// A segment as seen from the walk.
  private struct Side {
    /// Share of the segment at right angles to the walk's two ends.
    private let first: Double
    private let last: Double
    /// Metres left of it at the two ends.
    private let leftFirst: Double
    private let leftLast: Double
    private let isParallel: Bool
    /// The squared distance to its first end, to the line, to its second end.
    let forms: [Form]

    init(_ c: (x: Double, y: Double), _ d: (x: Double, y: Double), _ walk: Walk) {
      let e = (x: d.x - c.x, y: d.y - c.y)
      let squared = e.x * e.x + e.y * e.y
      let length = squared.squareRoot()
      let end = (x: walk.a.x + walk.d.x, y: walk.a.y + walk.d.y)
      func along(_ p: (x: Double, y: Double)) -> Double {
        ((p.x - c.x) * e.x + (p.y - c.y) * e.y) / squared
      }
      func left(_ p: (x: Double, y: Double)) -> Double {
        (e.x * (p.y - c.y) - e.y * (p.x - c.x)) / length
      }
      first = along(walk.a)
      last = along(end)
      leftFirst = left(walk.a)
      leftLast = left(end)
      let dot = walk.d.x * e.x + walk.d.y * e.y
      let both = ((walk.d.x * walk.d.x + walk.d.y * walk.d.y) * squared).squareRoot()
      isParallel = abs(dot) >= SidewalkStrips.steepest * both
      func toPoint(_ p: (x: Double, y: Double)) -> Form {
        let (x, y) = (walk.a.x - p.x, walk.a.y - p.y)
        return Form(
          square: walk.d.x * walk.d.x + walk.d.y * walk.d.y,
          linear: 2 * (walk.d.x * x + walk.d.y * y), constant: x * x + y * y)
      }
      let drift = leftLast - leftFirst
      forms = [
        toPoint(c),
        Form(
          square: drift * drift, linear: 2 * drift * leftFirst, constant: leftFirst * leftFirst),
        toPoint(d),
      ]
    }

    /// The share of the segment at a point of the walk, exact at its ends.
    func along(_ t: Double) -> Double {
      let share = t == 0 ? first : t == 1 ? last : first + t * (last - first)
      if abs(share) < 1e-9 { return 0 }
      if abs(share - 1) < 1e-9 { return 1 }
      return min(max(share, 0), 1)
    }

    /// Where its ends are at right angles to the walk.
    var turns: [Double] {
      first == last ? [] : [-first / (last - first), (1 - first) / (last - first)]
    }

    func squared(_ t: Double) -> Double {
      let share = first + t * (last - first)
      return forms[share <= 0 ? 0 : share >= 1 ? 2 : 1](t)
    }

    /// The part of the walk beside the segment that is near enough and parallel enough; `nil` for none.
    var range: (Double, Double)? {
      guard isParallel, first != last else { return nil }
      let beside = turns.sorted()
      let drift = leftLast - leftFirst
      let limit = SidewalkStrips.farthest
      guard drift != 0 else { return abs(leftFirst) <= limit ? (beside[0], beside[1]) : nil }
      let near = [(-limit - leftFirst) / drift, (limit - leftFirst) / drift].sorted()
      let range = (max(beside[0], near[0]), min(beside[1], near[1]))
      return range.0 < range.1 ? range : nil
    }
  }
}
