package import CoverageEngine

/// What is said of candidates who say yes by chance.
extension Wording {
  package var certainHelp: String {
    say(
      "Compter chaque candidat comme s’il disait oui, quelle que soit sa probabilité d’acceptation.",
      "Count every candidate as if it said yes, whatever its likelihood to accept.")
  }

  package var chanceHeaders: [String] {
    [say("acceptation", "acceptance"), say("gain si oui (m)", "gain if yes (m)")]
  }

  /// After what a list gains: that it is an average, and what it comes to if all accept.
  package func chances(_ list: RecruitmentList, _ demand: (Int64) -> String) -> String {
    guard list.measure == .expected else { return "" }
    let all = list.recruits.reduce(0) { $0 + $1.gainIfYes }
    return say(
      " en moyenne, vu leurs chances d’accepter (\(demand(all)) si tous acceptent)",
      " on average, given their chances to accept (\(demand(all)) if all do)")
  }

  package func proofOfAverage(_ optimality: Optimality, _ demand: (Int64) -> String) -> String {
    if optimality.isProven {
      return say(
        "Aucun autre choix d’autant de candidats ne couvre plus en moyenne : c’est prouvé.",
        "No other choice of as many candidates covers more on average: this is proven.")
    }
    return say(
      "Aucun choix d’autant de candidats ne couvre en moyenne plus de \(demand(optimality.upperBound)) (écart : \(share(optimality.gap))).",
      "No choice of as many candidates covers more than \(demand(optimality.upperBound)) on average (gap: \(share(optimality.gap)))."
    )
  }
}
