package import CoverageEngine
import RelaisGeo

/// What is said of how many recruits are enough.
extension Wording {
  /// One line a share of the demand.
  package func targets(_ curve: RecruitmentCurve) -> [String] {
    curve.targets.map { target in
      say("Pour couvrir ", "To cover ") + wholePercent(target.share) + say(" : ", ": ")
        + answer(target)
    }
  }

  private func answer(_ target: RecruitmentCurve.Target) -> String {
    guard let found = target.found, let least = target.atLeast else {
      return say(
        "hors de portée de tous les candidats connus.", "out of reach of all known candidates.")
    }
    if found == 0 { return say("c’est déjà le cas.", "this is so already.") }
    let enough =
      recruits(found)
      + say(found == 1 ? " suffit" : " suffisent", found == 1 ? " is enough" : " are enough")
    if target.isProven {
      return enough + say(", pas moins : c’est prouvé.", ", no fewer: this is proven.")
    }
    return enough
      + say(" ; il en faut au moins \(integer(least)).", "; at least \(integer(least)) are needed.")
  }

  /// What no known candidate would cover, with its longest streets; nothing where all is in reach.
  package func outOfReach(_ curve: RecruitmentCurve) -> [String] {
    guard curve.unreachable > .zero else { return [] }
    let head =
      say("Hors de portée de tout candidat : ", "Out of reach of any candidate: ")
      + distance(curve.unreachable)
    let longest = curve.unreachableStretches.prefix(3).map { gap in
      streetName(gap.street) + " (" + distance(gap.length) + ")"
    }
    return [
      head + say(" de rue ; le plus : ", " of street; most of it: ")
        + longest.joined(separator: ", ")
    ]
  }

  package func recruits(_ number: Int) -> String {
    count(number, ("recrue", "recrues"), ("recruit", "recruits"))
  }

  private func wholePercent(_ share: Double) -> String {
    decimal(share * 100, places: 0) + say("\u{A0}%", "%")
  }
}
