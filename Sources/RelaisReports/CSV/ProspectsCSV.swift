import CoverageEngine
package import Covering
import RelaisFormats
import RelaisGeo
package import RelaisWording

/// `prospects.csv`: the candidates to recruit, in the order to recruit them.
package enum ProspectsCSV {
  /// With the reasons for each, who may stand in for it, and the round it is visited in.
  package static func bytes(_ doors: DoorTeller, _ wording: Wording) -> [UInt8] {
    let list = doors.plan.prospection.list
    let isExpected = list.measure == .expected
    var writer = CSVWriter(
      headers: wording.prospectHeaders + (isExpected ? wording.chanceHeaders : [])
        + (doors.hasCommunes ? [wording.communeHeader, wording.communeCodeHeader] : []))
    let unit = doors.plan.prospection.problem.unit
    func demand(_ units: Int64) -> CSVWriter.Cell {
      let written = unit.written(units)
      return .fixed(written.units, decimals: written.decimals)
    }
    for (index, pick) in doors.plan.picks.enumerated() {
      let candidate = doors.candidate(pick.candidate)
      let place = candidate.place
      let alternatives = (0..<VisitPlan.alternativeLimit).map { number in
        pick.alternatives.indices.contains(number)
          ? CSVWriter.Cell.text(doors.sentence(of: pick.alternatives[number], pick: index)) : .empty
      }
      let chances: [CSVWriter.Cell] =
        isExpected
        ? [
          doors.acceptance(pick.candidate).map { .decimal($0, decimals: 3) } ?? .empty,
          demand(list.recruits[index].gainIfYes),
        ] : []
      writer.append(
        [
          .integer(Int64(index + 1)), .text(candidate.id), .text(place.name ?? ""),
          .text(doors.kind(pick.candidate)),
          demand(list.recruits[index].gain),
          demand(list.recruits[index].cumulative),
          .text(place.openingHours ?? ""),
          .decimal(place.position.x, decimals: 7), .decimal(place.position.y, decimals: 7),
          .text(candidate.address.line ?? ""),
          .text(doors.sentence(of: pick.candidate, pick: index)),
        ] + alternatives + [doors.round(of: index).map { .integer(Int64($0)) } ?? .empty]
          + chances
          + (doors.hasCommunes
            ? [doors.commune(pick.candidate)?.name, doors.commune(pick.candidate)?.code]
              .map { .text($0 ?? "") } : []))
    }
    return writer.bytes
  }

  /// The recruits of a coverage matrix: identifiers and demand alone.
  package static func bytes(
    _ instance: CoverageInstance, _ list: RecruitmentList, _ wording: Wording
  ) -> [UInt8] {
    var writer = CSVWriter(headers: wording.matrixProspectHeaders)
    for (index, recruit) in list.recruits.enumerated() {
      writer.append([
        .integer(Int64(index + 1)), .text(instance.candidates[recruit.candidate]),
        .fixed(recruit.gain, decimals: instance.unit.decimals),
        .fixed(recruit.cumulative, decimals: instance.unit.decimals),
      ])
    }
    return writer.bytes
  }
}
