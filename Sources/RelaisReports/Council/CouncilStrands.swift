import CoverageEngine
import RelaisGeo

/// The streets to cover as the council's map draws them: once, each stretch with its style in every view
/// and the gaps it is part of.
struct CouncilStrands {
  let result: AnalysisResult
  let states: StreetStates
  /// The views as the map orders them.
  let views: [Int]
  let plane: DrawingPlane

  /// One a kind of stretch; those the first view shows covered come first, to be drawn underneath.
  func strands() -> [Map.Strand] {
    let network = result.network
    var chains = [LineChain](repeating: LineChain(), count: states.kinds.count)
    var owners = owners()
    for stretch in states.stretches {
      let piece = stretch.interval
      var targets: [String] = []
      for index in owners.indices {
        if let target = owners[index].target(of: piece) { targets.append(target) }
      }
      chains[stretch.kind].append(
        Map.Line(
          path: network.line(of: piece.edge, from: piece.from, to: piece.to).map(plane.point),
          name: network.name(of: piece.edge), length: piece.length.metres,
          walk: result.longestWalk(on: piece)?.metres, targets: targets))
    }
    let strands = zip(states.kinds, chains).map { kind, chain in
      Map.Strand(styles: views.map { CouncilStrands.style(kind[$0]) }, lines: chain.lines)
    }
    return strands.filter { $0.styles.first == .covered }
      + strands.filter { $0.styles.first != .covered }
  }

  private static func style(_ state: StreetStates.State) -> Map.LineLayer.Style {
    switch state {
    case .covered: .covered
    case .uncertain: .uncertain
    case .uncovered: .uncovered
    }
  }

  /// Gaps budget by budget, then those at certain times that the table shows.
  private func owners() -> [GapOwners] {
    let byBudget = result.parameters.budgets.map { budget in
      GapOwners(
        result[budget].gaps.map { (FeatureID.gap($0), $0.pieces) })
    }
    let timed = result.inTime.map { inTime in
      GapOwners(
        inTime.gaps.prefix(TimedGapsTable.pageLimit)
          .map { (FeatureID.timedGap($0.gap), $0.gap.pieces) })
    }
    return byBudget + [timed].compactMap { $0 }
  }
}

/// Which gap a stretch lies in, asked for stretch after stretch by edge and offset.
private struct GapOwners {
  private let pieces: [(piece: EdgeInterval, target: String)]
  private var next = 0

  init(_ gaps: [(target: String, pieces: [EdgeInterval])]) {
    pieces = gaps.flatMap { gap in gap.pieces.map { ($0, gap.target) } }
      .sorted { ($0.0.edge, $0.0.from.millimetres) < ($1.0.edge, $1.0.from.millimetres) }
  }

  mutating func target(of stretch: EdgeInterval) -> String? {
    while next < pieces.count, GapOwners.ends(pieces[next].piece, before: stretch) { next += 1 }
    guard next < pieces.count, pieces[next].piece.edge == stretch.edge,
      pieces[next].piece.from <= stretch.from, stretch.to <= pieces[next].piece.to
    else { return nil }
    return pieces[next].target
  }

  private static func ends(_ piece: EdgeInterval, before stretch: EdgeInterval) -> Bool {
    (piece.edge, piece.to.millimetres) <= (stretch.edge, stretch.from.millimetres)
  }
}
