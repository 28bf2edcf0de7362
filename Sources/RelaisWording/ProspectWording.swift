package import CoverageEngine
package import Covering
import RelaisGeo

/// What is said of a prospection.
extension Wording {
  package var prospectAbstract: String {
    say("prospection.prospectAbstract")
  }
  package var prospectDiscussion: String {
    say("prospection.prospectDiscussion")
  }
  package var countHelp: String {
    say("prospection.countHelp")
  }
  package var candidatesHelp: String {
    say("prospection.candidatesHelp")
  }
  package var coverageMatrixHelp: String {
    say("prospection.coverageMatrixHelp")
  }
  package var gapHelp: String {
    say("prospection.gapHelp")
  }
  package var timeLimitHelp: String {
    say("prospection.timeLimitHelp")
  }
  package var certificateHelp: String {
    say("prospection.certificateHelp")
  }
  package var prospectOutHelp: String {
    say("prospection.prospectOutHelp")
  }
  package func badCount(_ count: Int) -> String {
    say("prospection.badCount", ["count": .digits(count)])
  }
  package var badGap: String {
    say("prospection.badGap")
  }
  package var badTimeLimit: String {
    say("prospection.badTimeLimit")
  }
  package var candidatesNeeded: String {
    say("prospection.candidatesNeeded")
  }
  package var matrixAlone: String {
    say("prospection.matrixAlone")
  }
  package var certificateNeedsFile: String {
    say("prospection.certificateNeedsFile")
  }

  /// That there is nobody to choose among, and where candidates are to be put.
  package func noCandidates(_ pool: CandidatePool, isOfTerritory: Bool) -> String {
    !pool.leftOut.isEmpty
      ? say("prospection.noCandidates.noCandidate", ["leftOut": .integer(pool.leftOut.count)])
      : isOfTerritory
        ? say("prospection.noCandidates.noCandidateFoundNeither")
        : say("prospection.noCandidates.noCandidateInThe")
  }

  package var prospectHeaders: [String] {
    [
      say("prospection.prospectHeaders.rank"), "id", say("prospection.prospectHeaders.name"),
      say("prospection.prospectHeaders.kind"), gainHeader,
      cumulativeHeader, say("prospection.prospectHeaders.openingHours"), "x", "y",
      say("prospection.prospectHeaders.address"),
      say("prospection.prospectHeaders.reasons"),
    ]
      + (1...VisitPlan.alternativeLimit).map {
        say("prospection.prospectHeaders.ifRefused", ["value": .digits($0)])
      }
      + [say("prospection.prospectHeaders.round")]
  }
  package var matrixProspectHeaders: [String] {
    [
      say("prospection.prospectHeaders.rank"), "id", say("prospection.matrixProspectHeaders.gain"),
      say("prospection.matrixProspectHeaders.cumulative"),
    ]
  }
  private var gainHeader: String { say("prospection.gainHeader") }
  private var cumulativeHeader: String { say("prospection.cumulativeHeader") }

  /// What the list gains and how good it is known to be, two lines; one where there was nobody to choose.
  package func outcome(of result: ProspectionResult) -> String {
    guard !result.candidates.isEmpty else {
      return say("prospection.outcome.noCandidate")
    }
    let problem = result.problem
    func metres(_ units: Int64) -> String { distance(Length(metres: problem.unit.metres(units))) }
    let all = problem.demand - problem.open + result.list.optimality.objective
    let part = problem.demand > 0 ? Double(all) / Double(problem.demand) : 0
    return listHead(result.list) + metres(result.list.optimality.objective)
      + say("prospection.outcome.more") + chances(result.list, metres)
      + say("prospection.outcome.thatIs") + share(part) + say("prospection.outcome.inAll") + "\n"
      + proof(result.list, metres)
  }

  /// The list on a matrix, some lines.
  package func summary(
    of list: RecruitmentList, _ instance: CoverageInstance, curve: RecruitmentCurve
  ) -> String {
    func demand(_ units: Int64) -> String {
      let text = decimal(instance.unit.metres(units), places: instance.unit.decimals)
      return text
    }
    var lines = [
      listHead(list) + demand(list.optimality.objective)
        + say("prospection.summary.moreOf") + demand(instance.demand - instance.coveredBefore)
        + say("prospection.summary.toCover"),
      proof(list, demand),
    ]
    lines += targets(curve)
    lines += table(
      list.recruits.map { (demand($0.gain), instance.candidates[$0.candidate]) })
    return lines.joined(separator: "\n")
  }

  private func listHead(_ list: RecruitmentList) -> String {
    recruits(list.recruits.count) + say("punctuation.colon")
  }

  private func proof(_ list: RecruitmentList, _ demand: (Int64) -> String) -> String {
    let optimality = list.optimality
    if list.measure == .expected { return proofOfAverage(optimality, demand) }
    if optimality.isProven {
      return say("prospection.proof.noOther")
    }
    return say(
      "prospection.proof.noChoice",
      ["optimality": .text(demand(optimality.upperBound)), "gap": .number(optimality.gap)])
  }

  /// Rank, gain and name, one line a recruit, gains one below the other.
  package func table(_ rows: [(gain: String, name: String)]) -> [String] {
    let width = rows.map(\.gain.count).max() ?? 0
    let digits = String(rows.count).count
    return rows.enumerated().map { index, row in
      let rank = String(index + 1)
      return String(repeating: " ", count: digits - rank.count + 2) + rank + ". "
        + String(repeating: " ", count: width - row.gain.count) + row.gain + "  " + row.name
    }
  }
}
