import Foundation
import RelaisTestSupport
import Testing

/// The maps of a run's pages in a browser: drag, keyboard, a link to a view, no script, paper.
@Suite struct MapPageTests {
  private static let root: String = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.path
  }()

  @Test(.needs(.pageTools))
  func mapsAreMovedFoundAgainAndReadWithoutScripts() throws {
    let folder = try TemporaryFolder()
    try DemoTown.copy(to: folder.path("demo"))
    #expect(try Tool.run("run", "demo", "--quiet", in: folder).status == 0)
    let out = folder.path("demo/out")
    func size(_ file: String) throws -> Int {
      try Data(contentsOf: URL(fileURLWithPath: out + "/" + file)).count
    }
    #expect(try size("council.html") <= 1_500_000)
    let schools = try FileManager.default.contentsOfDirectory(atPath: out + "/schools").sorted()
    let school = try #require(schools.first { $0.hasSuffix(".html") })
    let verdict = try Programs.run(
      Programs.pageToolsPython,
      [
        Self.root + "/Scripts/check_map.py", out + "/council.html", out + "/schools/" + school,
        out + "/public.html",
      ])
    #expect(verdict.status == 0, "\(verdict.output)")
    #expect(verdict.output.hasSuffix(" checks, 0 defects\n"), "\(verdict.output)")
  }

  @Test(.needs(.qgis)) func qgisOpensTheProjectWithItsGroupsLabelsAndPage() throws {
    let folder = try TemporaryFolder()
    try DemoTown.copy(to: folder.path("demo"))
    #expect(try Tool.run("run", "demo", "--quiet", in: folder).status == 0)
    let verdict = try Programs.run(
      Program.python3.path,
      [Self.root + "/Scripts/check_qgis.py", folder.path("demo/out/relais.qgz")])
    #expect(verdict.status == 0, "\(verdict.output)")
    #expect(verdict.output.contains(", 1 pages, 0 defects"), "\(verdict.output)")
  }
}
