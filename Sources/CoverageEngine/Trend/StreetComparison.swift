import RelaisGeo

/// The steps of two street maps, and which of them are the same; the work of ``StreetChanges``.
struct StreetComparison {
  /// Metres from a step within which a vertex of the other day divides it. Coordinates of OpenStreetMap are rounded to a
  /// centimetre, so that a vertex put on a straight line lies beside it by as much.
  static let beside = 0.02
  /// Metres between two drawings of one line, box to box.
  static let near = 50.0

  /// From one vertex of a line to the next, or part of it.
  struct Step {
    /// A number for the identifier of its line, the same on both days.
    var line: Int
    var name: String?
    var from: StreetMap.Point
    var to: StreetMap.Point
    /// Millimetres.
    var length: Int64
    var fate = Fate.left

    var low: StreetMap.Point { min(from, to) }
    var high: StreetMap.Point { max(from, to) }
  }

  enum Fate {
    /// Nothing of the other day is known to be the same.
    case left
    case same
    /// The name it bore, where that is another.
    case renamed(from: String?)
  }

  private let map: StreetMap
  private var then: [Step]
  private var now: [Step]
  /// Millimetres that redrawn lines gained.
  private(set) var redrawn: Int64 = 0

  init(_ former: StreetMap, _ present: StreetMap) {
    precondition(former.ground == present.ground)
    map = present
    var numbers: [String: Int] = [:]
    now = StreetComparison.steps(present, &numbers)
    then = StreetComparison.steps(former, &numbers)
  }

  private static func steps(_ map: StreetMap, _ numbers: inout [String: Int]) -> [Step] {
    map.lines.flatMap { line in
      let next = numbers.count
      let number = numbers[line.id] ?? next
      numbers[line.id] = number
      return line.parts.flatMap { part in
        let lengths = map.ground.split(part.length, over: part.points.map(map.position))
        return zip(lengths, zip(part.points, part.points.dropFirst())).map { length, ends in
          Step(line: number, name: line.name, from: ends.0, to: ends.1, length: length)
        }
      }
    }
  }

  // MARK: The same ends

  /// Pairs steps with the same ends; where several have, first those of one identifier, then in their order.
  mutating func matchSteps() {
    let old = StreetComparison.sorted(then)
    let new = StreetComparison.sorted(now)
    var (i, j) = (0, 0)
    while i < old.count, j < new.count {
      let (a, b) = (ends(then[old[i]]), ends(now[new[j]]))
      if a < b {
        i += 1
      } else if b < a {
        j += 1
      } else {
        let former = old[i...].prefix { ends(then[$0]) == a }
        let present = new[j...].prefix { ends(now[$0]) == a }
        match(former, present)
        i = former.endIndex
        j = present.endIndex
      }
    }
  }

  private typealias Ends = (StreetMap.Point, StreetMap.Point)

  private func ends(_ step: Step) -> Ends { (step.low, step.high) }

  private static func sorted(_ steps: [Step]) -> [Int] {
    steps.indices.filter { steps[$0].isLeft }.sorted { a, b in
      let (one, other) = (steps[a], steps[b])
      return (one.low, one.high, one.line, a) < (other.low, other.high, other.line, b)
    }
  }

  /// - Parameters: Steps with the same ends, by identifier.
  private mutating func match(_ former: ArraySlice<Int>, _ present: ArraySlice<Int>) {
    var rest: (then: [Int], now: [Int]) = ([], [])
    var (i, j) = (former.startIndex, present.startIndex)
    while i < former.endIndex || j < present.endIndex {
      let old = i < former.endIndex ? then[former[i]].line : .max
      let new = j < present.endIndex ? now[present[j]].line : .max
      if old == new { pair(former[i], present[j]) }
      if old < new { rest.then.append(former[i]) }
      if new < old { rest.now.append(present[j]) }
      if old <= new { i += 1 }
      if new <= old { j += 1 }
    }
    for (old, new) in zip(rest.then, rest.now) { pair(old, new) }
  }

