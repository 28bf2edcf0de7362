import Foundation
import RelaisTestSupport
import Testing

/// Whole towns: the demonstration town of the repository, and real ones where they are at hand.
@Suite struct WholeTownTests {
  private static let demonstration: String = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.appendingPathComponent("geodata/demo").path
  }()

  @Test func figuresAddUpAndThePageStandsAlone() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: Self.demonstration, toPath: folder.path("demo"))
    try? FileManager.default.removeItem(atPath: folder.path("demo/out"))
    let outcome = try Tool.run("run", "demo", "--quiet", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let summary = try JSON(folder.read("demo/out/summary.json"))
    for input in summary["inputs"].list {
      let name = input["file"].text ?? ""
      #expect(
        FileManager.default.fileExists(atPath: folder.path("demo/out/rejects/\(name).csv"))
          == (input["rejected"].number != 0))
    }
    #expect(summary["network"]["edges"].number ?? 0 > 1000)
    for budget in summary["budgets"].list {
      let covered = try #require(budget["covered_m"].number)
      let uncovered = try #require(budget["uncovered_m"].number)
      let whole = try #require(summary["network"]["length_m"].number)
      #expect(abs(covered + uncovered - whole) < 0.0005)
      #expect(budget["streets_covered_m"].number ?? .infinity <= budget["streets_m"].number ?? 0)
    }
    // The page stands alone: nothing is fetched from anywhere.
    let page = String(decoding: try folder.read("demo/out/council.html"), as: UTF8.self)
    for mark in ["src=\"http", "src='http", "@import", "url(http", "<link rel=\"stylesheet\""] {
      #expect(!page.contains(mark), "\(mark)")
    }
  }

  private static let binary = "bondy/bondy-highways-2023-07-27.osm.pbf"
  private static let lines = "bondy/bondy-highways-2023-07-27.overpass-turbo.geojson.gz"
  private static let relays = "bondy/pharmacies-2014.csv"
  private static let boundary = "bondy/boundary-93010.geojson"

  @Test(.needs(.data([binary, lines, relays])))
  func aRealTownReadsTheSameFromTwoFormats() throws {
    let folder = try TemporaryFolder()
    func coverage(_ streets: String) throws -> JSON {
      try Tool.run(
        "coverage", "--streets", SharedData.path(streets), "--relays",
        SharedData.path(Self.relays),
        "--distance", "300", "--json", "-", "--quiet", in: folder
      ).json
    }
    let one = try coverage(Self.binary)
    let other = try coverage(Self.lines)
    #expect(one["crs"].text == "EPSG:2154")
    // What both formats hold: the streets to cover, to the millimetre a street.
    let streets = try #require(one["budgets"][0]["streets_m"].number)
    #expect(streets > 90_000)
    #expect(abs(streets - (other["budgets"][0]["streets_m"].number ?? 0)) < 1)
    let share = try #require(one["budgets"][0]["streets_share"].number)
    #expect(share > 0.1 && share < 0.9)
    #expect(abs(share - (other["budgets"][0]["streets_share"].number ?? 0)) < 0.005)
  }

  @Test(.needs(.data([binary, boundary])))
  func aRealTownKeepsItsFiguresToItsBoundary() throws {
    let folder = try TemporaryFolder()
    let outcome = try Tool.run(
      "coverage", "--streets", SharedData.path(Self.binary), "--boundary",
      SharedData.path(Self.boundary),
      "--json", "-", "--quiet", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let budget = try outcome.json["budgets"][0]
    #expect(budget["streets_m"].number ?? 0 > 50_000)
    #expect(budget["streets_m"].number ?? .infinity < 94_000)
    #expect(budget["streets_covered_m"].number == 0)
  }
}
