import Foundation
import RelaisTestSupport
import Testing

/// `relais hours`, for anyone to check a value.
@Suite struct HoursCommandTests {
  private func states(_ arguments: String..., in folder: TemporaryFolder) throws -> [String] {
    let outcome = try Tool.run(["hours", "--json", "-"] + arguments, in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try outcome.json.list.map { $0["state"].text ?? "?" }
  }

  @Test func everyValueIsAnsweredAtEveryInstantInOrder() throws {
    let folder = try TemporaryFolder()
    let outcome = try Tool.run(
      "hours", "Mo-Fr 08:00-18:00", "lun-sam 9h-12h", "--at", "2026-11-23T08:30", "--at",
      "2026-11-28T10:00", "--json", "-", in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let entries = try outcome.json.list
    #expect(entries.map { $0["state"].text } == ["open", "closed", "closed", "open"])
    #expect(entries.map { $0["at"].text }.prefix(2) == ["2026-11-23T08:30", "2026-11-28T10:00"])
    #expect(entries[2]["value"].text == "lun-sam 9h-12h")
    #expect(entries[2]["understood_as"].text == "Mo-Sa 09:00-12:00")
    #expect(entries[0].keys.isSuperset(of: ["value", "understood_as", "at", "state", "comment"]))
    #expect(entries[0]["comment"].isNull)
  }

  @Test func aRefusedValueSaysWhereItBrokeAndLeavesTheStatusAlone() throws {
    let folder = try TemporaryFolder()
    let arguments = ["hours", "Mo-Fr 08:00-18:00", "Ma-Fr 9-5", "--at", "2026-11-23T08:30"]
    let outcome = try Tool.run(arguments + ["--json", "-"], in: folder)
    #expect(outcome.status == 0)
    let refused = try outcome.json[1]
    #expect(refused["state"].text == "invalid")
    #expect(refused["understood_as"].isNull)
    #expect(refused["offset"].number == 0)
    #expect(refused["problem"].text?.hasPrefix("Horaires illisibles à partir de ") == true)
    #expect(try Tool.run(arguments + ["--strict"], in: folder).status == 2)
  }

  @Test func holidaysAndTheSunFollowTheOptions() throws {
    let folder = try TemporaryFolder()
    let christmas = ["--at", "2026-12-25T10:00", "--at", "2026-12-26T10:00"]
    func run(_ value: String, _ options: String...) throws -> [String?] {
      try Tool.run(["hours", value, "--json", "-"] + christmas + options, in: folder).json.list
        .map { $0["state"].text }
    }
    #expect(try run("24/7; PH off") == ["closed", "open"])
    #expect(try run("24/7; PH off", "--department", "57") == ["closed", "closed"])
    #expect(try run("24/7; SH off") == ["unknown", "unknown"])
    #expect(try run("24/7; SH off", "--zone", "B") == ["closed", "closed"])
    #expect(try run("24/7; SH off", "--department", "92") == ["closed", "closed"])
    #expect(try run("sunrise-sunset") == ["unknown", "unknown"])
    #expect(
      try run("sunrise-sunset", "--lat", "48.69", "--lon", "6.18") == ["open", "open"])
    #expect(try run("sunset-24:00", "--lat", "48.4", "--lon", "-4.5") == ["closed", "closed"])
  }

  @Test func aFileIsReadLineByLineAndItsShareIsTold() throws {
    let folder = try TemporaryFolder()
    try folder.write("\u{FEFF}24/7\r\n\r\nmidi et soir\r\nfermé".utf8, "hours.txt")
    let outcome = try Tool.run(
      "hours", "--file", "hours.txt", "--at", "2026-11-23T10:00", "--csv", "-", in: folder)
    #expect(outcome.status == 0)
    #expect(
      outcome.errors == "3\u{A0}valeurs\u{A0}: 2\u{A0}comprises (66,7\u{A0}%), 1\u{A0}refusée.\n")
    let lines = outcome.output.split(whereSeparator: \.isNewline)
    #expect(lines.count == 4)
    #expect(lines[1] == "24/7;24/7;2026-11-23T10:00;open;;24/7;")
    #expect(lines[2].hasPrefix("midi et soir;;2026-11-23T10:00;invalid;;;"))
    #expect(lines[3].hasPrefix("fermé;off;2026-11-23T10:00;closed;;off;"))
    let quiet = try Tool.run(
      "hours", "--file", "hours.txt", "--csv", "out.csv", "--quiet", in: folder)
    #expect(quiet.errors == "")
    #expect(quiet.output == "")
  }