  private mutating func pair(_ old: Int, _ new: Int) {
    then[old].fate = .same
    now[new].fate = then[old].name == now[new].name ? .same : .renamed(from: then[old].name)
  }

  // MARK: Vertices on a step

  /// Divides the steps that are left at vertices of those left of the other day.
  mutating func divideSteps() {
    let (old, new) = (then, now)
    then = divided(old, at: StreetComparison.vertices(new))
    now = divided(new, at: StreetComparison.vertices(old))
  }

  /// The ends of the steps that are left, increasing.
  private static func vertices(_ steps: [Step]) -> [StreetMap.Point] {
    var result: [StreetMap.Point] = []
    for point in steps.filter(\.isLeft).flatMap({ [$0.from, $0.to] }).sorted()
    where result.last != point {
      result.append(point)
    }
    return result
  }

  private func divided(_ steps: [Step], at vertices: [StreetMap.Point]) -> [Step] {
    steps.flatMap { step in
      guard step.isLeft else { return [step] }
      let cuts = cuts(of: step, among: vertices)
      guard !cuts.isEmpty else { return [step] }
      var parts: [Step] = []
      var (from, before) = (step.from, Int64(0))
      for (point, share) in cuts + [(step.to, 1)] {
        let reached = Int64((Double(step.length) * share).rounded())
        var part = step
        (part.from, part.to, part.length) = (from, point, reached - before)
        parts.append(part)
        (from, before) = (point, reached)
      }
      return parts
    }
  }

  /// The vertices on a step, and the shares of it at which they lie, increasing; without its ends.
  private func cuts(
    of step: Step, among vertices: [StreetMap.Point]
  ) -> [(StreetMap.Point, Double)] {
    let a = map.position(step.from)
    let scale = map.ground.metresPerUnit(at: a)
    let end = metres(step.to, from: a, scale)
    let squared = end.x * end.x + end.y * end.y
    guard squared > 0 else { return [] }
    // Metres, in points of the grid; those of a degree are below that much on the earth.
    let margin = map.margin(StreetComparison.beside, at: a)
    let first = vertices.partitioningIndex { $0.x >= step.low.x - margin }
    var cuts: [(StreetMap.Point, Double)] = []
    for vertex in vertices[first...].prefix(while: { $0.x <= step.high.x + margin })
    where vertex != step.from && vertex != step.to {
      let own = metres(vertex, from: a, scale)
      let share = (own.x * end.x + own.y * end.y) / squared
      guard share > 0, share < 1 else { continue }
      let (dx, dy) = (own.x - share * end.x, own.y - share * end.y)
      if dx * dx + dy * dy <= StreetComparison.beside * StreetComparison.beside {
        cuts.append((vertex, share))
      }
    }
    return cuts.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
  }

  private func metres(
    _ point: StreetMap.Point, from origin: Position, _ scale: (x: Double, y: Double)
  ) -> (x: Double, y: Double) {
    let position = map.position(point)
    return ((position.x - origin.x) * scale.x, (position.y - origin.y) * scale.y)
  }

  // MARK: Redrawn lines

  /// What is left of one identifier on both days, at one place and of much the same length, is the same street.
  mutating func matchRedrawn() {
    let old = Dictionary(grouping: then.indices.filter { then[$0].isLeft }) { then[$0].line }
    let new = Dictionary(grouping: now.indices.filter { now[$0].isLeft }) { now[$0].line }
    for (line, former) in old {
      guard let present = new[line] else { continue }
      let lengths = (
        former.reduce(0) { $0 + then[$1].length }, present.reduce(0) { $0 + now[$1].length }
      )
      guard min(lengths.0, lengths.1) * 2 >= max(lengths.0, lengths.1),
        areNear(former.map { then[$0] }, present.map { now[$0] })
      else { continue }
      let name = then[former[0]].name
      for step in former { then[step].fate = .same }
      for step in present {
        now[step].fate = now[step].name == name ? .same : .renamed(from: name)
      }
      redrawn += lengths.1 - lengths.0
    }
  }

