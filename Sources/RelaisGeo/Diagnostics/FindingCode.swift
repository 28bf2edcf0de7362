extension Finding {
  /// Every kind of finding; raw values are stable, other programs read them in `summary.json`.
  public enum Code: String, CaseIterable, Sendable {
    /// Rows of a file were not taken; facts: how many, of how many.
    case rowsRejected = "rows-rejected"
    /// A place is farther from every walkable edge than allowed; facts: metres away (empty if
    /// there is no edge at all), metres allowed.
    case placeUnattached = "place-unattached"
    /// Places lie far from the network as given, but near it with the axes exchanged; facts: how
    /// many.
    case axesLookSwapped = "axes-look-swapped"
    /// A relay stands on a small piece of network with no way to the rest; facts: metres of it.
    case relayOnIsland = "relay-on-island"
    /// Ways name nodes the extract lacks and were cut there; facts: ways, missing nodes.
    case waysCut = "ways-cut"
    /// Walkable pieces without a way to the main one; facts: pieces, metres in them.
    case networkIslands = "network-islands"
    /// An area was not valid and was repaired; facts: what was wrong.
    case areaRepaired = "area-repaired"
    /// Districts overlap; their figures add up to more than the town's; facts: metres in several.
    case districtsOverlap = "districts-overlap"
    /// Part of the study area lies in no district; facts: metres of street.
    case districtsIncomplete = "districts-incomplete"
    /// A length attribute is below the straight distance between the line's ends; facts: how many.
    case lengthBelowStraight = "length-below-straight"
    /// The study area and the network do not meet.
    case boundaryElsewhere = "boundary-elsewhere"
    /// A school is farther from every walkable edge than allowed; facts: metres away (empty if there
    /// is no edge at all), metres allowed.
    case schoolUnattached = "school-unattached"
    /// Homes are farther from every walkable edge than allowed; facts: how many, of how many, metres
    /// allowed.
    case homesUnattached = "homes-unattached"
    /// Homes with no way to the school they go to; facts: how many.
    case homesWithoutWay = "homes-without-way"
    /// Catchments name a school nobody knows; facts: how many.
    case catchmentWithoutSchool = "catchment-without-school"
    /// Children of squares without an address, who walk nowhere; facts: children, squares.
    case childrenWithoutAddress = "children-without-address"
    /// Children of squares the statisticians estimated; facts: children, of how many.
    case childrenImputed = "children-imputed"
    /// The search for covered routes stopped early, and better ones may exist; facts: schools.
    case coveredRoutesCut = "covered-routes-cut"
    /// Schools beyond the streets of the file, and not walked to; facts: how many.
    case schoolsElsewhere = "schools-elsewhere"
    /// Addresses outside the study area, from which nobody walks; facts: how many.
    case homesElsewhere = "homes-elsewhere"
    /// A relay's opening hours cannot be read and count as unknown; facts: the value, how many
    /// characters of it were read, what was expected there.
    case hoursNotUnderstood = "hours-not-understood"
    /// A relay's opening hours were read as something written otherwise; facts: the value, what
    /// was understood.
    case hoursReadAs = "hours-read-as"
    /// Relays give no opening hours, and count as unknown; facts: how many, of how many.
    case hoursMissing = "hours-missing"
    /// Days of the period may be school holidays or not; facts: how many, the zone (empty where
    /// none is known), the last day its calendar knows.
    case schoolCalendarUnknown = "school-calendar-unknown"
    /// A window falls on no school day of the period.
    case windowWithoutDays = "window-without-days"
    /// Places are not proposed to recruit; facts: the reason, how many.
    case candidatesLeftOut = "candidates-left-out"
    /// Two sources know the same places, which are proposed once; facts: how many.
    case candidatesMerged = "candidates-merged"
    /// Shops of kinds the table of categories does not name; facts: how many, some of the kinds.
    case candidatesOfOtherKinds = "candidates-of-other-kinds"
    /// Establishments of the register are in other communes; facts: how many, the communes taken.
    case establishmentsElsewhere = "establishments-elsewhere"
    /// Candidates of a list bear what is no SIRET, and count as without one; facts: how many, one as written.
    case siretsNotRead = "sirets-not-read"
    /// A relay's establishment is closed in the register; facts: since when, how it was recognised
    /// (`siret` or `name`), its sticker, who could stand in, metres to them, metres of street lost
    /// (each may be empty).
    case relayClosed = "relay-closed"
    /// A territory lacks a kind of file; facts: the kind.
    case inputMissing = "input-missing"
  }
}
