import Foundation
import RelaisTestSupport
import Testing

/// The programs of `Documentation/Examples`, built and run.
@Suite struct ExamplesTests {
  private static let root: URL = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root
  }()

  @Test func theDemonstrationTownRunsWithoutAnArgumentParser() throws {
    let outcome = try Programs.run(
      Programs.built("RunDemoTown"), [], in: Self.root.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("Valmeuse"))
    #expect(outcome.output.contains("within 300.0 m"))
    #expect(outcome.output.contains("To recruit first: "))
  }

  @Test func twoFilesAreADozenLines() throws {
    let town = try TemporaryFolder()
    let streets = """
      <?xml version="1.0"?>
      <osm version="0.6">
      <node id="1" version="1" lat="48.0" lon="6.0"/>
      <node id="2" version="1" lat="48.0" lon="6.01"/>
      <way id="10" version="1"><nd ref="1"/><nd ref="2"/>
      <tag k="highway" v="residential"/><tag k="name" v="Rue A"/></way>
      </osm>

      """
    try town.write(streets.utf8, "streets.osm")
    try town.write("id;nom;lon;lat\nR1;Boulangerie;6,0;48,0\n".utf8, "relays.csv")
    let outcome = try Programs.run(
      Programs.built("CoverageOfTwoFiles"), ["streets.osm", "relays.csv"], in: town.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output == "300 m of 746 m\nuncovered: 446 m\n")
  }

  @Test(arguments: ["RunDemoTown", "CoverageOfTwoFiles"])
  func theReadmeShowsThemAsTheyAre(name: String) throws {
    let readme = try String(
      contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    let program = try String(
      contentsOf: Self.root.appendingPathComponent("Documentation/Examples/\(name)/main.swift"),
      encoding: .utf8)
    #expect(readme.contains("```swift\n" + program + "```\n"))
  }
}
