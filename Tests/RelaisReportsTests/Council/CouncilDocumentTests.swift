import CoverageEngine
import RelaisGeo
import RelaisWording
import Testing

@testable import RelaisReports

/// What the council's report says, in both languages, of a town with everything.
@Suite struct CouncilDocumentTests {
  /// Every sentence of a document, with the place it stands at.
  private func sentences(_ document: ReportDocument) -> [(place: String, text: String)] {
    func table(_ table: Table) -> [(String, String)] {
      [(table.id, table.caption), (table.id, table.remainder)]
        + (table.onPaper.map { [(table.id, $0.remainder)] } ?? [])
        + table.columns.map { (table.id, $0.title) }
    }
    func texts(_ block: ReportDocument.Block) -> [(String, String)] {
      switch block {
      case .paragraph(let text): [("paragraph", text)]
      case .list(let items): items.map { ("list", $0) }
      case .figures(let figures):
        figures.flatMap { [("figure", $0.label), ("figure", $0.explanation)] }
      case .table(let own): table(own)
      case .map(let map):
        [("map", map.title), ("map", map.summary)]
          + map.views.flatMap { [("view", $0.caption)] + table($0.twin) }
          + map.switches.map { ("switch", $0.label) } + map.points.map { ("points", $0.label) }
      case .chart(let chart):
        [("chart", chart.summary), ("chart", chart.yTitle)]
          + chart.curves.map { ("curve", $0.label) }
      case .statements(let statements): statements.flatMap { [("statement", $0.title)] }
      case .only(_, let blocks): blocks.flatMap(texts)
      case .pair(let first, let second): (first + second).flatMap(texts)
      default: []
      }
    }
    return [("title", document.title), ("answer", document.answer)]
      + document.sections.flatMap { section in
        [(section.id, section.heading)] + section.blocks.flatMap(texts)
      }
  }

  /// Words alike in both languages, and titles that are a name or a bare number.
  private static let alike: Set<String> = ["Distance", "points", "Points", "Zone", "Date"]

  @Test func noSentenceIsMissingOrLeftInTheOtherLanguage() throws {
    let material = try CrowdedTown.material()
    let french = sentences(ReportFormat.council.compose(material, Wording(.french)))
    let english = sentences(ReportFormat.council.compose(material, Wording(.english)))
    #expect(french.map(\.place) == english.map(\.place))
    for (own, other) in zip(french, english) {
      #expect(own.text.isEmpty == other.text.isEmpty, "\(own.place): \(own.text) | \(other.text)")
      guard own.text.contains(where: \.isLetter), !Self.alike.contains(own.text) else { continue }
      #expect(own.text != other.text, "\(own.place): \(own.text)")
    }
  }

  @Test func frenchSetsItsSpacesBeforeHighPunctuation() throws {
    for (place, text) in sentences(
      ReportFormat.council.compose(try CrowdedTown.material(), Wording(.french)))
    {
      for mark in [" ;", " :", " !", " ?", " %", " »", "« ", "'", "..."] {
        #expect(!text.contains(mark), "\(place): \(text)")
      }
    }
  }

  @Test func theFirstScreenIsThreeFiguresAndAMap() throws {
    let document = ReportFormat.council.compose(try CrowdedTown.material(), Wording(.french))
    let first = try #require(document.sections.first)
    #expect(first.blocks.count == 2)
    guard case .figures(let figures) = first.blocks[0], case .map = first.blocks[1] else {
      Issue.record("figures, then a map")
      return
    }
    #expect(figures.count == 3)
    // The relays gained three hundredths of what is covered, the streets one.
    #expect(figures[2].value.hasPrefix("+") && figures[2].explanation.contains("plan des rues"))
    #expect(figures[0].value != "—" && figures[1].value != "—")
  }

  @Test func gapsAreRankedByChildrenThenLengthAndNumberedAlikeEverywhere() throws {
    var material = try CrowdedTown.material()
    let lengths = material.result.main.gaps.map(\.length)
    material.result.rankGaps(by: material.routes)
    // Gaps keep their places; each rank is there once.
    #expect(material.result.main.gaps.map(\.length) == lengths)
    #expect(material.result.main.gaps.map(\.rank).sorted() == Array(1...lengths.count))
    let first = FirstGaps(material.result, material.routes)
    #expect(first.gaps.count == FirstGaps.limit)
    #expect(first.gaps.map(\.gap.rank) == Array(1...FirstGaps.limit))
    for (before, after) in zip(first.gaps, first.gaps.dropFirst()) {
      let (a, b) = (before.children ?? 0, after.children ?? 0)
      #expect(a > b || (a == b && before.gap.length >= after.gap.length))
    }
    let table = GapsTable(
      gaps: material.result.main.gaps, budget: material.result.parameters.mainBudget,
      result: material.result, routes: material.routes, wording: Wording(.french)
    ).table()
    #expect(table.rows.map { $0.cells[0].display }.prefix(10) == (1...10).map(String.init)[...])
    let map = CouncilMap(
      result: material.result, wording: Wording(.french), routes: material.routes
    ).map()
    let marks = try #require(map.views.first?.points.first)
    #expect(marks.points.map(\.name) == (1...10).map(String.init))
    #expect(marks.points.map(\.target) == first.gaps.map { FeatureID.gap($0.gap) })
  }

  @Test func frenchSetsNoBreakSpacesBeforeHighPunctuation() throws {
    let document = ReportFormat.council.compose(try SampleTown.material(), Wording(.french))
    #expect(document.answer.contains("relais\u{202F};"))
    #expect(!document.answer.contains(" ;"))
  }
}
