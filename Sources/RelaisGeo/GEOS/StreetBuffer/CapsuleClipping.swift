/// Which part of an offset line or of a circle lies inside a capsule of the same radius: closed
/// forms, one stretch each, for a capsule is convex.
///
/// Between segments that share a node the crossing of two offset lines is computed from the angle
/// alone, which stays exact when they run nearly straight on.
struct CapsuleClipping {
  let nodes: UnsafeBufferPointer<CapsuleSet.Node>
  let segments: UnsafeBufferPointer<CapsuleSet.Segment>
  let radius: Double

  /// Offset lines within this of each other, metres, are the same line: a hundred times the
  /// rounding error of local coordinates.
  static let coincidence = 1e-11

  /// A disk around what is left of a curve, with the squared distances at which a capsule's segment
  /// misses it or swallows it.
  struct Reach {
    let x: Double
    let y: Double
    let apart: Double
    let inside: Double

    @inline(__always)
    init(x: Double, y: Double, radius: Double, of capsule: Double) {
      self.x = x
      self.y = y
      // A nanometre either way leaves every doubt to the closed forms.
      let far = capsule + radius + 1e-9
      let near = max(0, capsule - radius - 1e-9)
      apart = far * far
      inside = near * near
    }
  }

  enum Relation {
    case apart
    case inside
    case unsure
  }

  @inline(__always)
  func relation(of reach: Reach, to j: Int32) -> Relation {
    let o = segments[Int(j)]
    let x = reach.x - o.x
    let y = reach.y - o.y
    let along = max(0, min(o.length, x * o.dx + y * o.dy))
    let restX = x - along * o.dx
    let restY = y - along * o.dy
    let square = restX * restX + restY * restY
    return square >= reach.apart ? .apart : square < reach.inside ? .inside : .unsure
  }

