import CoverageEngine
import Foundation
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import Testing

/// A whole territory of hostile names: in every file of a run they stand as themselves, and do
/// nothing.
@Suite struct HostileTerritoryTests {
  /// What names hold, each with what must never come out of it.
  private static let names = [
    "<script>alert(1)</script><img src=x onerror=alert(2)>", "=cmd|' /C calc'!A0", "+1+2",
    "@SUM(A1)",
    "-2+3", "Chez \u{1B}[31mRouge\u{1B}]0;titre\u{7}", "\u{202E}tnemegna'l \u{2066}à l’envers",
    "Boulangerie 🥐👨‍👩‍👧‍👦", "]]></title><!--'\"`${x}\\", "O'Hara') DROP TABLE streets --",
    String(repeating: "très long ", count: 29),
  ]

  private func town() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    func cell(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
    var streets = "id,u,v,length,wkt,name,note\n"
    var relays = "nom,type,adresse,lon,lat,horaires,notes,contact,tel\n"
    var schools = "id,nom,niveau,lon,lat\n"
    for (index, name) in Self.names.enumerated() {
      let (from, to) = (6 + Double(index) / 1000, 6 + Double(index + 1) / 1000)
      streets +=
        "s\(index),\(index),\(index + 1),75,\"LINESTRING (\(from) 48, \(to) 48)\",\(cell(name)),\n"
      relays +=
        "\(cell(name)),commerce,\(cell("\(index) " + name)),\(from),48.0001,\(cell(name)),,Mme Canari \(index),061234567\(index % 10)\n"
      schools += "\(cell("e\(index)")),\(cell(name)),élémentaire,\(to),48.0001\n"
    }
    try FileManager.default.createDirectory(
      atPath: folder.path("sources/streets"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      atPath: folder.path("sources/schools"), withIntermediateDirectories: true)
    try folder.write(streets.utf8, "sources/streets/streets.csv")
    try folder.write(schools.utf8, "sources/schools/schools.csv")
    try folder.write(relays.utf8, "relays.csv")
    try folder.write(
      "name: \(cell("<script>alert(3)</script>"))\nbudgets: [30, 60]\n".utf8, "relais.yml")
    let imported = try Tool.run("adherents", "import", "relays.csv", in: folder)
    #expect(imported.status == 0, "\(imported.errors)")
    expectCalm(imported, "adherents import")
    return folder
  }

  private func expectCalm(_ outcome: Programs.Outcome, _ what: String) {
    for text in [outcome.output, outcome.errors] {
      #expect(!hasControls(text) && !isTurned(text), "\(what)")
    }
  }

  private func hasControls(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      $0.value < 0x20 && $0 != "\n" && $0 != "\r" && $0 != "\t" || (0x7F...0x9F).contains($0.value)
    }
  }

  private func isTurned(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
    }
  }

  private func files(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path("out")).sorted().filter {
      $0.contains(".")
    }
  }

  @Test(arguments: ["fr", "en", "de"])
  func namesStandAsThemselvesInEveryFileAndDoNothing(language: String) throws {
    let folder = try town()
    let outcome = try Tool.run("run", ".", "--lang", language, in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    expectCalm(outcome, "run")
    let files = try files(folder)
    for needed in [
      "agent.html", "agent.csv", "public.html", "relais_publics.csv", "relais_publics.geojson",
      "council.html", "gaps.csv", "gaps.geojson", "coverage.gpkg", "summary.json", "findings.csv",
    ] {
      #expect(files.contains(needed), "\(needed)")
    }
    for file in files where !file.hasSuffix(".gpkg") {
      let bytes = try folder.read("out/" + file)
      let text = String(decoding: bytes, as: UTF8.self)
      switch (file as NSString).pathExtension {
      case "html", "gpx", "xml": expectNoMarkup(text, file)
      case "csv": expectNoFormula(text, file)
      case "json", "geojson":
        #expect(!bytes.contains { $0 < 0x20 && $0 != 0x0A }, "\(file)")
        _ = try JSON(bytes)
      default: break
      }
      // No contact in any output of a run.
      #expect(!text.contains("Canari") && !text.contains("0612345"), "\(file)")
    }
    // JSON keeps names whole.
    let features = try JSON(folder.read("out/relais_publics.geojson"))["features"].list
    let written = Set(features.compactMap { $0["properties"]["name"].text })
    #expect(written.count == Self.names.count)
    #expect(written.contains(Self.names[0]) && written.contains(Self.names[7]))
    try expectNames(inGeoPackageOf: folder)
  }

  private func expectNoMarkup(_ text: String, _ file: String) {
    #expect(!text.contains("<script>alert") && !text.contains("<img"), "\(file)")
    #expect(!text.contains("</title><!--"), "\(file)")
    #expect(!hasControls(text) && !isTurned(text), "\(file)")
    let opened = text.split(separator: "<script", omittingEmptySubsequences: false).count
    let closed = text.split(separator: "</script>", omittingEmptySubsequences: false).count
    #expect(opened == closed, "\(file)")
  }

  /// Whether a spreadsheet would take a cell for a formula, whichever delimiter it is told.
  private func expectNoFormula(_ text: String, _ file: String) {
    #expect(!hasControls(text) && !isTurned(text), "\(file)")
    let cells = text.split { $0 == "\r\n" || $0 == "\n" || $0 == ";" || $0 == "," }
    for cell in cells {
      var inner = cell.drop { $0 == " " || $0 == "\"" || $0 == "\u{FEFF}" }
      guard let first = inner.first, "=+-@\t".contains(first) else { continue }
      inner = inner.dropFirst()
      #expect(inner.allSatisfy { $0.isNumber || $0 == "." || $0 == "\"" }, "\(file): \(cell)")
    }
  }

  private func expectNames(inGeoPackageOf folder: TemporaryFolder) throws {
    let reader = try GeoPackageReader(path: folder.path("out/coverage.gpkg"))
    let relays = try reader.read(reader.layer(named: "relays")).features
    let streets = try reader.read(reader.layer(named: "streets")).features
    for features in [relays, streets] {
      let texts = features.flatMap { $0.attributes.values.compactMap(\.text) }
      #expect(!texts.contains(where: hasControls))
      let names = Set(
        features.compactMap { feature -> String? in
          if case .text(let name)? = feature.attributes["name"] { return name }
          return nil
        })
      for name in [Self.names[0], Self.names[1], Self.names[7], Self.names[9]] {
        #expect(names.contains(name), "\(name)")
      }
    }
  }

  @Test func commandsPrintNoEscapes() throws {
    let folder = try town()
    for arguments in [
      ["adherents", "list"], ["adherents", "follow-up"], ["adherents", "duplicates"],
      ["adherents", "stickers"], ["explain", "6.0005,48"], ["check", "relays.csv"],
      ["adherents", "show", "+1+2"],
    ] {
      let outcome = try Tool.run(arguments, in: folder)
      #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
      expectCalm(outcome, "\(arguments)")
    }
  }
}
