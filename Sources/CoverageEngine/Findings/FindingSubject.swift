extension Finding {
  /// A shop by its identifier. A relay and a candidate of plain files may bear the same.
  public enum Shop: Hashable, Sendable {
    case relay(String)
    case candidate(String)

    public var id: String {
      switch self {
      case .relay(let id), .candidate(let id): id
      }
    }
  }

  /// What a finding is about; never a person.
  public enum Subject: Hashable, Sendable {
    case shop(Shop)
    case school(String)
    case area(String)
    /// By its name, having no other identifier.
    case window(String)

    /// As its file has it.
    public var id: String {
      switch self {
      case .shop(let shop): shop.id
      case .school(let id), .area(let id), .window(let id): id
      }
    }
  }
}

extension Finding.Kind {
  var subject: Finding.Subject? {
    switch self {
    case .placeUnattached(let shop, _, _), .relayOnIsland(let shop, _): .shop(shop)
    case .hoursNotUnderstood(let relay, _, _), .hoursReadAs(let relay, _, _),
      .relayClosed(let relay, _), .relayUnplaced(let relay, _, _),
      .relayPastIslet(let relay, _, _, _):
      .shop(.relay(relay))
    case .areaRepaired(let area, _): .area(area)
    case .schoolUnattached(let school, _, _), .catchmentWithoutSchool(let school, _),
      .schoolPastIslet(let school, _, _, _):
      .school(school)
    case .windowWithoutDays(let window): .window(window)
    case .rowsRejected, .relaysElsewhere, .relaysApproximate, .axesLookSwapped, .waysCut,
      .waysStopped, .squaresNotCrossed, .wayWithHours, .homesPastIslet, .candidatesPastIslet,
      .converterWarning,
      .knownTwice, .noStreets, .extractIncomplete,
      .plainLines, .partsLeftOut, .linesReencoded, .network,
      .districtsOverlap,
      .districtsIncomplete, .lengthBelowStraight, .boundaryElsewhere,
      .outsideAreaOfUse, .approximateSystem, .boundaryWithoutArea, .areasElsewhere, .nothingTaken,
      .noRelayAttached, .squaresElsewhere, .catchmentsElsewhere, .noneInside, .rowsElsewhere,
      .homesUnattached,
      .homesWithoutWay, .childrenWithoutAddress, .childrenImputed, .coveredRoutesCut,
      .schoolsElsewhere, .homesElsewhere, .hoursMissing, .schoolCalendarUnknown,
      .candidatesLeftOut, .candidatesMerged, .candidatesOfOtherKinds, .establishmentsElsewhere,
      .siretsNotRead, .streetsChanged, .inputMissing:
      nil
    }
  }
}
