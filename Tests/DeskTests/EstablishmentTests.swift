import Foundation
import RelaisTestSupport
import Testing

/// The adherents' file over HTTP: what is acknowledged is in the registry, as the commands see it.
@Suite struct EstablishmentTests {
  private func code(_ name: String, _ server: DeskServer, _ cookie: String) throws -> String {
    let all = try JSON(server.get("/api/v1/establishments", cookie).body)["establishments"].list
    return try #require(all.first { $0["name"].text == name }?["code"].text)
  }

  @Test func findingForgivesWhatPeopleType() throws {
    let server = try DeskServer()
    let cookie = try server.signIn("agent")
    for text in ["martin", "BOULANGRIE", "0383000001"] {
      let found = try JSON(server.get("/api/v1/establishments?q=\(text)", cookie).body)
      #expect(
        found["establishments"].list.contains { $0["name"].text == "Boulangerie Martin" }, "\(text)"
      )
    }
    let prospects = try JSON(server.get("/api/v1/establishments?state=prospect", cookie).body)
    #expect(prospects["establishments"].list.map { $0["name"].text } == ["Mairie"])
    #expect(try server.get("/api/v1/establishments?state=bidule", cookie).status == 400)
  }

  @Test func aChangeIsAnEventOfWhoeverMadeItAndCanBeTakenBack() throws {
    let server = try DeskServer()
    let cookie = try server.signIn("agent")
    let code = try code("Boulangerie Martin", server, cookie)
    let path = "/api/v1/establishments/\(code)"
    let changed = try server.send(
      "PATCH", path,
      [
        "opening_hours": "lun-sam 9h-19h", "ground_floor": true,
        "contact": ["phone": "03 83 11 22 33"],
      ],
      cookie)
    #expect(changed.status == 200, "\(changed.text)")
    let sheet = try JSON(changed.body)
    #expect(sheet["opening_hours"].text == "lun-sam 9h-19h" && sheet["ground_floor"].text == "yes")
    #expect(sheet["contacts"][0]["phone"].text == "03 83 11 22 33")
    #expect(sheet["history"].list.last?["author"].text == "agent")
    #expect(try server.listed().first { $0["code"].text == code }?["ground_floor"].text == "yes")
    // A fact no longer known.
    #expect(
      try JSON(server.send("PATCH", path, ["opening_hours": NSNull()], cookie).body)[
        "opening_hours"
      ]
      .isNull)
    let undone = try server.send("POST", path + "/events", ["kind": "undo"], cookie)
    #expect(undone.status == 201)
    #expect(try JSON(undone.body)["opening_hours"].text == "lun-sam 9h-19h")
  }

  @Test func visitsMembershipAndFollowUpsAreRecorded() throws {
    let server = try DeskServer()
    let cookie = try server.signIn("agent")
    let code = try code("Mairie", server, cookie)
    let path = "/api/v1/establishments/\(code)/events"
    let visit = try server.send(
      "POST", path,
      [
        "kind": "visit", "outcome": "call-back", "call_back_on": "2031-01-15",
        "note": "rappeler le matin",
      ], try server.signIn("apprentice"))
    #expect(visit.status == 201, "\(visit.text)")
    #expect(try JSON(visit.body)["call_back_on"].text == "2031-01-15")
    #expect(try JSON(visit.body)["contacts"].isNull)
    for (event, state) in [
      ("join", "adherent"), ("suspend", "suspended"), ("join", "adherent"),
      ("leave", "left"),
    ] {
      let answer = try server.send("POST", path, ["kind": event], cookie)
      #expect(try JSON(answer.body)["state"].text == state, "\(answer.text)")
    }
    // One who left cannot be suspended; an apprentice records visits alone.
    #expect(try server.send("POST", path, ["kind": "suspend"], cookie).status == 409)
    #expect(
      try server.send("POST", path, ["kind": "leave"], server.signIn("apprentice")).status == 403)
  }

  @Test func whoeverReadAnOlderSheetIsShownWhatChanged() throws {
    let server = try DeskServer()
    let cookie = try server.signIn("agent")
    let code = try code("Boulangerie Martin", server, cookie)
    let path = "/api/v1/establishments/\(code)"
    let tag = try #require(server.get(path, cookie)["etag"])
    #expect(
      try server.send("PATCH", path, ["sticker": "7"], cookie, ["If-Match": tag]).status == 200)
    // Another fact may change meanwhile; the same one may not.
    #expect(
      try server.send("PATCH", path, ["notes": "vu"], cookie, ["If-Match": tag]).status == 200)
    let late = try server.send("PATCH", path, ["sticker": "8"], cookie, ["If-Match": tag])
    #expect(late.status == 412)
    #expect(try JSON(server.get(path, cookie).body)["sticker"].text == "7")
    // The page keeps what was typed and shows what is there now.
    let version = tag.filter(\.isNumber)
    let page = try server.post(
      "/desk/e/\(code)/facts", ["version": version, "sticker": "9"], cookie)
    #expect(page.status == 412)
    #expect(page.text.contains("value=\"9\"") && page.text.contains("7"))
  }

  @Test func aProbableDoubleIsAskedAbout() throws {
    let server = try DeskServer()
    let cookie = try server.signIn("agent")
    let new: [String: Any] = [
      "name": "Boulangerie Martin", "kind": "shop", "lon": 6.0001, "lat": 48.0001,
    ]
    #expect(try server.send("POST", "/api/v1/establishments", new, cookie).status == 409)
    let anyway = try server.send(
      "POST", "/api/v1/establishments", new.merging(["anyway": true]) { $1 }, cookie)
    #expect(anyway.status == 201)
    #expect(try server.listed().count == 4)
  }

  @Test func answersOfARoundAreTakenOnceAndNoneHoldsBackTheOthers() throws {
    let server = try DeskServer()
    let cookie = try server.signIn("apprentice")
    let code = try code("Mairie", server, cookie)
    let round: [String: Any] = [
      "schema": "relais.answers/1", "territory": "Essai",
      "answers": [
        [
          "id": "6f1f4f0e-6a0d-4b43-9a2e-0d9c5b1f8a11", "place": code, "at": "2026-11-20T10:12",
          "outcome": "yes",
        ],
        [
          "id": "6f1f4f0e-6a0d-4b43-9a2e-0d9c5b1f8a12", "place": "nulle-part",
          "at": "2026-11-20T10:20", "outcome": "no",
        ],
      ],
    ]
    for states in [["accepted", "refused"], ["known", "refused"]] {
      let answer = try server.send("POST", "/api/v1/answers", round, cookie)
      #expect(answer.status == 200, "\(answer.text)")
      #expect(try JSON(answer.body)["answers"].list.map { $0["state"].text ?? "" } == states)
    }
    #expect(try server.listed().first { $0["code"].text == code }?["state"].text == "agreed")
    // The agent finds them, and puts them away.
    let agent = try server.signIn("agent")
    let inbox = try server.get("/desk/inbox", agent).text
    #expect(inbox.contains("Mairie") && inbox.contains("nulle-part"))
    let ids = inbox.matches(of: /name="id" value="([0-9a-f-]{36})"/).map { String($0.1) }
    for id in Set(ids) {
      #expect(try server.post("/desk/inbox/seen", ["id": id], agent).status == 303)
    }
    #expect(try !server.get("/desk/inbox", agent).text.contains("Mairie"))
  }

  @Test func aListIsLookedAtThenTakenThenTakenBack() throws {
    let server = try DeskServer()
    let cookie = try server.signIn("agent")
    let list = "Nom;Adresse;Statut\nTabac Neuf;9 Rue A;OK\nLibrairie;11 Rue A;OK\n"
    let mark = "xxxxBOUNDARYxxxx"
    let body =
      "--\(mark)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../liste.csv\"\r\n"
      + "Content-Type: text/csv\r\n\r\n\(list)\r\n--\(mark)--\r\n"
    let look = try HTTP.send(
      "POST", "/desk/import", port: server.port,
      headers: ["Cookie": cookie, "Content-Type": "multipart/form-data; boundary=\(mark)"],
      body: Array(body.utf8))
    #expect(look.status == 200, "\(look.text)")
    #expect(try server.listed().count == 3)
    let token = try #require(look.text.firstMatch(of: /name="token" value="([0-9a-f]{64})"/)).1
    #expect(look.text.contains("name=\"word-0\" value=\"OK\""))
    // Nobody else's.
    #expect(
      try server.post("/desk/import/take", ["token": String(token)], server.signIn("admin")).status
        == 404)
    let taken = try server.post(
      "/desk/import/take", ["token": String(token), "word-0": "OK", "state-0": "adherent"], cookie)
    #expect(taken.status == 303, "\(taken.text)")
    #expect(try server.listed().count { $0["state"].text == "adherent" } == 4)
    // What was explained is remembered.
    let settings = String(decoding: try server.folder.read("town/relais.yml"), as: UTF8.self)
    #expect(settings.contains("states:") && settings.contains("OK"))
    let change = try #require(taken["location"]?.firstMatch(of: /change=(import-\d+)/)).1
    #expect(try server.post("/desk/undo", ["change": String(change)], cookie).status == 303)
    #expect(try server.listed().count == 3)
  }

  @Test func aPersonIsErasedAfterAPreviewAndNobodyIsNamedInTheLog() throws {
    let server = try DeskServer()
    let cookie = try server.signIn("agent")
    let look = try server.post("/desk/rights/look", ["person": "Anne Martin"], cookie)
    #expect(look.status == 200 && look.text.contains("03 83 00 00 01"))
    #expect(
      try server.get("/api/v1/establishments?q=0383000001", cookie).text.contains("Boulangerie"))
    let erased = try server.post(
      "/desk/rights/erase", ["person": "Anne Martin", "sure": "1"], cookie)
    #expect(erased.status == 200, "\(erased.text)")
    let outcome = try Programs.run(
      DeskServer.tool, ["adherents", "export-person", "Anne Martin", "--territory", server.town],
      in: server.folder.path)
    #expect(!outcome.output.contains("03 83 00 00 01"))
    #expect(try !server.get("/desk/log", cookie).text.contains("Anne"))
  }

  @Test func whatAnotherProgramChangesReachesOpenPages() throws {
    let server = try DeskServer()
    let cookie = try server.signIn("agent")
    let code = try code("Mairie", server, cookie)
    let socket = try HTTP.connect(server.port)
    defer { close(socket) }
    var limit = timeval(tv_sec: 120, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    let head =
      "GET /api/v1/changes HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nCookie: \(cookie)\r\n\r\n"
    _ = Array(head.utf8).withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, 0) }
    var heard = ""
    func hear(until text: String) {
      var part = [UInt8](repeating: 0, count: 4096)
      while !heard.contains(text) {
        let count = recv(socket, &part, part.count, 0)
        guard count > 0 else { return }
        heard += String(decoding: part[..<count], as: UTF8.self)
      }
    }
    hear(until: "retry:")
    let visit = try Programs.run(
      DeskServer.tool,
      ["adherents", "visit", code, "--outcome", "yes", "--territory", server.town, "--quiet"],
      in: server.folder.path)
    #expect(visit.status == 0, "\(visit.errors)")
    hear(until: "event: registry")
    #expect(heard.contains("event: registry"), "\(heard)")
  }

  @Test func aRequestSentTwiceUnderItsKeyIsDoneOnce() throws {
    let server = try DeskServer()
    let cookie = try server.signIn("agent")
    let path = "/api/v1/establishments/\(try code("Boulangerie Martin", server, cookie))"
    func events() throws -> Int {
      try JSON(server.get(path, cookie).body)["history"].list.count
    }
    func send(_ path: String, _ body: String, key: String) throws -> HTTP.Answer {
      try HTTP.send(
        "POST", path, port: server.port,
        headers: [
          "Cookie": cookie, "Content-Type": "application/json", "Idempotency-Key": key,
        ], body: Array(body.utf8))
    }
    let before = try events()
    let visit = "{\"kind\":\"visit\",\"outcome\":\"call-back\",\"note\":\"revenir\"}"
    for _ in 0..<3 {
      let answer = try send(path + "/events", visit, key: "a-1")
      #expect(answer.status == 201, "\(answer.text)")
    }
    #expect(try events() == before + 1)
    #expect(try send(path + "/events", visit, key: "a-2").status == 201)
    #expect(try events() == before + 2)
    // The last visit is taken back once, not the one before it too.
    for _ in 0..<2 {
      #expect(try send(path + "/events", "{\"kind\":\"undo\"}", key: "b").status == 201)
    }
    let undone = try JSON(server.get(path, cookie).body)["history"].list
    #expect(undone.count { $0["is_undone"].bool == true } == 1)
    // What was refused may be sent again under the same key, mended.
    let new = "/api/v1/establishments"
    #expect(try send(new, "{\"name\":\"\",\"kind\":\"shop\"}", key: "c").status == 400)
    let codes = try (0..<2).map { _ in
      let answer = try send(new, "{\"name\":\"Kiosque du Pont\",\"kind\":\"shop\"}", key: "c")
      #expect(answer.status == 201, "\(answer.text)")
      return try JSON(answer.body)["code"].text
    }
    #expect(codes[0] != nil && codes[0] == codes[1])
    #expect(try server.listed().count { $0["name"].text == "Kiosque du Pont" } == 1)
    for bad in ["", "a b", String(repeating: "x", count: 201)] {
      #expect(try send(path + "/events", visit, key: bad).status == 400, "\(bad)")
    }
  }

  @Test func aFormSentTwiceByAQuickHandIsRecordedOnce() throws {
    let server = try DeskServer()
    let cookie = try server.signIn("agent")
    let code = try code("Boulangerie Martin", server, cookie)
    let page = try server.get("/desk/e/\(code)", cookie).text
    let key = try #require(page.firstMatch(of: /name="request" value="([0-9a-f-]{36})"/)).1
    for _ in 0..<2 {
      let answer = try server.post(
        "/desk/e/\(code)/events",
        ["kind": "visit", "outcome": "absent", "request": String(key)], cookie)
      #expect(answer.status == 303)
    }
    let history = try JSON(server.get("/api/v1/establishments/\(code)", cookie).body)["history"]
    #expect(history.list.count { $0["outcome"].text == "absent" } == 1)
  }

  @Test func thePinAndTheHoursOfASheetAreAnswered() throws {
    let server = try DeskServer()
    let cookie = try server.signIn("agent")
    let hours = try JSON(
      server.get("/desk/hours?value=lun-ven%209h-12h%2014h-19h,%20f%C3%A9rm%C3%A9%20dim", cookie)
        .body)
    #expect(hours["understood"].text != nil)
    let week = try JSON(
      server.get("/desk/hours?value=Mo-Fr%2009:00-19:00;%20Sa%20off", cookie).body)
    #expect(
      week["rows"].list.map { $0.text }
        == Array(repeating: "09:00-19:00", count: 5) + ["fermé", "fermé", ""])
    let dated = try JSON(server.get("/desk/hours?value=Jan-Mar%2009:00-19:00", cookie).body)
    #expect(dated["rows"].isNull)
    for query in ["", "?lon=6", "?lon=x&lat=48", "?lon=nan&lat=48"] {
      #expect(try server.get("/desk/place" + query, cookie).status == 400, "\(query)")
    }
    #expect(try server.get("/desk/place?lon=0&lat=0", cookie).status == 200)
  }
}
