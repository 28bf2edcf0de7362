import CoverageEngine
import RelaisGeo
import RelaisTestSupport
import RelaisWording
import Testing

@testable import RelaisReports

/// What the agent has to do, fact by fact.
@Suite struct AgentTasksTests {
  private static let today = CalendarDay("2026-11-21")!

  /// A whole and up-to-date adherent, its facts changed by those given.
  private func history(
    _ id: String, _ changes: [EstablishmentField: String?] = [:], outcome: VisitOutcome? = nil
  ) -> EstablishmentHistory {
    var facts: [EstablishmentField: String?] = [
      .name: id, .kind: "shop", .state: "adherent", .position: "6.18 48.69",
      .groundFloor: "yes", .groundFloorOn: "2026-02-01", .streetFront: "yes",
      .streetFrontOn: "2026-02-01", .minorsAdmitted: "yes", .minorsAdmittedOn: "2026-02-01",
      .openingHours: "Mo-Fr 08:00-19:00", .sticker: "n° " + id, .charterOn: "2025-05-05",
      .followedUpOn: "2026-10-10", .address: "1 rue \(id)",
    ]
    facts.merge(changes) { $1 }
    var events = [
      RegistryEvent(
        sequence: 1, establishment: id, kind: .added, holdsFrom: CalendarDay("2025-05-05")!,
        recordedAt: "2025-05-05T08:00:00.000Z", author: "a", changes: RelaisTestSupport.facts(facts)
      )
    ]
    if let outcome {
      events.append(
        RegistryEvent(
          sequence: 2, establishment: id, kind: .visit, holdsFrom: CalendarDay("2026-11-03")!,
          recordedAt: "2026-11-03T08:00:00.000Z", author: "a", outcome: outcome))
    }
    return EstablishmentHistory(id: id, events: events)
  }

  private func tasks(
    _ histories: [EstablishmentHistory], contacts: [String] = [], findings: [Finding] = [],
    language: Language = .french
  ) -> [AgentTask] {
    let file = AgentFile(
      histories: histories, movements: [.bought: 10],
      contacts: Dictionary(
        uniqueKeysWithValues: contacts.map { ($0, [Contact(establishment: $0, name: "Mme X")]) }),
      today: Self.today)
    return AgentTasks(file, findings: findings, Wording(language)).all()
  }

  @Test func anAdherentInOrderAsksForNothing() {
    #expect(tasks([history("aaaa")], contacts: ["aaaa"]) == [])
  }

  @Test(
    arguments: [
      ([.followedUpOn: "2026-09-30"], .soon, .followUp, "follow-up bbbb", "2026-09-30"),
      ([.followedUpOn: "2026-06-30"], .now, .followUp, "follow-up bbbb", "2026-06-30"),
      ([.groundFloor: "no"], .now, .conditionUnmet, "suspend bbbb", "2026-02-01"),
      ([.streetFront: nil], .soon, .conditionUnchecked, "set bbbb street_front", nil),
      (
        [.minorsAdmittedOn: "2024-11-21"], .soon, .conditionOld,
        "set bbbb minors_admitted minors_admitted_on", "2024-11-21"
      ),
      ([.position: nil], .now, .unlocated, "set bbbb position", nil),
      (
        [.positionQuality: "0.61 check"], .soon, .positionDoubtful, "set bbbb position",
        nil
      ),
      ([.callBackOn: "2026-11-21"], .now, .callBack, "visit bbbb --outcome", "2026-11-21"),
      ([.callBackOn: "2026-12-05"], .soon, .callBack, "visit bbbb --outcome", "2026-12-05"),
      (
        [.state: "suspended"], .soon, .recoverSticker, "stickers --recovered bbbb", "2025-05-05"
      ),
      ([.state: "left"], .now, .recoverSticker, "stickers --recovered bbbb", "2025-05-05"),
      (
        [.openingHours: nil], .later, .missing, "set bbbb opening_hours", nil
      ),
    ] as [([EstablishmentField: String?], AgentTask.Urgency, AgentTask.Kind, String, String?)])
  func aFactOutOfOrderAsksForOneThing(
    changes: [EstablishmentField: String?], urgency: AgentTask.Urgency, kind: AgentTask.Kind,
    command: String, since: String?
  ) {
    let found = tasks([history("bbbb", changes)], contacts: ["bbbb"])
    #expect(found.map(\.urgency) == [urgency])
    #expect(found.map(\.kind) == [kind])
    #expect(found.map(\.command) == ["relais adherents " + command])
    #expect(found.map(\.since) == [since.flatMap { CalendarDay($0) }])
  }

