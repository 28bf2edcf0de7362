import Computing
import RelaisGeo

/// What circles drawn around the facilities would claim of the streets: each step of a street cut
/// with each circle by the quadratic formula, nothing sampled.
enum CrowFlyCircles {
  /// - Parameter centres: the facilities' own positions.
  /// - Complexity: linear in vertices, plus the pairs of a step and a circle near it.
  static func claimed(
    _ network: StreetNetwork, around centres: [Position], radius: Length
  ) -> EdgePortions {
    let none = [EdgePortions.Ends](repeating: .none, count: network.edgeCount)
    guard !centres.isEmpty, network.edgeCount > 0 else {
      return EdgePortions(ends: none, listed: [])
    }
    let grid = PlaceGrid(centres, ground: network.ground, reach: radius.metres)
    typealias Listed = (edge: UInt32, portions: IntervalSet)
    let parts = Parallel.map(network.edgeCount, grain: 5000) { edges -> [Listed] in
      var listed: [Listed] = []
      for edge in edges {
        let portions = claimed(network, edge, centres, grid, radius: radius.metres)
        let length = Int64(network.lengths[edge])
        let set = IntervalSet(union: portions, onEdgeOf: length)
        if !set.isEmpty { listed.append((UInt32(edge), set)) }
      }
      return listed
    }
    return EdgePortions(ends: none, listed: parts.flatMap { $0 })
  }

  /// What the circle of each centre alone would claim of the demand streets; zero for centres that
  /// are not finite.
  static func lengths(
    _ network: StreetNetwork, around centres: [Position], radius: Length
  ) -> [Length] {
    let grid = PlaceGrid(centres, ground: network.ground, reach: radius.metres)
    let parts = Parallel.map(network.edgeCount, grain: 5000) { edges -> [Double] in
      var sums = [Double](repeating: 0, count: centres.count)
      var own: [(centre: Int, from: Double, to: Double)] = []
      for edge in edges where network.isDemand[edge] {
        own.removeAll(keepingCapacity: true)
        var before = 0.0
        for vertex in Int(network.firstVertex[edge])..<Int(network.lastVertex[edge]) {
          let a = network.vertices[vertex]
          let b = network.vertices[vertex + 1]
          let step = network.ground.length(from: a, to: b)
          let first = own.count
          grid.forEachPlace(near: a, b) { centre in
            // A long step lies in several cells and may meet a centre in each.
            guard !own[first...].contains(where: { $0.centre == centre }),
              let (from, to) = chord(
                a, b, centre: centres[centre], scale: grid.scale[centre], radius: radius.metres)
            else { return }
            own.append((centre, before + from * step, before + to * step))
          }
          before += step
        }
        let stretch = before > 0 ? Double(network.lengths[edge]) / 1000 / before : 0
        for chord in own { sums[chord.centre] += (chord.to - chord.from) * stretch }
      }
      return sums
    }
    return centres.indices.map { centre in
      Length(metres: parts.reduce(0) { $0 + $1[centre] })
    }
  }

  private static func claimed(
    _ network: StreetNetwork, _ edge: Int, _ centres: [Position], _ grid: PlaceGrid, radius: Double
  ) -> [IntervalSet.Portion] {
    let first = Int(network.firstVertex[edge])
    let last = Int(network.lastVertex[edge])
    // Shares of the line's ground length, before they become millimetres.
    var shares: [(from: Double, to: Double)] = []
    var before = 0.0
    for vertex in first..<last {
      let a = network.vertices[vertex]
      let b = network.vertices[vertex + 1]
      let step = network.ground.length(from: a, to: b)
      grid.forEachPlace(near: a, b) { centre in
        guard
          let (from, to) = chord(
            a, b, centre: centres[centre], scale: grid.scale[centre], radius: radius)
        else { return }
        shares.append((before + from * step, before + to * step))
      }
      before += step
    }
    guard !shares.isEmpty else { return [] }
    let length = Double(network.lengths[edge]) / 1000
    let stretch = before > 0 ? length / before : 0
    return shares.map {
      .init(
        from: Length(metres: $0.from * stretch).millimetres,
        to: Length(metres: $0.to * stretch).millimetres)
    }
  }

  /// The part of a step inside a circle, as shares 0…1.
  private static func chord(
    _ a: Position, _ b: Position, centre: Position, scale: (x: Double, y: Double), radius: Double
  ) -> (Double, Double)? {
    let ax = (a.x - centre.x) * scale.x
    let ay = (a.y - centre.y) * scale.y
    let dx = (b.x - a.x) * scale.x
    let dy = (b.y - a.y) * scale.y
    let square = dx * dx + dy * dy
    let outside = ax * ax + ay * ay - radius * radius
    if square == 0 { return outside <= 0 ? (0, 1) : nil }
    let half = ax * dx + ay * dy
    let discriminant = half * half - square * outside
    guard discriminant >= 0 else { return nil }
    let root = discriminant.squareRoot()
    let from = max(0, (-half - root) / square)
    let to = min(1, (-half + root) / square)
    return from <= to ? (from, to) : nil
  }
}
