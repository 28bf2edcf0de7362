/// A straight piece of a line between two nodes; once split, it only knows its halves.
struct Segment {
  let start: Int
  let end: Int
  let line: Int
  var halves: (first: Int, second: Int)?
}

/// A segment and the way it is gone along.
struct DirectedSegment {
  var segment: Int
  var isForward: Bool
}

/// One step of a line being laid: a node that is there already, or a new place.
enum PathStep {
  case node(Int)
  case place(Point)
}

/// The town's lines as a planar drawing: wherever two meet, they share a node.
///
/// A line laid across others splits them where it crosses, so that the finished drawing can be
/// written as OpenStreetMap ways that join exactly at their junctions.
struct StreetGraph {
  private(set) var points: [Point] = []
  private(set) var segments: [Segment] = []
  /// The unsplit segments at each node.
  private(set) var incident: [[Int]] = []
  var lines: [StreetLine] = []
  private var grid = SegmentGrid()

  // MARK: Reading

  /// The nodes of a line in order, those that later lines added included.
  func nodes(of line: Int) -> [Int] {
    let pieces = lines[line].segments.flatMap {
      expanded(DirectedSegment(segment: $0, isForward: true))
    }
    guard let first = pieces.first else { return [] }
    return [start(of: first)] + pieces.map { end(of: $0) }
  }

  /// The line's points in order.
  func geometry(of line: Int) -> [Point] { nodes(of: line).map { points[$0] } }

  /// The unsplit segments that now make up a segment, in the direction of travel.
  func expanded(_ directed: DirectedSegment) -> [DirectedSegment] {
    guard let halves = segments[directed.segment].halves else { return [directed] }
    let order = directed.isForward ? [halves.first, halves.second] : [halves.second, halves.first]
    return order.flatMap {
      expanded(DirectedSegment(segment: $0, isForward: directed.isForward))
    }
  }

  func start(of directed: DirectedSegment) -> Int {
    let segment = segments[directed.segment]
    return directed.isForward ? segment.start : segment.end
  }

  func end(of directed: DirectedSegment) -> Int {
    let segment = segments[directed.segment]
    return directed.isForward ? segment.end : segment.start
  }

  func kind(of segment: Int) -> LineKind { lines[segments[segment].line].kind }

  /// The unsplit segments within `margin` metres of the box around two points.
  func liveSegments(from: Point, to: Point, margin: Double) -> [Int] {
    grid.segments(from: from, to: to, margin: margin).filter { segments[$0].halves == nil }
  }

  /// How many streets and paths end or pass at a node, barriers not counted.
  func degree(_ node: Int) -> Int {
    incident[node].filter { !kind(of: $0).isBarrier }.count
  }

  /// The nearest segment of a line that satisfies the condition, and its distance in metres.
  ///
  /// - Returns: `nil` when none lies within `reach`; ties go to the lowest segment.
  func nearestSegment(
    to point: Point, reach: Double, where condition: (StreetLine) -> Bool
  ) -> (segment: Int, distance: Double, fraction: Double)? {
    var best: (segment: Int, distance: Double, fraction: Double)?
    for segment in liveSegments(from: point, to: point, margin: reach) {
      let ends = segments[segment]
      guard condition(lines[ends.line]) else { continue }
      let here = nearest(to: point, on: points[ends.start], points[ends.end])
      if here.distance <= reach, here.distance < best?.distance ?? .infinity {
        best = (segment, here.distance, here.fraction)
      }
    }
    return best
  }

  /// Where a straight move crosses segments, in the order of travel.
  func crossings(from: Point, to: Point) -> [(along: Double, segment: Int, fraction: Double)] {
    var found: [(along: Double, segment: Int, fraction: Double)] = []
    for segment in liveSegments(from: from, to: to, margin: 1) {
      let ends = segments[segment]
      if let hit = intersection(from, to, points[ends.start], points[ends.end]) {
        found.append((hit.first, segment, hit.second))
      }
    }
    return found.sorted { ($0.along, $0.segment) < ($1.along, $1.segment) }
  }

  // MARK: Drawing

  mutating func addNode(at point: Point) -> Int {
    points.append(point)
    incident.append([])
    return points.count - 1
  }

