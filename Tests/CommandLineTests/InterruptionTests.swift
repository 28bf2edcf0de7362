import Foundation
import RelaisTestSupport
import Testing

/// A command that is told to stop does, with all it started, and leaves nothing half-made.
@Suite struct InterruptionTests {
  /// A program that starts another, says so, and would wait for it.
  private static let slow = """
    #!/bin/sh
    sleep 300 &
    echo $! > "$HOME/started.new"
    mv "$HOME/started.new" "$HOME/started"
    wait

    """

  private func folder(program name: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["bin", "tmp"] {
      try FileManager.default.createDirectory(
        atPath: folder.path(name), withIntermediateDirectories: false)
    }
    let path = folder.path("bin/" + name)
    try Self.slow.write(toFile: path, atomically: false, encoding: .utf8)
    chmod(path, 0o755)
    try folder.write(
      "<?xml version=\"1.0\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\"></kml>".utf8, "a.kml")
    return folder
  }

  /// Starts the tool, waits until something is there, and sends signals.
  private func interrupted(
    _ arguments: [String], by number: Int32, times: Int = 1, in folder: TemporaryFolder,
    once isUnderWay: () throws -> Bool
  ) throws -> (status: Int32, errors: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Tool.path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = folder.path("bin") + ":/usr/bin:/bin"
    environment["HOME"] = folder.path
    environment["TMPDIR"] = folder.path("tmp")
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    let errors = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    for _ in 0..<6000 where process.isRunning {
      if try isUnderWay() { break }
      usleep(5000)
    }
    for _ in 0..<times {
      kill(process.processIdentifier, number)
      usleep(5000)
    }
    let text = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    return (process.terminationStatus, String(decoding: text, as: UTF8.self))
  }

  private func isRunning(_ folder: TemporaryFolder) throws -> Bool {
    let text = String(decoding: try folder.read("started"), as: UTF8.self)
    let process = try #require(pid_t(text.filter(\.isNumber)))
    // One that has ended stays listed until whoever has taken it on asks for its status.
    let state = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ") Z"
    return !state.contains(") Z")
  }

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)], [1, 2])
  func aConversionEndsWithAllItStarted(signal: (Int32, Int32), times: Int) throws {
    let folder = try folder(program: "ogr2ogr")
    let outcome = try interrupted(["check", "a.kml"], by: signal.0, times: times, in: folder) {
      try folder.names.contains("started")
    }
    #expect(outcome.status == signal.1)
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    #expect(try !isRunning(folder))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("tmp")) == [])
  }

  @Test func aPrintEndsWithItsBrowser() throws {
    let folder = try folder(program: "chromium")
    try folder.write("name: Ville\n".utf8, "relais.yml")
    try FileManager.default.createDirectory(
      atPath: folder.path("sources/streets"), withIntermediateDirectories: true)
    try SmallTown.osm.write(
      toFile: folder.path("sources/streets/streets.osm"), atomically: true, encoding: .utf8)
    let command = ["report", "--for", "council", "--pdf", "--out", "results"]
    let outcome = try interrupted(command, by: SIGTERM, in: folder) {
      try folder.names.contains("started")
    }
    #expect(outcome.status == 143, "\(outcome.errors)")
    #expect(try !isRunning(folder))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path("results"))
    #expect(left.filter { $0.hasPrefix(".print") || $0.hasSuffix(".tmp") } == [])
  }

  @Test func longReadingInALibraryIsLeft() throws {
    let folder = try folder(program: "none")
    var text = "<?xml version=\"1.0\"?><osm version=\"0.6\">"
    let node = "<node id=\"1\" version=\"1\" lat=\"48\" lon=\"6\"/>\n"
    text += String(repeating: node, count: 1_500_000) + "</osm>"
    try folder.write(text.utf8, "a.osm")
    try folder.write("id,lon,lat\nR,6,48\n".utf8, "relays.csv")
    let command = ["coverage", "--streets", "a.osm", "--relays", "relays.csv", "--out", "results"]
    let before = try folder.names
    let outcome = try interrupted(command, by: SIGINT, in: folder) {
      usleep(200_000)
      return true
    }
    #expect(outcome.status == 130, "\(outcome.errors)")
    #expect(try folder.names == before)
  }
}
