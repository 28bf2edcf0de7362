package import CoverageEngine
package import Covering
import RelaisGeo

/// What is said of how many recruits are enough.
extension Wording {
  /// One line a share of the demand.
  package func targets(_ curve: RecruitmentCurve) -> [String] {
    curve.targets.map { target in
      say(
        "prospection.targets.toCover",
        ["share": .text(wholeShare(target.share)), "answer": .text(answer(target))])
    }
  }

  private func answer(_ target: RecruitmentCurve.Target) -> String {
    guard let found = target.found, let least = target.atLeast else {
      return say("prospection.answer.outOf")
    }
    if found == 0 { return say("prospection.answer.thisIs") }
    return target.isProven
      ? say("prospection.answer.enough", ["found": .integer(found)])
      : say(
        "prospection.answer.enoughAtLeast", ["found": .integer(found), "least": .integer(least)])
  }

  /// What no known candidate would cover, with its longest streets; nothing where all is in reach.
  package func outOfReach(_ streets: UnreachableStreets) -> [String] {
    guard streets.length > .zero else { return [] }
    let longest = streets.stretches.prefix(3).map { gap in
      streetName(gap.street) + " (" + distance(gap.length) + ")"
    }
    return [
      say(
        "prospection.outOfReach",
        ["length": .length(streets.length), "streets": .list(longest)])
    ]
  }

  package func recruits(_ number: Int) -> String {
    say("count.recruits", ["number": .integer(number)])
  }
}