  @Test func callBacksFartherAheadAreNotToldYet() {
    #expect(tasks([history("cccc", [.callBackOn: "2026-12-06"])], contacts: ["cccc"]) == [])
  }

  @Test func aDoorFoundClosedAContactPastItsTermAndADuplicateAreTold() {
    let found = tasks(
      [
        history("aaaa", outcome: .closed),
        history("bbbb", [.state: "left", .sticker: nil]),
        history("cccc", [.siret: "12345678900011"]), history("dddd", [.siret: "12345678900011"]),
      ], contacts: ["aaaa", "cccc", "dddd"])
    #expect(found.map(\.kind) == [.foundClosed, .duplicate])
    #expect(found[1].command == "relais adherents show dddd")
    let old = EstablishmentHistory(
      id: "eeee",
      events: [
        RegistryEvent(
          sequence: 1, establishment: "eeee", kind: .added, holdsFrom: CalendarDay("2023-11-21")!,
          recordedAt: "2023-11-21T08:00:00.000Z", author: "a",
          changes: facts([.name: "E", .state: "refused"]))
      ])
    #expect(tasks([old], contacts: ["eeee"]).map(\.kind) == [.retention])
  }

  @Test func whatTheRunFoundOfAnAdherentIsATaskUnderItsName() {
    let found = tasks(
      [history("aaaa", [.name: "Chez Aaa"])], contacts: ["aaaa"],
      findings: [
        Finding(
          .placeUnattached(
            .relay("aaaa"), away: Length(metres: 84.2), allowed: Length(metres: 60))),
        Finding(
          .placeUnattached(
            .relay("zzzz"), away: Length(metres: 84.2), allowed: Length(metres: 60))),
      ])
    #expect(found.map(\.kind) == [.unattached])
    #expect(found[0].text.contains("Chez Aaa"))
  }

  @Test func theMostUrgentComesFirstWhateverTheOrderOfTheFile() {
    let histories = [
      history("aaaa", [.openingHours: nil]), history("bbbb", [.followedUpOn: "2026-08-01"]),
      history("cccc", [.groundFloor: "no"]), history("dddd", [.followedUpOn: "2026-07-01"]),
    ]
    let contacts = ["aaaa", "bbbb", "cccc", "dddd"]
    let found = tasks(histories, contacts: contacts)
    #expect(found.map(\.code) == ["cccc", "dddd", "bbbb", "aaaa"])
    #expect(tasks(histories.reversed(), contacts: contacts) == found)
  }

  @Test func contactsAreInNoByteOfThePage() throws {
    var material = try SampleTown.material()
    material.agent = AgentFile(
      histories: [history("aaaa", [.followedUpOn: nil])], movements: [:],
      contacts: ["aaaa": [Contact(establishment: "aaaa", name: "Mme Canari", phone: "0612345678")]],
      today: Self.today)
    for language in Language.all {
      let page = String(
        decoding: ReportFormat.agent.file(of: material, in: language), as: UTF8.self)
      #expect(page.contains("relais adherents follow-up aaaa"))
      #expect(!page.contains("Canari") && !page.contains("0612345678"))
    }
  }

  @Test func withoutARegistryThePageSaysHowToBegin() throws {
    let page = String(
      decoding: ReportFormat.agent.file(of: try SampleTown.material(), in: .english), as: UTF8.self)
    #expect(page.contains("relais adherents import"))
  }
}
