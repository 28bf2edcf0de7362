import Foundation
import RelaisTestSupport
import Testing

/// The walk through a quarter, as its document tells it: the commands are run as they stand there,
/// and every line below one is looked for in its answer.
@Suite struct QuarterTests {
  @Test func theQuarterGoesAsItsDocumentSays() throws {
    let folder = try TemporaryFolder()
    try DemoTown.copy(to: folder.path("demo"))
    let page = try DocumentSteps("Documentation/Trimestre.md")
    #expect(page.steps.count >= 14)
    #expect(page.steps.count { !$0.facts.isEmpty } >= 11)
    #expect(page.steps.allSatisfy { $0.command.hasPrefix("relais ") })
    try page.run(in: folder.path("demo"))
    // What the council is told adds up, and every page says its day.
    let summary = try JSON(folder.read("demo/trimestre-1/summary.json"))
    #expect(summary["as_of"].text == "2026-03-31")
    let change = summary["trend"]["change"]
    #expect(change["since"].text == "2025-12-31")
    let effects = change["budgets"][0]
    func millimetres(_ key: String) -> Int64 {
      Int64(((effects[key].number ?? -1) * 1000).rounded())
    }
    #expect(millimetres("gained_m") - millimetres("lost_m") == millimetres("by_members_m"))
    let schools = try FileManager.default.contentsOfDirectory(
      atPath: folder.path("demo/trimestre-1/schools")
    ).map { "schools/" + $0 }
    // One of the twelve schools has too few homes to tell of; one page leads to the others.
    #expect(schools.count == 12)
    for name in ["council.html", "apprentice.html"] + schools {
      let text = String(decoding: try folder.read("demo/trimestre-1/" + name), as: UTF8.self)
      #expect(text.contains("situation au 31\u{A0}mars 2026"), "\(name)")
    }
    let points = summary["trend"]["points"].list
    #expect(points.count == 13)
    #expect(points.dropLast().last?["relays"]["count"].number == 81)
    #expect(points.last?["relays"]["count"].number == 81)
  }
}
