import RelaisGeo

/// Finds the strips of one sidewalk after another; lists are kept from one to the next, so that none is allocated anew.
struct StripSearch {
  let network: StreetNetwork
  let grid: SegmentGrid

  /// Segments of streets near the walk in hand: the edge in the upper half, its first vertex in the lower.
  private var near: [UInt64] = []
  private var found: [Run] = []
  private var own: [Side] = []
  private var others: [Side] = []
  private var cuts: [Double] = []
  private var parts: [(from: Double, to: Double)] = []
  private var offsetsOfWalk: [Double] = []
  /// Of streets met so far, where their vertices' offsets begin.
  private var firstOffset: [UInt32: Int] = [:]
  private var offsets: [Double] = []

  init(network: StreetNetwork, grid: SegmentGrid) {
    self.network = network
    self.grid = grid
  }

  /// Appends the strips of a sidewalk.
  mutating func look(along sidewalk: Int, _ strips: inout [SidewalkStrips.Strip]) {
    offsetsOfWalk.removeAll(keepingCapacity: true)
    measure(sidewalk, &offsetsOfWalk)
    let first = Int(network.firstVertex[sidewalk])
    for vertex in first..<Int(network.lastVertex[sidewalk]) {
      let (from, to) = (offsetsOfWalk[vertex - first], offsetsOfWalk[vertex - first + 1])
      guard to > from else { continue }
      look(along: network.vertices[vertex], network.vertices[vertex + 1])
      for run in found {
        strips.append(
          .init(
            street: run.edge, sidewalk: UInt32(sidewalk), from: from + run.from * (to - from),
            to: run.to == 1 ? to : from + run.to * (to - from), streetFrom: run.streetFrom,
            streetTo: run.streetTo))
      }
    }
  }

  /// Appends each vertex of an edge, in millimetres from its tail as offsets count.
  private func measure(_ edge: Int, _ offsets: inout [Double]) {
    let start = offsets.count
    var total = 0.0
    offsets.append(total)
    for vertex in Int(network.firstVertex[edge])..<Int(network.lastVertex[edge]) {
      total += network.ground.length(
        from: network.vertices[vertex], to: network.vertices[vertex + 1])
      offsets.append(total)
    }
    guard total > 0 else { return }
    let whole = Double(network.lengths[edge])
    for index in start..<offsets.count {
      offsets[index] = offsets[index] == total ? whole : offsets[index] / total * whole
    }
  }

  private struct Run {
    var edge: UInt32
    /// Shares of the sidewalk's segment.
    var from: Double
    var to: Double
    var streetFrom: Double
    var streetTo: Double
  }

  private static func edge(_ near: UInt64) -> Int { Int(near >> 32) }
  private static func vertex(_ near: UInt64) -> Int { Int(near & 0xFFFF_FFFF) }

  /// Finds the runs of a sidewalk's segment.
  private mutating func look(along a: Position, _ b: Position) {
    found.removeAll(keepingCapacity: true)
    findStreets(near: a, b)
    for index in near.indices {
      let (edge, vertex) = (StripSearch.edge(near[index]), StripSearch.vertex(near[index]))
      guard network.sidewalk(of: EdgeID(edge)) == .apart else { continue }
      let c = network.vertices[vertex]
      let local = Local(origin: c, scale: network.ground.metresPerUnit(at: c))
      let walk = Walk(local.point(a), local.point(b))
      let line = Side(local.point(c), local.point(network.vertices[vertex + 1]), walk)
      guard var range = line.range else { continue }
      range = (max(0, range.0), min(1, range.1))
      guard range.0 < range.1 else { continue }
      // A side that is farther throughout than the line in hand decides nothing.
      let bound = max(line.squared(range.0), line.squared(range.1)) + 1e-6
      own.removeAll(keepingCapacity: true)
      others.removeAll(keepingCapacity: true)
      for other in near {
        let vertex = StripSearch.vertex(other)
        let (d, e) = (
          local.point(network.vertices[vertex]), local.point(network.vertices[vertex + 1])
        )
        guard !walk.isFarther(than: bound, from: d, e, between: range) else { continue }
        // The street is as near as its nearest segment.
        if StripSearch.edge(other) == edge {
          own.append(Side(d, e, walk))
        } else {
          others.append(Side(d, e, walk))
        }
      }
      divide(range)
      for part in parts {
        let from = offset(edge, vertex, share: line.along(part.from))
        let to = offset(edge, vertex, share: line.along(part.to))
        guard from != to else { continue }
        found.append(
          Run(
            edge: UInt32(edge), from: part.from, to: part.to, streetFrom: from, streetTo: to))
      }
    }
  }

