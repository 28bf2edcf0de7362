import CoverageEngine
import RelaisGeo
import RelaisWording
import Testing

@testable import RelaisReports

/// The apprentice's page of `HandTown`: two doors, each 100 m from the crossing where rounds begin.
@Suite struct ApprenticeFiguresTests {
  private let french = Wording(.french)

  @Test func theRoundIsToldLegByLeg() throws {
    let document = ApprenticeComposer(material: try HandTown.material(), wording: french)
      .document()
    #expect(
      plain(document.answer).hasPrefix("Cette semaine : 2 portes en ")
        && plain(document.answer).hasSuffix(
          "Si toutes disent oui, 200 m de rue de plus ont un relais.")
    )
    let legs = shown(try document.table("round-1"))
    // Out 100 m, across 200 m, home 100 m; at 4.5 km/h 100 m take 1 min 20.
    #expect(legs.map { $0[3] } == ["100", "200", "100"])
    #expect(legs.map { $0[4] } == ["2", "3", "2"])
    #expect(legs.map { $0[0] } == ["1", "2", "↩"])
    #expect(Set(legs.prefix(2).map { $0[1] }) == ["Pharmacie", "Librairie"])
    #expect(legs[2][1] == "Mairie")
    #expect(legs[0][2].contains("Rue") && legs[1][2].contains("Rue A"))
  }

  @Test func theListHasEveryDoorWithWhatItAdds() throws {
    let document = ApprenticeComposer(material: try HandTown.material(), wording: french)
      .document()
    #expect(
      shown(try document.table("list")) == [
        ["1", "Pharmacie", "3 rue A", "150", "150", "1"],
        ["2", "Librairie", "9 rue B", "50", "200", "1"],
      ])
  }

  @Test func everyDoorHasItsReasonsAndCommand() throws {
    let document = ApprenticeComposer(material: try HandTown.material(), wording: french)
      .document()
    let doors = try document.blocks("round-1").flatMap { block in
      if case .doors(let doors, _) = block { doors } else { [Door]() }
    }
    #expect(Set(doors.map(\.id)) == ["C1", "C2"])
    #expect(doors.map(\.number) == [1, 2])
    let pharmacy = try #require(doors.first { $0.id == "C1" })
    #expect(pharmacy.name == "Pharmacie" && plain(pharmacy.place) == "commerce · 3 rue A")
    #expect(pharmacy.command == "relais adherents visit C1 --outcome")
    #expect(plain(pharmacy.reasons[0]).contains("150 m"))
  }

  @Test func withoutCandidatesThePageSaysWhereToPutThem() throws {
    let material = ReportMaterial(
      territory: "Nancy", result: try HandTown.result(), generator: "Relais 0")
    let document = ApprenticeComposer(material: material, wording: french).document()
    #expect(document.sections.map(\.id) == ["none"])
    #expect(try document.paragraphs("none")[0].contains("sources/candidates/"))
  }
}
