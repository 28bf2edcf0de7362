public import RelaisGeo

/// What one more relay would change for a school: one that stood at the worst point of a gap its
/// children pass.
public struct ExtraRelay: Hashable, Sendable {
  /// Index of the gap among the planner's.
  public var gap: Int
  public var position: Position
  /// Uncovered way it would cover, in millionths of a child times millimetres.
  public var childMillimetres: Int128
}

extension ExtraRelay {
  /// The best of each school's worst gaps; ties to the gap more children pass.
  ///
  /// - Complexity: one search of the budget's reach for each gap in question, and each school's uncovered
  ///   flows once for each of its gaps.
  static func best(
    planner: RoutePlanner, _ results: [RouteCollector.Result], _ pieces: [FlowPiece]
  ) -> [Int: ExtraRelay] {
    let network = planner.network
    let gaps = Set(results.flatMap { $0.figures.worstGaps.map(\.gap) }).sorted()
    let snaps = Snapper(network, planner.parameters.snapping).snaps(
      of: gaps.map { planner.gaps[$0].worst }, within: planner.parameters.maximumSnap)
    let areas = ServiceArea.areas(
      network, snaps: snaps, budgets: Budgets(planner.coverage.budget),
      countsConnector: planner.parameters.countsConnector
    ).map(\.main)
    var reached: [Int: [UInt32: IntervalSet]] = [:]
    for area in areas {
      var portions: [UInt32: [IntervalSet.Portion]] = [:]
      for piece in area.pieces {
        portions[piece.edge.index, default: []].append(
          .init(from: piece.from.millimetres, to: piece.to.millimetres))
      }
      reached[gaps[area.facility]] = portions.mapValues { IntervalSet(union: $0) }
    }
    let bySchool = Dictionary(grouping: pieces, by: \.school)
    var best: [Int: ExtraRelay] = [:]
    for result in results {
      let own = bySchool[UInt32(result.school)] ?? []
      for share in result.figures.worstGaps {
        guard let reach = reached[share.gap] else { continue }
        let gained = own.reduce(Int128(0)) { sum, piece in
          guard let reached = reach[piece.edge] else { return sum }
          let uncovered = planner.coverage.set(of: Int(piece.edge), in: network).complement(
            in: Int64(network.lengths[Int(piece.edge)]))
          let walked = IntervalSet(union: [.init(from: piece.from, to: piece.to)])
          let length = uncovered.intersection(reached).intersection(walked).length
          return sum + Int128(length) * Int128(piece.children)
        }
        if gained > best[result.school]?.childMillimetres ?? 0 {
          best[result.school] = ExtraRelay(
            gap: share.gap, position: planner.gaps[share.gap].worst, childMillimetres: gained)
        }
      }
    }
    return best
  }
}
