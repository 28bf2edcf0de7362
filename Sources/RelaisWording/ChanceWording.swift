import CoverageEngine
package import Covering

/// What is said of candidates who say yes by chance.
extension Wording {
  package var certainHelp: String {
    say("prospection.certainHelp")
  }

  package var chanceHeaders: [String] {
    [say("prospection.chanceHeaders.acceptance"), say("prospection.chanceHeaders.gainIf")]
  }

  /// After what a list gains: that it is an average, and what it comes to if all accept.
  package func chances(_ list: RecruitmentList, _ demand: (Int64) -> String) -> String {
    guard list.measure == .expected else { return "" }
    let all = list.recruits.reduce(0) { $0 + $1.gainIfYes }
    return say("prospection.chances", ["all": .text(demand(all))])
  }

  package func proofOfAverage(_ optimality: Optimality, _ demand: (Int64) -> String) -> String {
    if optimality.isProven {
      return say("prospection.proofOfAverage.noOther")
    }
    return say(
      "prospection.proofOfAverage.noChoice",
      ["optimality": .text(demand(optimality.upperBound)), "gap": .number(optimality.gap)])
  }
}
