import Foundation
import RelaisTestSupport
import Testing

/// The desk's pages in a browser: accessible, valid, narrow enough for a telephone; and what people do there.
@Suite struct DeskPageTests {
  @Test(.needs(.pageTools)) func pagesAreAccessibleAndWorkWithAndWithoutScripts() throws {
    let server = try DeskServer(accounts: [])
    try server.addAccount("chef", "agent --role admin")
    let verdict = try Programs.run(
      Programs.pageToolsPython,
      [
        DeskServer.root + "/Scripts/check_desk.py", "http://127.0.0.1:\(server.port)", "chef",
        DeskServer.password,
      ])
    #expect(verdict.status == 0, "\(verdict.output)")
    #expect(verdict.output.contains("15 pages, 0 defects"), "\(verdict.output)")
  }

  @Test(.needs(.chromium), .needs(.pdftotext)) func kitsOfSeveralAreOnePDF() throws {
    let server = try DeskServer(accounts: ["agent"])
    let cookie = try server.signIn("agent")
    let codes = try JSON(server.get("/api/v1/establishments?state=adherent", cookie).body)[
      "establishments"
    ].list.map { $0["id"].text ?? "" }
    let body = codes.map { "code=\($0)" }.joined(separator: "&")
    let answer = try HTTP.send(
      "POST", "/desk/print/kits", port: server.port,
      headers: ["Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"],
      body: Array(body.utf8))
    #expect(answer.status == 200 && answer["content-type"] == "application/pdf")
    try server.folder.write(answer.body, "kits.pdf")
    let text = try Programs.run(
      Program.pdftotext.path, [server.folder.path("kits.pdf"), "-"], in: server.folder.path
    ).output
    #expect(text.contains("Boulangerie Martin") && text.contains("Tabac de la Gare"))
    #expect(text.count { $0 == "\u{0C}" } == 2)
  }
}
