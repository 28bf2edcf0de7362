import CoverageEngine
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// Facts that look wrong are kept and said.
@Suite struct FactDoubtsTests {
  private func reasons(_ texts: [EstablishmentField: String]) throws -> [AdherentDoubt.Reason] {
    FactDoubts.reasons(
      of: facts(texts.mapValues { $0 }), in: Establishment(id: "a", texts: texts),
      today: try RegistryRig.day("2026-03-15"))
  }

  @Test(arguments: [
    "03 83 12 34 56", "0383123456", "03.83.12.34.56", "+33 3 83 12 34 56", "+33 (0)3 83 12 34 56",
    "0033383123456", "15", "17", "18", "112", "3919", "3020", "116 117", "+32 2 555 12 12",
    "00352 26 10 12", "0711/216-0", "0761 / 201 45 67",
  ])
  func telephonesOfAllKindsAreOne(_ text: String) {
    #expect(AdherentWords.looksLikePhone(text))
  }

  @Test(arguments: [
    "03 83 12 34", "03 83 12 34 56 7", "00 83 12", "à demander", "19", "+33 3 83 12",
    "12345", "+123", "03 83 12 34 56 poste 2", "", "0711/", "711/2160", "0711/0160",
  ])
  func otherTextsAreNoTelephone(_ text: String) {
    #expect(!AdherentWords.looksLikePhone(text))
  }

  @Test func mailHasOneSignAndADomain() {
    for text in ["a@b.fr", "jean.paul@mairie-ville.example", "a@b.fr ; c@d.org"] {
      #expect(AdherentWords.looksLikeEmail(text), "\(text)")
    }
    for text in ["a(at)b.fr", "a@b", "@b.fr", "a@@b.fr", "a@b..fr", "a@b.f", "a@b.12", "sans"] {
      #expect(!AdherentWords.looksLikeEmail(text), "\(text)")
    }
  }

  @Test func datesToComeTooEarlyAndReversedAreSaid() throws {
    #expect(try reasons([.charterOn: "2018-11-20", .followedUpOn: "2026-03-15"]) == [])
    let tomorrow = try RegistryRig.day("2026-03-16")
    #expect(try reasons([.charterOn: "2026-03-16"]) == [.dateInFuture(tomorrow)])
    #expect(
      try reasons([.stickerOn: "2018-11-19"])
        == [.dateTooEarly(.init(column: "sticker_on", text: "2018-11-19"))])
    #expect(
      try reasons([.charterOn: "2024-05-02", .followedUpOn: "2024-05-01"])
        == [
          .datesReversed(
            first: .init(column: "charter_on", text: "2024-05-02"),
            last: .init(column: "followed_up_on", text: "2024-05-01"))
        ])
    // A call is planned ahead, and not for another life.
    #expect(try reasons([.callBackOn: "2026-06-01"]) == [])
    #expect(try reasons([.callBackOn: "2126-06-01"]).count == 1)
  }

  @Test func hoursNobodyReadsAndWordsForNumbersAreSaid() throws {
    #expect(try reasons([.openingHours: "Mo-Fr 08:00-19:00", .sticker: "A-12"]) == [])
    #expect(
      try reasons([.openingHours: "selon la saison", .sticker: "à donner"]) == [
        .hoursNotUnderstood(.init(column: "opening_hours", text: "selon la saison")),
        .numberInWords(.init(column: "sticker", text: "à donner")),
      ])
  }

  @Test func wordsInColumnsOfNumbersAreKeptInTheNotesAndCostNoRow() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    let report = try rig.importFile(
      """
      Nom;Adresse;CP;N° autocollant;lon;lat;Date charte;Remarques
      A;1 rue A;54000;à donner;à relever;;;ouvre tard
      B;2 rue A;à voir;12;6,18;48,69;en 2022;
      """, into: store)
    #expect(report.rejected == [])
    let (a, b) = try (
      #require(store.establishments().first), #require(store.establishments().last)
    )
    #expect(a.sticker == nil && a.position == nil)
    #expect(a.text(.notes) == "ouvre tard\nN° autocollant = à donner")
    #expect(b.stickerNumber == "12" && b.address.postcode == nil)
    #expect(b.text(.notes) == "CP = à voir\nDate charte = en 2022")
    #expect(
      report.doubts.filter { $0.place == .line(2) }.map(\.reason) == [
        .numberInWords(.init(column: "N° autocollant", text: "à donner")),
        .valueLeftOut(.init(column: "lon", text: "à relever")), .positionMissing(nil),
      ])
    // The same list again changes nothing.
    #expect(
      try rig.importFile(
        """
        Nom;Adresse;CP;N° autocollant;lon;lat;Date charte;Remarques
        A;1 rue A;54000;à donner;à relever;;;ouvre tard
        B;2 rue A;à voir;12;6,18;48,69;en 2022;
        """, into: store
      ).unchanged == 2)
  }

  @Test func whatAListSaysWronglyIsSaidWithItsLineAndKept() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    let report = try rig.importFile(
      """
      Nom;Adresse;Tél;Mail;Horaires;Date charte;Dernier passage
      A;1 rue A;0383;a(at)b.fr;selon saison;03/02/1998;01/01/2030
      """, into: store)
    let later = try RegistryRig.day("2030-01-01")
    #expect(report.doubts.allSatisfy { $0.place == .line(2) })
    #expect(
      report.doubts.map(\.reason) == [
        .phoneUnreadable, .emailUnreadable, .positionMissing(nil),
        .hoursNotUnderstood(.init(column: "Horaires", text: "selon saison")),
        .dateTooEarly(.init(column: "Date charte", text: "1998-02-03")),
        .dateInFuture(later),
      ])
    let one = try #require(try store.establishments().first)
    #expect(one.openingHours == "selon saison")
    #expect(one.day(.charterOn)?.iso == "1998-02-03")
    #expect(try store.contacts()[one.id]?.first?.phone == "0383")
    #expect(try store.contacts()[one.id]?.first?.email == "a(at)b.fr")
  }
}
