import CoverageEngine
import RelaisGeo

/// The map of an analysis: streets covered and not, one view a budget, the main one first.
struct CouncilMap {
  /// Gaps that bear their rank on the map.
  static let markedGaps = 10

  let result: AnalysisResult
  let wording: Wording
  var routes: RoutePlan?

  func map() -> Map {
    let plane = DrawingPlane(result)
    let main = result.parameters.mainBudget
    let ordered =
      result.coverage.filter { $0.budget == main } + result.coverage.filter { $0.budget != main }
    return Map(
      id: "map", title: wording.mapTitle,
      summary: wording.mapSummary(result.summaries.first { $0.budget == main }),
      outlines: outlines(plane), background: background(plane),
      views: ordered.map { view($0, plane) }, points: relays(plane))
  }

  private func view(
    _ coverage: Coverage, _ plane: DrawingPlane
  ) -> Map.View {
    let network = result.network
    let gaps = result.gaps.filter { $0.budget == coverage.budget }
    func line(_ piece: EdgeInterval, _ path: [PlanePoint], target: String?) -> Map.Line {
      Map.Line(
        path: path, name: network.name(of: piece.edge), length: piece.length.metres,
        walk: result.longestWalk(on: piece)?.metres, target: target)
    }
    var covered: [Map.Line] = []
    for edge in (0..<network.edgeCount).map(EdgeID.init) where network.isDemand[edge.position] {
      for piece in coverage.intervals(of: edge, in: network) {
        for part in result.inside(piece) {
          let positions = network.line(of: edge, from: part.from, to: part.to)
          covered.append(line(part, positions.map(plane.point), target: nil))
        }
      }
    }
    let uncovered = gaps.flatMap { gap in
      gap.pieces.map { piece in
        line(
          piece,
          network.line(of: piece.edge, from: piece.from, to: piece.to).map(plane.point),
          target: FeatureID.gap(gap))
      }
    }
    return Map.View(
      id: "view-" + FeatureID.budget(coverage.budget),
      label: wording.budget(coverage.budget),
      layers: [
        .init(style: .covered, label: wording.coveredStreets, lines: covered),
        .init(style: .uncovered, label: wording.uncoveredStreets, lines: uncovered),
      ],
      points: [
        .init(
          style: .rank, label: wording.longestGaps,
          points: gaps.prefix(CouncilMap.markedGaps).map { gap in
            Map.Point(
              position: plane.point(gap.worst), name: wording.integer(gap.rank),
              detail: wording.streetName(gap.street), target: FeatureID.gap(gap))
          })
      ],
      twin: GapsTable(
        gaps: gaps, budget: coverage.budget, result: result, routes: routes,
        wording: wording
      ).table(limit: GapsTable.pageLimit))
  }

  /// What is walked but not counted: ways that are no street to cover, and streets outside the area.
  private func background(_ plane: DrawingPlane) -> Map.LineLayer {
    let network = result.network
    var lines: [Map.Line] = []
    for edge in (0..<network.edgeCount).map(EdgeID.init) {
      let length = network.length(of: edge)
      let whole = EdgeInterval(edge: edge, from: .zero, to: length)
      // A street that crosses the border is drawn whole underneath: its outer part shows.
      if network.isDemand[edge.position], result.inside(whole) == [whole] { continue }
      lines.append(
        Map.Line(
          path: network.vertices(of: edge).map(plane.point), name: network.name(of: edge),
          length: length.metres))
    }
    return .init(style: .walkable, label: wording.otherWays, lines: lines)
  }

  private func relays(_ plane: DrawingPlane) -> [Map.PointLayer] {
    var attached: [Map.Point] = []
    var unattached: [Map.Point] = []
    for (index, facility) in result.facilities.enumerated() where facility.position.isFinite {
      let snap = result.snaps[index]
      let point = Map.Point(
        position: plane.point(facility.position), name: facility.name ?? facility.id,
        detail: wording.relayState(snap, street: snap.flatMap { result.network.name(of: $0.edge) }),
        target: FeatureID.relay(index))
      if snap == nil { unattached.append(point) } else { attached.append(point) }
    }
    return [
      .init(style: .relay, label: wording.attachedRelays, points: attached),
      .init(style: .unattached, label: wording.unattachedRelays, points: unattached),
    ]
  }

  private func outlines(_ plane: DrawingPlane) -> [Map.Outline] {
    func rings(_ area: Area) -> [[PlanePoint]] {
      area.shape.polygons.flatMap { polygon in
        ([polygon.shell] + polygon.holes).map { $0.map(plane.point) }
      }
    }
    let study = result.studyArea.map { area in
      Map.Outline(
        style: .studyArea, label: wording.studyArea, name: area.name, rings: rings(area))
    }
    let districts = result.districtAreas.enumerated().map { index, area in
      Map.Outline(
        style: .district, label: wording.districtLimits, name: area.name, rings: rings(area),
        target: FeatureID.district(index))
    }
    return [study].compactMap { $0 } + districts
  }
}
