import Foundation
import RelaisTestSupport
import Testing

/// What was acknowledged over HTTP is on the disk, whenever the server is killed.
@Suite struct DurabilityTests {
  /// Rounds of changes, each cut by a kill at a moment drawn by chance; many more with RELAIS_KILLS.
  @Test func nothingAcknowledgedIsLostWhenTheServerIsKilled() throws {
    let asked = ProcessInfo.processInfo.environment["RELAIS_KILLS"].flatMap { Int($0) } ?? 40
    let kills = max(2, asked / 20)
    var random = SeededRandom(seed: 20)
    let server = try DeskServer()
    var acknowledged = 0
    for _ in 0..<kills {
      let cookie = try server.signIn("agent")
      let code = try #require(
        JSON(server.get("/api/v1/establishments?q=mairie", cookie).body)["establishments"][0][
          "code"
        ]
        .text)
      let port = server.port
      let clients = (0..<3).map { client in
        Thread.run { () -> [String] in
          var done: [String] = []
          for number in 0..<400 {
            let note = "\(client)-\(number)-\(UUID().uuidString)"
            let body = "{\"kind\":\"visit\",\"outcome\":\"call-back\",\"note\":\"\(note)\"}"
            guard
              let answer = try? HTTP.send(
                "POST", "/api/v1/establishments/\(code)/events", port: port,
                headers: ["Cookie": cookie, "Content-Type": "application/json"],
                body: Array(body.utf8))
            else { return done }
            if answer.status == 201 { done.append(note) }
          }
          return done
        }
      }
      usleep(UInt32.random(in: 200_000...900_000, using: &random))
      server.stop(SIGKILL)
      let notes = clients.flatMap { $0.value }
      acknowledged += notes.count
      let verified = try Programs.run(
        DeskServer.tool, ["verify", "--territory", server.town], in: server.folder.path)
      #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
      let shown = try Programs.run(
        DeskServer.tool,
        [
          "adherents", "history", code, "--json", "-", "--limit", "100000", "--territory",
          server.town,
        ],
        in: server.folder.path)
      for note in notes { #expect(shown.output.contains(note), "lost: \(note)") }
      try server.start()
    }
    #expect(acknowledged > 0)
  }

  @Test func aRequestToStopEndsWhatWasBegunAndLeavesNothing() throws {
    let server = try DeskServer(accounts: ["agent"])
    _ = try server.signIn("agent")
    #expect(server.stop(SIGTERM) == 143)
    let names = try FileManager.default.contentsOfDirectory(atPath: server.town)
    #expect(!names.contains { $0.hasSuffix(".tmp") || $0.hasSuffix("-journal") }, "\(names)")
  }

  @Test func theNightsCopyIsMadeAndOpens() throws {
    let server = try DeskServer(accounts: ["admin"])
    let cookie = try server.signIn("admin")
    #expect(try server.post("/desk/copies", [:], cookie).status == 303)
    let copies = try FileManager.default.contentsOfDirectory(atPath: server.town + "/backups")
    #expect(copies.count == 1 && copies[0].hasPrefix("registry-"))
    let restored = try Programs.run(
      DeskServer.tool,
      ["restore", server.town + "/backups/" + copies[0], "--territory", server.town],
      in: server.folder.path)
    #expect(restored.status == 0, "\(restored.errors)")
  }
}

/// Work on a thread of its own, and its result.
///
/// The result is written before the semaphore is signalled and read after it: that makes the unchecked conformance sound.
final class Pending<Value: Sendable>: @unchecked Sendable {
  private let done = DispatchSemaphore(value: 0)
  private var result: Value?

  init(_ work: @escaping @Sendable () -> Value) {
    Thread.detachNewThread {
      self.result = work()
      self.done.signal()
    }
  }

  /// Waits for it.
  var value: Value {
    done.wait()
    return result!
  }
}

extension Thread {
  static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) -> Pending<Value> {
    Pending(work)
  }
}
