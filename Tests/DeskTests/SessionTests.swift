import Foundation
import RelaisRegistry
import RelaisTestSupport
import Testing

@testable import RelaisDesk

/// Signing in and out, the first account, and what a session is.
@Suite struct SessionTests {
  @Test func whoSignsInHasACookieThatScriptsAndOtherPagesCannotUse() throws {
    let server = try DeskServer(accounts: ["agent"])
    let answer = try server.send(
      "POST", "/api/v1/session", ["name": "AGENT ", "password": DeskServer.password])
    #expect(answer.status == 200)
    #expect(try JSON(answer.body)["roles"].list.map(\.text) == ["agent"])
    let cookie = try #require(answer["set-cookie"])
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
    #expect(!cookie.contains("Max-Age"))
    let secret = cookie.prefix { $0 != ";" }.split(separator: "=")[1]
    #expect(secret.count == 64)
    // What is kept opens nothing.
    let kept = try Data(contentsOf: URL(fileURLWithPath: server.town + "/desk.sqlite"))
    #expect(kept.range(of: Data(secret.utf8)) == nil)
    #expect(kept.range(of: Data(DeskServer.password.utf8)) == nil)
    let mode = try FileManager.default.attributesOfItem(atPath: server.town + "/desk.sqlite")
    #expect((mode[.posixPermissions] as? Int).map { $0 & 0o077 } == 0)
  }

  @Test func aSessionEndsWhenSomebodySignsOutAndIsRenewedWhenTheySignIn() throws {
    let server = try DeskServer(accounts: ["agent"])
    let first = try server.signIn("agent")
    #expect(try server.get("/api/v1/session", first).status == 200)
    // Signing in again in the same browser ends the session before.
    let again = try server.send(
      "POST", "/api/v1/session", ["name": "agent", "password": DeskServer.password], first)
    let second = String(try #require(again["set-cookie"]).prefix { $0 != ";" })
    #expect(second != first)
    #expect(try server.get("/api/v1/session", first).status == 401)
    #expect(try server.get("/api/v1/session", second).status == 200)
    let out = try server.send("DELETE", "/api/v1/session", [:] as [String: String], second)
    #expect(out.status == 204 && out["set-cookie"]?.contains("Max-Age=0") == true)
    #expect(try server.get("/api/v1/session", second).status == 401)
  }

  @Test func aWrongPasswordAndANameNobodyBearsAreRefusedAlike() throws {
    let server = try DeskServer(accounts: ["agent"])
    for name in ["agent", "personne"] {
      let answer = try server.send(
        "POST", "/api/v1/session", ["name": name, "password": "pas celui-là du tout"])
      #expect(answer.status == 401)
      #expect(answer["content-type"] == "application/problem+json")
      #expect(answer["set-cookie"] == nil)
      #expect(try JSON(answer.body)["type"].text == "urn:relais:problem:wrong-password")
    }
  }

  @Test func removingAnAccountOrChangingItsPasswordEndsItsSessions() throws {
    let server = try DeskServer(accounts: ["agent", "council"])
    let (agent, council) = (try server.signIn("agent"), try server.signIn("council"))
    let removed = try Programs.run(
      DeskServer.tool, ["users", "remove", "agent", "--territory", server.town],
      in: server.folder.path)
    #expect(removed.status == 0)
    #expect(try server.get("/api/v1/session", agent).status == 401)
    let changed = try Programs.run(
      "/bin/sh",
      [
        "-c",
        "echo 'une toute autre phrase' | '\(DeskServer.tool)' users password council --territory '\(server.town)'",
      ], in: server.folder.path)
    #expect(changed.status == 0)
    #expect(try server.get("/api/v1/session", council).status == 401)
  }

  @Test func theLinkOfTheFirstStartMakesOneAccountAndIsGoodOnce() throws {
    let server = try DeskServer(accounts: [])
    let link = try #require(server.said.firstMatch(of: /http:\S+(\/setup\/[0-9a-f]{64})/)).1
    #expect(try server.get(String(link)).status == 200)
    let fields = ["name": "Chef", "password": "motdepasse2026", "role": "admin"]
    // A common password is refused, and what was typed stays.
    let common = try server.post(String(link), fields)
    #expect(common.status == 422 && common.text.contains("Chef"))
    let made = try server.post(
      String(link), fields.merging(["password": DeskServer.password]) { $1 })
    #expect(made.status == 303 && made["location"] == "/signin")
    #expect(try server.get(String(link)).status == 404)
    #expect(try server.post(String(link), fields).status == 404)
    #expect(try !server.signIn("Chef").isEmpty)
  }

  @Test func afterSomeWrongPasswordsTheNextTryWaitsAndNobodyIsLockedOut() throws {
    let server = try DeskServer(accounts: ["agent"])
    for _ in 0..<4 {
      _ = try server.send(
        "POST", "/api/v1/session", ["name": "agent", "password": "pas celui-là du tout"])
    }
    let before = Date()
    #expect(try !server.signIn("agent").isEmpty)
    #expect(Date().timeIntervalSince(before) > 0.9)
  }

  @Test(arguments: [
    ("court", false), ("motdepasse2026!", false), ("azertyuiop1234", false),
    ("aaaaaaaaaaaaaaaa", false), ("1234567890123", false), ("MmeMartin2026", false),
    ("password123456", false), ("Quatre chats dorment", true), ("été à la plage", true),
  ])
  func aPasswordIsLongAndNotAmongTheFirstToBeTried(_ password: String, _ isTaken: Bool) throws {
    #expect(
      (try? DeskPassword(password, of: "Mme Martin")) != nil ? isTaken : !isTaken)
  }
}
