package import CoverageEngine
import RelaisFormats
package import RelaisGeo
package import RelaisWording

/// `prospects.gpkg`: the doors and the rounds, of `relais prospect`.
package enum ProspectsGeoPackage {
  /// - Throws: ``ProjectionError``, ``FormatError/notWritable(file:detail:)``.
  package static func write(
    _ doors: DoorTeller, network: StreetNetwork, system: ReferenceSystem, wording: Wording,
    to path: String
  ) throws {
    let plane = try OutputPlane(system, network: network)
    try GeoPackageWriter.write(
      ProspectLayers(doors: doors, plane: plane, wording: wording).all(),
      referenceSystem: CoverageGeoPackage.referenceSystem(system), to: path)
  }
}

/// The layers of a prospection in `coverage.gpkg`. Gains are REAL weighted metres, in the list's measure as in
/// `prospects.csv`.
struct ProspectLayers {
  let doors: DoorTeller
  let plane: OutputPlane
  let wording: Wording

  private var plan: VisitPlan { doors.plan }

  func all() throws -> [GeoPackageLayer] {
    (plan.rounds == nil ? [] : [try rounds()]) + [try prospects()]
  }

  /// The candidates to recruit by rank; then, without a rank, those to ask where one refuses.
  private func prospects() throws -> GeoPackageLayer {
    let list = plan.prospection.list
    var rows = try plan.picks.enumerated().map { index, pick in
      let recruit = list.recruits[index]
      return try row(
        pick.candidate, rank: index + 1, gain: recruit.gain, ifYes: recruit.gainIfYes,
        cumulative: recruit.cumulative, round: doors.round(of: index),
        text: doors.sentence(of: pick.candidate, pick: index), insteadOf: [],
        alternatives: pick.alternatives.map { doors.sentence(of: $0, pick: index) })
    }
    var instead: [Int: [Int]] = [:]
    for (index, pick) in plan.picks.enumerated() {
      for alternative in pick.alternatives {
        instead[alternative.candidate, default: []].append(index)
      }
    }
    for (candidate, picks) in instead.sorted(by: { $0.key < $1.key }) {
      rows.append(
        try row(
          candidate, rank: nil, gain: list.gains[candidate], ifYes: list.gainsIfYes[candidate],
          cumulative: nil, round: nil,
          text: doors.sentence(of: candidate, pick: nil), insteadOf: picks, alternatives: []))
    }
    return GeoPackageLayer(
      name: "prospects", identifier: wording.prospectsLayer, geometryType: .point,
      columns: [
        .init("rank", .integer), .init("id", .text), .init("name", .text), .init("kind", .text),
        .init("address", .text), .init("gain_m", .real), .init("cumulative_m", .real),
        .init("opening_hours", .text), .init("round", .integer), .init("reasons", .text),
        .init("alternatives", .text), .init("instead_of", .text), .init("acceptance", .real),
        .init("gain_if_yes_m", .real),
      ] + (doors.hasCommunes ? [.init("commune", .text), .init("insee", .text)] : []),
      style: LayerStyle.prospects(wording), rows: rows)
  }

  private func row(
    _ index: Int, rank: Int?, gain: Int64, ifYes: Int64, cumulative: Int64?, round: Int?,
    text: String, insteadOf: [Int], alternatives: [String]
  ) throws -> GeoPackageLayer.Row {
    let candidate = doors.candidate(index)
    let place = candidate.place
    func metres(_ units: Int64) -> AttributeValue {
      .real(plan.prospection.problem.unit.metres(units))
    }
    return .init(
      .point(try plane.output([place.position])[0]),
      [
        rank.map { .integer(Int64($0)) } ?? .null, .text(place.id),
        place.name.map { .text($0) } ?? .null, .text(doors.kind(index)),
        candidate.address.line.map { .text($0) } ?? .null, metres(gain),
        cumulative.map(metres) ?? .null, place.openingHours.map { .text($0) } ?? .null,
        round.map { .integer(Int64($0)) } ?? .null, .text(text),
        alternatives.isEmpty
          ? .null : .text(alternatives.joined(separator: wording.clauseSeparator)),
        insteadOf.isEmpty
          ? .null : .text(insteadOf.map { String($0 + 1) }.joined(separator: ", ")),
        doors.acceptance(index).map { .real($0) } ?? .null, metres(ifYes),
      ]
        + (doors.hasCommunes
          ? [doors.commune(index)?.name, doors.commune(index)?.code]
            .map { $0.map { .text($0) } ?? .null } : []))
  }

  private func rounds() throws -> GeoPackageLayer {
    let rows = try (plan.rounds?.rounds ?? []).enumerated().map { index, round in
      return GeoPackageLayer.Row(
        .lineString(try plane.output(round.line)),
        [
          .integer(Int64(index + 1)), .integer(Int64(round.stops.count)), .real(round.walk.metres),
          .real(doors.tenths(round.minutes)),
          .real(doors.tenths(round.minutesIfRefused)),
          .text(
            round.stops.map { doors.name($0.candidate) }.joined(separator: ", ")),
        ])
    }
    return GeoPackageLayer(
      name: "rounds", identifier: wording.roundsLayer, geometryType: .lineString,
      columns: [
        .init("round", .integer), .init("doors", .integer), .init("walk_m", .real),
        .init("minutes", .real), .init("minutes_if_refused", .real), .init("names", .text),
      ], style: LayerStyle.rounds, rows: rows)
  }
}
