import RelaisTestSupport
import Testing

@testable import RelaisFormats
@testable import RelaisGeo

@Suite struct AnswersReaderTests {
  private static let whole = """
    {"schema":"relais.answers/1","territory":"Ville","answers":[
    {"id":"a","place":"C-1","at":"2026-12-01T10:12","outcome":"yes",
    "conditions":{"ground_floor":true,"no_bell":null},"note":"d’accord, \\u00e0 midi"},
    {"id":"b","new":{"name":"Chez \\"Jo\\"","lon":6.25,"lat":48},"outcome":["yes"],"later":{"x":[1]}},
    7]}
    """

  private func read(_ text: String) throws -> AnswersContent {
    try AnswersReader.read(Array(text.utf8), file: "f")
  }

  @Test func membersAreAsTheFileHasThem() throws {
    let content = try read(Self.whole)
    #expect(content.territories == ["Ville"] && content.rows.count == 3)
    #expect(content.rows[0].members["note"] == .text("d’accord, à midi"))
    #expect(content.rows[0].conditions == ["ground_floor": .bool(true), "no_bell": .null])
    #expect(content.rows[1].new?["lon"] == .real(6.25))
    #expect(content.rows[1].new?["name"] == .text("Chez \"Jo\""))
    #expect(content.rows[1].misshapen == ["outcome", "later"])
    #expect(content.rows[2].misshapen == ["answers"])
  }

  @Test func answersAreFoundInAPastedText() throws {
    let text = "Bonjour {tous}, mes réponses :\n" + Self.whole + "\nEnvoyé { de mon téléphone"
    #expect(try read(text).rows.count == 3)
    let twice = try read(Self.whole + "\n" + Self.whole.replacing("Ville", with: "Bourg"))
    #expect(twice.rows.count == 6 && twice.territories == ["Ville", "Bourg"])
  }

  @Test func whatHoldsNoAnswersIsRefused() {
    #expect(throws: FormatError.noAnswers(file: "f", schema: "relais.answers/2")) {
      try read(#"{"schema":"relais.answers/2","answers":[]}"#)
    }
    #expect(throws: FormatError.noAnswers(file: "f", schema: nil)) { try read("bonjour") }
    #expect(throws: FormatError.empty(file: "f")) { try read(" \n") }
    let more = Array(repeating: "{}", count: InputBound.answers.most + 1).joined(separator: ",")
    #expect(throws: FormatError.tooMuch(file: "f", place: nil, of: .answers)) {
      try read(#"{"schema":"relais.answers/1","answers":["# + more + "]}")
    }
    #expect(throws: FormatError.tooMuch(file: "f", place: nil, of: .answerBytes)) {
      try AnswersReader.read(
        [UInt8](repeating: 0x20, count: InputBound.answerBytes.most + 1), file: "f")
    }
    #expect(throws: FormatError.damaged(file: "f", place: .line(2), detail: "JSON: cut short")) {
      try read("{\"schema\":\"relais.answers/1\",\n\"answers\":[{\"id\":\"a\"")
    }
  }

  @Test func aFileCutOrChangedIsReadOrRefused() throws {
    let bytes = Array(Self.whole.utf8)
    var tally = DamageTally()
    for length in 0..<bytes.count {
      let content = tally.read(Array(bytes[..<length]), file: "f") {
        try AnswersReader.read($0, file: "f")
      }
      // Nothing of a file that breaks off is taken.
      #expect(content == nil)
    }
    var random = SeededRandom(seed: 4)
    for _ in 0..<2_000 {
      var sample = bytes
      sample[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
      _ = tally.read(sample, file: "f") { try AnswersReader.read($0, file: "f") }
    }
    #expect(tally.taken > 200 && tally.refused > 500)
  }
}
