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

  package func proofOfAverage(_ optimality: Optimality, _ demand: (Int64) -> String) -> String {
    if optimality.isProven {
      return say("prospection.proofOfAverage.noOther")
    }
    return say(
      "prospection.proofOfAverage.noChoice",
      ["optimality": .text(demand(optimality.upperBound)), "gap": .number(optimality.gap)])
  }
}
