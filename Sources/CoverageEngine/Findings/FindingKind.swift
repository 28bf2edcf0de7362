public import RelaisGeo

extension Finding {
  /// What may be noticed, with the facts a sentence needs.
  public enum Kind: Hashable, Sendable {
    /// Rows of a file were not taken.
    case rowsRejected(Int, of: Int)
    /// Relays lie beyond the study area and what was read around it.
    case relaysElsewhere(Int)
    /// A shop is farther from every walkable edge than allowed.
    ///
    /// - Parameter away: From the nearest edge; `nil` if there is no edge at all.
    case placeUnattached(Shop, away: Length?, allowed: Length)
    /// An adherent whose position nobody knows, so that it covers nothing.
    ///
    /// - Parameters:
    ///   - name: Its own.
    ///   - commune: What its address says of the commune, where it says anything.
    case relayUnplaced(relay: String, name: String, commune: String?)
    /// Relays of which only the street is known.
    case relaysApproximate(Int, of: Int)
    /// Places lie far from the network as given, but near it with the axes exchanged.
    case axesLookSwapped(places: Int)
    /// A shop stands on a small piece of network with no way to the rest.
    ///
    /// - Parameter piece: The piece's length.
    case relayOnIsland(Shop, piece: Length)
    /// A file holds no street at all.
    case noStreets
    /// The server that made an extract stopped before its end.
    ///
    /// - Parameter remark: What it wrote into the file.
    case extractIncomplete(remark: String)
    /// Nothing in a layer says what may be walked: all its lines are, and all are to be covered.
    case plainLines(Int)
    /// Lines of several parts have some without a length, which are left out.
    case partsLeftOut(lines: Int)
    /// Lines of a table are encoded otherwise than the file, or twice, and were read as what they are.
    case linesReencoded(lines: Int)
    /// Ways name nodes the extract lacks and were cut there.
    case waysCut(ways: Int, missingNodes: Int)
    /// Barriers that let nobody on foot through stand on ways, which end there on both sides.
    ///
    /// - Parameter ways: That end at one.
    case waysStopped(ways: Int, nodes: Int)
    /// Areas are walked along their outline alone.
    case squaresNotCrossed(Int, SquareDefect)
    /// Ways and gates may be passed at some hours only; they count as open where no time is asked for.
    ///
    /// - Parameter unread: Of them, those whose hours cannot be read: never open for certain.
    case wayWithHours(ways: Int, gates: Int, unread: Int)
    /// A relay attaches to a street though a way on a small piece by itself is nearer.
    ///
    /// - Parameters:
    ///   - connector: The leg to its street.
    ///   - nearer: That to the small piece.
    ///   - piece: The small piece's length.
    case relayPastIslet(relay: String, connector: Length, nearer: Length, piece: Length)
    /// The same of a school's door.
    case schoolPastIslet(school: String, connector: Length, nearer: Length, piece: Length)
    /// The same of homes, together.
    case homesPastIslet(Int)
    /// The same of candidates, together.
    case candidatesPastIslet(Int)
    /// The program that turned a file into one Relais reads warns of something.
    ///
    /// - Parameter message: As it says it.
    case converterWarning(String)
    /// Things of a file are known twice by their identity, and count once.
    ///
    /// - Parameter knower: What holds the copy that counts.
    case knownTwice(Int, by: KnownTwice)
    /// The street network is broken at a place, or as a whole.
    ///
    /// - Parameters:
    ///   - street: The name of a street there, where one has a name.
    ///   - length: Metres of street concerned.
    ///   - verdict: What such places say of the network, all together.
    case network(NetworkFlaw, street: String?, length: Length, verdict: HealthVerdict)
    /// An area was not valid and was repaired.
    ///
    /// - Parameters:
    ///   - area: Its identifier, of a catchment that of its school.
    ///   - flaw: What was wrong, as the library of shapes says it.
    case areaRepaired(area: String, flaw: String)
    /// Districts overlap; their figures add up to more than the town's.
    ///
    /// - Parameter length: Of street in several.
    case districtsOverlap(length: Length)
    /// Part of the study area lies in no district.
    ///
    /// - Parameter length: Of street in none.
    case districtsIncomplete(length: Length)
    /// A length attribute is below the straight distance between the line's ends.
    case lengthBelowStraight(sections: Int)
    /// The study area and the network do not meet.
    case boundaryElsewhere
    /// Most coordinates of a file lie far from where the system it declares is used.
    ///
    /// - Parameters:
    ///   - system: As reports name it.
    ///   - example: A pair of coordinates as written.
    ///   - areDegrees: Whether the numbers are those of degrees.
    case outsideAreaOfUse(system: String, example: String, areDegrees: Bool)
    /// A file's system is brought to WGS 84 without the grid that would do it exactly.
    ///
    /// - Parameter accuracy: As the registry gives it.
    case approximateSystem(system: String, accuracy: Length)
    /// A file of the study area gives no area.
    case boundaryWithoutArea
    /// No area of a kind meets a street.
    case areasElsewhere(InputKind, areas: Int)
    /// No row of a file was taken.
    case nothingTaken(of: Int)
    /// No relay is near enough to a street.
    case noRelayAttached(of: Int)
    /// No square of children holds an address.
    case squaresElsewhere(Int)
    /// No catchment holds an address.
    case catchmentsElsewhere(Int)
    /// Nothing of a kind lies in the study area.
    case noneInside(InputKind, of: Int)
    /// Rows of a file are about other communes, and left aside.
    case rowsElsewhere(Int)
    /// A school is farther from every walkable edge than allowed.
    ///
    /// - Parameter away: From the nearest edge; `nil` if there is no edge at all.
    case schoolUnattached(school: String, away: Length?, allowed: Length)
    /// Homes are farther from every walkable edge than allowed.
    case homesUnattached(Int, of: Int, allowed: Length)
    /// Homes have no way to the school they go to.
    case homesWithoutWay(Int)
    /// Catchments name a school nobody knows.
    case catchmentWithoutSchool(school: String, catchments: Int)
    /// Children of squares without an address, who walk nowhere.
    case childrenWithoutAddress(Int, squares: Int)
    /// Children of squares the statisticians estimated.
    case childrenImputed(Int, of: Int)
    /// The search for covered routes stopped early, and better ones may exist.
    case coveredRoutesCut(schools: Int)
    /// Schools beyond the streets of the file, and not walked to.
    case schoolsElsewhere(Int)
    /// Addresses outside the study area, from which nobody walks.
    case homesElsewhere(Int)
    /// A relay's opening hours cannot be read and count as unknown.
    case hoursNotUnderstood(relay: String, hours: String, OpeningHoursError)
    /// A relay's opening hours were read as something written otherwise.
    case hoursReadAs(relay: String, hours: String, understood: String)
    /// Relays give no opening hours, and count as unknown.
    case hoursMissing(Int, of: Int)
    /// Days of the period may be school holidays or not.
    ///
    /// - Parameters:
    ///   - zone: `nil` where none is known.
    ///   - lastDay: The last one its calendar knows.
    case schoolCalendarUnknown(days: Int, zone: SchoolZone?, lastDay: CalendarDay?)
    /// A window falls on no school day of the period.
    case windowWithoutDays(window: String)
    /// Places are not proposed to recruit.
    case candidatesLeftOut(Int, CandidateExclusion)
    /// Two sources know the same places, which are proposed once.
    case candidatesMerged(Int)
    /// Shops are of kinds the table of categories does not name.
    ///
    /// - Parameter examples: Some of the kinds, as their source writes them.
    case candidatesOfOtherKinds(Int, examples: [String])
    /// Establishments of the register are in other communes.
    ///
    /// - Parameter communes: INSEE codes of some of those taken.
    case establishmentsElsewhere(Int, communes: [String])
    /// Candidates of a list bear what is no SIRET, and count as without one.
    ///
    /// - Parameter example: One as written.
    case siretsNotRead(Int, example: String)
    /// A relay is closed.
    case relayClosed(relay: String, RelayClosure)
    /// Much of the streets to cover is new or gone since an earlier day.
    case streetsChanged(since: CalendarDay, new: Length, gone: Length)
    /// A territory lacks a kind of file.
    case inputMissing(InputKind)
  }
}

