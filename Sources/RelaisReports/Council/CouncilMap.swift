import CoverageEngine
import RelaisGeo
import RelaisWording

/// The map of an analysis: streets covered and not, one view a budget and a window, the main budget at
/// any time first.
struct CouncilMap {
  /// Gaps that bear their rank on the map.
  static let markedGaps = 10

  let result: AnalysisResult
  let wording: Wording
  var routes: RoutePlan?
  var scenery = Scenery()
  var book: StreetBook?

  func map() -> Map {
    let plane = DrawingPlane(result)
    let states = StreetStates(result)
    let budgets = result.parameters.budgets.mainFirst
    // The main budget first; within one the views keep their order.
    let order = budgets.flatMap { states.places[$0] }
    let windows = states.views.contains { $0.window != nil } ? result.inTime?.windows ?? [] : []
    var map = Map(
      id: "map", title: wording.mapTitle,
      summary: wording.mapSummary(result.main.summary),
      outlines: outlines(plane), background: background(plane),
      strands: CouncilStrands(result: result, states: states, views: order, plane: plane).strands(),
      views: views(order.map { states.views[$0] }, plane),
      switches: [
        .init(label: wording.mapView, options: budgets.map(wording.budget)),
        .init(
          label: wording.mapTime,
          options: [wording.allDay] + windows.map { wording.capitalised(wording.name($0.window)) }),
      ], points: relays(plane) + schools(plane), printsTwins: false)
    map.scenery = DrawnScenery(scenery, plane)
    map.plane = plane
    if let book {
      map.answers = book.answers(
        result, wording, withCandidates: true)
    }
    return map
  }

  private func views(_ views: [StreetStates.View], _ plane: DrawingPlane) -> [Map.View] {
    let timed = result.inTime.map {
      TimedGapsTable(inTime: $0, result: result, wording: wording)
        .table(limit: TimedGapsTable.pageLimit)
    }
    return views.map { view in
      let budget = view.budget
      guard let index = view.window, let inTime = result.inTime, let timed else {
        return whole(budget, plane)
      }
      let window = inTime.windows[index]
      let isMain = budget == result.parameters.mainBudget
      let bounds = window.bounds
      return Map.View(
        id: FeatureID.view(budget, window: index),
        label: wording.budget(budget) + ", " + wording.name(window.window),
        caption: wording.windowShown(
          budget, window.window, certain: bounds.certain[view.budget],
          possible: bounds.possible[view.budget]),
        layers: [], points: isMain ? marks(inTime, index, plane) : [],
        twin: isMain
          ? timed
          : WindowsTable(inTime: inTime, result: result, wording: wording).table(budget))
    }
  }

  /// All relays, open or not.
  private func whole(_ budget: Budget, _ plane: DrawingPlane) -> Map.View {
    let gaps = result[budget].gaps
    let summary = result[budget].summary
    return Map.View(
      id: FeatureID.view(budget), label: wording.budget(budget),
      caption: wording.budgetShown(summary, timed: result.inTime?.knowsHours ?? false), layers: [],
      points: budget == result.parameters.mainBudget ? numbers(plane) : ranks(gaps, plane),
      twin: GapsTable(
        gaps: gaps, budget: budget, result: result, routes: routes, wording: wording
      ).table(limit: GapsTable.pageLimit))
  }

  /// The gaps to act on first, by the numbers of their table.
  private func numbers(_ plane: DrawingPlane) -> [Map.PointLayer] {
    let first = FirstGaps(result, routes).gaps
    return [
      .init(
        style: .rank, label: wording.firstGapsMark(first.count),
        points: first.map { item in
          mark(item.gap, wording.integer(item.gap.rank), FeatureID.gap(item.gap), plane)
        })
    ]
  }

  private func ranks(_ gaps: [Gap], _ plane: DrawingPlane) -> [Map.PointLayer] {
    [
      .init(
        style: .rank, label: wording.longestGaps,
        points: gaps.ranked.filter(GapRanking.isListed).prefix(CouncilMap.markedGaps).map { gap in
          mark(gap, wording.integer(gap.rank), FeatureID.gap(gap), plane)
        })
    ]
  }

  /// The longest gaps that open in a window.
  private func marks(
    _ inTime: CoverageInTime, _ window: Int, _ plane: DrawingPlane
  ) -> [Map.PointLayer] {
    let opened = inTime.gaps.lazy.filter { $0.windows.isOne(window) }
    return [
      .init(
        style: .rank, label: wording.longestGaps,
        points: opened.prefix(CouncilMap.markedGaps).map { timed in
          mark(
            timed.gap, wording.integer(timed.gap.rank), FeatureID.timedGap(timed.gap), plane)
        })
    ]
  }

  private func mark(
    _ gap: Gap, _ name: String, _ target: String, _ plane: DrawingPlane
  ) -> Map.Point {
    Map.Point(
      position: plane.point(gap.worst), name: name, detail: wording.streetName(gap.street),
      target: target)
  }

  /// What is walked but not counted: ways that are no street to cover, and streets outside the area.
  private func background(_ plane: DrawingPlane) -> Map.LineLayer {
    let network = result.network
    var lines = LineChain()
    for edge in (0..<network.streetEdgeCount).map(EdgeID.init) {
      let length = network.length(of: edge)
      let whole = EdgeInterval(edge: edge, from: .zero, to: length)
      // A street that crosses the border is drawn whole underneath: its outer part shows.
      if network.isDemand[edge.position], result.inside(whole) == [whole] { continue }
      lines.append(
        Map.Line(
          path: network.vertices(of: edge).map(plane.point), name: network.name(of: edge),
          length: length.metres))
    }
    return .init(style: .walkable, label: wording.otherWays, lines: lines.lines)
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

  /// Schools that children walk to.
  private func schools(_ plane: DrawingPlane) -> [Map.PointLayer] {
    guard let routes else { return [] }
    return [
      .init(
        style: .school, label: wording.schoolMark,
        points: routes.schools.indices.filter {
          routes.figures[$0].homes > 0 && routes.schools[$0].position.isFinite
        }.map { index in
          let own = routes.schools[index]
          return Map.Point(
            position: plane.point(own.position), name: own.name ?? own.id,
            detail: wording.schoolState(routes.figures[index]), target: FeatureID.school(index))
        })
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
