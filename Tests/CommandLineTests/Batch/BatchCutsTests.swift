import Foundation
import RelaisTestSupport
import Testing

/// `relais batch`, cut at any call that changes a file, or told that it failed: whole or not there, and done by asking again.
@Suite struct BatchCutsTests {
  /// Files below a folder by name, without what is being made.
  private static func files(in folder: TemporaryFolder, _ root: String) throws -> [String: [UInt8]]
  {
    var files: [String: [UInt8]] = [:]
    guard let names = FileManager.default.enumerator(atPath: folder.path(root)) else { return [:] }
    for case let name as String in names
    where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") && $0 != ".relais.json" })
    {
      var isFolder: ObjCBool = false
      FileManager.default.fileExists(
        atPath: folder.path(root + "/" + name), isDirectory: &isFolder)
      if !isFolder.boolValue { files[name] = try folder.read(root + "/" + name) }
    }
    return files
  }

  private static let plan =
    ["batch", "plan"] + SmallCountry.files + ["--out", "work", "--quiet"]

  @Test(.needs(.strace), arguments: Cuts.Blow.allCases, [false, true])
  func aPlanIsWholeOrNone(blow: Cuts.Blow, isOverAnother: Bool) throws {
    let country = try SmallCountry()
    if isOverAnother {
      let first = try Tool.run(Self.plan + ["--distance", "200"], in: country.folder)
      #expect(first.status == 0, "\(first.errors)")
    }
    let cuts = try Cuts(of: Self.plan, in: country.folder)
    let calm = try Cuts.copy(of: country.folder)
    #expect(try Tool.run(Self.plan, in: calm).status == 0)
    let whole = try Self.files(in: calm, "work")
    let former = try Self.files(in: country.folder, "work")
    #expect(whole.count > 20 && cuts.count > 20 && whole != former)
    try cuts.atEach(blow) { cut, folder, at in
      let at = "\(blow) \(at): \(cut.status) \(cut.output)\(cut.errors)"
      if blow != .kill { #expect(!cut.isKilled && [0, 1].contains(cut.status), "\(at)") }
      let left = try Self.files(in: folder, "work")
      if let plan = left["plan.json"] {
        // Where there is a plan it is one of the two, and no piece of the other lies in it.
        let expected = plan == whole["plan.json"] ? whole : former
        #expect(
          left.filter { !$0.key.hasPrefix("rejects/") }
            == expected.filter { !$0.key.hasPrefix("rejects/") }, "\(at)")
      }
      if cut.status == 0, !cut.isKilled { #expect(left == whole, "\(at)") }
      let again = try Tool.run(Self.plan, in: folder)
      #expect(again.status == 0, "\(at)\(again.errors)")
      #expect(try Self.files(in: folder, "work") == whole, "\(at)")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("work"))
      #expect(names.filter { $0.hasPrefix(".") } == [], "\(at)")
    }
  }

  @Test(.needs(.strace), arguments: Cuts.Blow.allCases, [false, true])
  func aUnitIsWholeOrStillToDo(blow: Cuts.Blow, withReports: Bool) throws {
    let country = try SmallCountry()
    try country.plan()
    let code = SmallCountry.codes[2]
    let command =
      ["batch", "unit", code, "--work", "work", "--quiet"] + (withReports ? ["--reports"] : [])
    let cuts = try Cuts(of: command, in: country.folder)
    let calm = try Cuts.copy(of: country.folder)
    #expect(try Tool.run(command, in: calm).status == 0)
    let whole = try Self.files(in: calm, "work/results")
    #expect(whole.keys.contains(code + "/done.json"))
    try cuts.atEach(blow) { cut, folder, at in
      let at = "\(blow) \(at): \(cut.status) \(cut.output)\(cut.errors)"
      if blow != .kill { #expect(!cut.isKilled && [0, 1].contains(cut.status), "\(at)") }
      let left = try Self.files(in: folder, "work/results")
      // A machine that fails says nothing of the unit's data.
      #expect(left == whole || left.isEmpty, "\(at) \(left.keys.sorted())")
      if cut.status == 0, !cut.isKilled { #expect(left == whole, "\(at)") }
      let again = try Tool.run(command, in: folder)
      #expect(again.status == 0, "\(at)\(again.errors)")
      #expect(try Self.files(in: folder, "work/results") == whole, "\(at)")
    }
  }

  @Test(.needs(.strace), arguments: Cuts.Blow.allCases)
  func aMergeLeavesWholeFiles(blow: Cuts.Blow) throws {
    let country = try SmallCountry()
    try country.plan()
    let ran = try Tool.run("batch", "run", "--work", "work", "--quiet", in: country.folder)
    #expect(ran.status == 0, "\(ran.errors)")
    let command = ["batch", "merge", "--work", "work", "--out", "out", "--quiet"]
    let cuts = try Cuts(of: command, in: country.folder)
    let calm = try Cuts.copy(of: country.folder)
    #expect(try Tool.run(command, in: calm).status == 0)
    let whole = try Self.files(in: calm, "out")
    #expect(whole.keys.contains("national.html"))
    try cuts.atEach(blow) { cut, folder, at in
      let at = "\(blow) \(at): \(cut.status) \(cut.output)\(cut.errors)"
      if blow != .kill { #expect(!cut.isKilled && [0, 1].contains(cut.status), "\(at)") }
      for (name, bytes) in try Self.files(in: folder, "out") where name != ".relais.json" {
        #expect(bytes == whole[name], "\(name) \(at)")
      }
      let again = try Tool.run(command, in: folder)
      #expect(again.status == 0, "\(at)\(again.errors)")
      #expect(try Self.files(in: folder, "out") == whole, "\(at)")
    }
  }

  @Test func aRunThatIsKilledAtAnyTimeIsTakenUp() throws {
    let country = try SmallCountry()
    try country.plan()
    let command = ["batch", "run", "--work", "work", "--jobs", "2", "--quiet"]
    let calm = try Cuts.copy(of: country.folder)
    let began = Date()
    #expect(try Tool.run(command, in: calm).status == 0)
    let took = Date().timeIntervalSince(began)
    let whole = try Self.files(in: calm, "work/results")
    var cutShort = 0
    for part in 1...6 {
      let folder = try Cuts.copy(of: country.folder)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Tool.path)
      process.arguments = command
      process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32(took * Double(part) / 7 * 1e6))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { cutShort += 1 }
      for (name, bytes) in try Self.files(in: folder, "work/results") {
        #expect(bytes == whole[name], "\(name) \(part)")
      }
      let again = try Tool.run(command, in: folder)
      #expect(again.status == 0, "\(part) \(again.errors)")
      #expect(try Self.files(in: folder, "work/results") == whole, "\(part)")
    }
    #expect(cutShort > 0)
  }
}
