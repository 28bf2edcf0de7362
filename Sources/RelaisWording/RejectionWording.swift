package import CoverageEngine
package import RelaisGeo

/// Why a row was not taken, for `rejects/<file>.csv`.
extension Wording {
  /// The reason, with what was found where that helps.
  package func sentence(_ row: RejectedRow) -> String {
    let (reason, found) = (reason(row.code), found(row))
    return found.isEmpty
      ? say("findings.rejected", ["reason": .text(reason)])
      : say("findings.rejected.found", ["reason": .text(reason), "found": .text(found)])
  }

  /// What was found, empty where the reason has nothing to show.
  package func found(_ row: RejectedRow) -> String {
    guard case .nameTooLong(let name) = row.reason else { return row.found }
    return say(
      "findings.found.nameTooLong",
      [
        "beginning": .text(name.beginning), "count": .integer(name.count),
        "most": .integer(LongName.most),
      ])
  }

  /// The reason alone, as a legend or a total says it; no full stop.
  package func reason(_ reason: RejectedRow.Code) -> String {
    switch reason {
    case .wrongColumnCount:
      say("findings.reason.wrongColumnCount")
    case .missingValue: say("findings.reason.missingValue")
    case .notANumber: say("findings.reason.notANumber")
    case .outOfRange: say("findings.reason.outOfRange")
    case .notASIRET: say("findings.reason.notASIRET")
    case .acceptanceOutOfRange:
      say("findings.reason.acceptanceOutOfRange")
    case .duplicateID:
      say("findings.reason.duplicateID")
    case .duplicateRow: say("findings.reason.duplicateRow")
    case .severalMatches: say("findings.reason.severalMatches")
    case .knownTwice: say("findings.reason.knownTwice")
    case .deleted: say("findings.reason.deleted")
    case .noGeometry: say("findings.reason.noGeometry")
    case .wrongGeometry:
      say("findings.reason.wrongGeometry")
    case .invalidGeometry: say("findings.reason.invalidGeometry")
    case .invalidText: say("findings.reason.invalidText")
    case .nameTooLong: say("findings.reason.nameTooLong")
    case .malformedLine:
      say("findings.reason.malformedLine")
    case .unknownDemand:
      say("findings.reason.unknownDemand")
    case .notWalkable:
      say("findings.reason.notWalkable")
    case .noPedestrianAccess: say("findings.reason.noPedestrianAccess")
    case .privateAccess: say("findings.reason.privateAccess")
    case .areaNotWalkable:
      say("findings.reason.areaNotWalkable")
    case .notInService: say("findings.reason.notInService")
    case .notOpen:
      say("findings.reason.notOpen")
    case .notASchool:
      say("findings.reason.notASchool")
    case .notAShop:
      say("findings.reason.notAShop")
    case .missingNodes:
      say("findings.reason.missingNodes")
    case .incompleteArea:
      say("findings.reason.incompleteArea")
    case .endsElsewhere: say("findings.reason.endsElsewhere")
    case .nodeInTwoPlaces: say("findings.reason.nodeInTwoPlaces")
    case .unknownSystem: say("findings.reason.unknownSystem")
    }
  }

  /// Where in a file: `ligne 12`, `enregistrement 3`, `way/123`.
  package func place(_ place: SourcePlace) -> String {
    switch place {
    case .line(let number): say("findings.place.line", ["number": .digits(number)])
    case .record(let number): say("findings.place.record", ["number": .digits(number)])
    case .way(let id): "way/\(id)"
    case .relation(let id): "relation/\(id)"
    }
  }
}
