import Computing
import RelaisGeo

/// The parts of edges one facility reaches within a budget.
public struct ServiceArea: Sendable {
  /// Index of the facility.
  public var facility: Int
  public var budget: Budget
  /// Disjoint, by edge and offset.
  public var pieces: [EdgeInterval]

  /// The service areas of several facilities, one bounded search each, split over the cores.
  ///
  /// - Parameter snaps: one per facility; unattached ones give no area.
  /// - Returns: By attached facility, the area within each budget.
  public static func areas(
    _ network: StreetNetwork, snaps: [Snap?], budgets: Budgets, countsConnector: Bool
  ) -> [PerBudget<ServiceArea>] {
    let attached = snaps.indices.filter { snaps[$0] != nil }
    let limit = UInt64(budgets.farthest.millimetres)
    let parts = Parallel.map(attached.count, grain: 8) { range in
      var workspace = SearchWorkspace(for: network)
      var areas: [PerBudget<ServiceArea>] = []
      for facility in attached[range] {
        guard let snap = snaps[facility] else { continue }
        let alone = EdgeSnaps([snap], countsConnector: countsConnector)
        workspace.search(network, from: alone.seeds(in: network), within: limit)
        let edges = touchedEdges(network, workspace.touched, and: snap.edge)
        areas.append(
          PerBudget(budgets) { budget in
            let pieces = edges.flatMap { edge in
              reached(edge, network, workspace, alone.entries[0], budget: budget)
            }
            return ServiceArea(
              facility: facility, budget: budget, pieces: withSidewalks(pieces, network))
          })
      }
      return areas
    }
    return parts.flatMap { $0 }
  }

  /// Adds what pieces of sidewalks stand for on their streets.
  private static func withSidewalks(
    _ pieces: [EdgeInterval], _ network: StreetNetwork
  ) -> [EdgeInterval] {
    guard !network.strips.isEmpty else { return pieces }
    var added: [UInt32: [IntervalSet.Portion]] = [:]
    for piece in pieces {
      let portion = IntervalSet.Portion(from: piece.from.millimetres, to: piece.to.millimetres)
      for strip in network.strips.ofSidewalk(piece.edge.index) {
        if let projected = strip.projected(portion) {
          added[strip.street, default: []].append(projected)
        }
      }
    }
    guard !added.isEmpty else { return pieces }
    var rest: [EdgeInterval] = []
    for piece in pieces {
      if added[piece.edge.index] == nil {
        rest.append(piece)
      } else {
        added[piece.edge.index]?.append(
          .init(from: piece.from.millimetres, to: piece.to.millimetres))
      }
    }
    for (edge, portions) in added {
      rest += IntervalSet(union: portions, onEdgeOf: Int64(network.lengths[Int(edge)])).portions
        .map {
          EdgeInterval(
            edge: EdgeID(Int(edge)), from: Length(millimetres: $0.from),
            to: Length(millimetres: $0.to))
        }
    }
    return rest.sorted { ($0.edge, $0.from) < ($1.edge, $1.from) }
  }

  private static func touchedEdges(
    _ network: StreetNetwork, _ nodes: [UInt32], and own: EdgeID
  ) -> [EdgeID] {
    var edges = [own.index]
    for node in nodes {
      edges +=
        network.arcEdge[
          Int(network.firstArc[Int(node)])..<Int(network.firstArc[Int(node) + 1])]
    }
    edges.sort()
    var unique: [EdgeID] = []
    for edge in edges where unique.last?.index != edge { unique.append(EdgeID(Int(edge))) }
    return unique
  }

  private static func reached(
    _ edge: EdgeID, _ network: StreetNetwork, _ workspace: borrowing SearchWorkspace,
    _ own: EdgeSnaps.Entry, budget: Budget
  ) -> [EdgeInterval] {
    let length = network.length(of: edge).millimetres
    let limit = budget.millimetres
    var portions: [IntervalSet.Portion] = []
    if let tail = workspace.distance(to: network.tails[edge.position]), Int64(tail) <= limit {
      portions.append(.init(from: 0, to: min(length, limit - Int64(tail))))
    }
    if let head = workspace.distance(to: network.heads[edge.position]), Int64(head) <= limit {
      portions.append(.init(from: max(0, length - (limit - Int64(head))), to: length))
    }
    if own.edge == edge.index, own.connector <= limit {
      let left = limit - own.connector
      portions.append(.init(from: max(0, own.offset - left), to: min(length, own.offset + left)))
    }
    return IntervalSet(union: portions, onEdgeOf: length).portions.map {
      EdgeInterval(
        edge: edge, from: Length(millimetres: $0.from), to: Length(millimetres: $0.to))
    }
  }
}
