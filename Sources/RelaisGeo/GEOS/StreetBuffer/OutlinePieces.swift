/// The stretches of offset lines and circles that no capsule covers: the outline, in pieces.
///
/// Every piece runs with the area on its left. Pieces shorter than ten micrometres are left out;
/// they are what rounding leaves where curves touch, and ``OutlineLinking`` closes over them.
struct OutlinePieces {
  struct Piece {
    var startX: Double
    var startY: Double
    var endX: Double
    var endY: Double
    /// ``BoundaryCurve`` meetings, 0 for none.
    var startName: UInt64
    var endName: UInt64
    /// The node whose circle it follows; −1 for a straight piece.
    var node: Int32
    /// Pseudo-angles of an arc, `from` below 4; `to` > `from`, past 4 where it passes east.
    var from: Double
    var to: Double
  }

  private(set) var pieces: [Piece] = []
  private var left = UncoveredParts()

  /// Metres: twenty times what rounding moves a crossing of curves that touch within 1e-13 m.
  static let shortest = 1e-5

  mutating func collect(_ capsules: borrowing CapsuleSet, radius: Double) {
    pieces.removeAll(keepingCapacity: true)
    capsules.nodes.withUnsafeBufferPointer { nodes in
      capsules.segments.withUnsafeBufferPointer { segments in
        capsules.firstNeighbour.withUnsafeBufferPointer { first in
          capsules.neighbours.withUnsafeBufferPointer { neighbours in
            let clipping = CapsuleClipping(nodes: nodes, segments: segments, radius: radius)
            for i in 0..<Int32(segments.count) where segments[Int(i)].length > 0 {
              let near = UnsafeBufferPointer(
                rebasing: neighbours[Int(first[Int(i)])..<Int(first[Int(i) + 1])])
              collectLine(i, isLeft: true, near, clipping)
              collectLine(i, isLeft: false, near, clipping)
            }
            for v in 0..<Int32(nodes.count) {
              let own = nodes[Int(v)].segment
              let near = UnsafeBufferPointer(
                rebasing: neighbours[Int(first[Int(own)])..<Int(first[Int(own) + 1])])
              collectCircle(v, own, near, clipping)
            }
          }
        }
      }
    }
  }

  private mutating func collectLine(
    _ i: Int32, isLeft: Bool, _ near: UnsafeBufferPointer<Int32>, _ clipping: CapsuleClipping
  ) {
    let s = clipping.segments[Int(i)]
    let curve = BoundaryCurve.line(i, isLeft: isLeft)
    let offset = isLeft ? clipping.radius : -clipping.radius
    let x = s.x - offset * s.dy
    let y = s.y + offset * s.dx
    left.reset(
      to: .init(
        from: 0, to: s.length,
        fromName: BoundaryCurve.meeting(curve, BoundaryCurve.circle(s.tail)),
        toName: BoundaryCurve.meeting(curve, BoundaryCurve.circle(s.head))))
    var half = s.length / 2
    var reach = CapsuleClipping.Reach(
      x: x + half * s.dx, y: y + half * s.dy, radius: half, of: clipping.radius)
    for j in near {
      switch clipping.relation(of: reach, to: j) {
      case .apart: continue
      case .inside: return
      case .unsure: break
      }
      guard let part = clipping.line(i, isLeft: isLeft, in: j), left.subtract(part) else {
        continue
      }
      guard let first = left.parts.first, let last = left.parts.last else { return }
      half = (last.to - first.from) / 2
      let middle = first.from + half
      reach = CapsuleClipping.Reach(
        x: x + middle * s.dx, y: y + middle * s.dy, radius: half, of: clipping.radius)
    }
    for part in left.parts where part.to - part.from >= OutlinePieces.shortest {
      // The left line has its area to the right of tail → head: it runs back.
      let (start, end) = isLeft ? (part.to, part.from) : (part.from, part.to)
      pieces.append(
        Piece(
          startX: x + start * s.dx, startY: y + start * s.dy,
          endX: x + end * s.dx, endY: y + end * s.dy,
          startName: isLeft ? part.toName : part.fromName,
          endName: isLeft ? part.fromName : part.toName, node: -1, from: 0, to: 0))
    }
  }

