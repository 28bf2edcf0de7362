import Foundation
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisDesk

/// The round on a telephone, served: its page, its links, and what a telephone may not do.
@Suite struct StreetTests {
  @Test(.needs(.pageTools)) func nothingTappedIsLostOrDoubledWhateverHappensToNetworkAndStorage()
    throws
  {
    let server = try DeskServer(accounts: ["apprentice"], demo: true)
    try server.folder.write(
      Array(
        "nom;genre;statut;adresse;lon;lat\nKiosque;commerce;prospect;1 Rue Haute;6,02;48,83\n".utf8),
      "meanwhile.csv")
    let verdict = try Programs.run(
      Programs.pageToolsPython,
      [
        DeskServer.root + "/Scripts/check_round.py", "http://127.0.0.1:\(server.port)",
        "apprentice", DeskServer.password, DeskServer.tool, server.town,
        server.folder.path("meanwhile.csv"),
      ])
    #expect(verdict.status == 0 && verdict.output.hasSuffix("0 defects\n"), "\(verdict.output)")
    let listed = try server.listed()
    // Doors 0, 2 and 3 said yes, the first of them to two telephones.
    #expect(listed.count { $0["state"].text == "agreed" } == 3)
  }

  @Test func aTelephoneIsLetInOnceByALinkAndTakenBackFromTheDesk() throws {
    let server = try DeskServer(accounts: ["agent", "apprentice"])
    try server.addAccount("deux", "agent --role apprentice")
    let agent = try server.signIn("agent")
    // Only an apprentice's account, and nothing else's.
    for name in ["agent", "deux", "personne"] {
      let refused = try server.post(
        "/desk/telephones", ["account": name, "label": "Le gris"], agent)
      #expect(refused.status == 422, "\(name)")
    }
    let page = try server.post(
      "/desk/telephones", ["account": "apprentice", "label": "Le gris"], agent)
    let link = try #require(page.text.firstMatch(of: /http:\/\/[^\/<]+(\/telephone\/[0-9a-f]{64})/))
      .1
    // A camera reads the same link off the screen.
    let address = try #require(page.text.firstMatch(of: /<code>([^<]+)<\/code>/)).1
    #expect(page.text.contains(try #require(QRSymbol(String(address))).path))
    let entered = try server.get(String(link))
    #expect(entered.status == 303 && entered["location"] == "/street")
    let cookie = String(try #require(entered["set-cookie"]).prefix { $0 != ";" })
    #expect(entered["set-cookie"]?.contains("Max-Age=15552000") == true)
    #expect(try server.get(String(link)).status == 404)
    #expect(try server.get("/api/v1/establishments", cookie).status == 200)
    #expect(try server.get("/desk/telephones", cookie).status == 403)
    let number = try #require(
      server.get("/desk/telephones", agent).text.firstMatch(of: /name="number" value="(\d+)"/)
    ).1
    #expect(
      try server.post("/desk/telephones/end", ["number": String(number)], agent).status == 303)
    #expect(try server.get("/api/v1/establishments", cookie).status == 401)
  }

  @Test func theServedPageMaySendAndRunsOnlyItsOwnScripts() throws {
    let page = """
      <head><meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; \
      script-src &#39;sha256-AAAA=&#39; &#39;sha256-BBBB=&#39;; img-src data:"><title>x</title>
      """
    let served = try StreetPage(Array(page.utf8), nonce: "0a")
    #expect(served.policy.contains("script-src 'sha256-AAAA=' 'sha256-BBBB=' 'nonce-0a'"))
    #expect(served.policy.contains("connect-src 'self'"))
    let text = String(decoding: served.bytes, as: UTF8.self)
    #expect(!text.contains("http-equiv") && text.contains("<title>x</title>"))
    #expect(text.contains("src=\"/web/streetsend.js\" nonce=\"0a\""))
    #expect(throws: Problem.self) { try StreetPage(Array("<html>".utf8), nonce: "0a") }
  }
}
