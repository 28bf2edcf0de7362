import CoverageEngine
import RelaisGeo
import RelaisTestSupport
import RelaisWording
import Testing

@testable import RelaisReports

/// The council's page about windows and the week.
@Suite struct CouncilWeekTests {
  private func material(
    hours: [String?] = ["Mo-Fr 08:00-12:00", nil], window: String = "<b>école</b>"
  ) throws -> ReportMaterial {
    var material = try SampleTown.material()
    var analysis = CoverageAnalysis(
      network: material.result.network, facilities: material.result.facilities,
      parameters: material.result.parameters)
    for (index, value) in hours.enumerated() { analysis.facilities[index].openingHours = value }
    analysis.calendar = FrenchCalendar(department: "54", zone: nil)
    analysis.times = TimeQuestion(
      windows: [
        try #require(SchoolRunWindow(name: window, parsing: "Mo-Fr 08:15-08:45")),
        try #require(SchoolRunWindow(name: "evening", parsing: "Mo-Fr 17:45-19:30")),
      ], calendar: analysis.calendar)
    material.result = analysis.run(.everything)
    return material
  }

  private func section(_ material: ReportMaterial) throws -> ReportDocument.Section {
    let document = ReportFormat.council.compose(material, Wording(.french))
    return try #require(document.sections.first { $0.id == "windows" })
  }

  @Test func theStripIsFollowedByTheTableThatSaysTheSame() throws {
    let blocks = try section(material()).blocks.flatMap { block in
      if case .only(.screen, let hidden) = block { hidden } else { [block] }
    }
    let place = try #require(
      blocks.firstIndex { if case .week = $0 { true } else { false } })
    guard case .week(let strip) = blocks[place], case .table(let table) = blocks[place + 1] else {
      Issue.record("no table after the strip")
      return
    }
    #expect(strip.days.count == 7 && strip.days.allSatisfy { $0.hours.count == 24 })
    #expect(table.columns.count == 8)
    // Nobody, then the shop from eight to noon, then nobody.
    #expect(
      table.rows.map(\.cells[0].display) == [
        "0\u{A0}h\u{A0}–\u{A0}8\u{A0}h", "8\u{A0}h\u{A0}–\u{A0}12\u{A0}h",
        "12\u{A0}h\u{A0}–\u{A0}24\u{A0}h",
      ])
    let monday = strip.days[0].hours
    #expect(monday[7].certain == 0 && monday[8].certain > 0 && monday[12].certain == 0)
    #expect(strip.days[6].hours.allSatisfy { $0.certain == 0 })
    #expect(monday.indices.filter { monday[$0].isMarked } == [8, 17, 18, 19])
    #expect(strip.days.flatMap(\.hours).allSatisfy { $0.certain <= $0.possible })
  }

  @Test func namesOfWindowsAndHoursStayText() throws {
    let page = String(
      decoding: ReportFormat.council.file(
        of: try material(hours: ["Mo-Fr 08:00-12:00", "<script>x</script>"]), in: .french),
      as: UTF8.self)
    #expect(!page.contains("<b>école") && !page.contains("<script>x"))
    #expect(page.contains("&lt;b&gt;école"))
    #expect(page.contains("&lt;script&gt;x"))
    let ids = page.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
  }

  @Test func withoutAnyHoursAParagraphSaysSo() throws {
    let blocks = try section(material(hours: [nil, nil])).blocks
    #expect(blocks.count == 1)
    guard case .paragraph(let text) = blocks[0] else {
      Issue.record("no paragraph")
      return
    }
    #expect(text.contains("horaires"))
  }

  @Test func theGapsFilesSayWhenEachIsOne() throws {
    let result = try material().result
    func rows(_ bytes: [UInt8]) -> [String] {
      String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }
    let always = rows(GapsCSV.bytes(result, Wording(.french)))
    #expect(try #require(always.first).hasSuffix(";Quand"))
    #expect(always.count == 1 + result.gaps.count)
    #expect(always.dropFirst().allSatisfy { $0.hasSuffix(";toujours") })

    let inTime = try #require(result.inTime)
    let timed = rows(TimedGapsCSV.bytes(inTime, of: result, Wording(.french)))
    #expect(try #require(timed.first).hasSuffix(";Quand;Peut-être (horaires inconnus)"))
    #expect(timed.count == 1 + inTime.gaps.count && timed.count > 1)
    #expect(timed.allSatisfy { !$0.contains(";toujours") })
    #expect(timed.contains { $0.hasSuffix(";soir;") })
  }

  @Test func standardWindowsHaveANameInBothLanguages() {
    for window in SchoolRunWindow.standard {
      #expect(Wording(.french).name(window) != window.name)
      for language in Language.all {
        let called = Wording(language).name(window)
        #expect(Wording.window(called: called, among: SchoolRunWindow.standard) == window)
        #expect(
          Wording.window(called: called.uppercased(), among: SchoolRunWindow.standard) == window)
      }
      #expect(Wording.window(called: window.name, among: SchoolRunWindow.standard) == window)
    }
    #expect(Wording.window(called: "", among: SchoolRunWindow.standard) == nil)
  }
}
