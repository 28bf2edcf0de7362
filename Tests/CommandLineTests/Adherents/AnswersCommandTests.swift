import Foundation
import RelaisTestSupport
import Testing

/// `relais adherents answers`, as an agent types it.
@Suite struct AnswersCommandTests {
  private static func answer(_ id: Int, _ place: String, _ outcome: String) -> String {
    #"{"id":"00000000-0000-4000-8000-00000000000\#(id)","place":"\#(place)","#
      + #""at":"2026-01-05T10:00","outcome":"\#(outcome)"}"#
  }

  private func town() throws -> RegistryTown {
    let town = try RegistryTown()
    _ = try town.spreadsheet(3)
    try town.relais("adherents", "import", "Shop.csv")
    let list = try town.relais("adherents", "list", "--json", "-").json["adherents"].list
    let code = try #require(list[0]["code"].text)
    let answers = [Self.answer(1, code, "yes"), Self.answer(2, "zzz", "no")]
    try town.folder.write(
      #"{"schema":"relais.answers/1","territory":"","answers":[\#(answers.joined(separator: ","))]}"#
        .utf8, "r.json")
    try town.folder.write(#"{"schema":"other/1"}"#.utf8, "other.json")
    return town
  }

  @Test func resultsAreAFileATableAndAStatus() throws {
    let town = try town()
    let dry = try town.relais(
      "adherents", "answers", "r.json", "--dry-run", "--strict", "--lang", "en", expecting: 2)
    #expect(dry.output.contains("accepted") && dry.output.contains("Rehearsal"))
    let json = try town.relais(
      "adherents", "answers", "r.json", "--json", "-", "--lang", "en"
    ).json
    #expect(json["schema"].text == "relais.answers-result/1")
    #expect(json["answers"].list.map { $0["state"].text } == ["accepted", "refused"])
    #expect(json["answers"].list[1]["reason"].text?.contains("zzz") == true)
    let again = try town.relais("adherents", "answers", "r.json", "--strict", expecting: 2)
    #expect(again.output.contains("déjà connu"))
    try town.expectSound()
  }

  @Test func aFileThatCannotBeReadKeepsNoOtherOut() throws {
    let town = try town()
    let outcome = try town.relais(
      "adherents", "answers", "other.json", "absent.json", "r.json", "--lang", "en", expecting: 1)
    #expect(outcome.errors.contains("its schema is “other/1”"))
    #expect(outcome.errors.contains("absent.json"))
    #expect(outcome.output.contains("Answers taken: 1; known before: 0; refused: 1."))
  }
}
