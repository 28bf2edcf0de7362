import CoverageEngine
import RelaisGeo
import RelaisWording
import Testing

@testable import RelaisReports

/// The council's report of `HandTown`, figure by figure.
@Suite struct CouncilFiguresTests {
  private func document(_ language: Language = .french) throws -> ReportDocument {
    CouncilComposer(material: try HandTown.material(), wording: Wording(language)).document()
  }

  @Test func theAnswerIsTheShareAndWhatIsLeft() throws {
    #expect(
      plain(try document().answer)
        == "À Nancy, 60,0 % des rues sont à moins de 150 m à pied d’un relais ; 200 m en sont plus loin. "
        + "À pied, 150 m font environ 3 min au pas d’un enfant (estimation)."
    )
    #expect(
      plain(try document(.english).answer)
        == "Within a 150 m walk, 60.0% of the streets of Nancy have a relay; 200 m have none. "
        + "On foot, 150 m is about 3 min at a child’s pace (an estimate).")
    #expect(plain(try document().subtitle) == "Nancy (INSEE 54395)")
  }

  /// The headline says both: all relays, and the school hour with the least that is surely covered.
  @Test func theAnswerSaysWhatHoldsWhenChildrenWalk() throws {
    let material = try CrowdedTown.material()
    let inTime = try #require(material.result.inTime)
    let budget = material.result.main.summary.budget
    let worst = try #require(
      inTime.windows.filter { $0.days > 0 }.map {
        ($0.bounds.certain[budget].streetsShare, $0.bounds.possible[budget].streetsShare)
      }.min { $0.0 < $1.0 })
    func percent(_ share: Double) -> String {
      let tenths = Int((share * 1000).rounded())
      return "\(tenths / 10),\(tenths % 10) %"
    }
    let answer = plain(ReportFormat.council.compose(material, Wording(.french)).answer)
    #expect(answer.contains("à pied d’un relais"))
    #expect(
      answer.hasSuffix(" : au moins \(percent(worst.0)), au plus \(percent(worst.1))."), "\(answer)"
    )
  }

  @Test func aTownWithoutRelaysAndOneFullyCoveredAreToldSo() throws {
    func answer(_ relays: [Facility], _ budget: Double) throws -> String {
      plain(
        CouncilComposer(
          material: ReportMaterial(
            territory: "Nancy", result: try HandTown.result(relays: relays, budgets: [budget]),
            generator: "Relais 0"), wording: Wording(.french)
        ).document().answer)
    }
    #expect(
      try answer([], 150)
        == "Nancy n’a encore aucun relais : ses 500 m de rues restent à couvrir.")
    #expect(
      try answer([HandTown.relay], 300)
        == "Toutes les rues de Nancy sont à moins de 300 m à pied d’un relais. "
        + "À pied, 300 m font environ 5 min au pas d’un enfant (estimation).")
  }

  @Test func theFirstFigureIsTheCoveredShare() throws {
    let figures = try document().figures("summary")
    #expect(figures.count == 3)
    #expect(figures[0] == ["Rues couvertes", "60,0 %", "300 m sur 500 m, à 150 m à pied"])
    // 250 of the 400 m that every child walks, to a whole per cent as published.
    #expect(figures[1][1] == "63 %")
  }

  @Test func circlesAreHeldAgainstTheWalk() throws {
    let told = try document().paragraphs("budgets")
    #expect(
      told[0].hasPrefix(
        "Des cercles de 150 m tracés autour des relais annonceraient 70,0 % des rues ; en marchant, "
          + "on en couvre 60,0 %, soit 10,0 points de moins."))
  }

  @Test func gapsBearTheirRanksInTheOrderOfChildren() throws {
    let rows = shown(try document().table("gaps"))
    #expect(
      rows == [
        ["1", "Rue A", "Rue B", "fin de la rue", "Est", "150", "300", "10", "École A"],
        ["2", "Rue B", "Rue A", "fin de la rue", "Est", "50", "200", "0", ""],
      ])
  }

  @Test func recruitsCloseTheGapsOneByOne() throws {
    let prospection = HandTown.prospection(try HandTown.result())
    let recruits = CouncilRecruits(prospection: prospection, wording: Wording(.french))
    let section = try #require(recruits.section())
    guard case .pair(let left, let right) = section.blocks[1], case .chart(let chart) = left[0],
      case .table(let targets) = right[0]
    else {
      Issue.record("a chart beside the targets")
      return
    }
    // Shares proven and found with none, one and two recruits.
    for curve in chart.curves {
      #expect(curve.points.map(\.x) == [0, 1, 2])
      #expect(curve.points.map(\.y) == [0.6, 0.9, 1])
    }
    for row in shown(targets) {
      let isNineTenthsAtMost = ["80 %", "90 %"].contains(row[0])
      #expect(Array(row.dropFirst()) == (isNineTenthsAtMost ? ["1", "1"] : ["2", "2"]), "\(row)")
    }
    let plan = try #require(recruits.plan(streets: Length(metres: 500)))
    #expect(plan.recruits == 2 && plan.gained == Length(metres: 200))
    // Demand that is not the length of the streets has no price a kilometre.
    #expect(recruits.plan(streets: Length(metres: 501)) == nil)
  }

  @Test func twoRelaysSayWhatHangsOnEach() throws {
    // A second relay at the crossing: alone it covers 50 m of Rue A at the eastern side and 50 m of
    // Rue B more; the first alone keeps 50 m at the western end.
    let second = Facility(id: "R1", name: "Chez Bob", position: Position(x: 200, y: 0))
    let result = try HandTown.result(relays: [HandTown.relay, second])
    let fragility = try #require(result.fragility)
    let section = try #require(
      CouncilFragility(fragility: fragility, result: result, wording: Wording(.french)).section())
    let tables = section.blocks.compactMap {
      if case .table(let table) = $0 { table } else { nil }
    }
    #expect(
      shown(try #require(tables.first)) == [
        ["Chez Bob", "150", "75,0"], ["Chez Anne", "50", "25,0"],
      ])
  }

  @Test func findingsAreToldByKindWithTheirNumber() throws {
    let far = Facility(id: "R1", name: "Chez Loin", position: Position(x: 100, y: 90))
    let result = try HandTown.result(relays: [HandTown.relay, far])
    let statements = FindingStatements(
      findings: result.findings, names: FindingNames(result.facilities),
      wording: Wording(.french)
    ).statements()
    let unattached = try #require(
      statements.first { $0.texts.contains { plain($0).contains("Chez Loin") } })
    #expect(unattached.texts.count == 1)
    // 90 m from the street, and 60 m allowed.
    #expect(plain(unattached.texts[0]).contains("90") && plain(unattached.texts[0]).contains("60"))
    #expect(!unattached.remedy.isEmpty)
  }

  @Test func theMapDrawsWhatTheTablesSay() throws {
    let result = try HandTown.result()
    let map = CouncilMap(result: result, wording: Wording(.french), routes: nil).map()
    #expect(map.views.map(\.id) == ["view-150", "view-300"])
    func drawn(_ view: Int, _ style: Map.LineLayer.Style) -> Double {
      map.strands.filter { $0.styles[view] == style }.flatMap(\.lines)
        .reduce(0) { $0 + $1.length }
    }
    #expect(drawn(0, .covered) == 300 && drawn(0, .uncovered) == 200)
    #expect(drawn(1, .covered) == 500 && drawn(1, .uncovered) == 0)
    let marks = try #require(map.views[0].points.first)
    #expect(marks.points.map(\.name) == ["1", "2"])
    #expect(marks.points.map(\.target) == ["gap-150-1", "gap-150-2"])
    let relays = try #require(map.points.first)
    #expect(relays.points.map(\.name) == ["Chez Anne"])
  }
}
