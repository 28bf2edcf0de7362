import CoverageEngine
import Foundation
import RelaisGeo
import RelaisRegistry
import RelaisTestSupport
import RelaisTown
import RelaisWording
import Testing

/// Answers of rounds, taken into a registry on 20 November 2026.
@Suite struct AnswersTests {
  private let folder: TemporaryFolder
  private let registry: TownRegistry

  init() throws {
    folder = try TemporaryFolder()
    try NewTerritory(in: folder.path("ville"), name: "Ville").make(Wording(.french))
    try folder.write(
      "id;nom;adresse;lon;lat\nC-1;Pain;1 rue A;6,001;48,0\nC-2;Fleurs;2 rue A;6,002;48,0\n".utf8,
      "ville/sources/candidates/commerces.csv")
    registry = TownRegistry(
      of: try Territory(at: folder.path("ville")), SmallTown.work(.english))
  }

  private static func id(_ number: Int) -> String {
    let digits = String(number)
    return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
  }

  /// One answer as a file has it.
  private static func answer(
    _ number: Int, _ place: String = "C-1", _ outcome: String = "yes",
    at: String = "2026-11-19T10:00", _ further: String = ""
  ) -> String {
    """
    {"id":"\(id(number))","place":"\(place)","at":"\(at)","outcome":"\(outcome)"\(further)}
    """
  }

  private func read(_ answers: [String], of town: String = "Ville") throws -> StreetAnswers {
    try StreetAnswers.read(
      Array(
        """
        {"schema":"relais.answers/1","territory":"\(town)",
        "answers":[\(answers.joined(separator: ","))]}
        """.utf8), file: "f")
  }

  @discardableResult
  private func take(_ answers: String...) throws -> [AnswerResult] {
    try registry.take(read(answers))
  }

  private func one(_ code: String) throws -> Establishment {
    try #require(try registry.establishment(named: code).history.establishment())
  }

  private func refusal(_ result: AnswerResult) -> AnswerRefusal? {
    if case .refused(let refusal) = result.state { refusal } else { nil }
  }

