import Computing
public import RelaisGeo

/// The middle of a street, and the relays nearest to it on foot.
public struct StreetSpot: Hashable, Sendable {
  public var name: String
  public var position: Position
  /// The nearest first, the lowest facility on a tie; none where none is within reach.
  public var nearest: [Walk]

  /// A walk to a facility, its connector included where connectors count.
  public struct Walk: Hashable, Sendable {
    public var facility: Int
    public var length: Length
  }
}

extension AnalysisResult {
  /// Every named street to cover inside the study area, in the order names first appear, each with
  /// the relays nearest on foot to its middle: the middle of its edge that lies nearest to where all
  /// its edges are on average. At the time of the result: ways closed then are not walked, and relays that are not open
  /// for certain are nobody's nearest.
  ///
  /// - Parameters:
  ///   - count: Relays for each street at most.
  ///   - reach: Walks beyond are not looked for.
  /// - Complexity: a bounded search for each relay, split over the cores.
  public func streetSpots(nearest count: Int, within reach: Length) -> [StreetSpot] {
    let middles = streetMiddles()
    let walks = Parallel.map(snaps.count, grain: 8) { range in
      var workspace = SearchWorkspace(for: network)
      return range.map { facility -> [Int64] in
        guard let snap = snaps[facility], moment?.states[facility] ?? .open == .open else {
          return []
        }
        let alone = EdgeSnaps([snap], countsConnector: parameters.countsConnector)
        workspace.search(network, from: alone.seeds(in: network), within: UInt64(reach.millimetres))
        return middles.map { middle in
          // The sidewalks drawn apart stand for a street's middle, too.
          let besides = network.strips.ofStreet(middle.edge.index).compactMap { strip in
            strip.onSidewalk(middle.offset.millimetres).map {
              Middle(edge: EdgeID(Int(strip.sidewalk)), offset: Length(millimetres: $0))
            }
          }
          return ([middle] + besides).map { walk(to: $0, in: workspace, from: alone.entries[0]) }
            .min() ?? .max
        }
      }
    }.flatMap { $0 }
    return middles.enumerated().map { index, middle in
      let reached = walks.indices.compactMap { facility -> StreetSpot.Walk? in
        guard !walks[facility].isEmpty, walks[facility][index] <= reach.millimetres else {
          return nil
        }
        return .init(facility: facility, length: Length(millimetres: walks[facility][index]))
      }
      return StreetSpot(
        name: network.name(of: middle.edge) ?? "",
        position: network.line(of: middle.edge, from: .zero, to: middle.offset).last
          ?? network.vertices(of: middle.edge)[0],
        nearest: Array(
          reached.sorted { ($0.length, $0.facility) < ($1.length, $1.facility) }.prefix(count)))
    }
  }

  private struct Middle {
    var edge: EdgeID
    var offset: Length
  }

  private func walk(
    to middle: Middle, in workspace: borrowing SearchWorkspace, from relay: EdgeSnaps.Entry
  ) -> Int64 {
    var best = Int64.max
    let rest = network.length(of: middle.edge).millimetres - middle.offset.millimetres
    for (node, leg) in [
      (network.tails[middle.edge.position], middle.offset.millimetres),
      (network.heads[middle.edge.position], rest),
    ] {
      if let distance = workspace.distance(to: node) { best = min(best, Int64(distance) + leg) }
    }
    if relay.edge == middle.edge.index {
      best = min(best, relay.connector + abs(relay.offset - middle.offset.millimetres))
    }
    return best
  }

  private func streetMiddles() -> [Middle] {
    var streets: [(sum: (x: Double, y: Double, weight: Double), parts: [(Middle, Position)])] = []
    var numbers: [UInt32: Int] = [:]
    for edge in (0..<network.edgeCount).map(EdgeID.init) where network.isDemand[edge.position] {
      let name = network.nameNumber(of: edge)
      let whole = EdgeInterval(edge: edge, from: .zero, to: network.length(of: edge))
      guard name != 0,
        let part = inside(whole).max(by: { $0.length < $1.length }), part.length > .zero
      else { continue }
      let offset = Length(millimetres: (part.from.millimetres + part.to.millimetres) / 2)
      guard let point = network.line(of: edge, from: .zero, to: offset).last else { continue }
      let number = numbers[name] ?? streets.count
      if number == streets.count {
        numbers[name] = number
        streets.append(((0, 0, 0), []))
      }
      let weight = part.length.metres
      streets[number].sum.x += point.x * weight
      streets[number].sum.y += point.y * weight
      streets[number].sum.weight += weight
      streets[number].parts.append((Middle(edge: edge, offset: offset), point))
    }
    return streets.compactMap { street in
      let centre = Position(
        x: street.sum.x / street.sum.weight, y: street.sum.y / street.sum.weight)
      let scale = network.ground.metresPerUnit(at: centre)
      func squared(_ point: Position) -> Double {
        let (x, y) = ((point.x - centre.x) * scale.x, (point.y - centre.y) * scale.y)
        return x * x + y * y
      }
      // The first of equals: `min` keeps it.
      return street.parts.min { squared($0.1) < squared($1.1) }?.0
    }
  }
}
