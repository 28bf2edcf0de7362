import Computing
import Foundation
public import RelaisGeo

/// Attaches places to the nearest point of the nearest walkable edge, passing over islets unless asked otherwise
/// (``Snapping``).
///
/// Distances are compared in whole micrometres, so that rounding noise makes no winner; on a tie
/// the first edge in input order wins, then the lower offset. The search is turned round: places
/// stand in a grid, and the streets stream past them once, in parallel, each testing only the
/// places whose reach touches its cells. No index of the network is needed.
public struct Snapper: Sendable {
  let network: StreetNetwork
  /// One per edge, or empty: streets that lie on others, which may join nothing. Their likenesses are as near.
  private let isDoubled: [Bool]
  private let snapping: Snapping

  public init(_ network: StreetNetwork, _ snapping: Snapping = .streets) {
    self.network = network
    self.snapping = snapping
    let doubles = (network.doubled ?? []).filter { $0.countedTwice == .zero }.flatMap(\.edges)
    var isDoubled = doubles.isEmpty ? [] : [Bool](repeating: false, count: network.edgeCount)
    for edge in doubles { isDoubled[edge.position] = true }
    self.isDoubled = isDoubled
  }

  /// Which edges are looked at.
  private enum Pool {
    case all
    case streets
    case islets
  }

  /// One snap per place, in their order; `nil` for places farther than `maximum` from every edge,
  /// and for places whose coordinates are not finite.
  ///
  /// - Complexity: linear in vertices, twice for many places, plus the pairs of a place and a segment
  ///   near it.
  public func snaps(of places: [Position], within maximum: Length) -> [Snap?] {
    guard snapping == .streets, !network.isletEdges.isEmpty else {
      return snaps(of: places, within: maximum, among: .all)
    }
    var snaps = snaps(of: places, within: maximum, among: .streets)
    let left = places.indices.filter { snaps[$0] == nil }
    let others = self.snaps(of: left.map { places[$0] }, within: maximum, among: .islets)
    for (place, snap) in zip(left, others) { snaps[place] = snap }
    return snaps
  }

  /// For places that attach as some snaps say, the point of an islet that is nearer and was passed over; `nil` where
  /// there is none.
  ///
  /// - Complexity: linear in the vertices of islets.
  func passedOver(by snaps: [Snap?], of places: [Position], within maximum: Length) -> [Snap?] {
    guard snapping == .streets, !network.isletEdges.isEmpty else {
      return Array(repeating: nil, count: places.count)
    }
    return zip(snaps, self.snaps(of: places, within: maximum, among: .islets)).map { snap, other in
      guard let snap, let other, other.connector < snap.connector else { return nil }
      return other
    }
  }

  private func snaps(
    of places: [Position], within maximum: Length, among pool: Pool
  ) -> [Snap?] {
    guard !places.isEmpty, network.edgeCount > 0 else {
      return Array(repeating: nil, count: places.count)
    }
    var best = [Candidate](repeating: Candidate(limit: 0), count: places.count)
    let edges = edges(of: pool)
    let count = edges?.count ?? network.edgeCount
    guard count > 0 else { return Array(repeating: nil, count: places.count) }
    var left = Array(places.indices)
    // Most places stand near a street: a short reach is enough, and asks few pairs.
    let reaches = left.count > 500 ? [maximum.metres / 4, maximum.metres] : [maximum.metres]
    for reach in reaches where !left.isEmpty {
      let asked = left.map { places[$0] }
      let grid = PlaceGrid(asked, ground: network.ground, reach: reach)
      let parts = Parallel.map(count, grain: 10_000) { range in
        if let edges {
          return nearest(
            to: asked, grid: grid, edges: edges[range].lazy.map(Int.init), reach: reach)
        }
        return nearest(to: asked, grid: grid, edges: range, reach: reach)
      }
      for (index, place) in left.enumerated() {
        // Parts are in edge order: a strictly smaller distance is needed to displace an earlier one.
        for part in parts where part[index].micrometres < best[place].micrometres {
          best[place] = part[index]
        }
      }
      left.removeAll { best[$0].micrometres < .max }
    }
    return Parallel.fill(places.count, grain: 1000) { [best] place in
      snap(best[place], place: places[place], within: maximum)
    }
  }

  /// The edges of a pool, increasing; `nil` for all of them. Ways that are closed are in none.
  private func edges(of pool: Pool) -> [UInt32]? {
    let closed = network.closedEdges
    switch pool {
    case .all:
      return closed.isEmpty
        ? nil : (0..<UInt32(network.edgeCount)).filter { !closed.contains($0) }
    case .islets: return network.isletEdges.filter { !closed.contains($0) }
    case .streets:
      var islets = network.isletEdges[...]
      return (0..<UInt32(network.edgeCount)).filter { edge in
        if closed.contains(edge) { return false }
        guard islets.first == edge else { return true }
        _ = islets.popFirst()
        return false
      }
    }
  }