  @Test func aCandidateThatAnswersEntersTheRegistryWithWhatWasSeen() throws {
    let results = try take(
      Self.answer(
        1, "C-1", "yes", at: "2026-11-18T10:12",
        #","conditions":{"ground_floor":true,"street_front":false,"no_bell":false},"note":"Demander Léa""#
      ),
      Self.answer(2, "C-2", "call-back", at: "2026-11-19T11:00", #","call_back_on":"2026-11-26""#))
    #expect(results.map(\.state) == [.accepted(isOvertaken: false), .accepted(isOvertaken: false)])
    let pain = try one("C-1")
    #expect(pain.state == .agreed && pain.check(.groundFloor) == .yes)
    #expect(pain.check(.streetFront) == .no && pain.check(.minorsAdmitted) == .notChecked)
    #expect(pain.day(.groundFloorOn) == CalendarDay("2026-11-18"))
    let history = try registry.establishment(named: "C-1").history
    #expect(history.events.map(\.kind) == [.added, .visit])
    #expect(history.events.allSatisfy { $0.holdsFrom == CalendarDay("2026-11-18") })
    #expect(history.events[1].reason == "one has to ring to get in; Demander Léa")
    let fleurs = try one("C-2")
    #expect(fleurs.state == .contacted && fleurs.day(.callBackOn) == CalendarDay("2026-11-26"))
    #expect(try registry.verify().problems.isEmpty)
  }

  @Test(arguments: [
    ("yes", AdherentState.agreed), ("no", .refused), ("call-back", .contacted),
    ("closed", .prospect), ("not-eligible", .refused), ("absent", .prospect),
  ])
  func everyOutcomeIsAVisit(outcome: String, state: AdherentState) throws {
    try take(Self.answer(1, "C-1", outcome))
    let history = try registry.establishment(named: "C-1").history
    #expect(history.establishment()?.state == state)
    #expect(history.events.last?.outcome?.rawValue == outcome)
    // A door where nobody was is asked again; one that closed for good is not.
    let day = try #require(CalendarDay("2026-11-20"))
    switch (outcome, ProspectStanding(history, on: day)) {
    case ("absent", .askable), ("call-back", .askable), ("closed", .out(.closed, _)),
      ("yes", .out(.agreed, _)), ("no", .out(.refused, _)),
      ("not-eligible", .out(.conditions, _)):
      break
    case (let outcome, let standing): Issue.record("\(outcome): \(standing)")
    }
  }

  @Test func sendingTwiceChangesNothing() throws {
    let answers = try read([Self.answer(1), Self.answer(2, "C-2", "no"), Self.answer(1)])
    #expect(try registry.take(answers).map(\.isAccepted) == [true, true, false])
    let before = try registry.histories(EstablishmentFilter(), on: registry.today)
    let again = try registry.take(answers)
    #expect(again.allSatisfy { $0.state == .known } && again[1].establishment?.name == "Fleurs")
    // In capitals it is the same identifier.
    let loud = try read([Self.answer(1).replacing(Self.id(1), with: Self.id(1).uppercased())])
    #expect(try registry.take(loud).map(\.state) == [.known])
    #expect(try registry.histories(EstablishmentFilter(), on: registry.today) == before)
  }

  @Test func aBadAnswerIsToldAndKeepsNoOtherOut() throws {
    let results = try take(
      #"{"id":"x","place":"C-1","at":"2026-11-19T10:00","outcome":"no"}"#,
      #"{"place":"C-1","at":"2026-11-19T10:00","outcome":"no"}"#,
      Self.answer(1, "C-9"), Self.answer(2, "C-1", "maybe"), Self.answer(3, at: "hier"),
      Self.answer(4, at: "2026-11-22T00:00"), Self.answer(5, "C-1", "yes", #","note":7"#),
      Self.answer(6, "C-1", "call-back", #","call_back_on":"2026-11-18""#),
      #"{"id":"\#(Self.id(7))","at":"2026-11-19T10:00","outcome":"no"}"#,
      Self.answer(8, "C-1", "yes", #","conditions":{"street_front":"oui"}"#),
      Self.answer(9, "C-2", "no", #","note":"\#(String(repeating: "a", count: 2_001))""#),
      Self.answer(10, "C-2", "no"))
    #expect(
      results.map(refusal) == [
        .noIdentifier("x"), .noIdentifier(""), .unknownPlace("C-9"), .unknownOutcome("maybe"),
        .unreadInstant("hier"), .future("2026-11-22T00:00"), .badMember("note"),
        .callBackDay("2026-11-18"), .noPlace, .badMember("street_front"), .tooLong("note"), nil,
      ])
    #expect(try registry.establishments().map(\.name) == ["Fleurs"])
    // Those that have an identifier wait where an agent sees them.
    let kept = try registry.answers(unseenOnly: true)
    #expect(Set(kept.map(\.id)) == Set((1...10).map(Self.id)))
    #expect(kept.first { $0.id == Self.id(1) }?.refusal == .unknownPlace("C-9"))
    #expect(try registry.markSeen(answers: [Self.id(1), Self.id(10), Self.id(77)]) == 2)
    #expect(try registry.answers(unseenOnly: true).count == 8)
    #expect(try registry.verify().problems.isEmpty)
  }

  @Test func aRefusedAnswerIsTakenOnceItsPlaceIsKnown() throws {
    try take(Self.answer(1, "C-2"), Self.answer(2, "C-3", "no"))
    try folder.write(
      "id;nom;lon;lat\nC-3;Lampes;6,003;48,0\n".utf8, "ville/sources/candidates/autres.csv")
    let results = try take(Self.answer(2, "C-3", "no"))
    #expect(results.map(\.isAccepted) == [true])
    #expect(try one("C-3").state == .refused)
    let kept = try registry.answers()
    #expect(kept.count == 2 && kept.allSatisfy { $0.refusal == nil && $0.event != nil })
  }

  @Test func aLateAnswerTakesItsPlaceAmongWhatWasRecordedSince() throws {
    try take(Self.answer(1, "C-1", "call-back", at: "2026-11-10T10:00"))
    let code = try one("C-1").code
    _ = try registry.join(code, TownRegistry.Occasion(day: CalendarDay("2026-11-15")))
    // Then a prospect, it said no on the 12th; it joined all the same.
    let late = try take(Self.answer(2, code, "no", at: "2026-11-12T10:00"))
    #expect(late.map(\.state) == [.accepted(isOvertaken: true)])
    let history = try registry.establishment(named: code).history
    #expect(history.establishment()?.state == .adherent)
    #expect(history.establishment(on: CalendarDay("2026-11-13"))?.state == .refused)
    // Before anything was known of it, it is dated by the first day.
    try take(Self.answer(3, code, "absent", at: "2026-11-01T10:00"))
    #expect(
      try registry.establishment(named: code).history.events.first { $0.outcome == .absent }?
        .holdsFrom == CalendarDay("2026-11-10"))
    // The clock of a telephone may be a day ahead.
    let early = try take(Self.answer(4, "C-2", "yes", at: "2026-11-21T09:00"))
    #expect(early.map(\.isAccepted) == [true])
    #expect(
      try registry.establishment(named: "C-2").history.events.map(\.holdsFrom)
        == [registry.today, registry.today])
  }

  @Test func anAnswerThatLaterStatesDoNotFollowIsAVisitAlone() throws {
    try take(Self.answer(1, "C-1", "yes", at: "2026-11-01T10:00"))
    let code = try one("C-1").code
    _ = try registry.join(code, TownRegistry.Occasion(day: CalendarDay("2026-11-05")))
    _ = try registry.suspend(code, TownRegistry.Occasion(day: CalendarDay("2026-11-15")))
    let late = try take(Self.answer(2, code, "no", at: "2026-11-10T10:00"))
    #expect(late.map(\.state) == [.accepted(isOvertaken: true)])
    let history = try registry.establishment(named: code).history
    #expect(history.establishment()?.state == .suspended)
    #expect(history.events.count { $0.outcome == .no } == 1)
  }

  @Test func aMergedPlaceLeadsToTheOneItBecame() throws {
    try take(Self.answer(1, "C-1", "absent"), Self.answer(2, "C-2", "absent"))
    _ = try registry.merge("C-2", with: "C-1")
    let results = try take(Self.answer(3, "C-1", "yes"))
    #expect(results.first?.establishment?.name == "Fleurs")
    #expect(try one("C-2").state == .agreed)
  }

  @Test func aPlaceMetOnTheWayIsAddedOnceAndNamedByItsAnswer() throws {
    let new = #"""
      {"id":"\#(Self.id(1))","new":{"name":"Épicerie du Lac","kind":"shop","lon":6.01,"lat":48.01},
      "at":"2026-11-19T10:00","outcome":"absent"}
      """#
    try take(new, Self.answer(2, Self.id(1), "yes", at: "2026-11-19T16:00"))
    let lac = try one("Épicerie du Lac")
    #expect(lac.state == .agreed && lac.position == Position(longitude: 6.01, latitude: 48.01))
    // The same shop under another identifier is probably that one.
    let double = try take(new.replacing(Self.id(1), with: Self.id(3)))
    #expect(
      double.map(refusal) == [.probablyKnown([.init(code: lac.code, name: lac.name)])])
    #expect(try registry.establishments().count == 1)
  }

  @Test func eachAnswerIsTakenBackByItself() throws {
    let results = try take(Self.answer(1, "C-1"), Self.answer(2, "C-2"))
    let event = try #require(results[0].event)
    _ = try registry.undo(.event(event))
    #expect(try registry.establishments().map(\.name) == ["Fleurs"])
    // What was taken back stays so when the telephone sends again.
    #expect(try take(Self.answer(1, "C-1")).map(\.state) == [.known])
    #expect(try registry.establishments().map(\.name) == ["Fleurs"])
  }

  @Test func aRehearsalAndAnotherTownLeaveNothingBehind() throws {
    let answers = try read([Self.answer(1), Self.answer(2, "C-9")])
    #expect(try registry.rehearse(answers).map(\.isAccepted) == [true, false])
    #expect(try registry.take(read([Self.answer(2, "C-9")])).map(\.isAccepted) == [false])
    let foreign = try read([Self.answer(1)], of: "Bourg")
    #expect(throws: ForeignAnswers.self) { try registry.take(foreign) }
    #expect(!FileManager.default.fileExists(atPath: folder.path("ville/registry.gpkg")))
    #expect(try registry.take(read([Self.answer(1)], of: "")).map(\.isAccepted) == [true])
  }

  @Test func aPersonIsErasedFromNotesAndSenders() throws {
    try take(
      Self.answer(1, "C-1", "yes", #","note":"Voir Anne Martin""#),
      Self.answer(2, "C-9", "no", #","note":"Anne Martin ne veut pas""#))
    let contact = ContactChange(name: "Anne Martin")
    _ = try registry.set([:], contact, of: "C-1")
    _ = try registry.erase("Anne Martin")
    #expect(try registry.answers().allSatisfy { !($0.note ?? "").contains("Martin") })
  }
}
