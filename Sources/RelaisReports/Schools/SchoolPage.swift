import CoverageEngine
import RelaisGeo
package import RelaisWording

/// One page for one school, to be handed to its head teacher: what covers the way of its children,
/// where it does not, and what one more relay would change. Public figures only.
package struct SchoolPage {
  private let material: ReportMaterial
  private let plan: RoutePlan
  private let wording: Wording
  private let gaps: [Gap]
  private let flows: [Int: [SchoolFlow]]
  private let saferFlows: [Int: [SchoolFlow]]
  private let scenery: DrawnScenery
  private let relays: SchoolRelays
  private let names: SchoolFileNames

  /// `nil` for a run without ways to school.
  package init?(_ material: ReportMaterial, _ language: Language) {
    guard let plan = material.routes else { return nil }
    self.material = material
    self.plan = plan
    wording = Wording(language)
    let result = material.result
    gaps = result.main.gaps
    flows = Dictionary(grouping: plan.flows(), by: \.school)
    saferFlows = Dictionary(grouping: plan.coveredFlows(), by: \.school)
    relays = SchoolRelays(material, wording)
    names = SchoolFileNames(plan.schools)
    scenery = DrawnScenery(material.scenery, DrawingPlane(result))
  }

  /// Schools with enough homes behind them for a page to say anything.
  package var schools: [Int] {
    plan.schools.indices.filter { plan.figures[$0].homes >= PublicCount.leastHomes }
  }

  /// A name for the page's file that people can read: `ecole-des-charmilles.html`.
  package func fileName(of school: Int) -> String { names.names[school] + ".html" }

  /// The page that leads to all of them.
  package var indexName: String { SchoolFileNames.index + ".html" }

  /// The list of schools that have a page, by name, as an HTML file.
  package func indexFile() -> [UInt8] { HTMLWriter().write(index()) }

  func index() -> ReportDocument {
    let own = schools.sorted { key($0) < key($1) }
    return ReportDocument(
      language: wording.language, title: wording.schoolTitle(town: material.territory),
      subtitle: material.territory + material.pastMark(wording),
      answer: wording.schoolIndexAnswer(own.count),
      sections: [
        .init(
          id: "schools", heading: wording.schoolsHeading,
          blocks: [
            .table(
              Table(
                id: "schools-index", caption: wording.schoolIndexCaption,
                columns: wording.schoolIndexColumns,
                rows: own.map { school in
                  let figures = plan.figures[school]
                  let children = PublicCount(figures.children, homes: figures.homes).children
                  return Table.Row(
                    [
                      .text(plan.schools[school].name ?? plan.schools[school].id),
                      children.map(wording.integerCell) ?? Table.Cell(wording.fewHomes, .empty),
                      wording.shareCell(figures.coveredShare),
                    ], link: fileName(of: school))
                }))
          ])
      ], credits: material.credits,
      generator: wording.generatedBy(material.generator, date: material.date))
  }

  private func key(_ school: Int) -> (String, String) {
    (Establishment.folded(plan.schools[school].name ?? ""), plan.schools[school].id)
  }

  /// The school's page as an HTML file.
  package func file(of school: Int) -> [UInt8] { HTMLWriter().write(document(of: school)) }

  func document(of school: Int) -> ReportDocument {
    let figures = plan.figures[school]
    let safer = saferWay(of: school)
    var sections = [
      ReportDocument.Section(
        id: "summary", heading: wording.summaryHeading, showsHeading: false,
        blocks: [.figures(keyFigures(figures))]),
      .init(
        id: "way", heading: wording.schoolMapHeading,
        blocks: [
          .paragraph(wording.schoolMapIntroduction),
          .map(SchoolMap(page: self, school: school).map()),
        ]),
    ]
    let passed = relays.passed(by: flows[school] ?? [])
    sections.append(
      .init(
        id: "relays", heading: wording.schoolRelaysHeading,
        blocks: [
          passed.isEmpty
            ? .paragraph(wording.noSchoolRelay)
            : .table(relays.table(passed, id: "relays-table"))
        ]))
    if !figures.windows.isEmpty {
      sections.append(
        .init(
          id: "windows", heading: wording.schoolWindowsHeading,
          blocks: [
            .paragraph(wording.schoolWindowsIntroduction), .table(windows(figures)),
          ]))
    }
    if let text = extraRelay(figures) {
      sections.append(
        .init(
          id: "relay", heading: wording.extraRelayHeading, blocks: [.paragraph(text)]))
    }
    if let text = wording.coveredRoutes(figures) {
      sections.append(
        .init(
          id: "another", heading: wording.coveredRoutesHeading,
          blocks: [.paragraph(text)]
            + (safer.isEmpty ? [] : [.only(.paper, [.table(paperTable(safer))])])))
    }
    if let line = plan.sharedWays.first(where: { $0.school == school }) {
      sections.append(
        .init(
          id: "together", heading: wording.sharedWayHeading,
          blocks: [
            .paragraph(wording.sharedWayIntroduction(line)), .table(stops(line)),
          ]))
    }
    sections.append(parents(passed))
    return ReportDocument(
      language: wording.language, title: wording.schoolTitle(town: material.territory),
      subtitle: (plan.schools[school].name ?? plan.schools[school].id)
        + material.pastMark(wording),
      answer: wording.warned(
        material.result.health,
        wording.paragraph([
          wording.schoolAnswer(figures, budget: material.result.parameters.mainBudget),
          wording.minutes(
            of: material.result.parameters.mainBudget, atPace: material.childPace),
        ])),
      sections: sections, credits: material.credits,
      generator: wording.generatedBy(material.generator, date: material.date))
  }

  /// The most covered ways, as far as they are public.
  func saferWay(of school: Int) -> SaferWay {
    SaferWay(saferFlows[school] ?? [], material.result.network)
  }

  /// On screen the table stands beside the map.
  private func paperTable(_ way: SaferWay) -> Table {
    var table = way.table(wording)
    table.id += "-paper"
    return table
  }

  /// A sheet of its own on paper, for parents.
  private func parents(
    _ passed: [(place: PublicPlaces.Place, children: Int)]
  ) -> ReportDocument.Section {
    var blocks: [ReportDocument.Block] = []
    if !passed.isEmpty { blocks.append(.paragraph(wording.publicAnswer(passed.count))) }
    blocks.append(.list(wording.parentsAdvice))
    if !passed.isEmpty {
      blocks.append(.only(.paper, [.table(relays.table(passed, id: "parents-table"))]))
    }
    return .init(
      id: "parents", heading: wording.parentsHeading, paper: .startsPage, blocks: blocks)
  }

  private func keyFigures(_ figures: SchoolFigures) -> [ReportDocument.KeyFigure] {
    let children = PublicCount(figures.children, homes: figures.homes).children
    let exposed = PublicCount(figures.exposed, homes: figures.exposedHomes).children
    return [
      .init(
        label: wording.childrenLabel, value: children.map(wording.integer) ?? wording.fewHomes,
        explanation: wording.childrenExplained),
      .init(
        label: wording.medianWalkLabel, value: figures.medianWalk.map(wording.metres) ?? "—",
        explanation: wording.longWalkExplained(figures.longWalk)),
      .init(
        label: wording.exposedLabel, value: exposed.map(wording.integer) ?? wording.fewHomes,
        explanation: wording.exposedExplained),
      .init(
        label: wording.longestLabel,
        value: figures.longest.map { wording.metres($0.length) } ?? wording.metres(.zero),
        explanation: wording.longestExplained(figures.longest)),
    ]
  }

  private func extraRelay(_ figures: SchoolFigures) -> String? {
    guard let relay = figures.extraRelay, let now = figures.coveredShare,
      figures.worstGaps.contains(where: {
        $0.gap == relay.gap && $0.homes >= PublicCount.leastHomes
      })
    else { return nil }
    let then =
      Double(figures.coveredChildMillimetres + relay.childMillimetres)
      / Double(figures.childMillimetres)
    return wording.extraRelay(gaps[relay.gap], now: now, then: then)
  }

  /// Every window, then all relays, whatever their hours.
  private func windows(_ figures: SchoolFigures) -> Table {
    func row(
      _ name: String, _ hours: String, _ certain: SchoolFigures.Exposure,
      _ possible: SchoolFigures.Exposure
    ) -> Table.Row {
      func exposed(_ exposure: SchoolFigures.Exposure) -> Table.Cell {
        PublicCount(exposure.exposed, homes: exposure.exposedHomes).children
          .map(wording.integerCell) ?? Table.Cell(wording.fewHomes, .empty)
      }
      return Table.Row([
        .text(wording.capitalised(name)), .text(hours),
        wording.shareCell(figures.coveredShare(certain)),
        wording.shareCell(figures.coveredShare(possible)), exposed(certain), exposed(possible),
        wording.metresCell(certain.longest),
      ])
    }
    return Table(
      id: "windows-table", caption: wording.schoolWindowsCaption,
      columns: wording.schoolWindowColumns,
      rows: zip(plan.windows, figures.windows).map { window, own in
        row(wording.name(window), wording.hours(of: window), own.certain, own.possible)
      } + [row(wording.allRelays, "", figures.exposure, figures.exposure)])
  }

  private func stops(_ line: SharedWay) -> Table {
    Table(
      id: "stops", caption: wording.stopsCaption, columns: wording.stopColumns,
      rows: line.stops.enumerated().map { number, stop in
        let children = PublicCount(stop.children, homes: stop.homes).children
        return Table.Row([
          wording.integerCell(number + 1), .text(wording.stop(stop)),
          wording.metresCell(stop.distance),
          children.map(wording.integerCell) ?? Table.Cell(wording.fewHomes, .empty),
        ])
      })
  }

  /// The gaps most of the school's children pass, as many as are public.
  func worstGaps(of school: Int) -> [(gap: Gap, children: Int)] {
    plan.figures[school].worstGaps.filter { GapRanking.isListed(gaps[$0.gap]) }.compactMap {
      share in
      PublicCount(share.children, homes: share.homes).children.map { (gaps[share.gap], $0) }
    }
  }

  /// Stretches whose flow is public, cut where coverage begins or ends.
  func parts(of school: Int) -> (covered: [EdgeInterval], uncovered: [EdgeInterval]) {
    parts(
      of: (flows[school] ?? []).filter {
        PublicCount($0.children, homes: $0.homes).children ?? 0 > 0
      }.map(\.interval))
  }

  /// Stretches cut where coverage begins or ends.
  func parts(of pieces: [EdgeInterval]) -> (covered: [EdgeInterval], uncovered: [EdgeInterval]) {
    let result = material.result
    var covered: [EdgeInterval] = []
    var uncovered: [EdgeInterval] = []
    for walked in pieces {
      func add(_ parts: [EdgeInterval], _ list: inout [EdgeInterval]) {
        for part in parts {
          let from = max(part.from, walked.from)
          let to = min(part.to, walked.to)
          if to > from { list.append(EdgeInterval(edge: walked.edge, from: from, to: to)) }
        }
      }
      let coverage = result.main.coverage
      add(coverage.intervals(of: walked.edge, in: result.network), &covered)
      add(coverage.uncoveredIntervals(of: walked.edge, in: result.network), &uncovered)
    }
    return (covered, uncovered)
  }

  /// What the map needs.
  var context: (result: AnalysisResult, plan: RoutePlan, wording: Wording, scenery: DrawnScenery) {
    (material.result, plan, wording, scenery)
  }
}
