import Foundation
import RelaisTestSupport
import Testing

/// The apprentice's page as a telephone has it, from a tap at a door to the registry.
@Suite struct StreetPageTests {
  private static let root: String = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.path
  }()

  @Test(.needs(.pageTools))
  func whatIsTappedAtDoorsComesIntoTheRegistryOnce() throws {
    let folder = try TemporaryFolder()
    try DemoTown.copy(to: folder.path("demo"))
    func relais(_ arguments: String...) throws -> Programs.Outcome {
      try Tool.run(arguments + ["--territory", "demo"], in: folder)
    }
    let list = folder.path("demo/sources/adherents/points-relais.csv")
    #expect(try relais("adherents", "import", list, "--quiet").status == 0)
    #expect(try Tool.run("run", "demo", "--quiet", in: folder).status == 0)
    let page = folder.path("demo/out/apprentice.html")
    #expect(try Data(contentsOf: URL(fileURLWithPath: page)).count <= 400_000)
    let verdict = try Programs.run(
      Programs.pageToolsPython, [Self.root + "/Scripts/check_street.py", page, folder.path(".")])
    #expect(verdict.status == 0, "\(verdict.output)")
    #expect(verdict.output == "six answers in 6 taps, 0 defects\n", "\(verdict.output)")

    func states(_ file: String) throws -> [String?] {
      try relais("adherents", "answers", folder.path(file), "--json", "-").json["answers"].list
        .map { $0["state"].text }
    }
    #expect(try states("shared.txt") == Array(repeating: "accepted", count: 6))
    #expect(try states("shared.txt") == Array(repeating: "known", count: 6))
    #expect(try states("saved.json") == ["accepted"])
    #expect(try states("later.json") == ["accepted"])
    #expect(try relais("verify").status == 0)
  }
}
