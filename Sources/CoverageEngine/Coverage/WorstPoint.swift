import RelaisGeo

/// Where on a portion of an edge the walk to the nearest facility is longest.
///
/// Between two known points d(x) rises with slope 1 and falls with slope 1, so its peak follows by
/// formula; facilities on the edge are further known points.
struct WorstPoint {
  var edge: EdgeID
  /// Millimetres from the tail, rounded down where the peak falls on half of one.
  var offset: Int64
  /// `nil` where no facility reaches.
  var distance: Int64?

  init(_ network: StreetNetwork, _ distances: NetworkDistances, on piece: EdgeInterval) {
    edge = piece.edge
    let from = piece.from.millimetres
    let to = piece.to.millimetres
    let length = network.length(of: piece.edge).millimetres
    offset = from
    if !network.strips.ofStreet(piece.edge.index).isEmpty {
      lookAlongSidewalks(network, distances, piece)
      return
    }
    var known = [(offset: Int64(0), walk: Int64?.none), (offset: length, walk: nil)]
    for entry in distances.onEdges.on(piece.edge.index) {
      known.append((entry.offset, nil))
    }
    known = known.map { point in
      let walk = distances.nearest(
        in: network, to: piece.edge, at: Length(millimetres: point.offset))
      return (point.offset, walk?.distance.millimetres)
    }.sorted { $0.offset < $1.offset }
    guard known.allSatisfy({ $0.walk != nil }) else {
      // A single facility reaches all of a connected piece or nothing of it.
      offset = (from + to) / 2
      distance = nil
      return
    }
    for (a, b) in zip(known, known.dropFirst()) {
      guard let left = a.walk, let right = b.walk, a.offset <= to, b.offset >= from else {
        continue
      }
      let peak = (a.offset + b.offset + right - left) >> 1
      let place = min(max(peak, max(a.offset, from)), min(b.offset, to))
      let walk = min(left + (place - a.offset), right + (b.offset - place))
      if walk > distance ?? -1 {
        distance = walk
        offset = place
      }
    }
  }

  /// The same on a street whose sidewalks are drawn apart: the walk is the least of several lines, so that its peaks lie
  /// where one begins, ends or turns, or where two of them cross.
  private mutating func lookAlongSidewalks(
    _ network: StreetNetwork, _ distances: NetworkDistances, _ piece: EdgeInterval
  ) {
    let (from, to) = (piece.from.millimetres, piece.to.millimetres)
    var bends = Set([from, to])
    func bend(_ offset: Double) {
      let place = Int64(offset.rounded(.down))
      for near in place - 1...place + 2 where near >= from && near <= to { bends.insert(near) }
    }
    /// Where the walk to a point of an edge turns.
    func turns(_ edge: UInt32) -> [Int64] {
      let length = Int64(network.lengths[Int(edge)])
      let known =
        [0] + distances.onEdges.on(edge).map(\.offset).sorted() + [length]
      let walks = known.map {
        distances.walk(in: network, to: EdgeID(Int(edge)), at: Length(millimetres: $0))?.distance
          .millimetres
      }
      return known
        + known.indices.dropLast().compactMap { index in
          guard let left = walks[index], let right = walks[index + 1] else { return nil }
          return (known[index] + known[index + 1] + right - left) >> 1
        }
    }
    for turn in turns(piece.edge.index) { bend(Double(turn)) }
    let strips = network.strips.ofStreet(piece.edge.index)
    for strip in strips {
      bend(strip.streetFrom)
      bend(strip.streetTo)
      let slope = (strip.streetTo - strip.streetFrom) / (strip.to - strip.from)
      for turn in turns(strip.sidewalk) {
        let offset = Double(turn)
        if offset >= strip.from, offset <= strip.to {
          bend(strip.streetFrom + (offset - strip.from) * slope)
        }
      }
    }
    /// The lines at an offset: the street's own walk, then one for each strip; `nil` where there is none.
    func lines(_ offset: Int64) -> [Double?] {
      func walk(_ edge: EdgeID, _ offset: Int64) -> Double? {
        distances.walk(in: network, to: edge, at: Length(millimetres: offset)).map {
          Double($0.distance.millimetres)
        }
      }
      return [walk(piece.edge, offset)]
        + strips.map { strip in
          strip.onSidewalk(offset).flatMap { walk(EdgeID(Int(strip.sidewalk)), $0) }
        }
    }
    let ordered = bends.sorted()
    let values = ordered.map(lines)
    for index in ordered.indices.dropLast() where ordered[index + 1] - ordered[index] > 1 {
      let span = Double(ordered[index + 1] - ordered[index])
      let (left, right) = (values[index], values[index + 1])
      for one in left.indices {
        for other in (one + 1)..<max(one + 1, left.count) {
          guard let a = left[one], let b = right[one], let c = left[other], let d = right[other],
            (a - c) * (b - d) < 0
          else { continue }
          bend(Double(ordered[index]) + span * (a - c) / ((a - c) - (b - d)))
        }
      }
    }
    for place in bends.sorted() {
      let walk = distances.nearest(
        in: network, to: piece.edge, at: Length(millimetres: place)
      )?.distance.millimetres
      guard let walk else {
        offset = (from + to) / 2
        distance = nil
        return
      }
      if walk > distance ?? -1 {
        distance = walk
        offset = place
      }
    }
  }

  /// Unreachable is worst; then the longer walk.
  func isWorse(than other: WorstPoint) -> Bool {
    switch (distance, other.distance) {
    case (nil, nil): false
    case (nil, _): true
    case (_, nil): false
    case (let a?, let b?): a > b
    }
  }
}
