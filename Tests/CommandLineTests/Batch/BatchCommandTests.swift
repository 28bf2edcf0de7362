import Foundation
import RelaisTestSupport
import Testing

/// `relais batch`: many communes, each as if it were alone.
@Suite struct BatchCommandTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// With plain spaces.
  private func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }

  @Test func figuresAreThoseOfARunOnTheWholeFiles() throws {
    let country = try SmallCountry()
    try country.plan()
    let units = Array(SmallCountry.codes[1...3])
    #expect(
      try Tool.run(["batch", "unit"] + units + ["--work", "work"], in: country.folder).status == 0)
    for code in units {
      let whole = try Tool.run(
        "coverage", "--territory", try country.territory(code), "--json", "-", "--quiet",
        in: country.folder
      ).json
      let unit = try JSON(country.folder.read("work/results/\(code)/figures.json"))
      #expect(whole["budgets"].list.count == 2)
      for (own, other) in zip(unit["budgets"].list, whole["budgets"].list) {
        for key in ["distance_m", "streets_m", "streets_covered_m", "covered_m", "uncovered_m"] {
          #expect(own[key].number == other[key].number, "\(code) \(key)")
        }
        #expect(own["streets_covered_m"].number ?? 0 > 0)
      }
      #expect(unit["network"]["edges"].number == whole["network"]["edges"].number)
    }
    // The piece leaves out what no figure needs.
    let size = { (path: String) in
      try FileManager.default.attributesOfItem(atPath: country.folder.path(path))[.size] as? Int
        ?? 0
    }
    #expect(
      try size("work/units/\(units[0])/sources/streets/streets-01.osm.pbf") < size("streets.osm")
        / 4)
  }

  @Test func reportsAreThoseOfARunOnTheWholeFiles() throws {
    let country = try SmallCountry()
    try country.plan()
    let code = SmallCountry.codes[2]
    #expect(
      try Tool.run("batch", "unit", code, "--work", "work", "--reports", in: country.folder).status
        == 0)
    let whole = try country.territory(code)
    #expect(try Tool.run("run", whole, in: country.folder).status == 0)
    for name in ["gaps.csv", "prospects.csv", "gaps.geojson"] {
      #expect(
        text(try country.folder.read("work/results/\(code)/\(name)"))
          == text(try country.folder.read(whole + "/out/" + name)), "\(name)")
    }
  }

  @Test func bytesDependOnNeitherOrderNorCores() throws {
    let country = try SmallCountry()
    try country.plan("one")
    try country.plan("other")
    let ran = try Tool.run("batch", "run", "--work", "one", "--jobs", "3", in: country.folder)
    #expect(ran.status == 0, "\(ran.errors)")
    for code in SmallCountry.codes.reversed() {
      for _ in 0..<2 {
        _ = try Tool.run("batch", "unit", code, "--work", "other", in: country.folder)
      }
    }
    let (one, other) = (try country.results(of: "one"), try country.results(of: "other"))
    #expect(one.keys.count == 2 * SmallCountry.codes.count)
    #expect(one == other)
    for work in ["one", "other"] {
      #expect(
        try Tool.run("batch", "merge", "--work", work, "--out", "out-" + work, in: country.folder)
          .status == 0)
    }
    for name in ["communes.csv", "communes.gpkg", "national.html"] {
      #expect(
        try country.folder.read("out-one/" + name) == country.folder.read("out-other/" + name))
    }
  }

  @Test func aRunThatIsKilledIsTakenUp() throws {
    let country = try SmallCountry()
    try country.plan()
    try country.plan("calm")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Tool.path)
    process.arguments = ["batch", "run", "--work", "work", "--jobs", "1"]
    process.currentDirectoryURL = URL(fileURLWithPath: country.folder.path)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let results = country.folder.path("work/results")
    for _ in 0..<3000 where process.isRunning {
      let names = try FileManager.default.contentsOfDirectory(atPath: results)
      if names.contains(where: { $0.hasPrefix("549") }) { break }
      usleep(10_000)
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let ran = try Tool.run("batch", "run", "--work", "work", in: country.folder)
    #expect(ran.status == 0, "\(ran.errors)")
    _ = try Tool.run("batch", "run", "--work", "calm", in: country.folder)
    #expect(try country.results() == country.results(of: "calm"))
    // Nothing is left to do.
    let again = try Tool.run("batch", "run", "--work", "work", "--lang", "en", in: country.folder)
    #expect(plain(again.output).contains("6 done before"))
  }

  @Test func aCommuneWhoseDataWillNotDoStopsNoOther() throws {
    let country = try SmallCountry()
    try country.plan()
    let bad = SmallCountry.codes[1]
    try country.folder.write(
      "no extract".utf8, "work/units/\(bad)/sources/streets/streets-01.osm.pbf")
    let ran = try Tool.run(
      "batch", "run", "--work", "work", "--strict", "--lang", "en", in: country.folder)
    #expect(ran.status == 2, "\(ran.errors)")
    #expect(plain(ran.output).contains("5 units done, 1 failed, 0 cut short"))
    #expect(ran.errors.contains(bad))
    let failed = try JSON(country.folder.read("work/results/\(bad)/failed.json"))
    #expect(failed["problem"].text?.contains("streets-01.osm.pbf") ?? false)
    // What nobody has done is told apart from what failed.
    let missing = SmallCountry.codes[4]
    try FileManager.default.removeItem(atPath: country.folder.path("work/results/" + missing))
    let merged = try Tool.run(
      "batch", "merge", "--work", "work", "--out", "out", "--json", "-", "--quiet", "--lang", "en",
      in: country.folder)
    #expect(merged.status == 0)
    let sums = try merged.json
    #expect(sums["done"].number == 4)
    #expect(sums["failed_communes"].list.map(\.text) == [bad])
    #expect(sums["missing_communes"].list.map(\.text) == [missing])
    let table = text(try country.folder.read("out/communes.csv")).split(separator: "\r\n")
    #expect(table[0].hasPrefix("\u{FEFF}insee;name;state;"))
    #expect(table.dropFirst().map { $0.prefix(5) } == SmallCountry.codes.map { $0[...] })
    #expect(table[2].hasPrefix(bad + ";Commune 2;failed;"))
    #expect(table[5].hasPrefix(missing + ";Commune 5;missing;"))
    #expect(text(try country.folder.read("out/national.html")).contains("1 failed, 1 to do"))
  }

  @Test func sumsAreThoseOfTheUnitsToTheMillimetre() throws {
    let country = try SmallCountry()
    try country.plan()
    _ = try Tool.run("batch", "run", "--work", "work", in: country.folder)
    let sums = try Tool.run(
      "batch", "merge", "--work", "work", "--out", "out", "--json", "-", in: country.folder
    ).json
    var streets = 0
    var covered = [0, 0]
    for code in SmallCountry.codes {
      let unit = try JSON(country.folder.read("work/results/\(code)/figures.json"))
      for (number, budget) in unit["budgets"].list.enumerated() {
        covered[number] += Int(((budget["streets_covered_m"].number ?? 0) * 1000).rounded())
        if number == 0 { streets += Int(((budget["streets_m"].number ?? 0) * 1000).rounded()) }
      }
    }
    let whole = { (value: Double?) in Int(((value ?? 0) * 1000).rounded()) }
    #expect(whole(sums["streets_m"].number) == streets)
    #expect(sums["budgets"].list.map { whole($0["streets_covered_m"].number) } == covered)
    #expect(streets > 40_000_000)
  }

  @Test func aPlanKeepsNoContactAndSaysWhatItLeftOut() throws {
    let country = try SmallCountry()
    let outcome = try Tool.run(
      ["batch", "plan"] + SmallCountry.files + ["--out", "work", "--lang", "en"], in: country.folder
    )
    #expect(plain(outcome.errors).contains("relays.csv: 1 row not taken"))
    #expect(text(try country.folder.read("work/rejects/relays.csv.csv")).contains("R99"))
    let relays = text(
      try country.folder.read("work/units/54901/sources/adherents/relays.csv"))
    #expect(relays.contains("Boutique"))
    #expect(!relays.contains("0612345678"))
    // The largest first, and the same bytes again.
    let list = text(try country.folder.read("work/units.csv"))
    let works = list.split(separator: "\r\n").dropFirst().map {
      Int($0.split(separator: ";")[2]) ?? 0
    }
    #expect(works.count == 6 && works == works.sorted(by: >))
    let plan = try country.folder.read("work/plan.json")
    _ = try Tool.run(
      ["batch", "plan"] + SmallCountry.files + ["--out", "work", "--lang", "en"], in: country.folder
    )
    #expect(try country.folder.read("work/plan.json") == plan)
  }

  @Test func whatCannotBeIsRefusedByName() throws {
    let country = try SmallCountry()
    let folder = country.folder
    func refused(_ arguments: String..., status: Int32 = 1, naming names: String...) throws {
      let outcome = try Tool.run(["batch"] + arguments, in: folder)
      #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
      for name in names {
        #expect(outcome.errors.contains(name), "\(arguments): \(outcome.errors)")
      }
    }
    try refused(
      "plan", "--streets", "none.osm", "--boundaries", "communes.geojson", "--out", "w",
      naming: "none.osm")
    try refused(
      "plan", "--streets", "streets.osm", "--boundaries", "relays.csv", "--out", "w",
      naming: "relays.csv")
    let nameless =
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"nom\":\"X\"},"
      + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[6,48],[6.1,48],[6.1,48.1],[6,48]]]}}]}"
    try folder.write(nameless.utf8, "nameless.geojson")
    try refused(
      "plan", "--streets", "streets.osm", "--boundaries", "nameless.geojson", "--out", "w",
      naming: "nameless.geojson", "INSEE")
    try refused(
      "plan", "--streets", "streets.osm", "--out", "w", status: 64, naming: "--boundaries")
    try refused(
      "plan", "--streets", "streets.osm", "--boundaries", "communes.geojson", "--crs", "EPSG:x",
      "--out", "w", status: 64, naming: "EPSG:x")
    try refused(
      "plan", "--streets", "streets.osm", "--boundaries", "communes.geojson", "--out", ".",
      naming: "«")
    try refused("run", "--work", "w", naming: "plan")
    try refused("merge", "--work", "w", "--out", "o", naming: "plan")
    try country.plan()
    try refused("unit", "54999", "--work", "work", naming: "54999")
    try refused("unit", "../x", "--work", "work", naming: "../x")
    try refused("run", "--work", "work", "--jobs", "0", status: 64, naming: "--jobs")
    let plan = text(try folder.read("work/plan.json"))
    try folder.write(plan.replacing("Relais ", with: "Relais 0.").utf8, "work/plan.json")
    try refused("run", "--work", "work", naming: "Relais 0.")
  }

  @Test func everyKindOfStreetFileIsShared() throws {
    let country = try SmallCountry()
    let folder = country.folder
    // An avenue 9 km long in two pieces, of which one lies in no reach of the last commune.
    let lines = (0..<30).map { number in
      let west = 6 + Double(number) * 0.00403
      return
        "e\(number),n\(number),n\(number + 1),300,\"LINESTRING (\(west) 48.005, \(west + 0.00403) 48.005)\",Allée"
    }
    try folder.write(
      ("id,u,v,length,wkt,name\n" + lines.joined(separator: "\n") + "\n").utf8, "a.csv")
    let features = (0..<30).map { number in
      let west = 6 + Double(number) * 0.00403
      return
        "{\"type\":\"Feature\",\"properties\":{\"nom\":\"Allée\"},\"geometry\":{\"type\":\"LineString\","
        + "\"coordinates\":[[\(west),48.005],[\(west + 0.00403),48.005]]}}"
    }
    try folder.write(
      "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}".utf8,
      "a.geojson")
    for file in ["a.csv", "a.geojson"] {
      let work = "work-" + file
      let planned = try Tool.run(
        "batch", "plan", "--streets", file, "--boundaries", "communes.geojson", "--adherents",
        "relays.csv", "--out", work, in: folder)
      #expect(planned.status == 0, "\(planned.errors)")
      let code = SmallCountry.codes[1]
      let done = try Tool.run("batch", "unit", code, "--work", work, in: folder)
      #expect(done.status == 0, "\(done.errors)")
      let territory = try country.territory(code)
      let text = text(try folder.read(territory + "/relais.yml"))
      try folder.write(text.replacing("streets.osm", with: file).utf8, territory + "/relais.yml")
      let whole = try Tool.run(
        "coverage", "--territory", territory, "--json", "-", "--quiet", in: folder
      ).json
      let unit = try JSON(folder.read("\(work)/results/\(code)/figures.json"))
      for (own, other) in zip(unit["budgets"].list, whole["budgets"].list) {
        #expect(own["streets_m"].number == other["streets_m"].number)
        #expect(own["streets_covered_m"].number == other["streets_covered_m"].number)
        #expect(own["streets_m"].number ?? 0 > 1500)
      }
    }
  }

  @Test(.needs(.program(.parallel))) func gnuParallelDoesTheUnits() throws {
    let country = try SmallCountry()
    try country.plan()
    let line =
      "tail -n +2 work/units.csv | cut -d';' -f1 | parallel -j 2 '\(Tool.path)' batch unit {} --work work --quiet"
    let outcome = try Programs.run("/bin/sh", ["-c", line], in: country.folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try country.results().keys.count == 2 * SmallCountry.codes.count)
  }
}