  /// Millimetres from a street's tail to a share of one of its segments.
  private mutating func offset(_ edge: Int, _ vertex: Int, share: Double) -> Double {
    let start: Int
    if let known = firstOffset[UInt32(edge)] {
      start = known
    } else {
      start = offsets.count
      firstOffset[UInt32(edge)] = start
      measure(edge, &offsets)
    }
    let index = start + vertex - Int(network.firstVertex[edge])
    if share == 1 { return offsets[index + 1] }
    return offsets[index] + share * (offsets[index + 1] - offsets[index])
  }

  /// Finds the parts of a range of the walk in which one of its own sides is at least as near as all others.
  private mutating func divide(_ range: (Double, Double)) {
    parts.removeAll(keepingCapacity: true)
    guard !others.isEmpty else {
      parts.append((range.0, range.1))
      return
    }
    cuts.removeAll(keepingCapacity: true)
    cuts.append(range.0)
    cuts.append(range.1)
    for side in own { side.addTurns(within: range, &cuts) }
    for other in others {
      other.addTurns(within: range, &cuts)
      for side in own { side.addMeetings(other, within: range, &cuts) }
    }
    cuts.sort()
    for index in 1..<cuts.count where cuts[index] > cuts[index - 1] {
      let (from, to) = (cuts[index - 1], cuts[index])
      let middle = (from + to) / 2
      // A micrometre more or less is no other distance.
      guard StripSearch.least(own, middle) <= StripSearch.least(others, middle) + 1e-9 else {
        continue
      }
      if let last = parts.last, last.to == from {
        parts[parts.count - 1].to = to
      } else {
        parts.append((from, to))
      }
    }
  }

  private static func least(_ sides: [Side], _ t: Double) -> Double {
    var least = Double.infinity
    for side in sides { least = min(least, side.squared(t)) }
    return least
  }

  /// Finds segments of streets to cover that come within reach of a sidewalk's segment, each once, in order.
  private mutating func findStreets(near a: Position, _ b: Position) {
    let (p, q) = (grid.plane.point(a), grid.plane.point(b))
    let scale = grid.plane.scale(atY: p.y)
    let dx = Int64(SidewalkStrips.farthest / scale.x) + 2
    let dy = Int64(SidewalkStrips.farthest / scale.y) + 2
    let box = WholePlane.Box(
      low: .init(x: min(p.x, q.x) - dx, y: min(p.y, q.y) - dy),
      high: .init(x: max(p.x, q.x) + dx, y: max(p.y, q.y) + dy), on: grid.plane)
    near.removeAll(keepingCapacity: true)
    grid.forEachSegment(from: box.low, to: box.high) { segment in
      let (c, d) = (
        network.vertices[Int(segment.vertex)], network.vertices[Int(segment.vertex) + 1]
      )
      guard box.mayTouch(c, d) else { return }
      let (r, s) = (grid.plane.point(c), grid.plane.point(d))
      guard box.touches(r, s), r != s else { return }
      near.append(UInt64(segment.edge) << 32 | UInt64(segment.vertex))
    }
    near.sort()
    // A segment stands in every cell it passes.
    var count = 0
    for index in near.indices where index == 0 || near[index] != near[index - 1] {
      near[count] = near[index]
      count += 1
    }
    near.removeLast(near.count - count)
  }

  /// Metres from a place, near it.
  private struct Local {
    var origin: Position
    var scale: (x: Double, y: Double)

    @inline(__always)
    func point(_ place: Position) -> (x: Double, y: Double) {
      ((place.x - origin.x) * scale.x, (place.y - origin.y) * scale.y)
    }
  }