  private mutating func collectCircle(
    _ v: Int32, _ own: Int32, _ near: UnsafeBufferPointer<Int32>, _ clipping: CapsuleClipping
  ) {
    left.clear()
    var isWhole = true
    var reach = CapsuleClipping.Reach(
      x: clipping.nodes[Int(v)].x, y: clipping.nodes[Int(v)].y, radius: clipping.radius,
      of: clipping.radius)
    // A disk of its own does not cover its circle.
    if clipping.segments[Int(own)].length > 0, let part = clipping.circle(v, in: own) {
      reach = open(v, part, clipping)
      isWhole = false
    }
    for j in near {
      switch clipping.relation(of: reach, to: j) {
      case .apart: continue
      case .inside: return
      case .unsure: break
      }
      guard let part = clipping.circle(v, in: j) else { continue }
      if isWhole {
        reach = open(v, part, clipping)
        isWhole = false
      } else if subtract(part) {
        if left.isEmpty { return }
        reach = self.reach(v, clipping)
      }
    }
    if isWhole { left.reset(to: .init(from: 0, to: 4, fromName: 0, toName: 0)) }
    for part in left.parts { addArc(v, clipping, part) }
  }

  /// What the first capsule leaves of a whole circle: one stretch, which may pass east.
  private mutating func open(
    _ v: Int32, _ part: CoveredPart, _ clipping: CapsuleClipping
  ) -> CapsuleClipping.Reach {
    left.reset(
      to: .init(
        from: part.to, to: part.from < part.to ? part.from + 4 : part.from,
        fromName: part.toName, toName: part.fromName))
    return reach(v, clipping)
  }

  /// The stretches lie in 0...8, the covered part anywhere once around: it may meet them a turn on.
  @inline(__always)
  private mutating func subtract(_ part: CoveredPart) -> Bool {
    var covered = part
    if covered.to < covered.from { covered.to += 4 }
    var hasMoved = left.subtract(covered)
    let from = covered.from
    let to = covered.to
    covered.from = from + 4
    covered.to = to + 4
    if left.subtract(covered) { hasMoved = true }
    covered.from = from - 4
    covered.to = to - 4
    if left.subtract(covered) { hasMoved = true }
    return hasMoved
  }

  /// Up to half a turn an arc lies in the disk on its chord; beyond, in the circle's own.
  private func reach(_ v: Int32, _ clipping: CapsuleClipping) -> CapsuleClipping.Reach {
    let radius = clipping.radius
    let centre = clipping.nodes[Int(v)]
    guard let first = left.parts.first, let last = left.parts.last, last.to - first.from <= 2 else {
      return .init(x: centre.x, y: centre.y, radius: radius, of: radius)
    }
    let a = PseudoAngle.direction(first.from)
    let b = PseudoAngle.direction(last.to)
    let x = (a.x - b.x) / 2
    let y = (a.y - b.y) / 2
    return .init(
      x: centre.x + radius * (a.x + b.x) / 2, y: centre.y + radius * (a.y + b.y) / 2,
      radius: radius * (x * x + y * y).squareRoot(), of: radius)
  }

  private mutating func addArc(
    _ v: Int32, _ clipping: CapsuleClipping, _ part: UncoveredParts.Part
  ) {
    // A pseudo-angle is never more than the angle.
    guard (part.to - part.from) * clipping.radius >= OutlinePieces.shortest else { return }
    let centre = clipping.nodes[Int(v)]
    let a = PseudoAngle.direction(part.from)
    let b = PseudoAngle.direction(part.to)
    let turn: Double = part.from >= 4 ? 4 : 0
    pieces.append(
      Piece(
        startX: centre.x + clipping.radius * a.x, startY: centre.y + clipping.radius * a.y,
        endX: centre.x + clipping.radius * b.x, endY: centre.y + clipping.radius * b.y,
        startName: part.fromName, endName: part.toName, node: v,
        from: part.from - turn, to: part.to - turn))
  }
}
