import Computing
import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisWording

/// The layers of `coverage.gpkg`. Lengths are REAL metres, to the millimetre.
struct CoverageLayers {
  let result: AnalysisResult
  let plane: OutputPlane
  let wording: Wording
  /// Who passes the gaps of the main budget, where the run has ways to school.
  var passing: GapPassing?

  private var network: StreetNetwork { result.network }

  /// Every edge, cut where some budget begins or ends to cover it. Edges of no length are left out:
  /// there is nothing to draw.
  func streets() throws -> GeoPackageLayer {
    let budgets = result.parameters.budgets
    let edges = (0..<network.streetEdgeCount).filter { network.lengths[$0] > 0 }
    let (answer, anotherPlane) = (result, plane.another)
    let parts = Parallel.map(edges.count, grain: 2000) { range in
      Result { try CoverageLayers.streetRows(edges[range], answer, on: anotherPlane()) }
    }
    return GeoPackageLayer(
      name: "streets", identifier: wording.streetsLayer, geometryType: .lineString,
      columns: [
        .init("edge", .text), .init("name", .text), .init("demand", .boolean),
        .init("from_m", .real), .init("to_m", .real), .init("length_m", .real),
        .init("covered", .boolean), .init("budget_m", .real),
      ]
        + budgets.map {
          .init("covered_" + $0.slug, .boolean, title: wording.coveredTitle($0, inMetres: false))
        },
      style: LayerStyle.streets(wording), rows: try parts.flatMap { try $0.get() })
  }

  private static func streetRows(
    _ edges: ArraySlice<Int>, _ result: AnalysisResult, on plane: OutputPlane
  ) throws -> [GeoPackageLayer.Row] {
    let network = result.network
    var rows: [GeoPackageLayer.Row] = []
    rows.reserveCapacity(edges.count * 3 / 2)
    for index in edges {
      let edge = EdgeID(index)
      let id = AttributeValue.text(network.identifier(of: edge))
      let name = network.name(of: edge).map { AttributeValue.text($0) } ?? .null
      for part in StreetPart.parts(of: edge, result) {
        let line = try plane.output(network.line(of: edge, from: part.from, to: part.to))
        var values: [AttributeValue] = []
        values.reserveCapacity(8 + part.isCovered.count)
        values += [
          id, name, .bool(network.isDemand[index]), .real(part.from.metres),
          .real(part.to.metres), .real((part.to - part.from).metres), .bool(part.isCovered.main),
          zip(part.isCovered.budgets, part.isCovered).first { $1 }.map { .real($0.0.metres) }
            ?? .null,
        ]
        for isCovered in part.isCovered { values.append(.bool(isCovered)) }
        rows.append(.init(.lineString(line), values))
      }
    }
    return rows
  }

  func gaps() throws -> GeoPackageLayer {
    let rows = try result.gaps.map { gap in
      GeoPackageLayer.Row(
        .multiLineString(
          try gap.pieces.filter { $0.length > .zero }.map {
            try plane.output(network.line(of: $0.edge, from: $0.from, to: $0.to))
          }),
        [
          .real(gap.budget.metres), .integer(Int64(gap.rank)),
          gap.street.map { .text($0) } ?? .null, .text(wording.gapEnd(gap.from)),
          .text(wording.gapEnd(gap.to)), .real(gap.length.metres), .real(gap.demand),
          gap.worstDistance.map { .real($0.metres) } ?? .null,
          gap.nearestFacility.map { .text(result.facilities[$0].id) } ?? .null,
          gap.district.map { .text($0) } ?? .null,
        ] + overValues(gap) + communeValues(gap) + schoolValues(gap))
    }
    return GeoPackageLayer(
      name: "gaps", identifier: wording.gapsLayer, geometryType: .multiLineString,
      columns: [
        .init("distance_m", .real), .init("rank", .integer), .init("street", .text),
        .init("from", .text), .init("to", .text), .init("length_m", .real),
        .init("demand", .real), .init("worst_distance_m", .real), .init("nearest_relay", .text),
        .init("district", .text),
      ] + (network.reading == nil ? [] : [.init("worst_distance_over", .boolean)])
        + communeColumns
        + (passing == nil ? [] : [.init("children", .integer), .init("schools", .text)]),
      style: LayerStyle.gaps(
        wording, mainBudget: result.parameters.mainBudget), rows: rows)
  }

