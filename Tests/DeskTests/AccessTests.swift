import Foundation
import RelaisTestSupport
import Testing

@testable import RelaisDesk

/// Who may use which address, and what every answer carries.
@Suite struct AccessTests {
  /// Everybody at every address: the answer is as the table of addresses says, and never an error of ours.
  @Test func rolesAreCheckedAtEveryAddress() throws {
    let server = try DeskServer()
    let roles = ["agent", "apprentice", "council", "admin"]
    let cookies = Dictionary(uniqueKeysWithValues: try roles.map { ($0, try server.signIn($0)) })
    for route in try AccessTests.routes() {
      let path = route.path.replacing(/:\w+/, with: "inconnu")
      // Streams last, and signing out ends what the next one needs.
      if ["/api/v1/changes", "/signout", "/api/v1/session"].contains(path) { continue }
      // What takes long to make has tests of its own.
      if ["/public", "/api/v1/round", "/street"].contains(path) { continue }
      for role in [nil] + roles.map(Optional.some) {
        let answer = try HTTP.send(
          route.method.rawValue, path, port: server.port,
          headers: ["Cookie": role.flatMap { cookies[$0] } ?? "", "Accept": "text/html"],
          body: route.isChanging ? Array("{}".utf8) : [])
        let isAdmitted =
          switch route.access {
          case .anybody: true
          case .signedIn: role != nil
          case .roles(let own): role.map { own.map(\.rawValue).contains($0) } ?? false
          }
        let what = "\(route.method) \(path) as \(role ?? "nobody"): \(answer.status)"
        #expect(answer.status < 500, "\(what)")
        if isAdmitted {
          #expect(answer.status != 403, "\(what)")
        } else if role == nil {
          #expect([401, 303].contains(answer.status), "\(what)")
        } else {
          #expect(answer.status == 403, "\(what)")
        }
      }
    }
  }

  private static func routes() throws -> [DeskRoute] { try DeskFixture.routes() }

  @Test func onlyTheAgentSeesContactsAndTheApprenticeAShopsOwnTelephone() throws {
    let server = try DeskServer()
    let all = try JSON(server.get("/api/v1/establishments", server.signIn("agent")).body)
    let codes = Dictionary(
      all["establishments"].list.map { ($0["name"].text ?? "", $0["code"].text ?? "") },
      uniquingKeysWith: { a, _ in a })
    let (named, shop) = (
      try #require(codes["Boulangerie Martin"]), try #require(codes["Tabac de la Gare"])
    )
    for role in ["agent", "apprentice", "council", "admin"] {
      let cookie = try server.signIn(role)
      let pages = try [
        "/api/v1/establishments", "/api/v1/establishments/\(named)", "/desk/e/\(named)",
        "/desk/list", "/api/v1/establishments?q=martin", "/desk/suggest?q=martin", "/api/v1/map",
        "/api/v1/coverage",
      ].map { try server.get($0, cookie).text }
      for page in pages where role != "agent" {
        #expect(!page.contains("Anne Martin") && !page.contains("03 83 00 00 01"), "\(role)")
      }
      if role == "agent" {
        #expect(pages[1].contains("Anne Martin") && pages[2].contains("Anne Martin"))
      }
      let own = try server.get("/api/v1/establishments/\(shop)", cookie)
      #expect(own.text.contains("03 83 00 00 02") == ["agent", "apprentice"].contains(role))
      if role == "council" { #expect(own.status == 403) }
    }
  }

  @Test func everyAnswerForbidsWhatThePagesDoNotNeed() throws {
    let server = try DeskServer(accounts: ["agent"])
    let cookie = try server.signIn("agent")
    for path in ["/signin", "/desk", "/api/v1/establishments", "/nulle-part", "/healthz"] {
      let answer = try server.get(path, cookie)
      let policy = try #require(answer["content-security-policy"])
      #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
      #expect(!policy.contains("unsafe"))
      #expect(answer["x-content-type-options"] == "nosniff")
      #expect(answer["referrer-policy"] == "no-referrer")
      #expect(answer["cache-control"] == "no-store")
      #expect(answer["server"] == nil)
    }
    // Every script and style has the nonce of its answer, and there is none in the page itself.
    let page = try server.get("/desk", cookie)
    let nonce = try #require(
      page["content-security-policy"]?.firstMatch(of: /'nonce-([0-9a-f]{64})'/)
    ).1
    #expect(page.text.matches(of: /<script/).count == page.text.matches(of: /nonce="/).count - 1)
    #expect(page.text.contains("nonce=\"\(nonce)\""))
    #expect(!page.text.contains("style=\"") && !page.text.contains("onclick"))
  }

