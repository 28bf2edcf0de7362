public import CoverageEngine
import RelaisGeo

/// `prospects.csv`: the candidates to recruit, in the order to recruit them.
public enum ProspectsCSV {
  public static func bytes(_ result: ProspectionResult, _ wording: Wording) -> [UInt8] {
    let isExpected = result.list.measure == .expected
    var writer = CSVWriter(
      headers: wording.prospectHeaders + (isExpected ? wording.chanceHeaders : []))
    for (index, recruit) in result.list.recruits.enumerated() {
      let candidate = result.candidates[recruit.candidate].place
      var cells: [CSVWriter.Cell] = [
        .integer(Int64(index + 1)), .text(candidate.id), .text(candidate.name ?? ""),
        .text(candidate.kind ?? ""),
        .fixed(recruit.gain, decimals: result.problem.unit.decimals),
        .fixed(recruit.cumulative, decimals: result.problem.unit.decimals),
        .text(candidate.openingHours ?? ""),
        .decimal(candidate.position.x, decimals: 7), .decimal(candidate.position.y, decimals: 7),
      ]
      if isExpected {
        cells.append(
          .decimal(result.candidates[recruit.candidate].acceptance ?? 1, decimals: 3))
        cells.append(.fixed(recruit.gainIfYes, decimals: result.problem.unit.decimals))
      }
      writer.append(cells)
    }
    return writer.bytes
  }

  public static func bytes(
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