  /// A walk along a segment: a + t · d.
  private struct Walk {
    var a: (x: Double, y: Double)
    var d: (x: Double, y: Double)

    init(_ a: (x: Double, y: Double), _ b: (x: Double, y: Double)) {
      self.a = a
      d = (b.x - a.x, b.y - a.y)
    }

    /// Whether the box of a segment is farther from that of a range of the walk than the root of a square.
    func isFarther(
      than squared: Double, from c: (x: Double, y: Double), _ e: (x: Double, y: Double),
      between range: (Double, Double)
    ) -> Bool {
      let (x, y) = (a.x + range.0 * d.x, a.y + range.0 * d.y)
      let (u, v) = (a.x + range.1 * d.x, a.y + range.1 * d.y)
      let dx = max(0, min(c.x, e.x) - max(x, u), min(x, u) - max(c.x, e.x))
      let dy = max(0, min(c.y, e.y) - max(y, v), min(y, v) - max(c.y, e.y))
      return dx * dx + dy * dy > squared
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

    /// Appends where it is zero within a range, ends left out.
    func addRoots(within range: (Double, Double), _ cuts: inout [Double]) {
      func add(_ root: Double) {
        if root > range.0, root < range.1 { cuts.append(root) }
      }
      if abs(square) < 1e-12 {
        if linear != 0 { add(-constant / linear) }
        return
      }
      let inside = linear * linear - 4 * square * constant
      guard inside >= 0 else { return }
      // The two roots without cancellation.
      let sum = -(linear + (linear < 0 ? -1 : 1) * inside.squareRoot()) / 2
      if sum == 0 { return add(0) }
      add(sum / square)
      add(constant / sum)
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
    private let toFirst: Form
    private let toLine: Form
    private let toLast: Form

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
      toFirst = toPoint(c)
      toLine = Form(
        square: drift * drift, linear: 2 * drift * leftFirst, constant: leftFirst * leftFirst)
      toLast = toPoint(d)
    }

    /// The share of the segment at a point of the walk, exact at its ends.
    func along(_ t: Double) -> Double {
      let share = t == 0 ? first : t == 1 ? last : first + t * (last - first)
      if abs(share) < 1e-9 { return 0 }
      if abs(share - 1) < 1e-9 { return 1 }
      return min(max(share, 0), 1)
    }

    /// Appends where its ends are at right angles to the walk, within a range.
    func addTurns(within range: (Double, Double), _ cuts: inout [Double]) {
      guard first != last else { return }
      let turns = turns
      if turns.0 > range.0, turns.0 < range.1 { cuts.append(turns.0) }
      if turns.1 > range.0, turns.1 < range.1 { cuts.append(turns.1) }
    }

    private var turns: (Double, Double) { (-first / (last - first), (1 - first) / (last - first)) }

    /// Appends where it may be as near as another one, within a range.
    func addMeetings(_ other: Side, within range: (Double, Double), _ cuts: inout [Double]) {
      func add(_ form: Form) {
        (form - other.toFirst).addRoots(within: range, &cuts)
        (form - other.toLine).addRoots(within: range, &cuts)
        (form - other.toLast).addRoots(within: range, &cuts)
      }
      add(toFirst)
      add(toLine)
      add(toLast)
    }

    @inline(__always)
    func squared(_ t: Double) -> Double {
      let share = first + t * (last - first)
      return share <= 0 ? toFirst(t) : share >= 1 ? toLast(t) : toLine(t)
    }

    /// The part of the walk beside the segment that is near enough and parallel enough; `nil` for none.
    var range: (Double, Double)? {
      guard isParallel, first != last else { return nil }
      let beside = Side.ordered(turns)
      let drift = leftLast - leftFirst
      let limit = SidewalkStrips.farthest
      guard drift != 0 else { return abs(leftFirst) <= limit ? beside : nil }
      let near = Side.ordered(((-limit - leftFirst) / drift, (limit - leftFirst) / drift))
      let range = (max(beside.0, near.0), min(beside.1, near.1))
      return range.0 < range.1 ? range : nil
    }

    private static func ordered(_ pair: (Double, Double)) -> (Double, Double) {
      pair.1 < pair.0 ? (pair.1, pair.0) : pair
    }
  }
}
