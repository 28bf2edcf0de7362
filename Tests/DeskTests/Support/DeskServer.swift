import Foundation
import RelaisTestSupport
import Testing

/// The built tool serving a small town of its own, gone when the test is.
///
/// Its process and port change only in `start` and `stop`, which the one test that owns it calls while no other thread asks; that
/// makes the unchecked conformance sound.
final class DeskServer: @unchecked Sendable {
  static let tool = Programs.built("relais")
  static let password = "une phrase assez longue"

  let folder: TemporaryFolder
  let town: String
  private(set) var process: Process
  private(set) var port = 0

  /// - Parameters:
  ///   - rows: Lines of the adherents' list below its header; none for no registry.
  ///   - accounts: Names, each that of its role.
  init(
    rows: [String] = DeskServer.rows,
    accounts: [String] = ["agent", "apprentice", "council", "admin"],
    demo: Bool = false
  ) throws {
    folder = try TemporaryFolder()
    town = folder.path("town")
    process = Process()
    if demo {
      try DemoTown.copy(to: town)
    } else {
      try run("init", town, "--name", "Essai")
      try FileManager.default.createDirectory(
        atPath: town + "/sources/streets", withIntermediateDirectories: true)
      try folder.write(Array(DeskServer.osm.utf8), "town/sources/streets/rues.osm")
    }
    for name in accounts { try addAccount(name, name) }
    if !rows.isEmpty {
      try folder.write(
        Array(
          (["nom;genre;statut;adresse;lon;lat;contact;telephone"] + rows).joined(separator: "\n")
            .utf8),
        "liste.csv")
      try run("adherents", "import", folder.path("liste.csv"), "--territory", town, "--quiet")
    }
    try start()
  }

  static let root: String = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root.path
  }()

  static let rows = [
    "Boulangerie Martin;commerce;adhérent;1 Rue A;6,0001;48,0001;Anne Martin;03 83 00 00 01",
    "Tabac de la Gare;commerce;adhérent;3 Rue A;6,004;48,0001;;03 83 00 00 02",
    "Mairie;municipal;prospect;5 Rue B;6,005;48,003;Paul Durand;",
  ]

  /// Rue A of about 746 m runs east from 6° E, 48° N; rue B north from its middle.
  static let osm = """
    <?xml version="1.0"?>
    <osm version="0.6">
    <node id="1" version="1" lat="48.0" lon="6.0"/>
    <node id="2" version="1" lat="48.0" lon="6.005"/>
    <node id="3" version="1" lat="48.0" lon="6.01"/>
    <node id="4" version="1" lat="48.004" lon="6.005"/>
    <way id="10" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/>
    <tag k="highway" v="residential"/><tag k="name" v="Rue A"/></way>
    <way id="11" version="1"><nd ref="2"/><nd ref="4"/>
    <tag k="highway" v="residential"/><tag k="name" v="Rue B"/></way>
    </osm>

    """

  deinit { stop(SIGKILL) }

  private func run(_ arguments: String...) throws {
    let outcome = try Programs.run(DeskServer.tool, arguments, in: folder.path)
    #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
  }

  func addAccount(_ name: String, _ role: String) throws {
    let command =
      "echo '\(DeskServer.password)' | '\(DeskServer.tool)' users add \(name) --role \(role) --quiet --territory '\(town)'"
    let outcome = try Programs.run("/bin/sh", ["-c", command], in: folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  /// Starts it and waits until it answers.
  func start(_ more: [String] = []) throws {
    let log = folder.path("log")
    FileManager.default.createFile(atPath: log, contents: nil)
    process = Process()
    process.executableURL = URL(fileURLWithPath: DeskServer.tool)
    process.arguments = ["serve", town, "--address", "127.0.0.1:0"] + more
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
    try process.run()
    for _ in 0..<2400 {
      if let found = said.firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)\//), let port = Int(found.1) {
        self.port = port
        return
      }
      try #require(process.isRunning, "\(said)")
      usleep(50_000)
    }
    throw HTTP.Failure(detail: "no address: \(said)")
  }

  /// What it said so far.
  var said: String { (try? String(decoding: folder.read("log"), as: UTF8.self)) ?? "" }

  /// Ends it and waits until it has.
  @discardableResult
  func stop(_ signal: Int32 = SIGTERM) -> Int32 {
    guard process.isRunning else { return process.terminationStatus }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process.terminationStatus
  }

  // MARK: Asking

  /// The cookie of a session.
  func signIn(_ name: String) throws -> String {
    let answer = try send(
      "POST", "/api/v1/session", ["name": name, "password": DeskServer.password])
    #expect(answer.status == 200, "\(answer.text)")
    let cookie = try #require(answer["set-cookie"])
    return String(cookie.prefix { $0 != ";" })
  }

  func get(_ path: String, _ cookie: String? = nil, _ headers: [String: String] = [:]) throws
    -> HTTP.Answer
  {
    try HTTP.send("GET", path, port: port, headers: with(cookie, headers))
  }

  /// Sends JSON.
  func send(
    _ method: String, _ path: String, _ value: Any, _ cookie: String? = nil,
    _ headers: [String: String] = [:]
  ) throws -> HTTP.Answer {
    try HTTP.send(
      method, path, port: port,
      headers: with(cookie, ["Content-Type": "application/json"].merging(headers) { $1 }),
      body: Array(try JSONSerialization.data(withJSONObject: value)))
  }

  /// Sends a form.
  func post(
    _ path: String, _ fields: [String: String], _ cookie: String? = nil,
    _ headers: [String: String] = [:]
  ) throws -> HTTP.Answer {
    var plain = CharacterSet.alphanumerics
    plain.insert(charactersIn: "-._")
    let body = fields.map { name, value in
      "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: plain) ?? "")"
    }.joined(separator: "&")
    return try HTTP.send(
      "POST", path, port: port,
      headers: with(
        cookie, ["Content-Type": "application/x-www-form-urlencoded"].merging(headers) { $1 }),
      body: Array(body.utf8))
  }

  private func with(_ cookie: String?, _ headers: [String: String]) -> [String: String] {
    cookie.map { headers.merging(["Cookie": $0]) { $1 } } ?? headers
  }

  /// What the command line says of the registry.
  func listed() throws -> [JSON] {
    let outcome = try Programs.run(
      DeskServer.tool, ["adherents", "list", "--json", "-", "--territory", town], in: folder.path)
    return try JSON(outcome.bytes)["adherents"].list
  }
}
