import CoverageEngine
import RelaisGeo
import RelaisWording

/// The two-date map of the council's page: streets gained and lost, and the table that says the same.
struct CouncilChanges {
  /// Metres around what changed that are drawn too, to show where it is.
  private static let margin = 300.0

  let change: CoverageChange
  let result: AnalysisResult
  let wording: Wording

  /// `nil` where no street was gained or lost.
  func section() -> ReportDocument.Section? {
    guard !stretches.isEmpty else { return nil }
    return .init(
      id: "changes", heading: wording.changesHeading(change.since), paper: .absent,
      blocks: [.paragraph(wording.changesIntroduction(budget)), .map(map())])
  }

  private var budget: Budget { result.parameters.mainBudget }

  private var stretches: [CoverageChange.Stretch] {
    change.stretches[budget]
  }

  private func map() -> Map {
    let plane = DrawingPlane(result)
    let layers = CoverageChange.Stretch.Kind.allCases.map { kind in
      Map.LineLayer(
        style: kind == .gained ? .covered : .uncovered, label: wording.legend(kind),
        lines: stretches.filter { $0.kind == kind }.flatMap { lines($0, plane) })
    }
    let box = Box(layers.flatMap(\.lines).flatMap(\.path), margin: CouncilChanges.margin)
    let summary = wording.changesSummary(
      gained: change.length(.gained, budget), lost: change.length(.lost, budget), budget)
    return Map(
      id: "changes-map", title: wording.changesHeading(change.since), summary: summary,
      outlines: [], background: background(box, plane),
      views: [
        Map.View(
          id: "view-changes", label: wording.changesView(change.since), caption: summary,
          layers: layers,
          twin: ChangesTable(change: change, result: result, wording: wording)
            .table(budget, limit: 100))
      ], points: [relays(box, plane)])
  }

  private func lines(_ stretch: CoverageChange.Stretch, _ plane: DrawingPlane) -> [Map.Line] {
    stretch.run.pieces.map { piece in
      Map.Line(
        path: result.network.line(of: piece.edge, from: piece.from, to: piece.to)
          .map(plane.point),
        name: result.network.name(of: piece.edge), length: piece.length.metres,
        walk: result.longestWalk(on: piece)?.metres, target: FeatureID.stretch(stretch))
    }
  }

  /// Every way near what changed.
  private func background(_ box: Box, _ plane: DrawingPlane) -> Map.LineLayer {
    let network = result.network
    var lines = LineChain()
    for edge in (0..<network.streetEdgeCount).map(EdgeID.init) {
      let path = network.vertices(of: edge).map(plane.point)
      guard path.allSatisfy(box.contains) else { continue }
      lines.append(
        Map.Line(
          path: path, name: network.name(of: edge), length: network.length(of: edge).metres))
    }
    return .init(style: .walkable, label: wording.otherStreets, lines: lines.lines)
  }

  /// Relays of now.
  private func relays(_ box: Box, _ plane: DrawingPlane) -> Map.PointLayer {
    .init(
      style: .relay, label: wording.attachedRelays,
      points: zip(result.facilities, result.snaps).compactMap { facility, snap in
        let place = plane.point(facility.position)
        guard snap != nil, box.contains(place) else { return nil }
        return Map.Point(position: place, name: facility.name ?? facility.id, detail: "")
      })
  }

  private struct Box {
    var x: ClosedRange<Double>
    var y: ClosedRange<Double>

    init(_ points: [PlanePoint], margin: Double) {
      func range(_ values: [Double]) -> ClosedRange<Double> {
        let (low, high) = (values.min() ?? 0, values.max() ?? 0)
        return low - margin...high + margin
      }
      x = range(points.map(\.x))
      y = range(points.map(\.y))
    }

    func contains(_ point: PlanePoint) -> Bool { x.contains(point.x) && y.contains(point.y) }
  }
}