  /// Whether the worst point's distance is over what stands there, where streets were read to an area.
  private func overValues(_ gap: Gap) -> [AttributeValue] {
    network.reading == nil ? [] : [.bool(gap.worstIsOver)]
  }

  private var communeColumns: [GeoPackageLayer.Column] {
    result.communes.isEmpty ? [] : [.init("commune", .text), .init("insee", .text)]
  }

  private func communeValues(_ gap: Gap) -> [AttributeValue] {
    guard !result.communes.isEmpty else { return [] }
    return [
      gap.commune.map { .text($0.name) } ?? .null, gap.commune.map { .text($0.code) } ?? .null,
    ]
  }

  private func schoolValues(_ gap: Gap) -> [AttributeValue] {
    guard let passing else { return [] }
    guard gap.budget == result.parameters.mainBudget else { return [.null, .null] }
    return [
      passing.children(gap).map { .integer(Int64($0)) } ?? .null,
      .text(passing.schools(gap).joined(separator: ", ")),
    ]
  }

  /// Gaps of the main budget in some windows only: `gap_in` and `perhaps_in` name the windows.
  func timedGaps(_ inTime: CoverageInTime) throws -> GeoPackageLayer {
    let table = TimedGapsTable(inTime: inTime, result: result, wording: wording)
    let rows = try inTime.gaps.map { timed in
      let gap = timed.gap
      return GeoPackageLayer.Row(
        .multiLineString(
          try gap.pieces.map {
            try plane.output(network.line(of: $0.edge, from: $0.from, to: $0.to))
          }),
        [
          .real(gap.budget.metres), .integer(Int64(gap.rank)),
          gap.street.map { .text($0) } ?? .null, .text(wording.gapEnd(gap.from)),
          .text(wording.gapEnd(gap.to)), .real(gap.length.metres), .real(gap.demand),
          gap.nearestFacility.map { .text(result.facilities[$0].id) } ?? .null,
          gap.district.map { .text($0) } ?? .null, .text(table.uncovered(timed)),
          .text(table.uncertain(timed)),
        ] + communeValues(gap))
    }
    return GeoPackageLayer(
      name: "gaps_by_window", identifier: wording.timedGapsLayer,
      geometryType: .multiLineString,
      columns: [
        .init("distance_m", .real), .init("rank", .integer), .init("street", .text),
        .init("from", .text), .init("to", .text), .init("length_m", .real),
        .init("demand", .real), .init("nearest_relay", .text), .init("district", .text),
        .init("gap_in", .text), .init("perhaps_in", .text),
      ] + communeColumns, style: LayerStyle.timedGaps(wording), rows: rows)
  }

  /// All relays at their own position, unattached ones too.
  func relays() throws -> GeoPackageLayer {
    let kept = Set(result.fragility?.toKeep ?? [])
    let tellsApproximate = result.facilities.contains(where: \.isApproximate)
    let rows = try zip(result.facilities, result.snaps).enumerated().map { index, relay in
      let (facility, snap) = relay
      return GeoPackageLayer.Row(
        .point(try plane.output([facility.position])[0]),
        [
          .text(facility.id), facility.name.map { .text($0) } ?? .null,
          facility.kind.map { .text($0.text) } ?? .null, .bool(snap != nil),
          snap.map { .text(network.identifier(of: $0.edge)) } ?? .null,
          snap.map { .real($0.offset.metres) } ?? .null,
          snap.map { .real($0.connector.metres) } ?? .null,
          facility.openingHours.map { .text($0) } ?? .null,
        ]
          + (result.fragility.map {
            [.real($0.losses[index].metres), .bool(kept.contains(index))]
          } ?? []) + windows(index)
          + (tellsApproximate ? [.bool(facility.isApproximate)] : []))
    }
    return GeoPackageLayer(
      name: "relays", identifier: wording.relaysLayer, geometryType: .point,
      columns: [
        .init("id", .text), .init("name", .text), .init("kind", .text),
        .init("attached", .boolean), .init("edge", .text), .init("offset_m", .real),
        .init("connector_m", .real), .init("opening_hours", .text),
      ] + (result.fragility == nil ? [] : [.init("loss_m", .real), .init("keep", .boolean)])
        + (result.inTime == nil ? [] : [.init("open_in", .text), .init("perhaps_in", .text)])
        + (tellsApproximate ? [.init("approximate", .boolean)] : []),
      style: LayerStyle.relays(wording), rows: rows)
  }

