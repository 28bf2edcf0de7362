package import CoverageEngine

/// What kinds of findings are called.
extension Wording {
  /// A few words for a kind of finding, as a heading or a column says it.
  package func title(_ code: Finding.Code) -> String {
    switch code {
    case .rowsRejected: say("findings.title.rowsRejected")
    case .placeUnattached: say("findings.title.placeUnattached")
    case .axesLookSwapped:
      say("findings.title.axesLookSwapped")
    case .relayOnIsland: say("findings.title.relayOnIsland")
    case .noStreets: say("findings.title.noStreets")
    case .extractIncomplete: say("findings.title.extractIncomplete")
    case .plainLines: say("findings.title.plainLines")
    case .linesReencoded: say("findings.title.linesReencoded")
    case .partsLeftOut: say("findings.title.partsLeftOut")
    case .waysCut: say("findings.title.waysCut")
    case .waysStopped: say("findings.title.waysStopped")
    case .squaresNotCrossed: say("findings.title.squaresNotCrossed")
    case .wayWithHours: say("findings.title.wayWithHours")
    case .isletPassedOver: say("findings.title.isletPassedOver")
    case .converterWarning: say("findings.title.converterWarning")
    case .knownTwice: say("findings.title.knownTwice")
    case .island: say("findings.title.island")
    case .nearMiss: say("findings.title.nearMiss")
    case .crossingWithoutNode: say("findings.title.crossingWithoutNode")
    case .doubledStreet: say("findings.title.doubledStreet")
    case .cutAtEdge: say("findings.title.cutAtEdge")
    case .boundaryNotFilled: say("findings.title.boundaryNotFilled")
    case .noFootways: say("findings.title.noFootways")
    case .areaRepaired: say("findings.title.areaRepaired")
    case .districtsOverlap: say("findings.title.districtsOverlap")
    case .districtsIncomplete: say("findings.title.districtsIncomplete")
    case .lengthBelowStraight: say("findings.title.lengthBelowStraight")
    case .boundaryElsewhere: say("findings.title.boundaryElsewhere")
    case .outsideAreaOfUse: say("findings.title.outsideAreaOfUse")
    case .approximateSystem: say("findings.title.approximateSystem")
    case .boundaryWithoutArea: say("findings.title.boundaryWithoutArea")
    case .areasElsewhere: say("findings.title.areasElsewhere")
    case .nothingTaken: say("findings.title.nothingTaken")
    case .noRelayAttached: say("findings.title.noRelayAttached")
    case .squaresElsewhere: say("findings.title.squaresElsewhere")
    case .catchmentsElsewhere: say("findings.title.catchmentsElsewhere")
    case .noneInside: say("findings.title.noneInside")
    case .rowsElsewhere: say("findings.title.rowsElsewhere")
    case .schoolUnattached: say("findings.title.schoolUnattached")
    case .homesUnattached: say("findings.title.homesUnattached")
    case .homesWithoutWay:
      say("findings.title.homesWithoutWay")
    case .catchmentWithoutSchool:
      say("findings.title.catchmentWithoutSchool")
    case .childrenWithoutAddress: say("findings.title.childrenWithoutAddress")
    case .childrenImputed: say("findings.title.childrenImputed")
    case .coveredRoutesCut:
      say("findings.title.coveredRoutesCut")
    case .relaysElsewhere: say("findings.title.relaysElsewhere")
    case .schoolsElsewhere: say("findings.title.schoolsElsewhere")
    case .homesElsewhere: say("findings.title.homesElsewhere")
    case .hoursNotUnderstood: say("findings.title.hoursNotUnderstood")
    case .hoursReadAs: say("findings.title.hoursReadAs")
    case .relayUnplaced: say("findings.title.relayUnplaced")
    case .relaysApproximate: say("findings.title.relaysApproximate")
    case .hoursMissing: say("findings.title.hoursMissing")
    case .schoolCalendarUnknown:
      say("findings.title.schoolCalendarUnknown")
    case .windowWithoutDays: say("findings.title.windowWithoutDays")
    case .candidatesLeftOut: say("findings.title.candidatesLeftOut")
    case .candidatesMerged: say("findings.title.candidatesMerged")
    case .candidatesOfOtherKinds:
      say("findings.title.candidatesOfOtherKinds")
    case .establishmentsElsewhere:
      say("findings.title.establishmentsElsewhere")
    case .siretsNotRead: say("findings.title.siretsNotRead")
    case .relayClosed: say("findings.title.relayClosed")
    case .streetsChanged: say("findings.title.streetsChanged")
    case .inputMissing: say("findings.title.inputMissing")
    }
  }

  /// Note, warning or error, in a word.
  package func severity(_ severity: Finding.Severity) -> String {
    switch severity {
    case .note: say("findings.severity.note")
    case .warning: say("findings.severity.warning")
    case .error: say("findings.severity.error")
    }
  }

  /// Long texts from files by their beginning.
  package func shortened(_ text: String) -> String {
    text.count > 120 ? text.prefix(119) + "…" : text
  }

  package func quoted(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "" }
    return say("findings.quoted", ["text": .text(text)])
  }
}