  private func areNear(_ former: [Step], _ present: [Step]) -> Bool {
    let (a, b) = (StreetComparison.box(former), StreetComparison.box(present))
    let margin = map.margin(StreetComparison.near, at: map.position(a.low))
    return a.low.x - margin <= b.high.x && b.low.x - margin <= a.high.x
      && a.low.y - margin <= b.high.y && b.low.y - margin <= a.high.y
  }

  private static func box(_ steps: [Step]) -> (low: StreetMap.Point, high: StreetMap.Point) {
    let points = steps.flatMap { [$0.from, $0.to] }
    let (x, y) = (points.map(\.x), points.map(\.y))
    return (
      StreetMap.Point(x: x.min() ?? 0, y: y.min() ?? 0),
      StreetMap.Point(x: x.max() ?? 0, y: y.max() ?? 0)
    )
  }

  // MARK: What came of it

  func stretches() -> [StreetChanges.Stretch] {
    var found: [StreetChanges.Stretch] = []
    for (kind, steps) in [(StreetChanges.Stretch.Kind.new, now), (.gone, then), (.renamed, now)] {
      let own = steps.filter { step in
        switch step.fate {
        case .left: kind != .renamed
        case .same: false
        case .renamed: kind == .renamed
        }
      }
      found += stretches(kind, own).enumerated()
        .sorted { ($1.element.length, $0.offset) < ($0.element.length, $1.offset) }
        .map(\.element)
    }
    return found
  }

  /// A stretch for each run of steps of one line, of one former name.
  private func stretches(
    _ kind: StreetChanges.Stretch.Kind, _ steps: [Step]
  ) -> [StreetChanges.Stretch] {
    var found: [StreetChanges.Stretch] = []
    var last: Step?
    for step in steps where step.length > 0 {
      if last?.line != step.line || last?.formerName != step.formerName || found.isEmpty {
        found.append(
          .init(
            kind: kind, street: step.name, formerName: step.formerName, length: .zero, lines: []))
        last = nil
      }
      let index = found.count - 1
      found[index].length += Length(millimetres: step.length)
      if last?.to == step.from {
        found[index].lines[found[index].lines.count - 1].append(map.position(step.to))
      } else {
        found[index].lines.append([step.from, step.to].map(map.position))
      }
      last = step
    }
    return found
  }
}

extension StreetComparison.Step {
  fileprivate var isLeft: Bool {
    if case .left = fate { true } else { false }
  }

  fileprivate var formerName: String? {
    if case .renamed(let name) = fate { name } else { nil }
  }
}

extension Ground {
  /// A length shared out over the steps of a line by their own lengths, in whole millimetres that add up to it.
  fileprivate func split(_ length: Length, over line: [Position]) -> [Int64] {
    let total = self.length(of: line)
    var lengths: [Int64] = []
    var (reached, before) = (0.0, Int64(0))
    for (index, (a, b)) in zip(line, line.dropFirst()).enumerated() {
      reached += self.length(from: a, to: b)
      let isLast = index == line.count - 2
      let share = isLast ? 1 : total > 0 ? min(reached / total, 1) : 0
      let offset = Int64((Double(length.millimetres) * share).rounded())
      lengths.append(offset - before)
      before = offset
    }
    return lengths
  }
}

extension StreetMap {
  /// Points of the grid that are as many metres, at least, in either direction.
  fileprivate func margin(_ metres: Double, at place: Position) -> Int64 {
    let scale = ground.metresPerUnit(at: place)
    // Near a pole a degree of longitude has no length: everything is near.
    let units = metres / max(min(scale.x, scale.y), 1e-3)
    return Int64(units * StreetMap.fineness(ground)) + 1
  }
}

extension [StreetMap.Point] {
  /// Where the first element lies that meets a condition, all after it doing so.
  fileprivate func partitioningIndex(_ isBeyond: (StreetMap.Point) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
