import CoverageEngine
import RelaisGeo
import Testing

@testable import RelaisReports

/// Names of schools' pages.
@Suite struct SchoolFileNamesTests {
  private func names(_ schools: [(id: String, name: String?)]) -> [String] {
    SchoolFileNames(
      schools.map { School(id: $0.id, name: $0.name, position: Position(x: 0, y: 0)) }
    ).names
  }

  @Test func aNameIsReadable() {
    #expect(
      names([("9990001A", "École élémentaire des Charmilles"), ("2", "Collège  Jean-Zay !")])
        == ["ecole-elementaire-des-charmilles", "college-jean-zay"])
  }

  @Test func schoolsOfOneNameAddTheirIdentifiers() {
    #expect(
      names([("A1", "Jules-Ferry"), ("B/2", "JULES FERRY"), ("C", "Autre")])
        == ["jules-ferry-a1", "jules-ferry-b-2", "autre"])
    // Identifiers that differ in punctuation alone.
    #expect(names([("1/", "A"), ("1-", "A")]) == ["a-1", "a-1-2"])
  }

  @Test func whatHasNoNameOrOneOfNoLetterStillHasAFile() {
    #expect(names([("0541", nil)]) == ["0541"])
    #expect(names([("x", "../..")]) == ["x"])
    #expect(names([("é", "!!")]) == ["e"])
    #expect(names([("!", "!!")]) == ["school"])
    // The page that leads to all of them keeps its own.
    #expect(names([("7", "Index")]) == ["index-7"])
  }
}
