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
        say("prospection.prospectHeaders.ifRefused", ["number": .digits($0)])
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
    guard !result.candidates.isEmpty else { return say("prospection.outcome.noCandidate") }
    return gain(of: result) + "\n" + proof(of: result)
  }

  /// The same as sentences of a page.
  package func outcomeSentences(of result: ProspectionResult) -> String {
    guard !result.candidates.isEmpty else { return say("prospection.outcome.noCandidate") }
    return say(
      "prospection.outcome.sentences",
      ["gain": .text(gain(of: result)), "proof": .text(proof(of: result))])
  }

  private func gain(of result: ProspectionResult) -> String {
    let (problem, list) = (result.problem, result.list)
    func length(_ units: Int64) -> Length { Length(metres: problem.unit.metres(units)) }
    let all = problem.demand - problem.open + list.optimality.objective
    let covered = problem.demand > 0 ? Double(all) / Double(problem.demand) : 0
    guard list.measure == .expected else {
      return say(
        "prospection.outcome.gain",
        [
          "recruits": .integer(list.recruits.count),
          "gain": .length(length(list.optimality.objective)), "covered": .number(covered),
        ])
    }
    return say(
      "prospection.outcome.averageGain",
      [
        "recruits": .integer(list.recruits.count),
        "gain": .length(length(list.optimality.objective)),
        "ifAll": .length(length(list.recruits.reduce(0) { $0 + $1.gainIfYes })),
        "covered": .number(covered),
      ])
  }

  private func proof(of result: ProspectionResult) -> String {
    proof(result.list) { distance(Length(metres: result.problem.unit.metres($0))) }
  }

  /// The list on a matrix, some lines.
  package func summary(
    of list: RecruitmentList, _ instance: CoverageInstance, curve: RecruitmentCurve
  ) -> String {
    func demand(_ units: Int64) -> String {
      decimal(instance.unit.metres(units), places: instance.unit.decimals)
    }
    var lines = [
      say(
        "prospection.summary.matrix",
        [
          "recruits": .integer(list.recruits.count),
          "gain": .text(demand(list.optimality.objective)),
          "demand": .text(demand(instance.demand - instance.coveredBefore)),
        ]),
      proof(list, demand),
    ]
    lines += targets(curve)
    lines += table(
      list.recruits.map { (demand($0.gain), instance.candidates[$0.candidate]) })
    return lines.joined(separator: "\n")
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