  @Test func requestsFromOtherPagesChangeNothing() throws {
    let server = try DeskServer(accounts: ["agent"])
    let cookie = try server.signIn("agent")
    let code = try #require(
      JSON(server.get("/api/v1/establishments", cookie).body)["establishments"][0]["code"].text)
    let path = "/api/v1/establishments/\(code)/events"
    let event = ["kind": "follow-up"]
    for headers in [
      ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"],
      ["Origin": "https://ailleurs.example"], ["Origin": "null"],
    ] {
      #expect(try server.send("POST", path, event, cookie, headers).status == 403)
    }
    // A form of another page may bring neither JSON nor its type.
    #expect(try server.post(path, event, cookie).status == 415)
    #expect(try server.listed().allSatisfy { $0["followed_up_on"].isNull })
    for headers in [
      ["Sec-Fetch-Site": "same-origin"], ["Origin": "http://127.0.0.1:\(server.port)"], [:],
    ] {
      #expect(try server.send("POST", path, event, cookie, headers).status == 201)
    }
  }

  @Test func anotherHostsNameIsNotThisMachines() throws {
    let server = try DeskServer(rows: [], accounts: [])
    for host in ["ailleurs.example", "127.0.0.1.example:80", "10.0.0.1", ""] {
      let answer = try server.get("/healthz", nil, ["Host": host])
      #expect(answer.status == 403 || answer.status == 400, "\(host)")
    }
    #expect(try server.get("/healthz", nil, ["Host": "localhost:1"]).status == 200)
  }

  @Test func beyondThisMachineAProxyIsNeeded() throws {
    let server = try DeskServer(rows: [], accounts: [])
    let refused = try Programs.run(
      DeskServer.tool, ["serve", server.town, "--address", "0.0.0.0:0"], in: server.folder.path)
    #expect(refused.status == 64 && refused.errors.contains("--behind-proxy"))
    server.stop()
    try server.addAccount("agent", "agent")
    try server.start(["--behind-proxy"])
    let answer = try server.send(
      "POST", "/api/v1/session", ["name": "agent", "password": DeskServer.password], nil,
      ["Host": "relais.example", "X-Forwarded-For": "198.51.100.7", "X-Forwarded-Proto": "https"])
    let cookie = try #require(answer["set-cookie"])
    #expect(cookie.hasPrefix("__Host-relais=") && cookie.contains("; Secure"))
    #expect(answer["strict-transport-security"] != nil)
    // What comes unencrypted is not answered.
    #expect(
      try server.get(
        "/healthz", nil, ["Host": "relais.example", "X-Forwarded-Proto": "http"]
      ).status == 403)
  }

  @Test func aProxysHeadersAreTakenFromItsAddressAlone() throws {
    let server = try DeskServer(rows: [], accounts: [])
    server.stop()
    try server.start(["--behind-proxy", "--proxy", "192.0.2.1"])
    #expect(try server.get("/healthz").status == 403)
  }

  @Test func theLanguageIsTheReaders() throws {
    let server = try DeskServer(accounts: ["agent"])
    let english = try server.get("/signin", nil, ["Accept-Language": "en-GB,en;q=0.9,fr;q=0.5"])
    #expect(english.text.contains("<html lang=\"en\">") && english.text.contains("Password"))
    let french = try server.get("/api/v1/establishments", nil, ["Accept-Language": "pt, fr;q=0.5"])
    #expect(french["content-language"] == "fr")
    let german = try server.get("/signin", nil, ["Accept-Language": "de-AT, fr;q=0.5"])
    #expect(german.text.contains("<html lang=\"de\">") && german.text.contains("Passwort"))
  }
}
