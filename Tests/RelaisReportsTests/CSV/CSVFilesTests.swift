import CoverageEngine
import RelaisGeo
import RelaisWording
import Testing

@testable import RelaisReports

/// The lines of `gaps.csv`, `prospects.csv`, `rejects/` and `findings.csv`, whole.
@Suite struct CSVFilesTests {
  private let french = Wording(.french)

  @Test func gapsOfEveryBudgetAreListedAndAddUp() throws {
    let result = try HandTown.result(budgets: [150, 100])
    let rows = lines(GapsCSV.bytes(result, french))
    #expect(
      rows == [
        "Distance (m);Rang;Rue;De;À;Longueur (m);Relais à (m);Relais le plus proche;Quartier",
        // Within 100 m Rue A is covered as far as the crossing, Rue B not at all.
        "100,000;1;Rue A;Rue B;fin de la rue;200,0;300,0;Chez Anne;Est",
        "100,000;2;Rue B;Rue A;fin de la rue;100,0;200,0;Chez Anne;Est",
        "150,000;1;Rue A;Rue B;fin de la rue;150,0;300,0;Chez Anne;Est",
        "150,000;2;Rue B;Rue A;fin de la rue;50,0;200,0;Chez Anne;Est",
      ])
  }

  @Test func withWindowsAGapOfAllTimesSaysSo() throws {
    let rows = lines(GapsCSV.bytes(try HandTown.resultInTime(), Wording(.english)))
    #expect(rows[0].hasSuffix(";When"))
    #expect(rows.count == 3)
    #expect(rows.dropFirst().allSatisfy { $0.hasSuffix(";always") })
  }

  @Test func recruitsAreListedWithWhatTheyAdd() throws {
    let material = try HandTown.material()
    let rows = lines(ProspectsCSV.bytes(try #require(material.doors(french)), french))
    #expect(rows.count == 3)
    #expect(
      rows[1].hasPrefix("1;C1;Pharmacie;commerce;150,000;150,000;;300,0000000;0,0000000;3 rue A;"))
    #expect(
      rows[2].hasPrefix("2;C2;Librairie;commerce;50,000;200,000;;200,0000000;100,0000000;9 rue B;"))
    // Both are visited in the first round.
    #expect(rows.dropFirst().allSatisfy { $0.hasSuffix(";1") })
  }

  @Test func rejectedRowsKeepTheirPlaceAndTheStableReason() {
    let rows = lines(
      RejectsCSV.bytes(
        [RejectedRow(place: .line(7), id: "R2", reason: .notANumber("=gauche"))], french))
    #expect(rows.count == 2)
    let cells = rows[1].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    #expect(cells[0].contains("7"))
    #expect(cells[1] == "R2" && cells[2] == "not-a-number")
    // No spreadsheet runs what a file held.
    #expect(cells[4] == "'=gauche")
  }

  @Test func placesThatAreNotProposedSayWhyAndUntilWhen() throws {
    let leftOut = LeftOutCandidate(
      HandTown.candidates[0], .callBackLater, until: CalendarDay("2026-12-01"))
    let other = CandidateCategory(
      id: CandidateCategory.otherShop, names: ["fr": "autre commerce", "en": "other shop"])
    let rows = lines(LeftOutCSV.bytes([leftOut], CategoryTable([other]), french))
    #expect(rows.count == 2)
    #expect(rows[1].hasPrefix("C1;Pharmacie;shop;"))
    #expect(rows[1].hasSuffix(";call-back-later;2026-12-01;300,0000000;0,0000000"))
  }
}
