package import CoverageEngine

/// What a person can do about a finding.
extension Wording {
  /// What to do about it.
  package func remedy(_ code: Finding.Code) -> String {
    let text =
      switch code {
      case .rowsRejected:
        say("findingRemedies.remedy.rowsRejected")
      case .placeUnattached:
        say("findingRemedies.remedy.placeUnattached")
      case .axesLookSwapped:
        say("findingRemedies.remedy.axesLookSwapped")
      case .relayOnIsland:
        say("findingRemedies.remedy.relayOnIsland")
      case .waysStopped:
        say("findingRemedies.remedy.waysStopped")
      case .squaresNotCrossed:
        say("findingRemedies.remedy.squaresNotCrossed")
      case .wayWithHours:
        say("findingRemedies.remedy.wayWithHours")
      case .isletPassedOver:
        say("findingRemedies.remedy.isletPassedOver")
      case .waysCut:
        say("findingRemedies.remedy.waysCut")
      case .island:
        say("findingRemedies.remedy.island")
      case .nearMiss:
        say("findingRemedies.remedy.nearMiss")
      case .crossingWithoutNode:
        say("findingRemedies.remedy.crossingWithoutNode")
      case .doubledStreet:
        say("findingRemedies.remedy.doubledStreet")
      case .cutAtEdge:
        say("findingRemedies.remedy.cutAtEdge")
      case .boundaryNotFilled:
        say("findingRemedies.remedy.boundaryNotFilled")
      case .noFootways:
        say("findingRemedies.remedy.noFootways")
      case .areaRepaired:
        say("findingRemedies.remedy.areaRepaired")
      case .districtsOverlap:
        say("findingRemedies.remedy.districtsOverlap")
      case .districtsIncomplete:
        say("findingRemedies.remedy.districtsIncomplete")
      case .lengthBelowStraight:
        say("findingRemedies.remedy.lengthBelowStraight")
      case .boundaryElsewhere:
        say("findingRemedies.remedy.boundaryElsewhere")
      case .outsideAreaOfUse:
        say("findingRemedies.remedy.outsideAreaOfUse")
      case .approximateSystem:
        say("findingRemedies.remedy.approximateSystem")
      case .boundaryWithoutArea:
        say("findingRemedies.remedy.boundaryWithoutArea")
      case .areasElsewhere:
        say("findingRemedies.remedy.areasElsewhere")
      case .nothingTaken:
        say("findingRemedies.remedy.nothingTaken")
      case .noRelayAttached:
        say("findingRemedies.remedy.noRelayAttached")
      case .squaresElsewhere:
        say("findingRemedies.remedy.squaresElsewhere")
      case .catchmentsElsewhere:
        say("findingRemedies.remedy.catchmentsElsewhere")
      case .rowsElsewhere:
        say("findingRemedies.remedy.rowsElsewhere")
      case .noneInside:
        say("findingRemedies.remedy.noneInside")
      case .schoolUnattached:
        say("findingRemedies.remedy.schoolUnattached")
      case .homesUnattached:
        say("findingRemedies.remedy.homesUnattached")
      case .homesWithoutWay:
        say("findingRemedies.remedy.homesWithoutWay")
      case .catchmentWithoutSchool:
        say("findingRemedies.remedy.catchmentWithoutSchool")
      case .childrenWithoutAddress:
        say("findingRemedies.remedy.childrenWithoutAddress")
      case .childrenImputed:
        say("findingRemedies.remedy.childrenImputed")
      case .coveredRoutesCut:
        say("findingRemedies.remedy.coveredRoutesCut")
      case .converterWarning:
        say("findingRemedies.remedy.converterWarning")
      case .knownTwice:
        say("findingRemedies.remedy.knownTwice")
      case .noStreets:
        say("findingRemedies.remedy.noStreets")
      case .extractIncomplete:
        say("findingRemedies.remedy.extractIncomplete")
      case .plainLines:
        say("findingRemedies.remedy.plainLines")
      case .linesReencoded:
        say("findingRemedies.remedy.linesReencoded")
      case .partsLeftOut:
        say("findingRemedies.remedy.partsLeftOut")
      case .relaysElsewhere:
        say("findingRemedies.remedy.relaysElsewhere")
      case .relayUnplaced:
        say("findingRemedies.remedy.relayUnplaced")
      case .relaysApproximate:
        say("findingRemedies.remedy.relaysApproximate")
      case .schoolsElsewhere:
        say("findingRemedies.remedy.schoolsElsewhere")
      case .homesElsewhere:
        say("findingRemedies.remedy.homesElsewhere")
      case .hoursNotUnderstood:
        say("findingRemedies.remedy.hoursNotUnderstood")
      case .hoursReadAs:
        say("findingRemedies.remedy.hoursReadAs")
      case .hoursMissing:
        say("findingRemedies.remedy.hoursMissing")
      case .schoolCalendarUnknown:
        say("findingRemedies.remedy.schoolCalendarUnknown")
      case .windowWithoutDays:
        say("findingRemedies.remedy.windowWithoutDays")
      case .candidatesLeftOut:
        say("findingRemedies.remedy.candidatesLeftOut")
      case .candidatesMerged:
        say("findingRemedies.remedy.candidatesMerged")
      case .candidatesOfOtherKinds:
        say("findingRemedies.remedy.candidatesOfOtherKinds")
      case .establishmentsElsewhere:
        say("findingRemedies.remedy.establishmentsElsewhere")
      case .siretsNotRead:
        say("findingRemedies.remedy.siretsNotRead")
      case .relayClosed:
        say("findingRemedies.remedy.relayClosed")
      case .streetsChanged:
        say("findingRemedies.remedy.streetsChanged")
      case .inputMissing:
        say("findingRemedies.remedy.inputMissing")
      }
    return text
  }
}