  /// The node at a fraction of a segment: one of its ends when that is within `snap` metres,
  /// else a new node that splits it.
  mutating func node(on segment: Int, fraction: Double, snap: Double) -> Int {
    let ends = segments[segment]
    let from = points[ends.start]
    let to = points[ends.end]
    let length = from.distance(to: to)
    if fraction * length <= snap, fraction <= 0.5 { return ends.start }
    if (1 - fraction) * length <= snap { return ends.end }
    let node = addNode(at: from + (to - from) * fraction)
    let first = addSegment(ends.start, node, line: ends.line)
    let second = addSegment(node, ends.end, line: ends.line)
    segments[segment].halves = (first, second)
    incident[ends.start].removeAll { $0 == segment }
    incident[ends.end].removeAll { $0 == segment }
    return node
  }

  private mutating func addSegment(_ start: Int, _ end: Int, line: Int) -> Int {
    let index = segments.count
    segments.append(Segment(start: start, end: end, line: line, halves: nil))
    incident[start].append(index)
    incident[end].append(index)
    grid.add(index, from: points[start], to: points[end])
    return index
  }

  /// Lays a line and joins it to every line it crosses.
  ///
  /// - Parameters:
  ///   - steps: The line's course; two steps at least.
  ///   - line: When it is not structural, what runs along other lines is left out; the line
  ///     may so fall in parts, or be empty.
  ///   - snap: A crossing within so many metres of a node uses that node.
  /// - Returns: The index of the line, or of its first part.
  @discardableResult
  mutating func lay(_ line: StreetLine, along steps: [PathStep], snap: Double = 4) -> Int {
    var course: [Int] = []
    for (position, step) in steps.enumerated() {
      let target: Point
      var known: Int?
      switch step {
      case .node(let node):
        target = points[node]
        known = node
      case .place(let place): target = place
      }
      if position > 0, let current = course.last {
        join(from: current, to: target, arriving: known, snap: snap, course: &course)
      }
      let node = known ?? addNode(at: target)
      if course.last != node { course.append(node) }
    }
    removeSpikes(from: &course)
    let runs = line.isStructural ? [course] : unjoinedRuns(of: course)
    let index = lines.count
    for run in runs {
      lines.append(line)
      for (start, end) in zip(run, run.dropFirst()) {
        lines[lines.count - 1].segments.append(addSegment(start, end, line: lines.count - 1))
      }
    }
    return index
  }

  /// Takes from a course the new places it goes to and comes back from: snapping to a node can
  /// make such a spike.
  private func removeSpikes(from course: inout [Int]) {
    var position = 1
    while position + 1 < course.count {
      if course[position - 1] == course[position + 1], incident[course[position]].isEmpty {
        course.removeSubrange(position...(position + 1))
        position = max(1, position - 1)
      } else {
        position += 1
      }
    }
  }

  /// The parts of a course that no other line makes already: a path that comes to run along a
  /// street is the street there. At least one part, which may be empty.
  private func unjoinedRuns(of course: [Int]) -> [[Int]] {
    var runs: [[Int]] = []
    var run: [Int] = []
    for (position, node) in course.enumerated() {
      if position > 0, areJoined(course[position - 1], node) {
        if run.count > 1 { runs.append(run) }
        run = []
      }
      run.append(node)
    }
    if run.count > 1 { runs.append(run) }
    return runs.isEmpty ? [[]] : runs
  }

  private func areJoined(_ first: Int, _ second: Int) -> Bool {
    incident[first].contains {
      segments[$0].start == second || segments[$0].end == second
    }
  }

  /// Adds to the course the nodes where the move from its last node to `target` crosses others.
  private mutating func join(
    from current: Int, to target: Point, arriving: Int?, snap: Double, course: inout [Int]
  ) {
    for hit in crossings(from: points[current], to: target) {
      let ends = segments[hit.segment]
      guard ends.start != current, ends.end != current else { continue }
      if let arriving, ends.start == arriving || ends.end == arriving { continue }
      let node = node(on: hit.segment, fraction: hit.fraction, snap: snap)
      if course.last != node { course.append(node) }
    }
  }
}
