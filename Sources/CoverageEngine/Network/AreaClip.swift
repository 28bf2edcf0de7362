import Computing
public import RelaisGeo

/// What of every edge lies inside an area.
public struct AreaClip: Sendable {
  /// How one edge lies.
  enum Side: UInt8, Sendable {
    case outside
    case inside
    case crossing
  }

  let sides: [Side]
  private let crossingEdges: [UInt32]
  private let crossing: [IntervalSet]

  /// Cuts every edge at the border, exactly: a street's step and a border's side are both straight
  /// in the network's coordinates, so their crossings follow by formula, rounded to a millimetre.
  ///
  /// - Complexity: linear in edges, plus the pairs of steps and sides near each other.
  public init(_ network: StreetNetwork, _ area: MultiPolygon) {
    let border = AreaBorder(area)
    struct Part: Sendable {
      var sides: [Side] = []
      var edges: [UInt32] = []
      var sets: [IntervalSet] = []
    }
    let parts = Parallel.map(network.edgeCount, grain: 5000) { range in
      var part = Part()
      part.sides.reserveCapacity(range.count)
      for edge in range {
        let id = EdgeID(edge)
        let line = network.vertices(of: id)
        guard Envelope(of: line).intersects(border.envelope) else {
          part.sides.append(.outside)
          continue
        }
        let shares = border.crossings(of: line, ground: network.ground)
        if shares.isEmpty {
          part.sides.append(border.contains(AreaClip.innerPoint(of: line)) ? .inside : .outside)
          continue
        }
        let set = AreaClip.inside(shares, id, network, border)
        let length = Int64(network.lengths[edge])
        if set.isEmpty {
          part.sides.append(.outside)
        } else if set.portions.count == 1, set.length == length {
          part.sides.append(.inside)
        } else {
          part.sides.append(.crossing)
          part.edges.append(UInt32(edge))
          part.sets.append(set)
        }
      }
      return part
    }
    sides = parts.flatMap(\.sides)
    crossingEdges = parts.flatMap(\.edges)
    crossing = parts.flatMap(\.sets)
  }

  /// A point between the ends, which may both lie on the border itself and so on either side.
  private static func innerPoint(of line: ArraySlice<Position>) -> Position {
    for (a, b) in zip(line, line.dropFirst()) where a != b {
      return Position(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
    }
    return line[line.startIndex]
  }

  /// The inside portions between the crossings, each judged by its middle.
  private static func inside(
    _ shares: [Double], _ edge: EdgeID, _ network: StreetNetwork, _ border: AreaBorder
  ) -> IntervalSet {
    let length = network.length(of: edge)
    let cuts = [0.0] + shares + [1.0]
    var portions: [IntervalSet.Portion] = []
    for (a, b) in zip(cuts, cuts.dropFirst()) where b > a {
      guard border.contains(network.position(on: edge, atShare: (a + b) / 2)) else { continue }
      let from = Length(metres: a * length.metres).millimetres
      let to = Length(metres: b * length.metres).millimetres
      if to > from || length == .zero { portions.append(.init(from: from, to: to)) }
    }
    return IntervalSet(union: portions)
  }

  func set(of edge: Int, length: Int64) -> IntervalSet {
    switch sides[edge] {
    case .outside: return IntervalSet()
    case .inside: return IntervalSet(whole: length)
    case .crossing:
      var low = 0
      var high = crossingEdges.count
      while low < high {
        let middle = (low + high) / 2
        if Int(crossingEdges[middle]) < edge { low = middle + 1 } else { high = middle }
      }
      return crossing[low]
    }
  }

  /// Whether no part of the network lies inside.
  var isEmpty: Bool { !sides.contains { $0 != .outside } }
}
