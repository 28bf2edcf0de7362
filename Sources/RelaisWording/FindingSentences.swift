package import CoverageEngine
import RelaisGeo

/// What a finding says, in a sentence.
extension Wording {
  /// What was found.
  ///
  /// - Parameter name: What to call its subject, where that is not by its identifier.
  package func sentence(_ finding: Finding, named name: String? = nil) -> String {
    let name = name ?? finding.subject?.id ?? ""
    let body =
      switch finding.kind {
      case .rowsRejected(let rows, let all):
        say(
          "findingSentences.sentence.rowsRejected", ["rows": .integer(rows), "all": .integer(all)])
      case .placeUnattached(_, let away, let allowed): unattached(name, away, allowed)
      case .axesLookSwapped(let places):
        say("findingSentences.sentence.axesLookSwapped", ["places": .integer(places)])
      case .relayOnIsland(_, let piece):
        say(
          "findingSentences.sentence.relayOnIsland",
          ["name": .text(name), "piece": .text(shortDistance(piece))])
      case .noStreets: say("findingSentences.sentence.noStreets")
      case .extractIncomplete(let remark):
        say("findingSentences.sentence.extractIncomplete", ["remark": .text(remark)])
      case .plainLines(let lines):
        say("findingSentences.sentence.plainLines", ["lines": .integer(lines)])
      case .linesReencoded(let lines):
        say("findingSentences.sentence.linesReencoded", ["lines": .integer(lines)])
      case .partsLeftOut(let lines):
        say("findingSentences.sentence.partsLeftOut", ["lines": .integer(lines)])
      case .waysCut(let ways, let nodes):
        say(
          "findingSentences.sentence.waysCut", ["ways": .integer(ways), "nodes": .integer(nodes)])
      case .waysStopped(let ways, let nodes):
        say(
          "findingSentences.sentence.waysStopped",
          ["ways": .integer(ways), "nodes": .integer(nodes)])
      case .squaresNotCrossed(let squares, .tooLarge):
        say("findingSentences.sentence.squaresNotCrossed", ["squares": .integer(squares)])
      case .squaresNotCrossed(let squares, .invalid):
        say(
          "findingSentences.sentence.squaresNotCrossed.invalid", ["squares": .integer(squares)])
      case .wayWithHours(let ways, let gates, 0):
        say(
          "findingSentences.sentence.wayWithHours",
          ["ways": .integer(ways), "gates": .integer(gates)])
      case .wayWithHours(let ways, let gates, let unread):
        say(
          "findingSentences.sentence.wayWithHours.unread",
          ["ways": .integer(ways), "gates": .integer(gates), "unread": .integer(unread)])
      case .relayPastIslet(_, let connector, let nearer, let piece),
        .schoolPastIslet(_, let connector, let nearer, let piece):
        say(
          "findingSentences.sentence.isletPassedOver",
          [
            "name": .text(name), "connector": .text(shortDistance(connector)),
            "nearer": .text(shortDistance(nearer)), "piece": .text(shortDistance(piece)),
          ])
      case .homesPastIslet(let homes):
        say("findingSentences.sentence.isletPassedOver.homes", ["homes": .integer(homes)])
      case .candidatesPastIslet(let candidates):
        say(
          "findingSentences.sentence.isletPassedOver.candidates",
          ["candidates": .integer(candidates)])
      case .converterWarning(let message):
        say("findingSentences.sentence.converterWarning", ["message": .text(message)])
      case .knownTwice(let count, let knower):
        switch knower {
        case .sameFile:
          say("findingSentences.sentence.knownTwice.sameFile", ["count": .integer(count)])
        case .laterVersion:
          say("findingSentences.sentence.knownTwice.laterVersion", ["count": .integer(count)])
        case .otherFile:
          say("findingSentences.sentence.knownTwice.otherFile", ["count": .integer(count)])
        }
      case .network(let flaw, let street, let length, _): sentence(flaw, street: street, length)
      case .areaRepaired(_, let flaw):
        say("findingSentences.sentence.areaRepaired", ["name": .text(name), "flaw": .text(flaw)])
      case .districtsOverlap(let length):
        say("findingSentences.sentence.districtsOverlap", ["length": .text(shortDistance(length))])
      case .districtsIncomplete(let length):
        say(
          "findingSentences.sentence.districtsIncomplete", ["length": .text(shortDistance(length))])
      case .lengthBelowStraight(let sections):
        say("findingSentences.sentence.lengthBelowStraight", ["sections": .integer(sections)])
      case .boundaryElsewhere:
        say("findingSentences.sentence.boundaryElsewhere")
      case .outsideAreaOfUse(let system, let example, let areDegrees):
        areDegrees
          ? say(
            "findingSentences.sentence.degreesDeclaredOtherwise",
            ["system": .text(system), "example": .text(example)])
          : say(
            "findingSentences.sentence.outsideAreaOfUse",
            ["system": .text(system), "example": .text(example)])
      case .approximateSystem(let system, let accuracy):
        say(
          "findingSentences.sentence.approximateSystem",
          ["system": .text(system), "accuracy": .text(shortDistance(accuracy))])
      case .boundaryWithoutArea: say("findingSentences.sentence.boundaryWithoutArea")
      case .areasElsewhere(let kind, let areas):
        say(
          "findingSentences.sentence.areasElsewhere",
          ["areas": .integer(areas), "kind": .text(self.name(kind))])
      case .nothingTaken(let rows):
        say("findingSentences.sentence.nothingTaken", ["rows": .integer(rows)])
      case .noRelayAttached(let relays):
        say("findingSentences.sentence.noRelayAttached", ["relays": .integer(relays)])
      case .squaresElsewhere(let squares):
        say("findingSentences.sentence.squaresElsewhere", ["squares": .integer(squares)])
      case .catchmentsElsewhere(let catchments):
        say(
          "findingSentences.sentence.catchmentsElsewhere", ["catchments": .integer(catchments)])
      case .rowsElsewhere(let rows):
        say("findingSentences.sentence.rowsElsewhere", ["rows": .integer(rows)])
      case .noneInside(let kind, let count):
        say(
          "findingSentences.sentence.noneInside",
          ["kind": .text(self.name(kind)), "count": .integer(count)])
      case .schoolUnattached(_, let away, let allowed): schoolUnattached(name, away, allowed)
      case .homesUnattached(let homes, let all, let allowed):
        say(
          "findingSentences.sentence.homesUnattached",
          [
            "allowed": .text(shortDistance(allowed)), "homes": .integer(homes),
            "all": .integer(all),
          ])
      case .homesWithoutWay(let homes):
        say("findingSentences.sentence.homesWithoutWay", ["homes": .integer(homes)])
      case .catchmentWithoutSchool(_, let catchments):
        say(
          "findingSentences.sentence.catchmentWithoutSchool",
          ["name": .text(name), "catchments": .integer(catchments)])
      case .childrenWithoutAddress(let children, let squares):
        say(
          "findingSentences.sentence.childrenWithoutAddress",
          ["children": .integer(children), "squares": .integer(squares)])
      case .childrenImputed(let children, let all):
        say(
          "findingSentences.sentence.childrenImputed",
          ["children": .integer(children), "all": .integer(all)])
      case .coveredRoutesCut(let schools):
        say("findingSentences.sentence.coveredRoutesCut", ["schools": .integer(schools)])
      case .relaysElsewhere(let relays):
        say("findingSentences.sentence.relaysElsewhere", ["relays": .integer(relays)])
      case .relayUnplaced(_, let own, let commune):
        commune.map {
          say(
            "findingSentences.sentence.relayUnplaced.commune",
            ["name": .text(own), "commune": .text($0)])
        } ?? say("findingSentences.sentence.relayUnplaced", ["name": .text(own)])
      case .relaysApproximate(let relays, let all):
        say(
          "findingSentences.sentence.relaysApproximate",
          ["relays": .integer(relays), "all": .integer(all)])
      case .schoolsElsewhere(let schools):
        say("findingSentences.sentence.schoolsElsewhere", ["schools": .integer(schools)])
      case .homesElsewhere(let homes):
        say("findingSentences.sentence.homesElsewhere", ["homes": .integer(homes)])
      case .hoursNotUnderstood(_, let hours, let error): hoursNotUnderstood(name, hours, error)
      case .hoursReadAs(_, let hours, let understood):
        say(
          "findingSentences.sentence.hoursReadAs",
          [
            "name": .text(name), "hours": .text(shortened(hours)),
            "understood": .text(shortened(understood)),
          ])
      case .hoursMissing(let relays, let all):
        say(
          "findingSentences.sentence.hoursMissing",
          ["relays": .integer(relays), "all": .integer(all)])
      case .schoolCalendarUnknown(let days, let zone, let lastDay):
        schoolCalendarUnknown(days, zone, lastDay)
      case .windowWithoutDays:
        say("findingSentences.sentence.windowWithoutDays", ["name": .text(name)])
      case .candidatesLeftOut(let places, let exclusion):
        say(
          "findingSentences.sentence.candidatesLeftOut",
          ["places": .integer(places), "exclusion": .text(reason(exclusion))])
      case .candidatesMerged(let places):
        say("findingSentences.sentence.candidatesMerged", ["places": .integer(places)])
      case .candidatesOfOtherKinds(let shops, let examples):
        say(
          "findingSentences.sentence.candidatesOfOtherKinds",
          [
            "shops": .integer(shops),
            "examples": .text(shortened(examples.joined(separator: ", "))),
          ])
      case .establishmentsElsewhere(let establishments, let communes):
        say(
          "findingSentences.sentence.establishmentsElsewhere",
          ["establishments": .integer(establishments), "communes": .list(communes)])
      case .siretsNotRead(let sirets, let example):
        say(
          "findingSentences.sentence.siretsNotRead",
          ["sirets": .integer(sirets), "example": .text(shortened(example))])
      case .relayClosed(_, let closure): closed(name, closure)
      case .streetsChanged(let since, let new, let gone):
        say(
          "findingSentences.sentence.streetsChanged",
          ["since": .date(since), "parts": .list(parts([(.new, new), (.gone, gone)]))])
      case .inputMissing(let kind):
        say("findingSentences.sentence.inputMissing", ["kind": .text(self.name(kind))])
      }
    return located(finding, body)
  }