  /// The windows a relay is open in for certain, and those it may be.
  private func windows(_ relay: Int) -> [AttributeValue] {
    guard let windows = result.inTime?.windows else { return [] }
    return [OpeningState.open, .unknown].map { state in
      .text(
        windows.filter { $0.states[relay] == state }.map { wording.name($0.window) }
          .joined(separator: ", "))
    }
  }

  private static let areaColumns: [GeoPackageLayer.Column] = [
    .init("relay", .text), .init("name", .text), .init("distance_m", .real),
    .init("streets_m", .real),
  ]

  private func areaValues(_ shape: ServiceAreaShape, streets: Length) -> [AttributeValue] {
    let facility = result.facilities[shape.area.facility]
    return [
      .text(facility.id), facility.name.map { .text($0) } ?? .null,
      .real(shape.area.budget.metres), .real(streets.metres),
    ]
  }

  /// `streets_m`: demand streets the relay reaches.
  func serviceAreas(_ shapes: [ServiceAreaShape]) throws -> GeoPackageLayer {
    GeoPackageLayer(
      name: "service_areas", identifier: wording.serviceAreasLayer, geometryType: .multiPolygon,
      columns: Self.areaColumns, style: LayerStyle.serviceAreas,
      rows: shapes.map {
        .init(.multiPolygon($0.shape), areaValues($0, streets: $0.streets))
      })
  }

  /// `streets_m`: demand streets the circle would claim.
  func circles(_ shapes: [ServiceAreaShape]) throws -> GeoPackageLayer {
    GeoPackageLayer(
      name: "circles", identifier: wording.circlesLayer, geometryType: .polygon,
      columns: Self.areaColumns, style: LayerStyle.circles,
      rows: shapes.map { .init(.polygon($0.circle), areaValues($0, streets: $0.streetsInCircle)) })
  }

  func districts() throws -> GeoPackageLayer {
    try areas(
      result.districtAreas, result.districts, name: "districts", wording.districtsLayer)
  }

  func communes() throws -> GeoPackageLayer {
    try areas(result.communeAreas, result.communes, name: "communes", wording.communesLayer)
  }

  func priorityAreas() throws -> GeoPackageLayer {
    try areas(
      result.priorityAreas, result.priorities, name: "priority_areas", wording.priorityAreasLayer)
  }

  private func areas(
    _ areas: [Area], _ summaries: [DistrictSummary], name: String, _ identifier: String
  ) throws -> GeoPackageLayer {
    let budgets = result.parameters.budgets
    let rows = try zip(areas, summaries).map { area, summary in
      GeoPackageLayer.Row(
        .multiPolygon(try plane.outputArea(area.shape)),
        [.text(area.id), .text(area.name), .real(summary.streets.metres)]
          + summary.covered.map { .real($0.metres) })
    }
    return GeoPackageLayer(
      name: name, identifier: identifier, geometryType: .multiPolygon,
      columns: [.init("id", .text), .init("name", .text), .init("streets_m", .real)]
        + budgets.map {
          .init("covered_\($0.slug)_m", .real, title: wording.coveredTitle($0, inMetres: true))
        },
      style: LayerStyle.outline, rows: rows)
  }

  func boundary(_ area: Area) throws -> GeoPackageLayer {
    GeoPackageLayer(
      name: "boundary", identifier: wording.boundaryLayer, geometryType: .multiPolygon,
      columns: [.init("id", .text), .init("name", .text)], style: LayerStyle.outline,
      rows: [
        .init(
          .multiPolygon(try plane.outputArea(area.shape)), [.text(area.id), .text(area.name)])
      ])
  }
}

/// A part of an edge over which every budget says the same.
struct StreetPart {
  var from: Length
  var to: Length
  var isCovered: PerBudget<Bool>

  /// The parts of an edge of some length, in order from its tail.
  static func parts(of edge: EdgeID, _ result: AnalysisResult) -> [StreetPart] {
    let intervals = result.coverage.mapValues { $0.intervals(of: edge, in: result.network) }
    var cuts = [.zero, result.network.length(of: edge)]
    for own in intervals {
      for interval in own {
        cuts.append(interval.from)
        cuts.append(interval.to)
      }
    }
    cuts.sort()
    var last: Length?
    cuts.removeAll { cut in
      defer { last = cut }
      return cut == last
    }
    return zip(cuts, cuts.dropFirst()).map { from, to in
      StreetPart(
        from: from, to: to,
        isCovered: intervals.mapValues { own in own.contains { $0.from <= from && to <= $0.to } })
    }
  }
}
