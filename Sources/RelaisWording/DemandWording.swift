package import CoverageEngine
package import RelaisGeo

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
    return say("council.demand", ["weights": .list(parts)])
  }

  /// Who is open, and both bounds.
  ///
  /// - Parameter length: Of street, of so many units of demand.
  package func summary(of inTime: ProspectionInTime, _ length: (Int64) -> Length) -> [String] {
    let open = inTime.candidates.states.count { $0 == .open }
    let unknown = inTime.candidates.states.count { $0 == .unknown }
    let presumed = inTime.isPresumed.count { $0 }
    return [
      summary(of: inTime.relays),
      presumed > 0
        ? say(
          "council.summary.ofWhich",
          [
            "open": .integer(open), "unknown": .integer(unknown), "presumed": .integer(presumed),
          ])
        : say(
          "council.summary.candidates", ["open": .integer(open), "unknown": .integer(unknown)]),
      say(
        "council.summary.ifAll",
        [
          "before": .length(length(inTime.ifOpen.coveredBefore)),
          "added": .length(length(inTime.ifOpen.objective)),
        ]),
      say(
        "council.summary.ifThey",
        [
          "before": .length(length(inTime.ifClosed.coveredBefore)),
          "added": .length(length(inTime.ifClosed.objective)),
        ]),
    ]
  }

  // MARK: Priority areas

  package var priorityAreasHeading: String { say("council.priorityAreasHeading") }
  package var priorityAreasCaption: String {
    say("council.priorityAreasCaption")
  }

  package var priorityAreasLayer: String { say("council.priorityAreasHeading") }
}
