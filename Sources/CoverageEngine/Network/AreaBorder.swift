import RelaisGeo

/// An area's border, indexed: which points are inside, where a line crosses.
///
/// Even–odd over all rings. A point exactly on the border falls on one side or the other, the same
/// at every run.
struct AreaBorder: Sendable {
  let envelope: Envelope
  private let starts: [Position]
  private let ends: [Position]
  /// Horizontal bands: the sides that reach into each.
  private let bandFirst: [UInt32]
  private let bandSides: [UInt32]
  private let bandCount: Int
  private let bandsPerY: Double

  init(_ area: MultiPolygon) {
    var starts: [Position] = []
    var ends: [Position] = []
    for polygon in area.polygons {
      for ring in [polygon.shell] + polygon.holes {
        for (a, b) in zip(ring, ring.dropFirst()) where a != b {
          starts.append(a)
          ends.append(b)
        }
      }
    }
    let envelope = Envelope(of: starts + ends)
    let bandCount = max(1, min(4096, starts.count))
    let height = max(envelope.maxY - envelope.minY, .leastNormalMagnitude)
    let bandsPerY = envelope.isEmpty ? 0 : Double(bandCount) / height
    func band(_ y: Double) -> Int {
      Int(max(0, min(Double(bandCount - 1), (y - envelope.minY) * bandsPerY)))
    }
    var first = [UInt32](repeating: 0, count: bandCount + 1)
    for side in starts.indices {
      for band in band(min(starts[side].y, ends[side].y))...band(max(starts[side].y, ends[side].y))
      {
        first[band + 1] += 1
      }
    }
    for band in 0..<bandCount { first[band + 1] += first[band] }
    var next = first
    var sides = [UInt32](repeating: 0, count: Int(first[bandCount]))
    for side in starts.indices {
      for band in band(min(starts[side].y, ends[side].y))...band(max(starts[side].y, ends[side].y))
      {
        sides[Int(next[band])] = UInt32(side)
        next[band] += 1
      }
    }
    self.envelope = envelope
    self.starts = starts
    self.ends = ends
    self.bandFirst = first
    self.bandSides = sides
    self.bandCount = bandCount
    self.bandsPerY = bandsPerY
  }

  private func band(_ y: Double) -> Int {
    Int(max(0, min(Double(bandCount - 1), (y - envelope.minY) * bandsPerY)))
  }

  /// Whether the point is inside, by crossings of a ray to the east (Shimrat, CACM 5, 1962).
  func contains(_ point: Position) -> Bool {
    guard envelope.contains(point) else { return false }
    var inside = false
    let band = band(point.y)
    for slot in bandFirst[band]..<bandFirst[band + 1] {
      let side = Int(bandSides[Int(slot)])
      let a = starts[side]
      let b = ends[side]
      if (a.y > point.y) != (b.y > point.y),
        point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
      {
        inside.toggle()
      }
    }
    return inside
  }

  /// Whether the border passes within so many ground metres of a point.
  ///
  /// - Complexity: linear in the sides of the bands within that distance.
  func isWithin(_ metres: Double, of point: Position, ground: Ground) -> Bool {
    let scale = ground.metresPerUnit(at: point)
    let dy = metres / scale.y
    guard !starts.isEmpty, point.y + dy >= envelope.minY, point.y - dy <= envelope.maxY else {
      return false
    }
    for band in band(point.y - dy)...band(point.y + dy) {
      for slot in bandFirst[band]..<bandFirst[band + 1] {
        let side = Int(bandSides[Int(slot)])
        let x = (starts[side].x - point.x) * scale.x
        let y = (starts[side].y - point.y) * scale.y
        let dx = (ends[side].x - starts[side].x) * scale.x
        let dy = (ends[side].y - starts[side].y) * scale.y
        let share = min(max(-(x * dx + y * dy) / (dx * dx + dy * dy), 0), 1)
        let nearX = x + share * dx
        let nearY = y + share * dy
        if nearX * nearX + nearY * nearY <= metres * metres { return true }
      }
    }
    return false
  }

  /// Where a line meets the border, as shares of its ground length, increasing, 0 and 1 excluded.
  func crossings(of line: ArraySlice<Position>, ground: Ground) -> [Double] {
    var found: [(vertex: Int, share: Double)] = []
    for vertex in line.indices.dropLast() {
      let a = line[vertex]
      let b = line[vertex + 1]
      let low = min(a.y, b.y)
      let high = max(a.y, b.y)
      guard low <= envelope.maxY, high >= envelope.minY else { continue }
      for band in band(low)...band(high) {
        for slot in bandFirst[band]..<bandFirst[band + 1] {
          let side = Int(bandSides[Int(slot)])
          if let share = AreaBorder.meeting(a, b, starts[side], ends[side]) {
            found.append((vertex, share))
          }
        }
      }
    }
    guard !found.isEmpty else { return [] }
    var reached = [0.0]
    for (a, b) in zip(line, line.dropFirst()) {
      reached.append(reached[reached.count - 1] + ground.length(from: a, to: b))
    }
    let total = reached[reached.count - 1]
    guard total > 0 else { return [] }
    let shares = found.map { found in
      let index = found.vertex - line.startIndex
      return (reached[index] + found.share * (reached[index + 1] - reached[index])) / total
    }
    var result: [Double] = []
    for share in shares.sorted() where share > 0 && share < 1 && share != result.last {
      result.append(share)
    }
    return result
  }

  /// The share of a–b where it meets c–d, ends included; `nil` for parallels and misses.
  private static func meeting(
    _ a: Position, _ b: Position, _ c: Position, _ d: Position
  ) -> Double? {
    guard max(c.x, d.x) >= min(a.x, b.x), min(c.x, d.x) <= max(a.x, b.x) else { return nil }
    let rx = b.x - a.x
    let ry = b.y - a.y
    let sx = d.x - c.x
    let sy = d.y - c.y
    let turn = rx * sy - ry * sx
    guard turn != 0 else { return nil }
    let along = ((c.x - a.x) * sy - (c.y - a.y) * sx) / turn
    let across = ((c.x - a.x) * ry - (c.y - a.y) * rx) / turn
    // A little beyond either end counts: a needless cut is harmless, a missed one is not.
    let slack = 1e-9
    guard along >= -slack, along <= 1 + slack, across >= -slack, across <= 1 + slack else {
      return nil
    }
    return min(max(along, 0), 1)
  }
}
