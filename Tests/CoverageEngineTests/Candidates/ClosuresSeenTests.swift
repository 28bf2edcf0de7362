import CoverageEngine
import RelaisGeo
import RelaisTestSupport
import Testing

/// Relays the register of establishments closed.
@Suite struct ClosuresSeenTests {
  private let siret = ["12345678900011", "12345678900029"]

  private func relay(_ id: String, _ name: String, _ x: Double) -> Facility {
    Facility(id: id, name: name, position: Position(x: x, y: 0))
  }

  private func seen(
    _ relays: [Facility], _ establishments: [Establishment] = [],
    closed: [ClosedEstablishment], open: [Candidate] = []
  ) -> ClosuresSeen {
    ClosuresSeen(
      relays: relays, establishments: establishments,
      sources: [
        CandidateSource(open.map { SourcedCandidate(.register, $0) }, closed: closed)
      ], ground: .plane)
  }

  @Test func aSIRETDecidesWhereTheRegistryHasOne() {
    let since = CalendarDay("2026-06-30")
    let closed = [
      ClosedEstablishment(siret: siret[0], name: "Other", position: nil, since: since),
      ClosedEstablishment(
        siret: siret[1], name: "B", position: Position(x: 500, y: 0), since: nil),
    ]
    let known = [
      Establishment(id: "a", texts: [.siret: siret[0], .sticker: "12"]),
      // Its number is open, so a namesake that closed is another.
      Establishment(id: "b", texts: [.siret: "99999999900011"]),
      Establishment(id: "c", texts: [.name: "C", .siret: siret[1], .state: "suspended"]),
    ]
    let seen = seen([relay("a", "A", 0), relay("b", "B", 500)], known, closed: closed)
    #expect(seen.closures.map(\.relay) == ["a", "c"])
    #expect(seen.closures.map(\.evidence) == [.siret, .siret])
    #expect(seen.closures.first?.since == since)
    #expect(seen.closures.first?.sticker == "12")
  }

  @Test func aNameNearbyIsAGuessUnlessOneOfThatNameIsOpen() {
    let closed = [
      ClosedEstablishment(
        siret: siret[0], name: "LE FOURNIL", position: Position(x: 50, y: 0), since: nil)
    ]
    let relays = [relay("a", "Le Fournil", 0), relay("b", "Le fournil", 101)]
    #expect(seen(relays, closed: closed).closures.map(\.relay) == ["a"])
    #expect(seen(relays, closed: closed).closures.map(\.evidence) == [.name])
    let taken = Candidate(
      Facility(id: "o", name: "Le Fournil", position: Position(x: -50, y: 0)), siret: siret[1])
    #expect(seen(relays, closed: closed, open: [taken]).closures.isEmpty)
  }

  @Test func aShopTheMapSaysIsNoMoreIsOneUnlessItsNamesakeThereIsOpen() {
    let closed = [
      ClosedEstablishment(
        .map, siret: nil, name: "Le Fournil", position: Position(x: 40, y: 0), since: nil)
    ]
    // The register knows its number and has not closed it: the map may still have seen it go.
    let known = [Establishment(id: "a", texts: [.siret: siret[0]])]
    let relays = [relay("a", "LE FOURNIL", 0), relay("b", "Le Fournil", 200)]
    let seen = seen(relays, known, closed: closed)
    #expect(seen.closures.map(\.relay) == ["a"])
    #expect(seen.closures.map(\.evidence) == [.map])
    let open = Candidate(Facility(id: "o", name: "Le fournil", position: Position(x: 5, y: 0)))
    for (source, count) in [(SourcedCandidate.Source.map, 0), (.register, 1)] {
      let seen = ClosuresSeen(
        relays: relays, establishments: [],
        sources: [CandidateSource([SourcedCandidate(source, open)], closed: closed)],
        ground: .plane)
      #expect(seen.closures.count == count)
    }
  }

  @Test func theFindingNamesWhatToRecoverAndWhoMayStandIn() {
    let closed = [
      ClosedEstablishment(
        siret: siret[0], name: "A", position: Position(x: 0, y: 0),
        since: CalendarDay("2026-06-30"))
    ]
    let candidates = [
      Candidate(Facility(id: "far", name: "Far", position: Position(x: 100, y: 0))),
      Candidate(Facility(id: "near", position: Position(x: -30, y: 40))),
      Candidate(Facility(id: "tie", position: Position(x: 50, y: 0))),
    ]
    let finding = seen([relay("a", "A", 0)], closed: closed)
      .findings(candidates: candidates, ground: .plane) { _ in Length(millimetres: 1500) }.first
    #expect(
      finding?.kind
        == .relayClosed(
          relay: "a",
          RelayClosure(
            since: CalendarDay("2026-06-30"), evidence: .name,
            standIn: .init(candidate: "near", distance: Length(metres: 50)),
            loss: Length(millimetres: 1500))))
  }
}
