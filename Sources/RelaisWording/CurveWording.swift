package import CoverageEngine
package import Covering
import RelaisGeo

/// What is said of how many recruits are enough.
extension Wording {
  /// One line a share of the demand.
  package func targets(_ curve: RecruitmentCurve) -> [String] {
    curve.targets.map { target in
      say("prospection.targets.toCover") + wholePercent(target.share) + say("punctuation.colon")
        + answer(target)
    }
  }

  private func answer(_ target: RecruitmentCurve.Target) -> String {
    guard let found = target.found, let least = target.atLeast else {
      return say("prospection.answer.outOf")
    }
    if found == 0 { return say("prospection.answer.thisIs") }
    let enough =
      recruits(found) + say("prospection.answer.enough", ["found": .integer(found)])
    if target.isProven {
      return enough + say("prospection.answer.noFewer")
    }
    return enough
      + say("prospection.answer.atLeast", ["least": .integer(least)])
  }

  /// What no known candidate would cover, with its longest streets; nothing where all is in reach.
  package func outOfReach(_ streets: UnreachableStreets) -> [String] {
    guard streets.length > .zero else { return [] }
    let head =
      say("prospection.outOfReach.outOf")
      + distance(streets.length)
    let longest = streets.stretches.prefix(3).map { gap in
      streetName(gap.street) + " (" + distance(gap.length) + ")"
    }
    return [
      head + say("prospection.outOfReach.ofStreet")
        + longest.joined(separator: ", ")
    ]
  }

  package func recruits(_ number: Int) -> String {
    say("count.recruits", ["number": .integer(number)])
  }

  private func wholePercent(_ share: Double) -> String {
    decimal(share * 100, places: 0) + say("punctuation.percent")
  }
}
