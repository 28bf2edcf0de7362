import Foundation
import RelaisTestSupport
import Testing

/// `relais prospect` on plain files and on matrices, its figures worked by hand.
@Suite struct ProspectCommandTests {
  /// C1 on rue B at 40 m, C2 on rue A at 95 m, C3 on the island at 10 m, C4 beside no street, C5 1 m off
  /// the west end of rue A. At 30 m R1, 10 m off rue A, covers 20…60 m of it; rue A weighs 2.
  private static let candidates = """
    id,x,y,nom
    C1,100,40,Boulangerie
    C2,95,0,=Café
    C3,10,500,Presse
    C4,10,900,Loin
    C5,0,1,Tabac

    """

  private static let matrix = """
    # three points, one covered already
    demand d1 5
    demand d2 3,5
    demand d3 2
    relay r d3
    candidate a d1 d3
    candidate b d2
    candidate c

    """

  private func folder() throws -> TemporaryFolder {
    let folder = try SmallTown.folder()
    try folder.write(Self.candidates.utf8, "candidates.csv")
    try folder.write(Self.matrix.utf8, "matrix.txt")
    return folder
  }

  private func prospect(
    _ more: [String], in folder: TemporaryFolder? = nil
  ) throws -> Programs.Outcome {
    try Tool.run(
      ["prospect"] + SmallTown.files + ["--candidates", "candidates.csv", "--distance", "30"]
        + more, in: folder ?? self.folder())
  }

  @Test func figuresAreThoseWorkedByHand() throws {
    let json = try prospect(["--count", "2", "--json", "-", "--quiet"]).json
    #expect(json["schema"].text == "relais.prospect/1")
    #expect(json["distance_m"].number == 30)
    #expect(json["count"].number == 2)
    // C2 reaches 65…100 m of rue A, twice, and 25 m of rue B; C1 10…70 m of rue B.
    #expect(json["selected"].list.map { $0["id"].text } == ["C2", "C1"])
    #expect(json["selected"].list.map { $0["rank"].number } == [1, 2])
    #expect(json["selected"].list.map { $0["gain"].number } == [95, 45])
    #expect(json["selected"].list.map { $0["cumulative"].number } == [95, 140])
    #expect(json["objective"].number == 140)
    #expect(json["upper_bound"].number == 140)
    #expect(json["optimality_gap"].number == 0)
    #expect(json["demand"].number == 330)
    #expect(json["covered_before"].number == 80)
    #expect(json["candidates"].list.map { $0["id"].text } == ["C1", "C2", "C3", "C4", "C5"])
    // C5's metre to the street leaves 29, of which R1 has 20…29.
    #expect(json["candidates"].list.map { $0["gain"].number } == [60, 95, 40, 0, 40])
    #expect(json["candidates"][3]["attached"].bool == false)
  }

  @Test func candidatesThatAddNothingAreNotListed() throws {
    let json = try prospect(["--count", "9", "--json", "-", "--quiet"]).json
    #expect(json["count"].number == 9)
    #expect(json["selected"].list.map { $0["id"].text } == ["C2", "C1", "C3", "C5"])
    #expect(json["objective"].number == 220)
  }

  @Test func aMatrixIsReadAndSolved() throws {
    let outcome = try Tool.run(
      "prospect", "--coverage-matrix", "matrix.txt", "--count", "1", "--json", "-", in: folder())
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let json = try outcome.json
    #expect(json["distance_m"].isNull)
    #expect(json["selected"].list.map { $0["id"].text } == ["a"])
    #expect(json["objective"].number == 5)
    #expect(json["demand"].number == 10.5)
    #expect(json["covered_before"].number == 2)
    #expect(json["candidates"].list.map { $0["gain"].number } == [5, 3.5, 0])
  }

