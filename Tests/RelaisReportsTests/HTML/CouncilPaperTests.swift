import Foundation
import RelaisTestSupport
import RelaisWording
import Testing

@testable import RelaisReports

/// The council's page as a browser prints it.
@Suite(.needs(.chromium), .needs(.pdftotext)) struct CouncilPaperTests {
  /// The text of every printed page, without its spaces.
  private func pages(_ material: ReportMaterial, _ language: Language) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write(ReportFormat.council.file(of: material, in: language), "council.html")
    let printed = try Programs.run(
      Program.chromium.path,
      [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
        "--virtual-time-budget=8000", "--user-data-dir=" + folder.path("browser"),
        "--print-to-pdf=" + folder.path("council.pdf"), "file://" + folder.path("council.html"),
      ])
    #expect(printed.status == 0, "\(printed.output)")
    let text = try Programs.run(
      Program.pdftotext.path, ["-layout", folder.path("council.pdf"), "-"], in: nil)
    // Every page ends with a form feed.
    return text.output.components(separatedBy: "\u{C}").dropLast().map {
      $0.filter { !$0.isWhitespace }
    }
  }

  @Test func aTownOfOneCrossingHasFourPages() throws {
    let pages = try pages(SampleTown.material(), .french)
    #expect(pages.count == 4)
    #expect(pages.enumerated().allSatisfy { $1.contains("\($0 + 1)/4") })
  }

  @Test(arguments: Language.all) func aTownWithTooMuchOfEverythingHasFourPages(
    language: Language
  ) throws {
    let material = try CrowdedTown.material()
    let pages = try pages(material, language)
    try #require(pages.count == 4, "\(pages.map { $0.prefix(40) })")
    let wording = Wording(language)
    func bare(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    // Each page begins where it should, and says where the rest of its lists is.
    #expect(pages[0].contains("Saint-Quelque-Chose"))
    #expect(pages[1].contains(bare(wording.districtsHeading)) && pages[1].contains("districts.csv"))
    #expect(pages[1].contains(bare(wording.budgetsHeading)))
    #expect(pages[2].contains(bare(wording.schoolsHeading)) && pages[2].contains("schools.csv"))
    #expect(pages[2].contains(bare(wording.firstGapsHeading)) && pages[2].contains("gaps.csv"))
    for heading in [
      wording.recruitsHeading, wording.fragilityHeading, wording.costsHeading, wording.trendHeading,
    ] {
      #expect(pages[3].contains(bare(heading)))
    }
    #expect(pages[3].contains(bare(wording.methodHeading)) && pages[3].contains("Relais0"))
    #expect(pages.enumerated().allSatisfy { $1.contains("\($0 + 1)/4") })
    // What is a list for the screen is not printed.
    #expect(!pages.joined().contains(bare(wording.relaysCaption(64))))
  }
}
