import CoverageEngine
import RelaisGeo
import RelaisWording

/// Findings of every kind, one at least for each code and for each way its sentence goes.
enum SampleFindings {
  static func kinds(of code: Finding.Code) -> [Finding.Kind] {
    let length = Length(metres: 1234.5)
    let allowed = Length(metres: 60)
    return switch code {
    case .rowsRejected: [.rowsRejected(2, of: 3000)]
    case .placeUnattached:
      [
        .placeUnattached(.relay("r"), away: length, allowed: allowed),
        .placeUnattached(.candidate("r"), away: nil, allowed: allowed),
      ]
    case .relaysElsewhere: [.relaysElsewhere(2)]
    case .relayUnplaced:
      [
        .relayUnplaced(relay: "r", name: "Chez Paul", commune: "88000 Ailleurs"),
        .relayUnplaced(relay: "r", name: "Chez Paul", commune: nil),
      ]
    case .relaysApproximate: [.relaysApproximate(2, of: 5)]
    case .axesLookSwapped: [.axesLookSwapped(places: 2)]
    case .relayOnIsland:
      [.relayOnIsland(.relay("r"), piece: length), .relayOnIsland(.candidate("r"), piece: length)]
    case .noStreets: [.noStreets]
    case .extractIncomplete: [.extractIncomplete(remark: "runtime error: Query timed out")]
    case .plainLines: [.plainLines(7)]
    case .linesReencoded: [.linesReencoded(lines: 1), .linesReencoded(lines: 3)]
    case .partsLeftOut: [.partsLeftOut(lines: 2)]
    case .waysCut: [.waysCut(ways: 1, missingNodes: 2)]
    case .waysStopped: [.waysStopped(ways: 3, nodes: 2)]
    case .squaresNotCrossed:
      [.squaresNotCrossed(2, .tooLarge), .squaresNotCrossed(1, .invalid)]
    case .wayWithHours:
      [
        .wayWithHours(ways: 3, gates: 1, unread: 0), .wayWithHours(ways: 3, gates: 1, unread: 2),
      ]
    case .isletPassedOver:
      [
        .relayPastIslet(relay: "r", connector: length, nearer: length, piece: length),
        .schoolPastIslet(school: "s", connector: length, nearer: length, piece: length),
        .homesPastIslet(4), .candidatesPastIslet(5),
      ]
    case .converterWarning: [.converterWarning("Warning 1: m")]
    case .knownTwice:
      [
        .knownTwice(1, by: .sameFile), .knownTwice(1, by: .laterVersion),
        .knownTwice(1, by: .otherFile),
      ]
    case .island: flaws(.island, length)
    case .nearMiss: flaws(.nearMiss, length)
    case .crossingWithoutNode: flaws(.crossingWithoutNode, length)
    case .doubledStreet: flaws(.doubledStreet, length)
    case .cutAtEdge: flaws(.cutAtEdge, length)
    case .boundaryNotFilled: flaws(.boundaryNotFilled, length)
    case .noFootways: flaws(.noFootways, length)
    case .areaRepaired: [.areaRepaired(area: "a", flaw: "Self-intersection")]
    case .districtsOverlap: [.districtsOverlap(length: length)]
    case .districtsIncomplete: [.districtsIncomplete(length: length)]
    case .lengthBelowStraight: [.lengthBelowStraight(sections: 2)]
    case .outsideAreaOfUse:
      [
        .outsideAreaOfUse(system: "EPSG:2154", example: "6.18 48.69", areDegrees: true),
        .outsideAreaOfUse(system: "EPSG:2154", example: "6 7", areDegrees: false),
      ]
    case .approximateSystem: [.approximateSystem(system: "EPSG:27572", accuracy: Length(metres: 2))]
    case .boundaryWithoutArea: [.boundaryWithoutArea]
    case .areasElsewhere: [.areasElsewhere(.districts, areas: 3)]
    case .nothingTaken: [.nothingTaken(of: 12)]
    case .noRelayAttached: [.noRelayAttached(of: 4)]
    case .squaresElsewhere: [.squaresElsewhere(9)]
    case .catchmentsElsewhere: [.catchmentsElsewhere(4)]
    case .rowsElsewhere: [.rowsElsewhere(120)]
    case .noneInside: [.noneInside(.addresses, of: 2000)]
    case .boundaryElsewhere: [.boundaryElsewhere]
    case .schoolUnattached:
      [
        .schoolUnattached(school: "s", away: length, allowed: allowed),
        .schoolUnattached(school: "s", away: nil, allowed: allowed),
      ]
    case .homesUnattached: [.homesUnattached(2, of: 3, allowed: allowed)]
    case .homesWithoutWay: [.homesWithoutWay(2)]
    case .catchmentWithoutSchool: [.catchmentWithoutSchool(school: "s", catchments: 2)]
    case .childrenWithoutAddress: [.childrenWithoutAddress(2, squares: 1)]
    case .childrenImputed: [.childrenImputed(2, of: 3)]
    case .coveredRoutesCut: [.coveredRoutesCut(schools: 2)]
    case .schoolsElsewhere: [.schoolsElsewhere(2)]
    case .homesElsewhere: [.homesElsewhere(2)]
    case .hoursNotUnderstood:
      OpeningHoursError.Expected.allCases.map {
        .hoursNotUnderstood(
          relay: "r", hours: "Mo 8-26", OpeningHoursError(offset: 3, expected: $0))
      }
    case .hoursReadAs: [.hoursReadAs(relay: "r", hours: "lundi 8h-12h", understood: "Mo")]
    case .hoursMissing: [.hoursMissing(2, of: 3)]
    case .schoolCalendarUnknown:
      [
        .schoolCalendarUnknown(days: 2, zone: nil, lastDay: nil),
        .schoolCalendarUnknown(days: 2, zone: .b, lastDay: nil),
        .schoolCalendarUnknown(days: 2, zone: .b, lastDay: CalendarDay("2026-07-04")),
      ]
    case .windowWithoutDays: [.windowWithoutDays(window: "w")]
    case .candidatesLeftOut: CandidateExclusion.allCases.map { .candidatesLeftOut(2, $0) }
    case .candidatesMerged: [.candidatesMerged(2)]
    case .candidatesOfOtherKinds: [.candidatesOfOtherKinds(2, examples: ["shop=kite"])]
    case .establishmentsElsewhere: [.establishmentsElsewhere(2, communes: ["93010"])]
    case .siretsNotRead: [.siretsNotRead(2, example: "1,23457E+13")]
    case .relayClosed:
      [
        .relayClosed(
          relay: "r",
          RelayClosure(
            evidence: .siret, sticker: "12",
            standIn: .init(candidate: "c", distance: length), loss: .zero)),
        .relayClosed(relay: "r", RelayClosure(evidence: .name, loss: length)),
      ]
    case .streetsChanged:
      CalendarDay("2026-03-01").map { [.streetsChanged(since: $0, new: length, gone: allowed)] }
        ?? []
    case .inputMissing: InputKind.allCases.map { .inputMissing($0) }
    }
  }

  private static func flaws(_ flaw: NetworkFlaw, _ length: Length) -> [Finding.Kind] {
    HealthVerdict.allCases.flatMap { verdict in
      ["Rue Haute", nil].map { .network(flaw, street: $0, length: length, verdict: verdict) }
    }
  }
}