  private func unattached(_ name: String, _ away: Length?, _ allowed: Length) -> String {
    guard let away else {
      return say("findingSentences.unattached.isAttached", ["name": .text(name)])
    }
    return say(
      "findingSentences.unattached.isFrom",
      [
        "name": .text(name), "away": .text(shortDistance(away)),
        "allowed": .text(shortDistance(allowed)),
      ])
  }

  private func schoolUnattached(_ name: String, _ away: Length?, _ allowed: Length) -> String {
    guard let away else {
      return say("findingSentences.schoolUnattached.theSchool", ["name": .text(name)])
    }
    return say(
      "findingSentences.schoolUnattached.theSchoolIsFrom",
      [
        "name": .text(name), "away": .text(shortDistance(away)),
        "allowed": .text(shortDistance(allowed)),
      ])
  }

  private func hoursNotUnderstood(
    _ name: String, _ hours: String, _ error: OpeningHoursError
  ) -> String {
    say(
      "findingSentences.hoursNotUnderstood",
      [
        "name": .text(name), "hours": .text(shortened(hours)),
        "error": .text(sentence(error, in: hours)),
      ])
  }

  private func schoolCalendarUnknown(
    _ days: Int, _ zone: SchoolZone?, _ lastDay: CalendarDay?
  ) -> String {
    guard let zone else {
      return say("findingSentences.schoolCalendarUnknown.theZone", ["days": .integer(days)])
    }
    guard let end = lastDay.map({ date($0) }) else {
      return say(
        "findingSentences.schoolCalendarUnknown.noCalendar",
        ["letter": .text(zone.letter), "days": .integer(days)])
    }
    return say(
      "findingSentences.schoolCalendarUnknown.theCalendar",
      ["letter": .text(zone.letter), "end": .text(end), "days": .integer(days)])
  }

  /// What was found, after the file and the place it was found in.
  private func located(_ finding: Finding, _ sentence: String) -> String {
    guard let file = finding.file else { return sentence }
    guard let place = finding.place else {
      return say("findingSentences.inFile", ["file": .text(file), "finding": .text(sentence)])
    }
    return say(
      "findingSentences.atPlace",
      ["file": .text(file), "place": .text(self.place(place)), "finding": .text(sentence)])
  }
}