  @Test func peopleReadSentencesInTheirLanguage() throws {
    let folder = try TemporaryFolder()
    let arguments = [
      "hours", "lun-ven 9h-12h30", "18:00+", "--at", "2026-11-23T19:05", "--quiet",
    ]
    let french = try Tool.run(arguments, in: folder).output
    #expect(french.contains("Compris\u{A0}: Mo-Fr 09:00-12:30"))
    #expect(french.contains("lundi 23\u{A0}novembre 2026, 19\u{A0}h\u{A0}05\u{A0}: fermé"))
    #expect(french.contains("inconnu. L’heure de fermeture n’est pas dite."))
    let english = try Tool.run(arguments + ["--lang", "en"], in: folder).output
    #expect(english.contains("Understood as: Mo-Fr 09:00-12:30"))
    #expect(english.contains("Monday 23\u{A0}November 2026, 19:05: closed"))
  }

  @Test func aFurtherYearOfSchoolHolidaysIsTakenFromAFileOrATerritory() throws {
    let folder = try TemporaryFolder()
    let year = "zone;debut;reprise\nB;2028-02-05;2028-02-21\nD;2028-04-01;2028-04-17\n"
    try folder.write(year.utf8, "2028.csv")
    let arguments = [
      "hours", "24/7; SH off", "--at", "2028-02-10T10:00", "--at", "2028-01-20T10:00", "--json",
      "-",
    ]
    let plain = try Tool.run(arguments + ["--department", "54"], in: folder)
    #expect(try plain.json.list.map { $0["state"].text } == ["unknown", "unknown"])
    let more = try Tool.run(
      arguments + ["--department", "54", "--school-holidays", "2028.csv"], in: folder)
    #expect(try more.json.list.map { $0["state"].text } == ["closed", "open"])
    #expect(more.errors.contains("2028.csv, ligne\u{A0}3"))

    #expect(
      try Tool.run("init", "nancy", "--name", "Nancy", "--insee", "54395", in: folder).status == 0)
    try FileManager.default.createDirectory(
      atPath: folder.path("nancy/calendar"), withIntermediateDirectories: true)
    try folder.write(year.utf8, "nancy/calendar/2028.csv")
    let territory = try Tool.run(arguments + ["--territory", "nancy"], in: folder)
    #expect(try territory.json.list.map { $0["state"].text } == ["closed", "open"])
  }

  @Test func misuseIsTold() throws {
    let folder = try TemporaryFolder()
    for arguments in [
      [], ["24/7", "--at", "2026-11-31T08:00"], ["24/7", "--zone", "D"],
      ["24/7", "--department", "20"], ["24/7", "--lat", "48.7"],
      ["24/7", "--lat", "148.7", "--lon", "6"],
    ] {
      #expect(try Tool.run(["hours"] + arguments, in: folder).status == 64, "\(arguments)")
    }
    #expect(try Tool.run("hours", "--file", "missing.txt", in: folder).status == 1)
  }

  @Test func hostileValuesSteerNothing() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "=cmd|' /C calc'!A0\n24/7 \"\u{1B}[31m\u{202E}x\"\n\u{0}\n\"unclosed\n".utf8, "bad.txt")
    let outcome = try Tool.run(
      "hours", "--file", "bad.txt", "--at", "2026-11-23T10:00", "--csv", "-", in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("'=cmd"))
    #expect(!outcome.output.contains("\u{1B}"))
    let text = try Tool.run("hours", "--file", "bad.txt", in: folder)
    #expect(!text.output.contains("\u{1B}"))
    #expect(!text.output.contains("\u{202E}"))
  }
}
