import CoverageEngine
import RelaisGeo
import RelaisWording
import Testing

@testable import RelaisReports

/// Ways to school in `HandTown`: every home is 400 m from the school, 150 m of them uncovered.
@Suite struct SchoolFiguresTests {
  private let french = Wording(.french)

  private func gaps(_ result: AnalysisResult) -> [Gap] {
    result.gaps.filter { $0.budget == result.parameters.mainBudget }
  }

  @Test func twelveHomesAreToldInFives() throws {
    let result = try HandTown.result()
    let table = SchoolsTable(
      plan: HandTown.routes(result, homes: 12), gaps: gaps(result), wording: french
    ).table()
    // 250 of 400 m are covered; no run exceeds 300 m.
    #expect(shown(table) == [["École A", "10", "400", "400", "62,5", "0", "150"]])
    #expect(plain(table.caption) == "Trajets vers l’école : 1 établissement")
  }

  @Test func tenHomesAreTooFewToTellOf() throws {
    let result = try HandTown.result()
    let table = SchoolsTable(
      plan: HandTown.routes(result, homes: 10), gaps: gaps(result), wording: french
    ).table()
    #expect(shown(table)[0] == ["École A", "moins de 11 foyers", "—", "—", "—", "0", "—"])
    #expect(table.rows[0].cells[1...4].allSatisfy { $0.value == .empty })
  }

  @Test func theFileSaysWhereTheWayIsUncovered() throws {
    let result = try HandTown.result()
    let rows = lines(
      SchoolsCSV.bytes(HandTown.routes(result, homes: 12), gaps: gaps(result), french))
    #expect(rows.count == 2)
    // The worst point is the eastern end, 300 m from the relay; ten children pass the gap of Rue A.
    #expect(
      rows[1].hasPrefix(
        "École A;S1;;1;10;400,0;400,0;62,50;0;150,0;0;Rue A;400,00000;0,00000;300,0;"
          + "Rue A (10 enfants);"))
  }

  @Test func gapsSayWhoPassesThem() throws {
    let result = try HandTown.result()
    let table = GapsTable(
      gaps: gaps(result), budget: result.parameters.mainBudget, result: result,
      routes: HandTown.routes(result, homes: 12), wording: french
    ).table()
    #expect(shown(table).map { Array($0.suffix(2)) } == [["10", "École A"], ["0", ""]])
    let few = GapsTable(
      gaps: gaps(result), budget: result.parameters.mainBudget, result: result,
      routes: HandTown.routes(result, homes: 10), wording: french
    ).table()
    #expect(shown(few).map { Array($0.suffix(2)) } == [["moins de 11 foyers", ""], ["0", ""]])
  }

  @Test func theHeadTeachersPageSaysTheSame() throws {
    let material = try HandTown.material()
    let page = try #require(SchoolPage(material, .french))
    #expect(page.schools == [0])
    #expect(page.fileName(of: 0) == "ecole-a.html")
    let document = page.document(of: 0)
    #expect(plain(document.subtitle) == "École A")
    #expect(try document.figures("summary").map { $0[1] } == ["10", "400 m", "0", "150 m"])
    // With ten homes there is no page at all.
    #expect(try #require(SchoolPage(try HandTown.material(homes: 10), .french)).schools == [])
  }

  @Test func routesAreListedOneByOne() throws {
    let plan = HandTown.routes(try HandTown.result(), homes: 12)
    let school = try #require(try object(RoutesJSON.bytes(plan)).list("schools").first)
    #expect(try school.number("children") == 12)
    let routes = try school.list("routes")
    #expect(routes.compactMap { $0.text("address") } == (0..<12).map { "H\($0)" })
    for route in routes {
      #expect(try route.number("length_m") == 400)
      #expect(try route.number("uncovered_m") == 150)
      #expect(try route.number("longest_uncovered_m") == 150)
    }
  }
}