extension Finding {
  /// Why nobody walks straight across an area.
  public enum SquareDefect: Hashable, Sendable {
    /// It has too many corners.
    case tooLarge
    /// Its border crosses itself.
    case invalid
  }
}

extension Finding.Kind {
  var severity: Finding.Severity {
    switch self {
    case .network(_, _, _, .unsound), .noStreets, .extractIncomplete, .axesLookSwapped,
      .boundaryElsewhere,
      .outsideAreaOfUse,
      .boundaryWithoutArea,
      .areasElsewhere, .nothingTaken, .noRelayAttached, .squaresElsewhere,
      .catchmentsElsewhere, .noneInside:
      .error
    // A candidate on an island gains little and is not chosen: nothing to mend for that.
    case .relayOnIsland(.candidate, _): .note
    case .network(_, _, _, .doubtful), .rowsRejected, .knownTwice(_, .sameFile), .plainLines,
      .partsLeftOut, .linesReencoded,
      .placeUnattached, .relayOnIsland(.relay, _), .relayUnplaced,
      .areaRepaired,
      .districtsOverlap, .lengthBelowStraight, .schoolUnattached, .homesUnattached,
      .homesWithoutWay, .catchmentWithoutSchool, .hoursNotUnderstood, .schoolCalendarUnknown,
      .windowWithoutDays, .siretsNotRead, .relayClosed, .streetsChanged:
      .warning
    case .relaysElsewhere, .relaysApproximate, .converterWarning, .waysCut, .waysStopped,
      .squaresNotCrossed, .wayWithHours, .relayPastIslet, .schoolPastIslet, .homesPastIslet,
      .candidatesPastIslet,
      .knownTwice(_, .otherFile),
      .knownTwice(_, .laterVersion),
      .approximateSystem, .network(_, _, _, .sound), .districtsIncomplete,
      .childrenWithoutAddress,
      .childrenImputed, .coveredRoutesCut, .schoolsElsewhere, .rowsElsewhere, .homesElsewhere,
      .hoursReadAs,
      .hoursMissing, .candidatesLeftOut, .candidatesMerged, .candidatesOfOtherKinds,
      .establishmentsElsewhere, .inputMissing:
      .note
    }
  }
}
