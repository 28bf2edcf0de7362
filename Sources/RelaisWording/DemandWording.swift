package import CoverageEngine
import RelaisGeo

/// What is said of what streets count for, and when.
extension Wording {
  package var profileHelp: String {
    say("council.profileHelp")
  }
  package var priorityAreasHelp: String {
    say("council.priorityAreasHelp")
  }
  package var childrenNeedSchools: String {
    say("council.childrenNeedSchools")
  }
  package var childrenNeedSources: String {
    say("council.childrenNeedSources")
  }

  /// One kind of plain file without which children weigh on no street.
  package func missingOption(_ kind: InputKind) -> String {
    say("council.missingOption", ["kind": .text(kind.word)])
  }

  package var profileNeedsStreets: String {
    say("council.profileNeedsStreets")
  }

  /// The profile in a line; `nil` where each metre counts as its source weighs it.
  package func demand(_ profile: DemandProfile) -> String? {
    guard profile != .streets else { return nil }
    func number(_ value: Double) -> String {
      let text = decimal(value, places: 3)
      let trimmed = text.reversed().drop { $0 == "0" }.drop { !$0.isNumber }
      return value == value.rounded() ? integer(Int(value)) : String(trimmed.reversed())
    }
    var parts: [String] = []
    if profile.street > 0 {
      parts.append(say("council.demand.theStreet", ["profile": .text(number(profile.street))]))
    }
    if profile.children > 0 {
      parts.append(
        say("council.demand.forEach", ["profile": .text(number(profile.children))]))
    }
    if profile.priority != 1 {
      parts.append(
        say("council.demand.inPriority", ["profile": .text(number(profile.priority))]))
    }
    return say("council.demand.aMetre") + parts.joined(separator: ", ")
  }

  /// Who is open, and both bounds.
  package func summary(of inTime: ProspectionInTime, _ metres: (Int64) -> String) -> [String] {
    func states(_ moment: MomentCoverage) -> String {
      let open = moment.states.count { $0 == .open }
      let unknown = moment.states.count { $0 == .unknown }
      return say("council.summary.openOf", ["open": .integer(open), "unknown": .integer(unknown)])
    }
    func told(_ bound: ProspectionInTime.Bound) -> String {
      say(
        "council.summary.coveredBefore",
        ["bound": .text(metres(bound.coveredBefore)), "bound2": .text(metres(bound.objective))])
    }
    let presumed = inTime.isPresumed.count { $0 }
    return [
      summary(of: inTime.relays),
      say("council.summary.candidatesThen") + states(inTime.candidates)
        + (presumed > 0
          ? say("council.summary.ofWhich", ["presumed": .integer(presumed)])
          : say("council.summary.onlyThose")),
      say("council.summary.ifAll")
        + told(inTime.ifOpen),
      say("council.summary.ifThey") + told(inTime.ifClosed),
    ]
  }

  // MARK: Priority areas

  package var priorityAreasHeading: String { say("council.priorityAreasHeading") }
  package var priorityAreasCaption: String {
    say("council.priorityAreasCaption")
  }

  package var priorityAreasLayer: String { say("council.priorityAreasHeading") }
}
