import Foundation
import RelaisTestSupport
import Testing

/// The demonstration town: what the repository holds is what its generator makes, and the tool
/// makes of it what the README promises.
@Suite struct DemoTownTests {
  private static let root: String = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.path
  }()

  private static let sources = root + "/geodata/demo/sources"

  private func files(_ folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.contains(".") }.sorted()
  }

  @Test func theGeneratorMakesTheFilesOfTheRepository() throws {
    let folder = try TemporaryFolder()
    let outcome = try Programs.run(
      Program.env.path,
      ["swift", "run", "--package-path", Self.root + "/Tools/demo-town", "demo-town", folder.path],
      in: nil)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let made = folder.path("sources")
    #expect(try files(made) == files(Self.sources))
    for file in try files(Self.sources) {
      #expect(
        FileManager.default.contentsEqual(
          atPath: made + "/" + file, andPath: Self.sources + "/" + file),
        "\(file)")
    }
  }

  @Test func everyRowOfTheTownIsTakenAndTwoRelaysAreOdd() throws {
    let folder = try TemporaryFolder()
    try DemoTown.copy(to: folder.path("demo"))
    let outcome = try Tool.run("run", "demo", "--json", "-", "--quiet", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let summary = try outcome.json
    for input in summary["inputs"].list {
      let rows = try #require(input["rows"].number)
      #expect(rows == (input["taken"].number ?? 0) + (input["rejected"].number ?? 0))
      // One school of the directory is closed; the register holds what is no shop, and what closed.
      let isSchools = input["kind"].text == "schools"
      if input["format"].text == "sirene" {
        #expect(input["rejected"].number == 12)
        continue
      }
      if input["kind"].text != "streets" {
        #expect(input["rejected"].number == (isSchools ? 1 : 0))
      }
    }
    #expect(summary["relays"]["count"].number == 81)
    #expect(summary["relays"]["attached"].number == 80)
    #expect(summary["findings"]["place-unattached"].number == 1)
    #expect(summary["findings"]["relay-on-island"].number == 1)
    #expect(summary["findings"]["relay-closed"].number == 2)
    let share = try #require(summary["budgets"][0]["streets_share"].number)
    #expect((0.6...0.75).contains(share))
    #expect(summary["districts"].list.count == 8)
    #expect(summary["schools"].list.count == 12)
    #expect(summary["schools"].list.allSatisfy { $0["attached"].bool == true })
    #expect(summary["school_routes"].list.map { $0["level"].text }.count == 3)
  }

  @Test func theSameInputsGiveTheSameBytesWhereverTheyLie() throws {
    let folder = try TemporaryFolder()
    let manager = FileManager.default
    try manager.createDirectory(
      atPath: folder.path("elsewhere/deeper"), withIntermediateDirectories: true)
    let towns = ["demo", "elsewhere/deeper/town"]
    for town in towns {
      try DemoTown.copy(to: folder.path(town))
      let outcome = try Tool.run("run", town, "--quiet", in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    let made = try files(folder.path("demo/out"))
    #expect(
      made.contains("summary.json") && made.contains("rejects/StockEtablissement-54999.csv.csv"))
    #expect(try files(folder.path("elsewhere/deeper/town/out")) == made)
    for file in made {
      #expect(
        manager.contentsEqual(
          atPath: folder.path("demo/out/" + file),
          andPath: folder.path("elsewhere/deeper/town/out/" + file)), "\(file)")
    }
  }

  /// What somebody learns who subtracts two runs, between which one child moved into a square of few households: at
  /// most that a rounded figure of a school was near the middle between two steps.
  @Test func oneChildInOneSquareDoesNotShow() throws {
    let folder = try TemporaryFolder()
    let manager = FileManager.default
    for town in ["before", "after"] {
      try DemoTown.copy(to: folder.path(town))
    }
    let grid = "sources/population/carreaux-200m.csv"
    var lines = String(decoding: try folder.read("before/" + grid), as: UTF8.self)
      .split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    let men = try #require(lines[0].firstIndex(of: "men"))
    let children = try #require(lines[0].firstIndex(of: "ind_6_10"))
    let small = lines.indices.dropFirst().filter { (5..<11).contains(Double(lines[$0][men]) ?? 0) }
    let cell = small[small.count / 2]
    lines[cell][children] = String((Double(lines[cell][children]) ?? 0) + 1)
    try folder.write(
      Array((lines.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n").utf8),
      "after/" + grid)
    var summaries: [JSON] = []
    for town in ["before", "after"] {
      let outcome = try Tool.run("run", town, "--json", "-", "--quiet", in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      summaries.append(try outcome.json)
    }
    for file in [
      "gaps.csv", "gaps.geojson", "prospects.csv", "findings.csv", "districts.csv", "windows.csv",
      "public.html", "apprentice.html",
    ] {
      #expect(
        manager.contentsEqual(
          atPath: folder.path("before/out/" + file), andPath: folder.path("after/out/" + file)),
        "\(file)")
    }
    for (before, after) in zip(summaries[0]["schools"].list, summaries[1]["schools"].list) {
      for (name, step) in [
        ("children", 5.0), ("exposed_children", 5), ("helped_children", 5), ("median_walk_m", 50),
        ("p90_walk_m", 50), ("covered_share", 0.01),
      ] {
        let values = [before, after].compactMap { $0[name].number }
        guard values.count == 2 else { continue }
        #expect(abs(values[1] - values[0]) <= step * 1.0001, "\(name) \(values)")
        #expect(
          abs(values[0] / step - (values[0] / step).rounded()) < 1e-6, "\(name) \(values[0])")
      }
    }
  }
}
