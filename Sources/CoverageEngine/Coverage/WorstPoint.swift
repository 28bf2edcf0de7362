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
    var known = [(offset: Int64(0), walk: Int64?.none), (offset: length, walk: nil)]
    for entry in distances.onEdges.on(piece.edge.index) {
      known.append((entry.offset, nil))
    }
    known = known.map { point in
      let walk = distances.nearest(
        in: network, to: piece.edge, at: Length(millimetres: point.offset))
      return (point.offset, walk?.distance.millimetres)
    }.sorted { $0.offset < $1.offset }
    offset = from
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
