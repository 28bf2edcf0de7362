import RelaisFormats
import RelaisGeo
import RelaisWording
import Testing

@testable import CoverageEngine
@testable import RelaisReports

/// How coverage moved, with figures made up so that they add up in the head.
@Suite struct TrendTablesTests {
  private let french = Wording(.french)
  private let budget = Budget(Length(metres: 150))

  private func figures(_ covered: Double) -> Trend.Figures {
    .init(budget: budget, streets: Length(metres: 500), covered: Length(metres: covered))
  }

  private func only<Value>(_ value: Value) -> PerBudget<Value> {
    PerBudget(Budgets(budget)) { _ in value }
  }

  private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

  /// 100 m were covered in December; streets have brought 100 m since, relays 100 m more.
  private func trend(_ result: AnalysisResult) throws -> Trend {
    let gap = try #require(result.gaps.first)
    return Trend(
      points: [
        .init(day: try day("2025-12-31"), relays: 1, attached: 1, figures: only(figures(200))),
        .init(day: try day("2026-03-31"), relays: 2, attached: 2, figures: only(figures(300))),
      ],
      change: CoverageChange(
        since: try day("2025-12-31"), run: nil,
        effects: only(.init(recorded: figures(100), then: figures(200), now: figures(300))),
        joined: result.facilities, left: [], moved: [],
        stretches: PerBudget(result.parameters.budgets) {
          $0 == budget ? [.init(kind: .gained, run: gap)] : []
        }))
  }

  @Test func everyQuarterHasItsShare() throws {
    let table = TrendTable(
      trend: try trend(try HandTown.result()), main: budget, wording: french
    ).points()
    #expect(
      shown(table) == [
        ["31 décembre 2025", "1", "40,0", "—"], ["31 mars 2026", "2", "60,0", "—"],
      ])
    #expect(table.rows[0].cells[0].value == .text("2025-12-31"))
  }

  @Test func whatWasGainedIsListedWithItsStreet() throws {
    let result = try HandTown.result()
    let change = try #require(try trend(result).change)
    let table = ChangesTable(change: change, result: result, wording: french).table(budget)
    #expect(
      shown(table) == [["gagnée", "Rue A", "Rue B", "fin de la rue", "150", "Chez Anne", "Est"]])
    #expect(table.rows[0].target == "gained-150-1")
    #expect(
      ChangesTable(change: change, result: result, wording: french).table(
        Budget(Length(metres: 300))
      )
      .rows.isEmpty)
    let rows = lines(ChangesCSV.bytes(change, of: result, french))
    #expect(rows.count == 2)
    #expect(
      rows[1] == "2025-12-31;150,000;gagnée;Rue A;Rue B;fin de la rue;150,0;Chez Anne;Est")
  }

  @Test func theSummaryTellsBothEffectsToTheMillimetre() throws {
    var json = JSONWriter()
    TrendJSON.write(try trend(try HandTown.result()), to: &json)
    let trend = try object(json.finish())
    #expect(try trend.list("points").map { try $0.object("relays").number("count") } == [1, 2])
    let change = try trend.object("change")
    #expect(try change.number("relays_joined") == 1)
    let effects = try #require(try change.list("budgets").first)
    #expect(try effects.number("by_streets_m") == 100)
    #expect(try effects.number("by_members_m") == 100)
    #expect(try effects.number("change_m") == 200)
    #expect(try effects.number("gained_m") == 150)
    #expect(try effects.object("now").number("streets_share") == 0.6)
  }

  @Test func theCouncilReadsWhatRelaysDidAndWhatStreetsDid() throws {
    let result = try HandTown.result()
    var material = ReportMaterial(
      territory: "Nancy", result: result, date: CalendarDay("2026-03-31"), generator: "Relais 0")
    material.trend = try trend(result)
    let document = CouncilComposer(material: material, wording: french).document()
    let told = try document.paragraphs("trend")
    #expect(told.count == 1)
    #expect(
      told[0].hasPrefix("Depuis le 31 décembre 2025, +200 m de rues couvertes à 150 m : +100 m par")
    )
    #expect(told[0].hasSuffix("+100 m par les rues elles-mêmes."))
    // Nothing is said of money that nobody gave.
    #expect(!document.sections.contains { $0.id == "costs" })
    material.costs = Costs()
    let rows = shown(
      try CouncilComposer(material: material, wording: french).document().table("costs"))
    // 518.40 for leaflets, 259.20 for one lot of stickers; one relay, and 300 m covered.
    #expect(rows.map { $0[1] } == ["518,40 €", "259,20 €", "777,60 €", "777,60 €", "2 592,00 €"])
  }
}