  /// The part of segment `i`'s offset line inside capsule `j`; it may extend past the line's ends.
  @inline(__always)
  func line(_ i: Int32, isLeft: Bool, in j: Int32) -> CoveredPart? {
    let s = segments[Int(i)]
    let o = segments[Int(j)]
    let side = isLeft ? 1.0 : -1.0
    let relativeX = s.x - side * radius * s.dy - o.x
    let relativeY = s.y + side * radius * s.dx - o.y
    // In the other capsule's frame: u along its segment from the tail, w to the left of it.
    let u0 = relativeX * o.dx + relativeY * o.dy
    let w0 = relativeY * o.dx - relativeX * o.dy
    let du = s.dx * o.dx + s.dy * o.dy
    let dw = s.dy * o.dx - s.dx * o.dy
    let u1 = u0 + s.length * du
    let w1 = w0 + s.length * dw
    if max(u0, u1) <= -radius || min(u0, u1) >= o.length + radius { return nil }
    if max(w0, w1) <= -radius || min(w0, w1) >= radius {
      // A line along the other's side, touching from without, is looked at below.
      guard abs(dw) < 1e-6, abs(min(abs(w0), abs(w1)) - radius) < CapsuleClipping.coincidence
      else { return nil }
    }
    let curve = BoundaryCurve.line(i, isLeft: isLeft)
    let sharesTail = s.tail == o.tail || s.tail == o.head
    let sharesHead = s.head == o.tail || s.head == o.head
    if sharesTail != sharesHead {
      // Directions away from the shared node; the sine is positive towards this offset line.
      let isAway = sharesTail ? 1.0 : -1.0
      let otherAway = (sharesTail ? s.tail : s.head) == o.tail ? 1.0 : -1.0
      let cosine = isAway * otherAway * du
      let sine = -side * otherAway * dw
      if abs(sine) * min(s.length, o.length) < CapsuleClipping.coincidence {
        // Straight on, nothing is covered; back over itself, the lower index keeps the line.
        if cosine < 0 || i < j { return nil }
        let end = min(s.length, o.length)
        return sharesTail
          ? CoveredPart(from: -.infinity, to: end, fromName: 0, toName: 0)
          : CoveredPart(from: s.length - end, to: .infinity, fromName: 0, toName: 0)
      }
      // On the outer side of a bend every point is a radius away or more.
      if sine < 0 { return nil }
      let crossing = radius * (1 + cosine) / sine
      if crossing <= o.length {
        // The other's line on the side of this segment: left if this one leaves to its left.
        let otherLine = BoundaryCurve.line(j, isLeft: isAway * dw > 0)
        let name = BoundaryCurve.meeting(curve, otherLine)
        return sharesTail
          ? CoveredPart(from: -.infinity, to: crossing, fromName: 0, toName: name)
          : CoveredPart(from: s.length - crossing, to: .infinity, fromName: name, toName: 0)
      }
    } else if abs(dw) < 1e-6, o.length > 0 {
      let bounds = along(u0, du, 0, o.length)
      let from = max(0, bounds.from)
      let to = min(s.length, bounds.to)
      let wFrom = w0 + from * dw
      let wTo = w0 + to * dw
      if from < to, abs(abs(wFrom) - radius) < CapsuleClipping.coincidence,
        abs(abs(wTo) - radius) < CapsuleClipping.coincidence
      {
        // One line twice: the lower index keeps it. Two that touch back to back: neither bounds.
        let isSameSide = (side * du > 0) == (wFrom > 0)
        if isSameSide && i < j { return nil }
        return CoveredPart(from: bounds.from, to: bounds.to, fromName: 0, toName: 0)
      }
    }
    var part = CoveredPart(from: .infinity, to: -.infinity, fromName: 0, toName: 0)
    // The disk at the tail: its centre's foot on the line, and distance to the line.
    let foot = -(relativeX * s.dx + relativeY * s.dy)
    let gap = relativeY * s.dx - relativeX * s.dy
    extend(&part, foot, gap, curve, o.tail)
    guard o.length > 0 else { return checked(part, s.length) }
    extend(&part, foot + o.length * du, gap + o.length * dw, curve, o.head)
    // The rectangle between the disks.
    let ends = along(u0, du, 0, o.length)
    let sides = along(w0, dw, -radius, radius)
    let from = max(ends.from, sides.from)
    let to = min(ends.to, sides.to)
    if from < to {
      if from < part.from {
        part.from = from
        part.fromName = BoundaryCurve.meeting(curve, BoundaryCurve.line(j, isLeft: dw < 0))
      }
      if to > part.to {
        part.to = to
        part.toName = BoundaryCurve.meeting(curve, BoundaryCurve.line(j, isLeft: dw > 0))
      }
    }
    // Next to a shared node the part begins with the line, whatever rounding says.
    if sharesTail != sharesHead {
      if sharesTail { part.from = -.infinity } else { part.to = .infinity }
    }
    return checked(part, s.length)
  }

  @inline(__always)
  private func checked(_ part: CoveredPart, _ length: Double) -> CoveredPart? {
    part.from < length && part.to > 0 && part.from < part.to ? part : nil
  }

  /// Extends the part by a disk whose centre lies over `foot`, `gap` metres off the line.
  @inline(__always)
  private func extend(
    _ part: inout CoveredPart, _ foot: Double, _ gap: Double, _ curve: UInt64, _ node: Int32
  ) {
    let square = (radius - gap) * (radius + gap)
    guard square > 0 else { return }
    let half = square.squareRoot()
    let circle = BoundaryCurve.circle(node)
    if foot - half < part.from {
      part.from = foot - half
      part.fromName = BoundaryCurve.meeting(curve, circle)
    }
    if foot + half > part.to {
      part.to = foot + half
      part.toName = BoundaryCurve.meeting(curve, circle, second: true)
    }
  }

  /// Where `start + t × slope` lies between two values; empty as from > to.
  @inline(__always)
  private func along(
    _ start: Double, _ slope: Double, _ low: Double, _ high: Double
  ) -> (from: Double, to: Double) {
    if slope == 0 {
      return start > low && start < high
        ? (-.infinity, .infinity) : (.infinity, -.infinity)
    }
    let a = (low - start) / slope
    let b = (high - start) / slope
    return a < b ? (a, b) : (b, a)
  }

