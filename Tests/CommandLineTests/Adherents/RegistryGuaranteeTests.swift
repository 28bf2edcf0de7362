import CoverageEngine
import Foundation
import RelaisRegistry
import RelaisTestSupport
import Testing

/// What the registry promises when things go wrong around it.
@Suite(.serialized) struct RegistryGuaranteeTests {
  /// How often the built program is killed: 40 times unless `RELAIS_KILLS` says otherwise. The
  /// promise is held to 200 and more; that takes a minute or two.
  private static let kills =
    ProcessInfo.processInfo.environment["RELAIS_KILLS"].flatMap { Int($0) } ?? 40

  /// Starts the tool and kills it after a while.
  ///
  /// - Returns: Whether it had said that it was done.
  private func killed(
    after microseconds: UInt32, _ arguments: [String], in folder: TemporaryFolder
  ) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Tool.path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    usleep(microseconds)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .exit && process.terminationStatus == 0
  }

  @Test(.needs(.gdalForPython))
  func killedAtAnyInstantEveryAcknowledgedChangeIsThereAndNoneIsHalfThere() throws {
    let town = try RegistryTown()
    try town.relais("adherents", "add", "Pivot", "--kind", "shop")
    let started = ContinuousClock.now
    try town.relais("adherents", "set", "pivot", "notes=0")
    let whole = (ContinuousClock.now - started) / .microseconds(1)
    var generator = SeededRandom(seed: 20_181_120)
    var note = 0
    var interrupted = 0
    for round in 1...Self.kills {
      let pause = UInt32(whole * Double.random(in: 0.2...1.4, using: &generator))
      let isImport = round % 4 == 0
      let file = try town.spreadsheet(30, prefix: "Batch \(round)")
      let arguments =
        isImport
        ? ["adherents", "import", file] : ["adherents", "set", "pivot", "notes=\(round)"]
      let isAcknowledged = try killed(after: pause, arguments, in: town.folder)
      if !isAcknowledged { interrupted += 1 }

      try town.expectSound()
      let store = try RegistryStore(path: town.registry, for: .reading)
      let all = try store.establishments()
      store.close()
      let batch = all.count { $0.name.hasPrefix("Batch \(round) ") }
      let found = try #require(all.first { $0.name == "Pivot" }?.text(.notes).flatMap { Int($0) })
      if isImport {
        #expect(batch == 30 || batch == 0 && !isAcknowledged, "round \(round): \(batch)")
        #expect(found == note)
      } else {
        #expect(found == round || found == note && !isAcknowledged, "round \(round): \(found)")
        note = found
      }
    }
    #expect(interrupted > 0, "no round was killed in time")
    try town.expectValid()
  }

  @Test func killedWhileItIsMadeMigratedOrRestoredTheRegistryIsOldOrNew() throws {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let past = root.appendingPathComponent("PastRegistries/1-establishments.gpkg").path
    var generator = SeededRandom(seed: 20_181_121)
    for round in 0..<(Self.kills * 3 / 10) {
      let town = try RegistryTown()
      let file = try town.spreadsheet(10)
      if round % 3 > 0 { try FileManager.default.copyItem(atPath: past, toPath: town.registry) }
      let arguments = [
        ["adherents", "import", file], ["adherents", "set", "boulangerie", "notes=x"],
        ["restore", past],
      ][round % 3]
      let pause = UInt32.random(in: 5_000...120_000, using: &generator)
      let isAcknowledged = try killed(after: pause, arguments, in: town.folder)
      if try !RegistryStore.exists(at: town.registry) {
        #expect(round % 3 == 0 && !isAcknowledged)
      } else if let store = try? RegistryStore(path: town.registry, for: .reading) {
        #expect(try RegistryVerification.problems(of: store).allSatisfy { !$0.kind.isDamage })
        let count = try store.histories().count
        #expect(
          count == (round % 3 > 0 ? 2 : 10) || round % 3 == 0 && count == 0 && !isAcknowledged)
        store.close()
      } else {
        // A file of which not even the first tables were there yet.
        #expect(round % 3 == 0 && !isAcknowledged)
      }
      // Whatever was left, the same command now does its work.
      let again = try Tool.run(arguments, in: town.folder)
      #expect(again.status == 0, "\(again.errors)")
      try town.relais("verify")
    }
  }

  @Test func fourProcessesAtOnceLoseNoChange() throws {
    let town = try RegistryTown()
    // Enough to collide; `RELAIS_CHANGES=500` is the whole promise.
    let changes =
      ProcessInfo.processInfo.environment["RELAIS_CHANGES"].flatMap { Int($0) } ?? 12
    try town.relais("adherents", "import", try town.spreadsheet(4))
    let script = """
      for n in $(seq 1 \(changes)); do
      "$0" adherents set "shop $1" "notes=$n" --quiet || echo busy >> "busy.$1"; done
      """
    let processes = try (1...4).map { number in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", script, Tool.path, String(number)]
      process.currentDirectoryURL = URL(fileURLWithPath: town.folder.path)
      process.standardInput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }
    for process in processes { process.waitUntilExit() }
    try town.expectSound()
    let store = try RegistryStore(path: town.registry, for: .reading)
    defer { store.close() }
    let recorded = try store.histories().reduce(0) { sum, history in
      sum + history.events.count { $0.kind == .changed }
    }
    let refused = (1...4).reduce(0) { sum, number in
      let lines = (try? town.folder.read("busy.\(number)")) ?? []
      return sum + lines.count { $0 == 0x0A }
    }
    #expect(recorded + refused == 4 * changes)
    #expect(refused <= changes / 10)
  }

  @Test(.needs(.smallDisk)) func aDiskThatIsFullIsToldAndNothingChanges() throws {
    let town = try RegistryTown()
    let file = try town.spreadsheet(150)
    let small = try SmallDisk(kilobytes: 600)
    let disk = small.path
    try small.write("name: Ville\n".utf8, "relais.yml")
    try town.relais("adherents", "add", "Pivot", "--kind", "shop", "--territory", disk)
    let before = try small.read("registry.gpkg")
    let long = "notes=" + String(repeating: "x", count: 9000)
    for free in [4096, 8192, 12288, 16384] {
      // What is left is all there is for the file to grow and for its journal.
      try? FileManager.default.removeItem(atPath: disk + "/filler")
      try small.write([UInt8](repeating: 1, count: small.free - free), "filler")
      for change in [["import", file], ["set", "pivot", long]] {
        let outcome = try Tool.run(
          ["adherents"] + change + ["--territory", disk, "--lang", "en"], in: town.folder)
        #expect(outcome.status == 1, "\(free) \(change[0]): \(outcome.output)")
        #expect(outcome.errors.contains("disk is full"), "\(free): \(outcome.errors)")
        #expect(try small.read("registry.gpkg") == before)
      }
      try town.relais("verify", "--strict", "--territory", disk)
    }
    try FileManager.default.removeItem(atPath: disk + "/filler")
    try town.relais("adherents", "import", file, "--territory", disk)
    try town.relais("adherents", "set", "pivot", long, "--territory", disk)
  }

  @Test(.needs(.boundByPermissions))
  func aFolderThatCannotBeWrittenIsToldAndNothingChanges() throws {
    let town = try RegistryTown()
    try town.relais("adherents", "import", try town.spreadsheet(2))
    let before = try town.folder.read("registry.gpkg")
    for mode in [0o444, 0o666] {
      chmod(town.registry, mode_t(mode))
      chmod(town.folder.path, 0o555)
      defer { chmod(town.folder.path, 0o755) }
      func bound(_ arguments: String...) throws -> Programs.Outcome {
        try Programs.runBound(Tool.path, arguments, in: town.folder.path)
      }
      let list = try bound("adherents", "list")
      #expect(list.status == 0, "\(list.errors)")
      let change = try bound("adherents", "leave", "shop 1")
      #expect(change.status == 1)
      #expect(change.errors.contains("Rien n’a été changé"), "\(change.errors)")
      #expect(try town.folder.read("registry.gpkg") == before)
      #expect(try town.folder.names.filter { $0.hasPrefix("registry") } == ["registry.gpkg"])
    }
  }

  @Test(.needs(.gdalForPython), arguments: ["run", "set"])
  func aPointMovedFarFromTheStreetsIsPutBack(by command: String) throws {
    let town = try RegistryTown()
    try FileManager.default.createDirectory(
      atPath: town.folder.path("sources/streets"), withIntermediateDirectories: true)
    let streets = town.folder.path("sources/streets/streets.osm")
    try SmallTown.osm.write(toFile: streets, atomically: true, encoding: .utf8)
    try town.relais(
      "adherents", "add", "Près", "--kind", "shop", "--lon", "6.001", "--lat", "48.001")
    try town.relais("adherents", "add", "Loin", "--kind", "shop", "--lon", "6", "--lat", "48.001")
    try town.relais("verify", "--strict")
    func move(_ name: String, _ longitude: Double, _ latitude: Double) throws {
      let script = """
        import sys
        from osgeo import gdal, ogr
        source = gdal.OpenEx(sys.argv[1], gdal.OF_UPDATE)
        layer = source.GetLayer("establishments")
        for feature in list(layer):
            if feature["name"] == sys.argv[2]:
                feature.SetGeometry(ogr.CreateGeometryFromWkt(sys.argv[3]))
                layer.SetFeature(feature)
        """
      let ran = try Programs.run(
        Program.python3.path,
        ["-c", script, town.registry, name, "POINT (\(longitude) \(latitude))"])
      #expect(ran.status == 0, "\(ran.output)")
    }
    // Rue de l’Île ends at 48.01°; two kilometres are 0.018° of latitude.
    try move("Près", 6.001, 48.027)
    try move("Loin", 6, 48.029)
    try town.relais("verify", "--strict", expecting: 2)
    let outcome =
      try command == "run"
      ? town.relais("run", "--lang", "en")
      : town.relais("adherents", "set", "loin", "notes=x", "--lang", "en")
    #expect(outcome.errors.contains("two kilometres"))
    let list = try town.relais("adherents", "list", "--json", "-").json["adherents"].list
    #expect(list.map { $0["lat"].number } == [48.001, 48.027])
    try town.relais("verify", "--strict")
    // Without streets nobody can tell, and that is said.
    try FileManager.default.removeItem(atPath: streets)
    #expect(try town.relais("verify", "--lang", "en").output.contains("on earth"))
    try move("Loin", 6, 48.029)
    try town.relais("adherents", "set", "loin", "notes=y")
    let now = try town.relais("adherents", "list", "--json", "-").json["adherents"].list
    #expect(now.map { $0["lat"].number } == [48.029, 48.027])
  }

  @Test(.needs(.ogrinfo), .needs(.gdalForPython))
  func editsOfOtherProgramsAreTakenOrRefusedAtTheNextCommand() throws {
    let town = try RegistryTown()
    try town.relais("adherents", "import", try town.spreadsheet(3))
    for sql in [
      "UPDATE establishments SET name = 'Renamed' WHERE name = 'Shop 1'",
      "UPDATE establishments SET kind = 'castle' WHERE name = 'Shop 2'",
      "DELETE FROM establishments WHERE name = 'Shop 3'",
      "ALTER TABLE establishments ADD COLUMN colour TEXT",
    ] {
      #expect(try Programs.run(Program.ogrinfo.path, [town.registry, "-sql", sql]).status == 0)
    }
    try town.relais("verify")
    try town.relais("verify", "--strict", expecting: 2)
    let outcome = try town.relais("adherents", "follow-up", "renamed")
    #expect(outcome.errors.split(separator: "\n").count == 3)
    try town.relais("verify", "--strict")
    try town.expectValid()
    let list = try town.relais("adherents", "list", "--json", "-").json
    #expect(list["adherents"].list.map { $0["name"].text } == ["Renamed", "Shop 2", "Shop 3"])
    #expect(list["adherents"].list.allSatisfy { $0["kind"].text == "shop" })
  }
}
