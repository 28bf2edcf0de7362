import CoverageEngine
import RelaisGeo
import RelaisWording

/// Makes the council's report of an analysis: on paper four pages, on screen the same with the long lists.
struct CouncilComposer {
  let material: ReportMaterial
  let wording: Wording

  private var result: AnalysisResult { material.result }

  /// The figures of the budget the report is about.
  private var main: BudgetSummary { result.main.summary }

  func document() -> ReportDocument {
    let pages = [
      [summary()],
      [communes(), districts(), priorityAreas(), windows(), budgets()],
      [schools(), firstGaps()],
      [
        recruits?.section(), fragility(), costs(), trend?.section(), changes(), method(), relays(),
        findings(), missing(),
      ],
    ].map { $0.compactMap { $0 } }
    return ReportDocument(
      language: wording.language, title: wording.councilTitle,
      subtitle: wording.place(material.territory, insee: material.insee),
      answer: wording.warned(
        result.health,
        [
          wording.answer(main, town: material.territory, relays: result.facilities.count),
          result.facilities.isEmpty || main.streets == .zero
            ? nil : wording.minutes(of: main.budget, atPace: material.childPace),
          result.inTime.flatMap { wording.answer(in: $0, budget: main.budget) },
        ].compactMap { $0 }.joined(separator: " ")),
      sections: pages[0] + pages.dropFirst().flatMap(startingPage), credits: material.credits,
      generator: wording.generatedBy(material.generator, date: material.date))
  }

  /// The sections with the first of those that are printed at the top of a page.
  private func startingPage(_ sections: [ReportDocument.Section]) -> [ReportDocument.Section] {
    var sections = sections
    if let first = sections.firstIndex(where: { $0.paper == .follows }) {
      sections[first].paper = .startsPage
    }
    return sections
  }

  /// What fits a first screen: three figures and the map.
  private func summary() -> ReportDocument.Section {
    .init(
      id: "summary", heading: wording.summaryHeading, showsHeading: false,
      blocks: [
        .figures([
          wording.coveredFigure(main),
          wording.routesFigure(material.routes, budget: main.budget),
          trend?.figure ?? wording.firstReportFigure,
        ]),
        .map(
          CouncilMap(
            result: result, wording: wording, routes: material.routes, scenery: material.scenery,
            book: material.book
          ).map()),
      ])
  }

  private func priorityAreas() -> ReportDocument.Section? {
    guard !result.priorities.isEmpty else { return nil }
    var table = DistrictsTable(result: result, wording: wording, of: .priorityAreas).table()
    table.onPaper = excerpt(2, of: table, in: "summary.json")
    return .init(
      id: "priority-areas", heading: wording.priorityAreasHeading, blocks: [.table(table)])
  }

  private func changes() -> ReportDocument.Section? {
    material.trend?.change.flatMap {
      CouncilChanges(change: $0, result: result, wording: wording).section()
    }
  }

  private func communes() -> ReportDocument.Section? {
    guard !result.communes.isEmpty else { return nil }
    var table = DistrictsTable(result: result, wording: wording, of: .communes).table()
    table.onPaper = excerpt(9, of: table, in: "communes.csv")
    return .init(id: "communes", heading: wording.communesHeading, blocks: [.table(table)])
  }

  private func districts() -> ReportDocument.Section? {
    guard !result.districts.isEmpty else { return nil }
    var table = DistrictsTable(result: result, wording: wording).table()
    table.onPaper = excerpt(9, of: table, in: "districts.csv")
    let lead = wording.bestAndWorst(result.districts, main.budget).map {
      [ReportDocument.Block.only(.screen, [.paragraph($0)])]
    }
    return .init(
      id: "districts", heading: wording.districtsHeading, blocks: (lead ?? []) + [.table(table)])
  }

  private func windows() -> ReportDocument.Section? {
    guard !result.facilities.isEmpty else { return nil }
    return result.inTime.map { CouncilWeek(inTime: $0, result: result, wording: wording).section() }
  }

  private func budgets() -> ReportDocument.Section {
    var table = BudgetsTable(result: result, wording: wording).table()
    table.onPaper = excerpt(4, of: table, in: "summary.json")
    return .init(
      id: "budgets", heading: wording.budgetsHeading,
      blocks: [.paragraph(wording.circlesExplained(main)), .table(table)])
  }

