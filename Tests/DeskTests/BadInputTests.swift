import Foundation
import RelaisTestSupport
import Testing

/// Requests nobody means: a clear answer, nothing changed, and the server goes on.
@Suite struct BadInputTests {
  @Test func bodiesThatAreNotWhatTheyShouldBeAreRefusedByName() throws {
    let server = try DeskServer()
    let cookie = try server.signIn("agent")
    let code = try #require(
      JSON(server.get("/api/v1/establishments", cookie).body)["establishments"][0]["code"].text)
    let path = "/api/v1/establishments/\(code)"
    let bodies: [(String, String, String, Int)] = [
      ("PATCH", path, "{", 400), ("PATCH", path, "[]", 400),
      ("PATCH", path, "{\"bidule\":\"x\"}", 400),
      ("PATCH", path, "{\"state\":\"left\"}", 400),
      ("PATCH", path, "{\"ground_floor\":\"peut-être\"}", 422),
      ("PATCH", path, "{\"lon\":6}", 400), ("PATCH", path, "{\"lon\":600,\"lat\":48}", 400),
      ("PATCH", path, "{\"name\":\"\"}", 422), ("PATCH", path, "{\"name\":{\"a\":1}}", 400),
      ("PATCH", path, String(repeating: "[", count: 100_000), 400),
      ("POST", path + "/events", "{\"kind\":\"danse\"}", 400),
      ("POST", path + "/events", "{\"kind\":\"visit\"}", 400),
      (
        "POST", path + "/events", "{\"kind\":\"visit\",\"outcome\":\"yes\",\"date\":\"hier soir\"}",
        400
      ),
      (
        "POST", path + "/events",
        "{\"kind\":\"visit\",\"outcome\":\"yes\",\"date\":\"2999-01-01\"}", 422
      ),
      ("POST", "/api/v1/establishments/zzz/events", "{\"kind\":\"leave\"}", 404),
      ("POST", "/api/v1/scenario", "{\"add\":[{\"lon\":6}]}", 422),
      ("POST", "/api/v1/scenario", "{\"distance_m\":-1}", 422),
      ("POST", "/api/v1/scenario", "{\"remove\":[\"zzz\"]}", 422),
      ("POST", "/api/v1/answers", "{\"schema\":\"autre\"}", 422),
      ("POST", "/api/v1/session", "{\"name\":\"agent\"}", 400),
    ]
    let before = try server.listed().map { $0["name"].text }
    for (method, path, body, status) in bodies {
      let answer = try HTTP.send(
        method, path, port: server.port,
        headers: ["Cookie": cookie, "Content-Type": "application/json"], body: Array(body.utf8))
      #expect(answer.status == status, "\(method) \(path) \(body.prefix(80)): \(answer.text)")
      #expect(answer["content-type"] == "application/problem+json")
      #expect(try JSON(answer.body)["status"].number == Double(answer.status))
      #expect(!answer.text.contains("/Sources/") && answer.body.count < 2048)
    }
    #expect(try server.listed().map { $0["name"].text } == before)
  }

  @Test func whatIsTooLargeIsRefusedBeforeItIsRead() throws {
    let server = try DeskServer(accounts: ["agent"])
    let cookie = try server.signIn("agent")
    let head =
      "POST /api/v1/scenario HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nCookie: \(cookie)\r\n"
      + "Content-Type: application/json\r\nConnection: close\r\n"
    let declared = try HTTP.exchange(
      Array((head + "Content-Length: 99999999999\r\n\r\n").utf8), port: server.port)
    #expect(declared.status == 413)
    // Without a length, after as much as may come.
    let chunk = "10000\r\n" + String(repeating: " ", count: 65536) + "\r\n"
    let chunked = try HTTP.exchange(
      Array(
        (head + "Transfer-Encoding: chunked\r\n\r\n" + String(repeating: chunk, count: 40)).utf8),
      port: server.port)
    #expect(chunked.status == 413)
    let long = try HTTP.exchange(
      Array(
        ("GET / HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nX-Long: "
          + String(repeating: "a", count: 200_000) + "\r\n\r\n").utf8), port: server.port)
    #expect((400..<500).contains(long.status))
    #expect(try server.get("/healthz").status == 200)
  }

  @Test func halfSentAndSilentConnectionsHoldNobodyUp() throws {
    let server = try DeskServer(rows: [], accounts: [])
    let sockets = try (0..<50).map { _ in try HTTP.connect(server.port) }
    defer { for socket in sockets { close(socket) } }
    for (index, socket) in sockets.enumerated() where index.isMultiple(of: 2) {
      let part = Array(
        "POST /signin HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10\r\n\r\nab".utf8)
      _ = part.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, 0) }
    }
    let before = Date()
    #expect(try server.get("/healthz").status == 200)
    #expect(Date().timeIntervalSince(before) < 30)
  }

  @Test func methodsAnAddressDoesNotTakeAreNamed() throws {
    let server = try DeskServer(rows: [], accounts: [])
    let answer = try HTTP.send("DELETE", "/api/v1/coverage", port: server.port)
    #expect(answer.status == 405 && answer["allow"] == "GET, HEAD")
    #expect(try HTTP.send("GET", "/api/v1/nulle-part", port: server.port).status == 404)
  }

  @Test func namesFromFilesAreNeverMarkup() throws {
    let evil = "<img src=x onerror=alert(1)>\"'&"
    let server = try DeskServer(rows: [
      "\"\(evil.replacing("\"", with: "\"\""))\";commerce;adhérent;1 Rue A;6,0001;48,0001;\"<b>X</b>\";"
    ])
    let cookie = try server.signIn("agent")
    let code = try #require(
      JSON(server.get("/api/v1/establishments", cookie).body)["establishments"][0]["code"].text)
    for path in [
      "/desk", "/desk/list", "/desk/e/\(code)", "/desk/print", "/desk/print/quarter",
      "/desk/print/labels", "/desk/list?q=%3Cscript%3E", "/desk/e/%3Cscript%3E",
    ] {
      let text = try server.get(path, cookie).text
      #expect(
        !text.contains("<img") && !text.contains("<b>X") && !text.contains("<script>"), "\(path)")
    }
  }

  @Test func theAddressAfterSigningInIsOneOfOurs() throws {
    let server = try DeskServer(accounts: ["agent"])
    for (to, goes) in [
      ("/desk/log", "/desk/log"), ("//ailleurs.example", "/desk"),
      ("https://ailleurs.example", "/desk"), ("/\\ailleurs.example", "/desk"),
    ] {
      let answer = try server.post(
        "/signin", ["name": "agent", "password": DeskServer.password, "to": to])
      #expect(answer.status == 303 && answer["location"] == goes, "\(to)")
    }
  }
}
