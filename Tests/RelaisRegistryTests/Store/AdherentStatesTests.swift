import CoverageEngine
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// States in the words of lists.
@Suite struct AdherentStatesTests {
  private static let list = """
    Nom;Adresse;Statut;Date d'adhésion
    Boulangerie;1 rue A;OK;20/11/2020
    Pharmacie;2 rue B;ok ;
    Zoo;3 rue C;Plus là;20/11/2020
    Kiosque;4 rue D;Parti;20/11/2020

    """

  @Test func aWordNobodyUnderstandsIsAskedOnceAndMakesNoProspects() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    let report = try rig.importFile(Self.list, into: store)
    #expect(
      report.unreadStates == [
        .init(word: "OK", rows: 2, newAdherents: 2, newProspects: 0),
        .init(word: "Plus là", rows: 1, newAdherents: 0, newProspects: 1),
      ])
    #expect(report.doubts.allSatisfy { if case .valueLeftOut = $0.reason { false } else { true } })
    #expect(
      try store.establishments().map { $0.state } == [.adherent, .left, .adherent, .prospect])
    // An adherent stays one whatever the word.
    try rig.importFile("Nom;Adresse;Statut\nPharmacie;2 rue B;Bof, fermé ?\n", into: store)
    #expect(try store.establishments().first { $0.name == "Pharmacie" }?.state == .adherent)
  }

  @Test func aWordThatWasExplainedIsUnderstood() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    let report = try rig.importFile(
      Self.list, into: store, states: ["ok": .suspended, "PLUS LA": .left])
    #expect(report.unreadStates == [])
    #expect(
      try store.establishments().map { $0.state } == [.suspended, .left, .suspended, .left])
  }

  @Test func theCharterDatesThatSomebodyJoinedAndNoDeparture() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    try rig.importFile(Self.list, into: store)
    #expect(
      try store.establishments(on: RegistryRig.day("2021-01-01")).map(\.name) == ["Boulangerie"])
    #expect(
      try store.establishments(on: RegistryRig.day("2026-03-14")).map(\.name) == ["Boulangerie"])
  }

  @Test func aCorrectionHoldsFromADayOfThePast() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    try rig.importFile(
      "Nom;Adresse;Statut\nZoo;3 rue C;adhérent\n", into: store, today: "2026-01-10")
    try rig.importFile(
      "Nom;Adresse;Statut\nZoo;3 rue C;parti\n", into: store, today: "2026-03-15",
      asOf: "2026-02-01")
    func state(_ day: String) throws -> AdherentState? {
      try store.establishments(on: RegistryRig.day(day)).first?.state
    }
    #expect(try state("2026-01-31") == .adherent)
    #expect(try state("2026-02-01") == .left)
    // Before it was known there is nothing to correct.
    let early = try rig.importFile(
      "Nom;Adresse;Statut\nZoo;4 rue C;parti\n", into: store, today: "2026-03-15",
      asOf: "2020-01-01")
    #expect(early.rejected.isEmpty)
  }

  @Test(arguments: [
    ("rappeler", VisitOutcome.callBack), ("À rappeler", .callBack), ("oui", .yes), ("non", .no),
    ("fermé", .closed), ("non éligible", .notEligible), ("call-back", .callBack),
  ])
  func whatCameOfAVisitIsUnderstood(_ text: String, _ outcome: VisitOutcome) {
    #expect(AdherentWords.outcome(text) == outcome)
  }
}
