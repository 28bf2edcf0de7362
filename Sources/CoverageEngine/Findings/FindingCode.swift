extension Finding {
  /// A kind of finding without its facts. Raw values are stable: other programs read them in
  /// `summary.json` and `findings.csv`. The order is that of reports.
  public enum Code: String, CaseIterable, Sendable {
    case rowsRejected = "rows-rejected"
    case placeUnattached = "place-unattached"
    case relaysElsewhere = "relays-elsewhere"
    case relayUnplaced = "relay-unplaced"
    case relaysApproximate = "relays-approximate"
    case axesLookSwapped = "axes-look-swapped"
    case relayOnIsland = "relay-on-island"
    case isletPassedOver = "islet-passed-over"
    case converterWarning = "converter-warning"
    case knownTwice = "known-twice"
    case noStreets = "no-streets"
    case extractIncomplete = "extract-incomplete"
    case plainLines = "plain-lines"
    case partsLeftOut = "parts-left-out"
    case linesReencoded = "lines-reencoded"
    case waysCut = "ways-cut"
    case waysStopped = "ways-stopped"
    case wayWithHours = "way-with-hours"
    case squaresNotCrossed = "squares-not-crossed"
    case island
    case nearMiss = "near-miss"
    case crossingWithoutNode = "crossing-without-node"
    case doubledStreet = "doubled-street"
    case cutAtEdge = "cut-at-edge"
    case boundaryNotFilled = "boundary-not-filled"
    case noFootways = "no-footways"
    case areaRepaired = "area-repaired"
    case districtsOverlap = "districts-overlap"
    case districtsIncomplete = "districts-incomplete"
    case lengthBelowStraight = "length-below-straight"
    case boundaryElsewhere = "boundary-elsewhere"
    case outsideAreaOfUse = "outside-area-of-use"
    case approximateSystem = "approximate-system"
    case boundaryWithoutArea = "boundary-without-area"
    case areasElsewhere = "areas-elsewhere"
    case nothingTaken = "nothing-taken"
    case noRelayAttached = "no-relay-attached"
    case squaresElsewhere = "squares-elsewhere"
    case catchmentsElsewhere = "catchments-elsewhere"
    case noneInside = "none-inside"
    case rowsElsewhere = "rows-elsewhere"
    case schoolUnattached = "school-unattached"
    case homesUnattached = "homes-unattached"
    case homesWithoutWay = "homes-without-way"
    case catchmentWithoutSchool = "catchment-without-school"
    case childrenWithoutAddress = "children-without-address"
    case childrenImputed = "children-imputed"
    case coveredRoutesCut = "covered-routes-cut"
    case schoolsElsewhere = "schools-elsewhere"
    case homesElsewhere = "homes-elsewhere"
    case hoursNotUnderstood = "hours-not-understood"
    case hoursReadAs = "hours-read-as"
    case hoursMissing = "hours-missing"
    case schoolCalendarUnknown = "school-calendar-unknown"
    case windowWithoutDays = "window-without-days"
    case candidatesLeftOut = "candidates-left-out"
    case candidatesMerged = "candidates-merged"
    case candidatesOfOtherKinds = "candidates-of-other-kinds"
    case establishmentsElsewhere = "establishments-elsewhere"
    case siretsNotRead = "sirets-not-read"
    case relayClosed = "relay-closed"
    case streetsChanged = "streets-changed"
    case inputMissing = "input-missing"
  }
}

extension Finding.Kind {
  var code: Finding.Code {
    switch self {
    case .rowsRejected: .rowsRejected
    case .placeUnattached: .placeUnattached
    case .relaysElsewhere: .relaysElsewhere
    case .relayUnplaced: .relayUnplaced
    case .relaysApproximate: .relaysApproximate
    case .axesLookSwapped: .axesLookSwapped
    case .relayOnIsland: .relayOnIsland
    case .converterWarning: .converterWarning
    case .knownTwice: .knownTwice
    case .noStreets: .noStreets
    case .extractIncomplete: .extractIncomplete
    case .plainLines: .plainLines
    case .partsLeftOut: .partsLeftOut
    case .linesReencoded: .linesReencoded
    case .waysCut: .waysCut
    case .waysStopped: .waysStopped
    case .wayWithHours: .wayWithHours
    case .squaresNotCrossed: .squaresNotCrossed
    case .relayPastIslet, .schoolPastIslet, .homesPastIslet, .candidatesPastIslet: .isletPassedOver
    case .network(let flaw, _, _, _): flaw.code
    case .areaRepaired: .areaRepaired
    case .districtsOverlap: .districtsOverlap
    case .districtsIncomplete: .districtsIncomplete
    case .lengthBelowStraight: .lengthBelowStraight
    case .boundaryElsewhere: .boundaryElsewhere
    case .outsideAreaOfUse: .outsideAreaOfUse
    case .approximateSystem: .approximateSystem
    case .boundaryWithoutArea: .boundaryWithoutArea
    case .areasElsewhere: .areasElsewhere
    case .nothingTaken: .nothingTaken
    case .noRelayAttached: .noRelayAttached
    case .squaresElsewhere: .squaresElsewhere
    case .catchmentsElsewhere: .catchmentsElsewhere
    case .noneInside: .noneInside
    case .rowsElsewhere: .rowsElsewhere
    case .schoolUnattached: .schoolUnattached
    case .homesUnattached: .homesUnattached
    case .homesWithoutWay: .homesWithoutWay
    case .catchmentWithoutSchool: .catchmentWithoutSchool
    case .childrenWithoutAddress: .childrenWithoutAddress
    case .childrenImputed: .childrenImputed
    case .coveredRoutesCut: .coveredRoutesCut
    case .schoolsElsewhere: .schoolsElsewhere
    case .homesElsewhere: .homesElsewhere
    case .hoursNotUnderstood: .hoursNotUnderstood
    case .hoursReadAs: .hoursReadAs
    case .hoursMissing: .hoursMissing
    case .schoolCalendarUnknown: .schoolCalendarUnknown
    case .windowWithoutDays: .windowWithoutDays
    case .candidatesLeftOut: .candidatesLeftOut
    case .candidatesMerged: .candidatesMerged
    case .candidatesOfOtherKinds: .candidatesOfOtherKinds
    case .establishmentsElsewhere: .establishmentsElsewhere
    case .siretsNotRead: .siretsNotRead
    case .relayClosed: .relayClosed
    case .streetsChanged: .streetsChanged
    case .inputMissing: .inputMissing
    }
  }
}

extension NetworkFlaw {
  /// What findings of it are called.
  public var code: Finding.Code {
    switch self {
    case .island: .island
    case .nearMiss: .nearMiss
    case .crossingWithoutNode: .crossingWithoutNode
    case .doubledStreet: .doubledStreet
    case .cutAtEdge: .cutAtEdge
    case .boundaryNotFilled: .boundaryNotFilled
    case .noFootways: .noFootways
    }
  }
}