  /// The snaps of places where some ways are closed: those on closed ways anew, the others as they were.
  ///
  /// - Parameter snaps: With nothing closed.
  func renewed(_ snaps: [Snap?], of places: [Position], within maximum: Length) -> [Snap?] {
    guard !network.closedEdges.isEmpty else { return snaps }
    var snaps = snaps
    let lost = snaps.indices.filter { snaps[$0].map { network.isClosed($0.edge) } ?? false }
    let found = self.snaps(of: lost.map { places[$0] }, within: maximum)
    for (place, snap) in zip(lost, found) { snaps[place] = snap }
    return snaps
  }

  /// The snap of one place however far it is; `nil` only without edges or finite coordinates.
  public func nearest(to place: Position) -> Snap? { nearest(to: [place])[0] }

  /// The snap of one place as ``snaps(of:within:)`` gives it, or else however far it is.
  public func nearest(to place: Position, preferringWithin maximum: Length) -> Snap? {
    snaps(of: [place], within: maximum)[0] ?? nearest(to: place)
  }

  /// The same for several places, looked for farther and farther together.
  func nearest(to places: [Position]) -> [Snap?] {
    var found = [Snap?](repeating: nil, count: places.count)
    var left = Array(places.indices)
    for reach in [100.0, 1000, 10_000, 100_000, 1_000_000, 25_000_000] where !left.isEmpty {
      let snaps = snaps(of: left.map { places[$0] }, within: Length(metres: reach))
      for (place, snap) in zip(left, snaps) { found[place] = snap }
      left.removeAll { found[$0] != nil }
    }
    return found
  }

  /// The best segment so far of one place.
  private struct Candidate: Sendable {
    var micrometres = Int64.max
    /// Square metres beyond which a segment is farther, whatever rounding does.
    var limit: Double
    var edge: UInt32 = 0
    /// The segment's first vertex.
    var vertex: UInt32 = 0
    /// Share of the segment, 0…1.
    var fraction = 0.0
  }

  private func nearest(
    to places: [Position], grid: PlaceGrid, edges: some Sequence<Int>, reach: Double
  ) -> [Candidate] {
    // A hair over the reach is settled later, on the rounded connector.
    let farthest = reach + 0.01
    var best = [Candidate](
      repeating: Candidate(limit: farthest * farthest * (1 + 1e-9)), count: places.count)
    for edge in edges where isDoubled.isEmpty || !isDoubled[edge] {
      for vertex in Int(network.firstVertex[edge])..<Int(network.lastVertex[edge]) {
        let a = network.vertices[vertex]
        let b = network.vertices[vertex + 1]
        grid.forEachPlace(near: a, b) { place in
          let scale = grid.scale[place]
          let (squared, fraction) = Snapper.squaredDistance(
            from: places[place], to: a, b, scale: scale)
          guard squared <= best[place].limit else { return }
          let metres = squared.squareRoot()
          guard metres <= farthest else { return }
          let micrometres = Int64((metres * 1e6).rounded())
          if micrometres < best[place].micrometres {
            best[place] = Candidate(
              micrometres: micrometres, limit: squared * (1 + 1e-9), edge: UInt32(edge),
              vertex: UInt32(vertex), fraction: fraction)
          }
        }
      }
    }
    return best
  }

  /// Distance, squared, in ground metres, and the share of the segment where it is least.
  ///
  /// At the segment's ends the end itself is measured, so that all edges of a node are equally far.
  private static func squaredDistance(
    from place: Position, to a: Position, _ b: Position, scale: (x: Double, y: Double)
  ) -> (Double, Double) {
    let ax = (a.x - place.x) * scale.x
    let ay = (a.y - place.y) * scale.y
    let bx = (b.x - place.x) * scale.x
    let by = (b.y - place.y) * scale.y
    let dx = bx - ax
    let dy = by - ay
    let along = -(ax * dx + ay * dy)
    let length = dx * dx + dy * dy
    if along <= 0 || length == 0 { return (ax * ax + ay * ay, 0) }
    if along >= length { return (bx * bx + by * by, 1) }
    let cross = ax * dy - ay * dx
    return (cross * cross / length, along / length)
  }

  private func snap(_ candidate: Candidate, place: Position, within maximum: Length) -> Snap? {
    guard candidate.micrometres < Int64.max else { return nil }
    let edge = EdgeID(Int(candidate.edge))
    let a = network.vertices[Int(candidate.vertex)]
    let b = network.vertices[Int(candidate.vertex) + 1]
    let point =
      switch candidate.fraction {
      case 0: a
      case 1: b
      default:
        Position(
          x: a.x + (b.x - a.x) * candidate.fraction, y: a.y + (b.y - a.y) * candidate.fraction)
      }
    let connector = Length(metres: network.ground.length(from: place, to: point))
    guard connector <= maximum else { return nil }
    let offset = network.offset(
      on: edge, vertex: Int(candidate.vertex), fraction: candidate.fraction)
    return Snap(edge: edge, offset: offset, connector: connector, point: point)
  }
}