  @Test func badLinesOfAMatrixAreCountedAndListed() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      (Self.matrix + "demand d1 7\ndemand d4 -1\ndemand d5 many\ncandidate d dX\nfoo bar\nlone\n")
        .utf8, "matrix.txt")
    let outcome = try Tool.run(
      "prospect", "--coverage-matrix", "matrix.txt", "--count", "2", "--strict", "--lang", "en",
      "--out", "out", "--json", "-", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("6 of 13"))
    #expect(try outcome.json["objective"].number == 8.5)
    let rejects = String(decoding: try folder.read("out/rejects/matrix.txt.csv"), as: UTF8.self)
    #expect(rejects.split(separator: "\r\n").count == 7)
    for code in [
      "duplicate-id", "out-of-range", "not-a-number", "unknown-demand;No line “demand”",
      "malformed-line",
    ] { #expect(rejects.contains(code)) }
    #expect(!rejects.contains("header") && !rejects.contains("required value"))
    let findings = String(decoding: try folder.read("out/findings.csv"), as: UTF8.self)
    #expect(findings.contains("rows-rejected"))
  }

  @Test(arguments: ["", "\u{0}\u{1}\u{2}", "id,x,y\n1,2,3\n"])
  func whatIsNoMatrixIsRefused(content: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(content.utf8, "matrix.txt")
    let outcome = try Tool.run(
      "prospect", "--coverage-matrix", "matrix.txt", "--count", "2", in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("matrix.txt") && !outcome.errors.contains("relais.yml"))
  }

  @Test func theSpreadsheetIsFrenchAndHarmless() throws {
    let folder = try folder()
    #expect(try prospect(["--count", "2", "--out", "out"], in: folder).status == 0)
    let bytes = try folder.read("out/prospects.csv")
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let rows = String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
    #expect(rows[1].hasPrefix("1;C2;'=Café;;95,000;95,000;"))
    #expect(rows[2].hasPrefix("2;C1;Boulangerie;;45,000;140,000;"))
    #expect(try folder.names.contains("out"))
    let findings = String(decoding: try folder.read("out/findings.csv"), as: UTF8.self)
    #expect(findings.contains("C4"))
  }

  @Test func candidatesAreToldLastAndByName() throws {
    let folder = try folder()
    try folder.write(
      "id,x,y,nom\nR1,40,10,Mairie\nR2,40,300,Poste\n".utf8, "relays.csv")
    let few = try prospect(["--count", "1", "--lang", "en"], in: folder).errors
    #expect(few.contains("Poste”") && !few.contains("R2"))
    #expect(few.contains("“Presse (C3)”") && few.contains("“Loin (C4)”"), "\(few)")
    let island = (1...40).map { "I\($0),\($0),500,Kiosque\n" }.joined()
    try folder.write((Self.candidates + island).utf8, "candidates.csv")
    let outcome = try prospect(
      ["--count", "1", "--lang", "en", "--out", "out", "--quiet"], in: folder)
    #expect(outcome.errors == "")
    let lines = try prospect(["--count", "1", "--lang", "en"], in: folder).errors
      .split(separator: "\n")
    #expect(lines.count <= 5, "\(lines)")
    #expect(lines.last?.contains("41") == true && !lines.contains { $0.contains("Kiosque") })
    let relay = try #require(lines.firstIndex { $0.contains("Poste") })
    let loin = try #require(lines.firstIndex { $0.contains("Loin (C4)") })
    #expect(relay < loin)
    let findings = String(decoding: try folder.read("out/findings.csv"), as: UTF8.self)
    #expect(findings.components(separatedBy: "relay-on-island").count == 42)
    #expect(findings.contains(";I7;“Kiosque (I7)”"))
  }

  @Test func misuseSaysWhatIsWrongAndHowItIsUsed() throws {
    let folder = try folder()
    for (arguments, told) in [
      (["--count", "-1"], "--count"), (["--count", "2", "--max-snap", "-5"], "−5"),
      (["--count", "2", "--gap", "-1"], "--gap"),
      (["--count", "2", "--territory", "town"], "--territory"),
      (["--count", "2", "--certificate", "-"], "--certificate"),
      (["--count", "2", "--profile", "children"], "--schools"),
      (["--count", "2", "--window", "never"], "never"),
    ] {
      let outcome = try prospect(arguments + ["--lang", "en"], in: folder)
      #expect(outcome.status == 64, "\(arguments)")
      #expect(outcome.errors.contains(told), "\(outcome.errors)")
      #expect(outcome.errors.contains("Usage: relais prospect"), "\(outcome.errors)")
      #expect(outcome.errors.contains("'relais prospect --help'"), "\(outcome.errors)")
      #expect(!outcome.errors.contains("Missing value"), "\(outcome.errors)")
    }
    let negative = try Tool.run(
      ["coverage", "--distance", "-5", "--lang", "en"] + SmallTown.files, in: folder)
    #expect(negative.status == 64)
    #expect(negative.errors.contains("−5"), "\(negative.errors)")
    for command in [["coverage"], ["explain", "40,0"]] {
      let both = try Tool.run(command + ["--territory", "town"] + SmallTown.files, in: folder)
      #expect(both.status == 64, "\(command)")
    }
    let plain = try prospect(["--count", "2", "--profile", "mixed"], in: folder).errors
    #expect(plain.contains("--schools") && !plain.contains("sources/"), "\(plain)")
  }

  @Test func misuseIsToldBeforeAnythingIsRead() throws {
    for arguments in [
      ["--count", "0"], ["--count", "x"], ["--count", "2", "--gap", "100"],
      ["--count", "2", "--time-limit", "0"], ["--count", "2", "--distance", "40"],
      ["--count", "2", "--coverage-matrix", "matrix.txt"],
    ] {
      #expect(try prospect(arguments).status == 64, "\(arguments)")
    }
    #expect(
      try Tool.run(["prospect", "--count", "2"] + SmallTown.files, in: folder()).status == 64)
  }

  @Test func bothLanguagesSpeakAndTwoRunsGiveTheSameBytes() throws {
    let folder = try folder()
    let french = try prospect(["--count", "2"], in: folder)
    let english = try prospect(["--count", "2", "--lang", "en"], in: folder)
    #expect(french.output.contains("prouvé"))
    #expect(english.output.contains("proven"))
    #expect(french.errors.contains("C4"))
    let one = try prospect(["--count", "2", "--json", "-", "--certificate", "1"], in: folder)
    let other = try prospect(["--count", "2", "--json", "-", "--certificate", "2"], in: folder)
    #expect(one.bytes == other.bytes)
    #expect(try folder.read("1") == folder.read("2"))
  }
}
