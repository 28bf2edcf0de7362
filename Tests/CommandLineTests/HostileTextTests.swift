import Foundation
import RelaisTestSupport
import Testing

/// Text from files is never markup, a formula, or a terminal escape.
@Suite struct HostileTextTests {
  private static let script = "<script>alert(1)</script><img src=x onerror=alert(1)>"
  private static let formula = "=cmd|' /C calc'!A0"
  private static let escape = "Rue \u{1B}[31mrouge\u{1B}]0;titre\u{7}\u{9B}31m\u{202E}"

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    func cell(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
    try folder.write(
      Array(
        """
        id,u,v,length,wkt,name,note
        \(cell(Self.script)),1,2,100,"LINESTRING (6 48, 6.001 48)",\(cell(Self.script)),
        \(cell(Self.formula)),2,3,100,"LINESTRING (6.001 48, 6.002 48)",\(cell(Self.formula))
        \(cell(Self.escape)),3,4,100,"LINESTRING (6.002 48, 6.003 48)",\(cell(Self.escape))
        \(cell("]]>\\u003c/script>`${x}")),4,5,100,"LINESTRING (6.003 48, 6.004 48)",\(cell("</script></style>`${x}\\"))

        """.utf8), "streets.csv")
    try folder.write(
      Array(
        """
        id,nom,lon,lat,note
        \(cell(Self.script)),\(cell(Self.script)),6.0001,48,
        \(cell(Self.formula)),\(cell(Self.formula)),7,48
        \(cell(Self.escape)),\(cell(Self.escape)),8,48
        \(cell(Self.formula)),again,6,48
        \(cell(Self.escape)),bad,six,48

        """.utf8), "relays.csv")
    return folder
  }

  /// Whether a terminal would be steered, eight-bit escapes included.
  private func hasControls(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      $0.value < 0x20 && $0 != "\n" && $0 != "\r" && $0 != "\t" || (0x7F...0x9F).contains($0.value)
    }
  }

  /// Whether a line would read in another order than it is written.
  private func isTurned(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) }
  }

  /// Whether a spreadsheet would take a cell of a file for a formula.
  private func hasFormula(_ csv: String) -> Bool {
    csv.split(whereSeparator: { $0 == "\r\n" || $0 == "\n" || $0 == ";" }).contains { cell in
      var text = cell.drop { $0 == " " }
      if text.first == "\"" { text = text.dropFirst() }
      guard let first = text.first, "=+-@\t".contains(first) else { return false }
      return !text.dropFirst().allSatisfy { $0.isNumber || $0 == "," || $0 == "\"" }
    }
  }

  @Test func noOutputOfCoverageCarriesThem() throws {
    let folder = try folder()
    for language in ["fr", "en", "de"] {
      let outcome = try Tool.run(
        "coverage", "--streets", "streets.csv", "--relays", "relays.csv", "--out", "out",
        "--distance", "50", "--lang", language, in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(!hasControls(outcome.output))
      #expect(!hasControls(outcome.errors))
      #expect(!isTurned(outcome.output) && !isTurned(outcome.errors))
      for name in ["gaps.csv", "findings.csv", "rejects/relays.csv.csv"] {
        let text = String(decoding: try folder.read("out/" + name), as: UTF8.self)
        #expect(!hasControls(text) && !isTurned(text), "\(name)")
        #expect(!hasFormula(text), "\(name): \(text)")
      }
      // JSON keeps the text, escaped.
      let geojson = try folder.read("out/gaps.geojson")
      #expect(!geojson.contains(0x1B))
      _ = try JSON(geojson)
    }
    let json = try Tool.run(
      "coverage", "--streets", "streets.csv", "--relays", "relays.csv", "--json", "-", "--edges",
      "--quiet", in: folder)
    #expect(!hasControls(json.output))
    #expect(try json.json["edges"].list.map { $0["id"].text }.contains(Self.escape))
  }

  @Test func checkAndExplainPrintNoEscapes() throws {
    let folder = try folder()
    for arguments in [
      ["check", "relays.csv", "streets.csv"],
      ["explain", "6.0025,48", "--streets", "streets.csv", "--relays", "relays.csv"],
      ["check", "\u{1B}[31mnowhere.csv"],
      ["explain", "6.0025,48", "--streets", "\u{1B}[31mnowhere.csv"],
    ] {
      let outcome = try Tool.run(arguments, in: folder)
      #expect(!hasControls(outcome.output), "\(arguments)")
      #expect(!hasControls(outcome.errors), "\(arguments)")
    }
  }

  @Test func thePageOfARunHoldsNoMarkupOfTheFiles() throws {
    let folder = try folder()
    try folder.write(
      Array(
        "name: \"<script>alert(2)</script>\"\nfiles:\n  streets: streets.csv\n  adherents: relays.csv\n"
          .utf8),
      "relais.yml")
    let outcome = try Tool.run("run", ".", "--quiet", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path("out")).filter {
      $0.hasSuffix(".html")
    }
    #expect(pages.contains("council.html"))
    for page in pages {
      let html = String(decoding: try folder.read("out/" + page), as: UTF8.self)
      #expect(!html.contains("<script>alert"))
      #expect(!html.contains("<img"))
      #expect(!html.contains("</script></style>"))
      // A browser is no terminal; the ones every tool stumbles over are out all the same.
      #expect(!html.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F })
      // Every script there is closes once.
      let opened = html.split(separator: "<script", omittingEmptySubsequences: false).count
      let closed = html.split(separator: "</script>", omittingEmptySubsequences: false).count
      #expect(opened == closed)
    }
  }
}