  private func schools() -> ReportDocument.Section? {
    guard let routes = material.routes, routes.figures.contains(where: { $0.homes > 0 }) else {
      return nil
    }
    let gaps = result.main.gaps
    var table = SchoolsTable(plan: routes, gaps: gaps, wording: wording).table()
    table.onPaper = excerpt(4, of: table, in: "schools.csv")
    return .init(
      id: "schools", heading: wording.schoolsHeading,
      blocks: [.paragraph(wording.schoolsIntroduction(routes)), .table(table)])
  }

  private func firstGaps() -> ReportDocument.Section {
    let all = result.main.gaps
    let first = FirstGaps(result, material.routes)
    let introduction = wording.firstGapsIntroduction(
      first.gaps.count, of: all.count, length: main.streets - main.streetsCovered,
      byChildren: first.gaps.contains { $0.children ?? 0 > 0 })
    let short =
      first.under.count == 0
      ? nil
      : wording.shortGaps(first.under.count, first.under.length, floor: GapRanking.floor)
    var blocks: [ReportDocument.Block] = [
      .paragraph(wording.paragraph([introduction, short].compactMap { $0 }))
    ]
    if !first.gaps.isEmpty {
      var table = FirstGapsTable(
        first: first, result: result, routes: material.routes, wording: wording
      ).table()
      if all.count > first.gaps.count {
        table.remainder = wording.elsewhere(all.count - first.gaps.count, "gaps.csv")
      }
      blocks.append(.table(table))
    }
    return .init(id: "gaps", heading: wording.firstGapsHeading, blocks: blocks)
  }

  private var recruits: CouncilRecruits? {
    material.prospection.map { CouncilRecruits(prospection: $0, wording: wording) }
  }

  private var trend: CouncilTrend? {
    material.trend.map { CouncilTrend(trend: $0, budget: main.budget, wording: wording) }
  }

  private func fragility() -> ReportDocument.Section? {
    result.fragility.flatMap {
      CouncilFragility(fragility: $0, result: result, wording: wording).section()
    }
  }

  private func costs() -> ReportDocument.Section? {
    guard let costs = material.costs, !result.facilities.isEmpty else { return nil }
    let account = CostAccount(
      costs, relays: result.facilities.count, covered: main.streetsCovered,
      plan: recruits?.plan(streets: main.streets))
    return .init(
      id: "costs", heading: wording.costsHeading,
      blocks: [.table(CostsTable(account: account, wording: wording).table())])
  }

  private func relays() -> ReportDocument.Section {
    let blocks: [ReportDocument.Block] =
      result.facilities.isEmpty
      ? [.paragraph(wording.noRelays)]
      : [
        .paragraph(
          wording.relaysLead(
            result.facilities.count, attached: result.snaps.count { $0 != nil })),
        .table(RelaysTable(result: result, wording: wording).table()),
      ]
    return .init(id: "relays", heading: wording.relaysHeading, paper: .absent, blocks: blocks)
  }

  private func findings() -> ReportDocument.Section {
    let statements = FindingStatements(
      findings: material.findings, names: material.findingNames, wording: wording
    ).statements()
    return .init(
      id: "findings", heading: wording.findingsHeading, paper: .absent,
      blocks: statements.isEmpty
        ? [.paragraph(wording.noFindings)]
        : [.paragraph(wording.findingsIntroduction), .statements(statements)])
  }

  private func missing() -> ReportDocument.Section? {
    guard !material.missing.isEmpty else { return nil }
    return .init(
      id: "missing", heading: wording.missingHeading, paper: .absent,
      blocks: [
        .statements(
          material.missing.map { kind in
            .init(
              tone: .note, label: wording.missingLabel,
              title: wording.capitalised(wording.name(kind)), texts: [wording.benefit(kind)],
              remedy: "")
          })
      ])
  }

  private func method() -> ReportDocument.Section {
    .init(
      id: "method", heading: wording.methodHeading,
      blocks: [
        .list(
          wording.method(
            result.parameters, knowsHours: result.inTime?.knowsHours ?? false)
            + wording.limits(material)),
        .only(.paper, [.paragraph(wording.leftOnScreen(relays: result.facilities.count))]),
      ])
  }

  private func excerpt(_ rows: Int, of table: Table, in file: String) -> Table.Excerpt? {
    guard table.rows.count > rows else { return nil }
    return .init(
      rows: rows, remainder: wording.elsewhere(table.rows.count - rows, file))
  }
}
