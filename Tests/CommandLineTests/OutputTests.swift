import Foundation
import RelaisTestSupport
import Testing

/// What `coverage --out` leaves, and how it leaves it.
@Suite struct OutputTests {
  private func written(_ more: [String] = []) throws -> TemporaryFolder {
    let folder = try SmallTown.folder()
    let outcome = try Tool.run(
      ["coverage"] + SmallTown.files + ["--distance", "30", "--out", "out", "--quiet"] + more,
      in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output == "")
    return folder
  }

  @Test func theFilesOfTheContractAreThereAndNothingElse() throws {
    let folder = try written()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("out")).sorted()
    #expect(
      names == [
        ".relais.json", "coverage.gpkg", "findings.csv", "gaps.csv", "gaps.geojson", "rejects",
      ])
  }

  @Test func tablesAreForFrenchSpreadsheets() throws {
    let folder = try written()
    for name in ["gaps.csv", "findings.csv"] {
      let bytes = try folder.read("out/" + name)
      #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(name)")
      let lines = String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
      #expect(lines.count > 1)
      #expect(lines[0].contains(";"))
    }
    let gaps = String(decoding: try folder.read("out/gaps.csv"), as: UTF8.self)
    // Rue B: 80 m, all of it; rue A: 20 and 40 m on either side of 20…60.
    #expect(gaps.contains("Rue B"))
    #expect(gaps.contains(";80,0;"))
    #expect(gaps.contains(";20,0;"))
    #expect(!gaps.contains("80.0"))
  }

  @Test(.needs(.ogrinfo)) func theGeoPackageIsValidAndHoldsItsLayers() throws {
    let folder = try written()
    let file = folder.path("out/coverage.gpkg")
    func count(_ layer: String) throws -> String {
      let outcome = try Programs.run(Program.ogrinfo.path, ["-so", file, layer])
      #expect(outcome.status == 0)
      #expect(!outcome.output.contains("ERROR") && !outcome.output.contains("Warning"))
      return outcome.output.split(separator: "\n").first { $0.hasPrefix("Feature Count") }.map(
        String.init) ?? outcome.output
    }
    // Rue A in three parts, the other two whole.
    #expect(try count("streets") == "Feature Count: 5")
    // Two ends of rue A (the eastern one apart from rue B by its name), rue B, the island.
    #expect(try count("gaps") == "Feature Count: 4")
    #expect(try count("relays") == "Feature Count: 2")
    #expect(try count("service_areas") == "Feature Count: 1")
  }

  @Test(.needs(.gdalForPython)) func theJudgeOfGeoPackagesFindsNoError() throws {
    let folder = try written()
    let verdict = try Programs.validateGeoPackage(folder.path("out/coverage.gpkg"))
    #expect(verdict.status == 0, "\(verdict.output)")
    let earth = try TemporaryFolder()
    try earth.write(SmallTown.osm.utf8, "town.osm")
    try earth.write(SmallTown.osmRelays.utf8, "relays.csv")
    #expect(
      try Tool.run(
        "coverage", "--streets", "town.osm", "--relays", "relays.csv", "--out", "out", "--quiet",
        in: earth
      ).status == 0)
    let other = try Programs.validateGeoPackage(earth.path("out/coverage.gpkg"))
    #expect(other.status == 0, "\(other.output)")
  }

  @Test func rowsNotTakenAreListedWithTheirLine() throws {
    let folder = try SmallTown.folder()
    try folder.write(Array("id,x,y\nR1,40,10\nR2,left,10\nR1,1,1\n".utf8), "relays.csv")
    #expect(
      try Tool.run(["coverage"] + SmallTown.files + ["--out", "out", "--quiet"], in: folder)
        .status == 0)
    let rejects = String(decoding: try folder.read("out/rejects/relays.csv.csv"), as: UTF8.self)
    let lines = rejects.split(separator: "\r\n")
    #expect(lines.count == 3)
    #expect(
      lines[1].contains("3") && lines[1].contains("not-a-number") && lines[1].contains("left"))
    #expect(lines[2].contains("4") && lines[2].contains("duplicate-id"))
    // A later run over a sound file takes the list away.
    try folder.write(SmallTown.relays.utf8, "relays.csv")
    #expect(
      try Tool.run(["coverage"] + SmallTown.files + ["--out", "out", "--quiet"], in: folder)
        .status == 0)
    #expect(!FileManager.default.fileExists(atPath: folder.path("out/rejects/relays.csv.csv")))
  }

  @Test func pathsWithSpacesAccentsAndLinksBehave() throws {
    let folder = try SmallTown.folder()
    let odd = "été à l'île #1; 100%"
    try FileManager.default.createDirectory(
      atPath: folder.path(odd), withIntermediateDirectories: false)
    try folder.write(SmallTown.streets.utf8, odd + "/rues été.csv")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.csv"), withDestinationPath: odd + "/rues été.csv")
    for streets in [odd + "/rues été.csv", "link.csv"] {
      let outcome = try Tool.run(
        "coverage", "--streets", streets, "--relays", "relays.csv", "--crs", "local", "--distance",
        "30", "--out", odd + "/sortie", "--json", odd + "/résultat.json", in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(
        try JSON(folder.read(odd + "/résultat.json"))["budgets"][0]["covered_m"].number == 40)
      #expect(FileManager.default.fileExists(atPath: folder.path(odd + "/sortie/coverage.gpkg")))
    }
  }

  @Test func aLinkIsNotWrittenThrough() throws {
    let folder = try SmallTown.folder()
    try folder.write(Array("old".utf8), "real.json")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.json"), withDestinationPath: "real.json")
    #expect(
      try Tool.run(["coverage"] + SmallTown.files + ["--json", "link.json", "--quiet"], in: folder)
        .status == 1)
    #expect(try folder.read("real.json") == Array("old".utf8))
    let type = try FileManager.default.attributesOfItem(atPath: folder.path("link.json"))[.type]
    #expect(type as? FileAttributeType == .typeSymbolicLink)
  }

  @Test func aFileInPlaceOfTheFolderIsNamed() throws {
    let folder = try SmallTown.folder()
    try folder.write(Array("mine".utf8), "out")
    let outcome = try Tool.run(["coverage"] + SmallTown.files + ["--out", "out"], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("out"))
    #expect(try folder.read("out") == Array("mine".utf8))
  }

  @Test(.needs(.boundByPermissions)) func aFolderThatMayNotBeWrittenIsNamedAndLeftAlone() throws {
    let folder = try SmallTown.folder()
    let closed = folder.path("closed")
    try FileManager.default.createDirectory(atPath: closed, withIntermediateDirectories: false)
    chmod(closed, 0o555)
    defer { chmod(closed, 0o755) }
    let arguments = ["coverage"] + SmallTown.files + ["--out", "closed", "--json", "-"]
    let outcome = try Programs.runBound(Tool.path, arguments, in: folder.path)
    #expect(outcome.status == 1)
    #expect(!outcome.isKilled)
    #expect(outcome.errors.contains("closed"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: closed).isEmpty)
  }

  @Test(.needs(.smallDisk)) func aFullDiskIsSaidAndLeavesWhatWasThere() throws {
    let folder = try SmallTown.folder()
    let disk = try SmallDisk(kilobytes: 64)
    try disk.write(Array("before".utf8), "coverage.gpkg")
    try disk.write(
      Array(#"{"schema":"relais.outputs/1","files":["coverage.gpkg"]}"#.utf8), ".relais.json")
    let outcome = try Tool.run(["coverage"] + SmallTown.files + ["--out", disk.path], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("coverage.gpkg"))
    #expect(try disk.read("coverage.gpkg") == Array("before".utf8))
    let names = try FileManager.default.contentsOfDirectory(atPath: disk.path)
    #expect(names.filter { $0.hasSuffix(".tmp") } == [])
  }

  @Test(.needs(.file("/dev/full", remedy: "mount the usual devices")))
  func aFullStreamIsAnErrorAndNoCrash() throws {
    let folder = try SmallTown.folder()
    for more in ["", " --json -"] {
      let command = "\"$0\" coverage \(SmallTown.files.joined(separator: " "))\(more) > /dev/full"
      let outcome = try Programs.run("/bin/sh", ["-c", command, Tool.path], in: folder.path)
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("stdout"), "\(outcome.errors)")
    }
  }

  @Test func aRunKilledWhileWritingLeavesNoHalfFile() throws {
    let folder = try SmallTown.folder()
    let rows = (0..<4000).map { "e\($0),\($0),\($0 + 1),,\"LINESTRING (\($0) 0, \($0 + 1) 0)\"" }
    try folder.write(
      Array(("id,u,v,length,wkt\n" + rows.joined(separator: "\n") + "\n").utf8), "streets.csv")
    let arguments =
      ["coverage"] + SmallTown.files + ["--out", "out", "--json", "out.json", "--quiet"]
    #expect(try Tool.run(arguments, in: folder).status == 0)
    let whole = try folder.read("out/coverage.gpkg")
    for milliseconds in [5, 40, 80, 120, 160, 200, 250, 300, 400] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Tool.path)
      process.arguments = arguments
      process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
      try process.run()
      usleep(UInt32(milliseconds) * 1000)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      // The same inputs: whatever instant it was, the file is the whole one.
      #expect(try folder.read("out/coverage.gpkg") == whole, "after \(milliseconds) ms")
      #expect(try JSON(folder.read("out.json"))["schema"].text == "relais.coverage/1")
    }
  }
}
