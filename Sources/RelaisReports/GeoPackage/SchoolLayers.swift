import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisWording

/// The layers of school routes, as `coverage.gpkg` and `routes.gpkg` bear them. Lengths are REAL
/// metres; children are public figures (``PublicCount``), and what may not be said is not there.
struct SchoolLayers {
  let plan: RoutePlan
  let network: StreetNetwork
  let coverage: Coverage
  let plane: OutputPlane
  let wording: Wording

  func all() throws -> [GeoPackageLayer] {
    var layers = [
      try flows(plan.totalFlows(), name: "school_flows", wording.schoolFlowsLayer, bySchool: false),
      try flows(plan.flows(), name: "school_routes", wording.schoolRoutesLayer, bySchool: true),
    ]
    let covered = plan.coveredFlows()
    if !covered.isEmpty {
      layers.append(
        try flows(covered, name: "covered_routes", wording.coveredRoutesLayer, bySchool: true))
    }
    if !plan.sharedWays.isEmpty { layers += [try sharedWays(), try stops()] }
    return layers + [try schools()]
  }

  /// Lines children could walk together.
  private func sharedWays() throws -> GeoPackageLayer {
    let rows = try plan.sharedWays.map { way in
      let school = plan.schools[way.school]
      let homes = way.stops.reduce(0) { $0 + $1.homes }
      return GeoPackageLayer.Row(
        .multiLineString(
          try way.pieces.map {
            try plane.output(network.line(of: $0.edge, from: $0.from, to: $0.to))
          }),
        [
          school.name.map { .text($0) } ?? .null, .text(school.id), .real(way.length.metres),
          PublicCount(way.children, homes: homes).children.map { .integer(Int64($0)) } ?? .null,
        ])
    }
    return GeoPackageLayer(
      name: "shared_ways", identifier: wording.sharedWaysLayer, geometryType: .multiLineString,
      columns: [
        .init("school_name", .text), .init("school", .text), .init("length_m", .real),
        .init("children", .integer),
      ], style: LayerStyle.sharedWays, rows: rows)
  }

  private func stops() throws -> GeoPackageLayer {
    let rows = try plan.sharedWays.flatMap { way in
      try way.stops.enumerated().map { number, stop in
        GeoPackageLayer.Row(
          .point(try plane.output([stop.position])[0]),
          [
            plan.schools[way.school].name.map { .text($0) } ?? .null,
            .text(plan.schools[way.school].id), .integer(Int64(number + 1)),
            .text(wording.stop(stop)), .real(stop.distance.metres),
            PublicCount(stop.children, homes: stop.homes).children.map { .integer(Int64($0)) }
              ?? .null,
          ])
      }
    }
    return GeoPackageLayer(
      name: "shared_way_stops", identifier: wording.stopsLayer, geometryType: .point,
      columns: [
        .init("school_name", .text), .init("school", .text), .init("stop", .integer),
        .init("place", .text),
        .init("to_school_m", .real), .init("children", .integer),
      ], style: LayerStyle.stops, rows: rows)
  }

  /// Stretches over which the same children walk.
  private func flows(
    _ flows: [SchoolFlow], name: String, _ identifier: String, bySchool: Bool
  ) throws -> GeoPackageLayer {
    var rows: [GeoPackageLayer.Row] = []
    for flow in flows {
      guard let children = PublicCount(flow.children, homes: flow.homes).children, children > 0
      else { continue }
      let piece = flow.interval
      let line = try plane.output(network.line(of: piece.edge, from: piece.from, to: piece.to))
      let school = plan.schools[flow.school]
      let own: [AttributeValue] =
        bySchool ? [school.name.map { .text($0) } ?? .null, .text(school.id)] : []
      rows.append(
        .init(
          .lineString(line),
          own + [
            .text(network.identifier(of: piece.edge)),
            network.name(of: piece.edge).map { .text($0) } ?? .null,
            .integer(Int64(children)), .real(piece.length.metres),
            .real(uncovered(piece).metres),
          ]))
    }
    return GeoPackageLayer(
      name: name, identifier: identifier, geometryType: .lineString,
      columns: (bySchool ? [.init("school_name", .text), .init("school", .text)] : []) + [
        .init("edge", .text), .init("street", .text), .init("children", .integer),
        .init("length_m", .real), .init("uncovered_m", .real),
      ], style: LayerStyle.flows(wording), rows: rows)
  }

  private func uncovered(_ piece: EdgeInterval) -> Length {
    coverage.uncoveredIntervals(of: piece.edge, in: network).reduce(.zero) { sum, part in
      let from = max(part.from, piece.from)
      let to = min(part.to, piece.to)
      return to > from ? sum + (to - from) : sum
    }
  }

  /// All schools at their own position, unattached ones too. `going_*`: in the first window, the one
  /// children go to school in.
  private func schools() throws -> GeoPackageLayer {
    let rows = try plan.schools.enumerated().map { index, school in
      let own = plan.figures[index]
      let isShown = own.homes >= PublicCount.leastHomes
      func metres(_ length: Length?) -> AttributeValue {
        isShown ? length.map { .real($0.metres) } ?? .null : .null
      }
      func children(_ children: Children, _ homes: Int) -> AttributeValue {
        PublicCount(children, homes: homes).children.map { .integer(Int64($0)) } ?? .null
      }
      return GeoPackageLayer.Row(
        .point(try plane.output([school.position])[0]),
        [
          school.name.map { .text($0) } ?? .null, .text(school.id),
          .text(school.levels.all.map(wording.name).joined(separator: ", ")),
          .bool(plan.doors[index].contains { $0 != nil }), children(own.children, own.homes),
          metres(own.medianWalk), metres(own.longWalk),
          isShown ? own.coveredShare.map { .real($0) } ?? .null : .null,
          children(own.exposed, own.exposedHomes),
          metres(own.longest?.length),
        ]
          + plan.windows.prefix(1).flatMap { window -> [AttributeValue] in
            let going = own.windows.first
            return [.text(wording.name(window))]
              + [going?.certain, going?.possible].flatMap { exposure -> [AttributeValue] in
                guard let exposure else { return [.null, .null] }
                return [
                  isShown ? own.coveredShare(exposure).map { .real($0) } ?? .null : .null,
                  children(exposure.exposed, exposure.exposedHomes),
                ]
              }
          })
    }
    return GeoPackageLayer(
      name: "schools", identifier: wording.schoolsLayer, geometryType: .point,
      columns: [
        .init("name", .text), .init("id", .text), .init("levels", .text),
        .init("attached", .boolean), .init("children", .integer), .init("median_walk_m", .real),
        .init("p90_walk_m", .real), .init("covered_share", .real),
        .init("exposed_children", .integer), .init("longest_uncovered_m", .real),
      ]
        + (plan.windows.isEmpty
          ? []
          : [
            .init("going_window", .text), .init("going_covered_share", .real),
            .init("going_exposed_children", .integer),
            .init("going_covered_share_if_unknown_open", .real),
            .init("going_exposed_children_if_unknown_open", .integer),
          ]),
      style: LayerStyle.schools, rows: rows)
  }
}
