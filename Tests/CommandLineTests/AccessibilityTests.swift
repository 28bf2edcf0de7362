import Foundation
import RelaisTestSupport
import Testing

/// Every page of a run, opened in a browser: WCAG 2.1 A and AA, valid HTML, nothing wider than a
/// telephone, nothing asked of the network, something to read without scripts.
@Suite struct AccessibilityTests {
  private static let root: String = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.path
  }()

  @Test(.needs(.pageTools))
  func everyPageOfTheDemonstrationTownIsAccessibleAndValid() throws {
    let folder = try TemporaryFolder()
    try DemoTown.copy(to: folder.path("demo"))
    // The agent's page has something to say only of a registry.
    let adherents = try FileManager.default.contentsOfDirectory(
      atPath: folder.path("demo/sources/adherents"))
    for file in adherents.sorted() where file.hasSuffix(".csv") {
      let imported = try Tool.run(
        "adherents", "import", folder.path("demo/sources/adherents/" + file), "--territory", "demo",
        "--quiet", in: folder)
      #expect(imported.status == 0, "\(imported.errors)")
    }
    let outcome = try Tool.run("run", "demo", "--quiet", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")

    let out = folder.path("demo/out")
    let pages = try FileManager.default.contentsOfDirectory(atPath: out).sorted().filter {
      $0.hasSuffix(".html")
    }
    for page in ["agent.html", "council.html", "public.html"] { #expect(pages.contains(page)) }
    // School pages are alike: the first and the last of them.
    let schools = try FileManager.default.contentsOfDirectory(atPath: out + "/schools").sorted()
    #expect(schools.count > 1)
    let paths = (pages + [schools[0], schools[schools.count - 1]].map { "schools/" + $0 }).map {
      out + "/" + $0
    }
    let verdict = try Programs.run(
      Programs.pageToolsPython, [Self.root + "/Scripts/check_pages.py"] + paths)
    #expect(verdict.status == 0, "\(verdict.output)")
    #expect(verdict.output.contains("\(paths.count) pages, 0 defects"), "\(verdict.output)")
  }
}