  /// The part of a node's circle inside capsule `j`, counterclockwise; `from` > `to` where it
  /// passes east.
  @inline(__always)
  func circle(_ v: Int32, in j: Int32) -> CoveredPart? {
    let o = segments[Int(j)]
    let curve = BoundaryCurve.circle(v)
    if o.length > 0, o.tail == v || o.head == v {
      // The half circle on the segment's side, up to where its offset lines touch the circle.
      let away = o.tail == v ? 1.0 : -1.0
      let x = -away * o.dy
      let y = away * o.dx
      let isTail = o.tail == v
      return CoveredPart(
        from: PseudoAngle.of(-x, -y), to: PseudoAngle.of(x, y),
        fromName: BoundaryCurve.meeting(curve, BoundaryCurve.line(j, isLeft: !isTail)),
        toName: BoundaryCurve.meeting(curve, BoundaryCurve.line(j, isLeft: isTail)))
    }
    let centre = nodes[Int(v)]
    let relativeX = centre.x - o.x
    let relativeY = centre.y - o.y
    let u = relativeX * o.dx + relativeY * o.dy
    let w = relativeY * o.dx - relativeX * o.dy
    let beside = max(0, max(-u, u - o.length))
    if beside * beside + w * w >= 4 * radius * radius { return nil }
    // Seen with the centre on the segment's left; on the right, left and right exchange.
    let height = abs(w)
    let half = max(0, height * (2 * radius - height)).squareRoot()
    let isLeft = w >= 0
    let up = end(v, centre, curve, j, o, u + half, height, isForward: true, isLeft: isLeft)
    let down = end(v, centre, curve, j, o, u - half, height, isForward: false, isLeft: isLeft)
    var part =
      isLeft
      ? CoveredPart(from: down.angle, to: up.angle, fromName: down.name, toName: up.name)
      : CoveredPart(from: up.angle, to: down.angle, fromName: up.name, toName: down.name)
    if part.from == part.to {
      // All but a point where the centre lies on the segment; nothing where the two only touch.
      guard height < radius else { return nil }
      part.to += 4
    }
    return part
  }

  /// Where a circle leaves a capsule, forward or back along its segment: on the offset line, or past
  /// its end on one of the end circles.
  @inline(__always)
  private func end(
    _ v: Int32, _ centre: CapsuleSet.Node, _ curve: UInt64, _ j: Int32, _ o: CapsuleSet.Segment,
    _ u: Double, _ height: Double, isForward: Bool, isLeft: Bool
  ) -> (angle: Double, name: UInt64) {
    let side = isLeft ? 1.0 : -1.0
    if o.length > 0, u >= 0, u <= o.length {
      let half = max(0, height * (2 * radius - height)).squareRoot()
      let along = isForward ? half : -half
      let across = side * (radius - height)
      return (
        PseudoAngle.of(along * o.dx - across * o.dy, along * o.dy + across * o.dx),
        BoundaryCurve.meeting(curve, BoundaryCurve.line(j, isLeft: isLeft), second: isForward)
      )
    }
    let node = u < 0 ? o.tail : o.head
    let other = nodes[Int(node)]
    let x = other.x - centre.x
    let y = other.y - centre.y
    let square = x * x + y * y
    // The chord both circles share stands half-way, across the line of centres.
    let turn = (max(0, 4 * radius * radius - square) / square).squareRoot()
    // Counterclockwise is forward where the segment passes below.
    let isCounterclockwise = isForward == isLeft
    let sign = isCounterclockwise ? turn : -turn
    return (
      PseudoAngle.of(x - y * sign, y + x * sign),
      BoundaryCurve.meeting(
        curve, BoundaryCurve.circle(node), second: isCounterclockwise == (v < node))
    )
  }
}
