import CoverageEngine
import RelaisGeo

/// Makes the council's report of an analysis.
struct CouncilComposer {
  let material: ReportMaterial
  let wording: Wording

  private var result: AnalysisResult { material.result }

  /// The figures of the budget the report is about.
  private var main: BudgetSummary {
    result.summaries.first { $0.budget == result.parameters.mainBudget }
      ?? BudgetSummary(budget: result.parameters.mainBudget)
  }

  func document() -> ReportDocument {
    let sections = [
      figures(), map(), schools(), windows(), budgets(), districts(), relays(), findings(),
      missing(),
      method(),
    ]
    return ReportDocument(
      language: wording.language, title: wording.councilTitle,
      subtitle: wording.place(material.territory, insee: material.insee),
      answer: wording.answer(main, town: material.territory, relays: result.facilities.count),
      sections: sections.compactMap { $0 }, credits: material.credits,
      generator: wording.generatedBy(material.generator, date: material.date))
  }

  private func figures() -> ReportDocument.Section {
    let attached = result.snaps.count { $0 != nil }
    let gaps = result.gaps.filter { $0.budget == main.budget }
    return .init(
      id: "summary", heading: wording.summaryHeading, showsHeading: false,
      blocks: [
        .figures(
          [
            wording.coveredFigure(main),
            wording.uncoveredFigure(main),
            wording.gapsFigure(gaps.count, longest: gaps.first),
            wording.relaysFigure(attached: attached, of: result.facilities.count),
            result.inTime.flatMap { wording.worstWindowFigure($0, budget: main.budget) },
          ].compactMap { $0 })
      ])
  }

  private func map() -> ReportDocument.Section {
    .init(
      id: "gaps", heading: wording.gapsHeading(main.budget),
      blocks: [
        .paragraph(wording.gapsIntroduction),
        .map(CouncilMap(result: result, wording: wording, routes: material.routes).map()),
      ])
  }

  private func schools() -> ReportDocument.Section? {
    guard let routes = material.routes, routes.figures.contains(where: { $0.homes > 0 }) else {
      return nil
    }
    let gaps = result.gaps.filter { $0.budget == main.budget }
    return .init(
      id: "schools", heading: wording.schoolsHeading,
      blocks: [
        .paragraph(wording.schoolsIntroduction(routes)),
        .table(SchoolsTable(plan: routes, gaps: gaps, wording: wording).table()),
      ])
  }

  private func windows() -> ReportDocument.Section? {
    guard !result.facilities.isEmpty else { return nil }
    return result.inTime.map { CouncilWeek(inTime: $0, result: result, wording: wording).section() }
  }

  private func budgets() -> ReportDocument.Section {
    .init(
      id: "budgets", heading: wording.budgetsHeading,
      blocks: [
        .paragraph(wording.circlesExplained(main)),
        .table(BudgetsTable(result: result, wording: wording).table()),
      ])
  }

  private func districts() -> ReportDocument.Section? {
    guard !result.districts.isEmpty else { return nil }
    return .init(
      id: "districts", heading: wording.districtsHeading,
      blocks: [.table(DistrictsTable(result: result, wording: wording).table())])
  }

  private func relays() -> ReportDocument.Section {
    let blocks: [ReportDocument.Block] =
      result.facilities.isEmpty
      ? [.paragraph(wording.noRelays)]
      : [.table(RelaysTable(result: result, wording: wording).table())]
    return .init(id: "relays", heading: wording.relaysHeading, blocks: blocks)
  }

  private func findings() -> ReportDocument.Section {
    let statements = FindingStatements(
      findings: material.findings, facilities: result.facilities, wording: wording
    ).statements()
    return .init(
      id: "findings", heading: wording.findingsHeading,
      blocks: statements.isEmpty
        ? [.paragraph(wording.noFindings)]
        : [.paragraph(wording.findingsIntroduction), .statements(statements)])
  }

  private func missing() -> ReportDocument.Section? {
    guard !material.missing.isEmpty else { return nil }
    return .init(
      id: "missing", heading: wording.missingHeading,
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
            result.parameters, knowsHours: result.inTime?.knowsHours ?? false))
      ])
  }
}
