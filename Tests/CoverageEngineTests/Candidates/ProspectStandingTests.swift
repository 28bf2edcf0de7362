import CoverageEngine
import RelaisGeo
import RelaisTestSupport
import Testing

/// What the registry remembers of an establishment decides whether it is asked again.
@Suite struct ProspectStandingTests {
  private struct History {
    var events: [RegistryEvent] = []

    mutating func add(
      _ day: String, _ changes: [EstablishmentField: String?] = [:],
      outcome: VisitOutcome? = nil
    ) throws {
      events.append(
        RegistryEvent(
          sequence: Int64(events.count + 1), establishment: "e",
          kind: outcome == nil ? .changed : .visit,
          holdsFrom: try #require(CalendarDay(day)), recordedAt: "", author: "", outcome: outcome,
          changes: facts(changes)))
    }

    func standing(_ day: String) throws -> ProspectStanding {
      ProspectStanding(
        EstablishmentHistory(id: "e", events: events), on: try #require(CalendarDay(day)))
    }
  }

  @Test func whoRefusedIsAskedAgainAfterAYear() throws {
    var history = History()
    try history.add("2024-01-01", [.name: "A", .state: "prospect"])
    try history.add("2025-03-10", [.state: "refused"], outcome: .no)
    let again = CalendarDay("2026-03-10")
    #expect(try history.standing("2025-03-09") == .askable(factor: 1))
    #expect(try history.standing("2025-03-10") == .out(.refused, until: again))
    #expect(try history.standing("2026-03-09") == .out(.refused, until: again))
    #expect(try history.standing("2026-03-10") == .askable(factor: 0.5))
    // A second no, which changes no state, counts from its own day.
    try history.add("2026-04-01", outcome: .no)
    #expect(
      try history.standing("2026-05-01") == .out(.refused, until: CalendarDay("2027-04-01")))
  }

  @Test func callBacksComeBackAtTheirDate() throws {
    var history = History()
    try history.add("2026-01-01", [.name: "A", .state: "prospect"])
    try history.add(
      "2026-02-01", [.state: "contacted", .callBackOn: "2026-06-15"], outcome: .callBack)
    #expect(
      try history.standing("2026-06-14")
        == .out(.callBackLater, until: CalendarDay("2026-06-15")))
    #expect(try history.standing("2026-06-15") == .askable(factor: 1.5))
  }

  @Test func closedAndUnfitStayOutUntilSomebodySaysOtherwise() throws {
    for (outcome, reason) in [
      (VisitOutcome.closed, CandidateExclusion.closed), (.notEligible, .conditions),
    ] {
      var history = History()
      try history.add("2020-01-01", [.name: "A", .state: "prospect"])
      try history.add(
        "2020-02-01", outcome == .closed ? [:] : [.state: "refused"], outcome: outcome)
      #expect(try history.standing("2030-01-01") == .out(reason, until: nil))
      try history.add("2030-02-01", [.state: "contacted"])
      #expect(try history.standing("2030-02-01") == .askable(factor: 1))
      try history.add("2030-03-01", [.groundFloor: "no"])
      #expect(try history.standing("2030-03-01") == .out(.conditions, until: nil))
    }
  }

  @Test func membersAndThoseWhoSaidYesAreNotAsked() throws {
    for (state, reason) in [
      ("adherent", CandidateExclusion.adherent), ("suspended", .adherent), ("agreed", .agreed),
    ] {
      var history = History()
      try history.add("2020-01-01", [.name: "A", .state: state, .groundFloor: "no"])
      #expect(
        try history.standing("2026-01-01")
          == .out(state == "agreed" ? .conditions : reason, until: nil))
    }
    var left = History()
    try left.add("2020-01-01", [.name: "A", .state: "adherent"])
    try left.add("2026-01-01", [.state: "left"])
    #expect(try left.standing("2026-06-01") == .out(.refused, until: CalendarDay("2027-01-01")))
    #expect(try History().standing("2026-01-01") == .askable(factor: 1))
  }

  @Test func theRegistryDecidesOverFilesAndChangesAcceptance() throws {
    var history = History()
    try history.add("2024-01-01", [.name: "Chez Léa", .state: "prospect", .position: "6.0 48.0"])
    try history.add("2024-02-01", [.state: "refused"], outcome: .no)
    var other = CandidateCategory(id: "other-shop", names: ["fr": "Autre", "en": "Other"])
    other.acceptance = 0.4
    var gathering = CandidateGathering(categories: CategoryTable([other]), ground: .ellipsoid)
    gathering.histories = [EstablishmentHistory(id: "e", events: history.events)]
    gathering.registryKey = { $0 == "taken" ? "e" : "none" }
    func pool(_ id: String, _ name: String, _ x: Double, _ day: String) throws -> CandidatePool {
      gathering.today = CalendarDay(day)
      return try gathering.pool([
        CandidateSource([
          SourcedCandidate(
            .map,
            Candidate(
              Facility(id: id, name: name, position: Position(longitude: x, latitude: 48.0))))
        ])
      ])
    }
    // By the key, whatever its name and place; by name nearby; not by name far off.
    #expect(try pool("taken", "Renamed", 7, "2024-06-01").leftOut.map(\.reason) == [.refused])
    #expect(try pool("x", "CHEZ LEA", 6.0005, "2024-06-01").leftOut.count == 1)
    #expect(try pool("x", "CHEZ LEA", 6.001, "2024-06-01").candidates.count == 1)
    #expect(try pool("taken", "", 7, "2025-02-01").candidates.first?.acceptance == 0.2)
    let candidate = Candidate(
      Facility(id: "x", name: "chez lea", position: Position(longitude: 6, latitude: 48)))
    #expect(gathering.establishments(of: [candidate]) == ["e"])
  }
}
