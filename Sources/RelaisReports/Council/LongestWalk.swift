import CoverageEngine
import RelaisGeo

/// How far the farthest point of a stretch is from its nearest relay.
struct LongestWalk {
  private let network: StreetNetwork
  private let distances: NetworkDistances
  /// Offsets of the relays on each edge that has some, increasing.
  private let relays: [UInt32: [Length]]

  init(_ network: StreetNetwork, _ distances: NetworkDistances) {
    self.network = network
    self.distances = distances
    relays = Dictionary(grouping: distances.onEdges.entries, by: \.edge)
      .mapValues { $0.map { Length(millimetres: $0.offset) } }
  }

  /// - Returns: the walk, rounded down to a millimetre; `nil` where no relay can be reached.
  func longest(on piece: EdgeInterval) -> Length? {
    let between = (relays[piece.edge.index] ?? []).filter { $0 > piece.from && $0 < piece.to }
    let marks = [piece.from] + between + [piece.to]
    var longest: Int64?
    for (a, b) in zip(marks, marks.dropFirst()) {
      guard let atStart = distances.nearest(in: network, to: piece.edge, at: a),
        let atEnd = distances.nearest(in: network, to: piece.edge, at: b)
      else { continue }
      // Between two points without a relay the walk rises, then falls, a metre for a metre.
      let peak =
        (atStart.distance.millimetres + atEnd.distance.millimetres + (b - a).millimetres) / 2
      longest = max(longest ?? 0, peak)
    }
    return longest.map { Length(millimetres: $0) }
  }
}
