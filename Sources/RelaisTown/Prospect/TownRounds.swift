import CoverageEngine
import RelaisGeo
import RelaisReports
import RelaisWording

/// The rounds of a territory's prospection list, as a telephone takes them.
public enum TownRounds {
  /// Schema `relais.rounds/1`.
  ///
  /// - Throws: what prospecting throws.
  public static func json(_ territory: Territory, _ work: Work) throws -> [UInt8] {
    var question = ProspectQuestion(
      of: .territory(territory), count: territory.configuration.prospect.count)
    question.effort = ProspectInputs.effortOfRun
    let answer = try question.answer(work)
    guard let doors = answer.material.doors(work.wording) else {
      throw TerritoryError.noStreets(folder: territory.folder)
    }
    return RoundsJSON.bytes(doors, territory: territory.name, made: work.today)
  }
}
