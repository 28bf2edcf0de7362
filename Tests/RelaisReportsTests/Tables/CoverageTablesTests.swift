import CoverageEngine
import RelaisGeo
import RelaisWording
import Testing

@testable import RelaisReports

/// Tables of what is covered, on a town worked by hand (`HandTown`).
@Suite struct CoverageTablesTests {
  private let french = Wording(.french)

  @Test func budgetsAreHeldAgainstCircles() throws {
    let table = BudgetsTable(result: try HandTown.result(), wording: french).table()
    #expect(
      shown(table) == [
        ["150", "0,5", "0,3", "60,0", "70,0", "+10,0"],
        ["300", "0,5", "0,5", "100,0", "100,0", "0,0"],
      ])
    #expect(
      table.rows[0].cells.map(\.value) == [
        .decimal(150, places: 0), .decimal(0.5, places: 3), .decimal(0.3, places: 3),
        .decimal(60, places: 2), .decimal(70, places: 2), .decimal((0.7 - 0.6) * 100, places: 2),
      ])
  }

  @Test func withoutRelaysNothingIsCoveredAndCirclesClaimNothing() throws {
    let table = BudgetsTable(result: try HandTown.result(relays: []), wording: french).table()
    #expect(shown(table)[0] == ["150", "0,5", "0,0", "0,0", "0,0", "0,0"])
  }

  @Test func gapsAreToldFromEndToEndTheLongestFirst() throws {
    let result = try HandTown.result()
    let main = result.parameters.mainBudget
    let own = result.gaps.filter { $0.budget == main }
    let table = GapsTable(gaps: own, budget: main, result: result, wording: french).table()
    #expect(
      shown(table) == [
        ["1", "Rue A", "Rue B", "fin de la rue", "150", "300", "Chez Anne", "Est"],
        ["2", "Rue B", "Rue A", "fin de la rue", "50", "200", "Chez Anne", "Est"],
      ])
    #expect(table.rows.map(\.target) == ["gap-150-1", "gap-150-2"])
    #expect(plain(table.caption) == "Rues non couvertes à 150 m (2)")
    #expect(table.remainder.isEmpty)
    #expect(
      plain(table.rows[0].spoken)
        == "Rue non couverte n° 1 : Rue A, entre « Rue B » et « fin de la rue », 150 m. "
        + "De son point le plus mal placé, le relais le plus proche, Chez Anne, est à 300 m à pied."
    )
  }

  @Test func whatATableLeavesOutIsCountedAndMeasured() throws {
    let result = try HandTown.result()
    let main = result.parameters.mainBudget
    let table = GapsTable(
      gaps: result.gaps.filter { $0.budget == main }, budget: main, result: result, wording: french
    ).table(limit: 1)
    #expect(table.rows.count == 1)
    #expect(
      plain(table.remainder)
        == "Non montrées ici, dans gaps.csv : 1 autre rue non couverte, 50 m en tout.")
  }

  @Test func withoutARelayNoDistanceIsGiven() throws {
    let result = try HandTown.result(relays: [])
    let main = result.parameters.mainBudget
    let table = GapsTable(
      gaps: result.gaps.filter { $0.budget == main }, budget: main, result: result,
      wording: Wording(.english)
    ).table()
    // The whole of Rue A is one gap, that of Rue B another.
    #expect(shown(table).map { $0[4] } == ["400", "100"])
    #expect(shown(table).map { $0[5] } == ["none", "none"])
    #expect(table.rows.allSatisfy { $0.cells[5].value == .empty && $0.cells[6].value == .empty })
  }

  @Test func districtsStartWithTheLeastCovered() throws {
    let table = DistrictsTable(result: try HandTown.result(), wording: french).table()
    #expect(
      shown(table) == [
        // 150 of 350 m; 0.35 km are shown as 0.4.
        ["Est", "0,4", "0,2", "42,9", "100,0"], ["Ouest", "0,2", "0,0", "100,0", "100,0"],
      ])
    #expect(table.rows[0].cells[1].value == .decimal(0.35, places: 3))
    #expect(table.rows.map(\.target) == ["district-2", "district-1"])
    #expect(
      plain(table.rows[0].spoken)
        == "Est : 42,9 % des rues couvertes à 150 m, 200 m non couvertes.")
  }

  @Test func relaysSayWhereTheyStandAndWhatHangsOnThem() throws {
    let far = Facility(id: "R1", kind: .other("Presse"), position: Position(x: 100, y: 90))
    let result = try HandTown.result(relays: [HandTown.relay, far])
    let rows = shown(RelaysTable(result: result, wording: french).table())
    #expect(rows[0].prefix(5) == ["Chez Anne", "commerce", "Rue A", "0", "300"])
    #expect(
      rows[1].prefix(5)
        == ["R1", "Presse", "Non rattaché : aucune rue à moins de 60 m", "", ""])
  }
}
