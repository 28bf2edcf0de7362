import CoverageEngine
import RelaisGeo
import RelaisWording

/// The map of one school's page: the ways to it, covered and not, and the gaps most children pass.
struct SchoolMap {
  let page: SchoolPage
  let school: Int

  private var result: AnalysisResult { page.context.result }
  private var wording: Wording { page.context.wording }

  func map() -> Map {
    let plane = DrawingPlane(result)
    let parts = page.parts(of: school)
    let own = page.context.plan.schools[school]
    let gaps = page.worstGaps(of: school)
    let walked = (parts.covered + parts.uncovered).map { line($0, plane) }
    let here = plane.point(own.position)
    let frame = walked.flatMap(\.path) + [here]
    var map = Map(
      id: "map", title: wording.schoolMapTitle(own),
      summary: wording.schoolMapSummary(page.context.plan.figures[school]), outlines: [],
      background: background(around: frame, plane),
      views: [
        Map.View(
          id: "view-way", label: wording.shortestWay,
          layers: [
            .init(
              style: .covered, label: wording.coveredWay,
              lines: parts.covered.map { line($0, plane) }),
            .init(
              style: .uncovered, label: wording.uncoveredWay,
              lines: parts.uncovered.map { line($0, plane) }),
          ],
          points: [
            .init(
              style: .rank, label: wording.worstGapsLabel,
              points: gaps.compactMap { item in
                // A gap may be passed at one end and be worst far away, off this map.
                let worst = plane.point(item.gap.worst)
                guard SchoolMap.box(frame).contains(worst) else { return nil }
                return Map.Point(
                  position: worst, name: wording.integer(item.gap.rank),
                  detail: wording.passed(item.gap, children: item.children),
                  target: FeatureID.gap(item.gap))
              })
          ], twin: table(gaps))
      ] + saferView(plane),
      switches: saferWay.isEmpty
        ? []
        : [.init(label: wording.wayShown, options: [wording.shortestWay, wording.saferWay])],
      points: [
        relays(in: frame, plane),
        .init(
          style: .school, label: wording.schoolLabel,
          points: [Map.Point(position: here, name: own.name ?? own.id, detail: "")]),
      ])
    map.plane = plane
    let box = SchoolMap.box(frame)
    map.scenery = page.context.scenery.near(x: box.minX...box.maxX, y: box.minY...box.maxY)
    return map
  }

  private var saferWay: SaferWay { page.saferWay(of: school) }

  /// The most covered ways, with their streets.
  private func saferView(_ plane: DrawingPlane) -> [Map.View] {
    let way = saferWay
    guard !way.isEmpty else { return [] }
    let parts = page.parts(of: way.pieces)
    return [
      Map.View(
        id: "view-safer", label: wording.saferWay,
        layers: [
          .init(
            style: .covered, label: wording.coveredWay, lines: parts.covered.map { line($0, plane) }
          ),
          .init(
            style: .uncovered, label: wording.uncoveredWay,
            lines: parts.uncovered.map { line($0, plane) }),
        ], points: [], twin: way.table(wording))
    ]
  }

  private func table(_ gaps: [(gap: Gap, children: Int)]) -> Table {
    Table(
      id: "worst-gaps", caption: wording.worstGapsLabel, columns: wording.worstGapColumns,
      rows: gaps.map { item in
        Table.Row(
          [
            wording.integerCell(item.gap.rank),
            Table.Cell(
              wording.streetName(item.gap.street), item.gap.street.map { .text($0) } ?? .empty),
          ] + wording.endCells(from: item.gap.from, to: item.gap.to) + [
            wording.metresCell(item.gap.length), wording.integerCell(item.children),
          ], target: FeatureID.gap(item.gap))
      })
  }

  private func line(_ piece: EdgeInterval, _ plane: DrawingPlane) -> Map.Line {
    Map.Line(
      path: result.network.line(of: piece.edge, from: piece.from, to: piece.to).map(plane.point),
      name: result.network.name(of: piece.edge), length: piece.length.metres,
      walk: result.longestWalk(on: piece)?.metres)
  }

  /// Every street near what is drawn.
  private func background(
    around frame: [PlanePoint], _ plane: DrawingPlane
  ) -> Map.LineLayer {
    let network = result.network
    let box = SchoolMap.box(frame)
    var lines: [Map.Line] = []
    for edge in (0..<network.streetEdgeCount).map(EdgeID.init) {
      let path = network.vertices(of: edge).map(plane.point)
      guard path.allSatisfy(box.contains) else { continue }
      lines.append(
        Map.Line(
          path: path, name: network.name(of: edge), length: network.length(of: edge).metres))
    }
    return .init(style: .walkable, label: wording.otherStreets, lines: lines)
  }

  private func relays(in frame: [PlanePoint], _ plane: DrawingPlane) -> Map.PointLayer {
    let box = SchoolMap.box(frame)
    return .init(
      style: .relay, label: wording.attachedRelays,
      points: zip(result.facilities, result.snaps).compactMap { facility, snap in
        let place = plane.point(facility.position)
        guard snap != nil, box.contains(place) else { return nil }
        return Map.Point(position: place, name: facility.name ?? facility.id, detail: "")
      })
  }

  /// What is drawn and 150 m around it.
  private static func box(_ frame: [PlanePoint]) -> Box {
    let x = frame.map(\.x)
    let y = frame.map(\.y)
    return Box(
      minX: (x.min() ?? 0) - 150, maxX: (x.max() ?? 0) + 150, minY: (y.min() ?? 0) - 150,
      maxY: (y.max() ?? 0) + 150)
  }

  private struct Box {
    var minX: Double
    var maxX: Double
    var minY: Double
    var maxY: Double

    func contains(_ point: PlanePoint) -> Bool {
      point.x >= minX && point.x <= maxX && point.y >= minY && point.y <= maxY
    }
  }
}
