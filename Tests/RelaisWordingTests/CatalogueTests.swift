import Foundation
import Testing

@testable import RelaisWording

/// The catalogue, whole, beside the sources that say its sentences.
@Suite struct CatalogueTests {
  private static let sources: URL = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.appendingPathComponent("Sources")
  }()

  private struct Row {
    var concern: String
    var key: String
    var isVerbatim: Bool
    var texts: [String]
  }

  private static func tables() throws -> [(concern: String, table: CatalogueTable)] {
    let folder = sources.appendingPathComponent("RelaisWording/Catalogue")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.filter { $0.hasSuffix(".tsv") }.sorted().map { name in
      let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
      return (String(name.dropLast(4)), CatalogueTable(bytes))
    }
  }

  private static func rows() throws -> [Row] {
    try tables().flatMap { concern, table in
      table.rows.map { row in
        let isVerbatim = row.key.hasPrefix(CatalogueTable.verbatim)
        return Row(
          concern: concern, key: isVerbatim ? String(row.key.dropFirst()) : row.key,
          isVerbatim: isVerbatim, texts: row.texts)
      }
    }
  }

  /// The names a text has places for, and what each takes.
  private static func places(_ text: String) -> [String: Set<Value.Kind>] {
    Template(text) { $0 }.parts.reduce(into: [:]) { places, part in
      if case .place(let name, let format) = part {
        places[name, default: []].insert(format.kind)
      }
    }
  }

  @Test func everyTableIsBuiltInAndHasAColumnForEachLanguage() throws {
    let tables = try Self.tables()
    #expect(tables.count > 10)
    for (concern, table) in tables {
      let codes = Language.all.map(\.code)
      #expect(table.languages == codes, "\(concern)")
      let embedded = try #require(Catalogue.embedded(concern), "\(concern)")
      let (built, own) = (CatalogueTable(embedded).rows.map(\.key), table.rows.map(\.key))
      #expect(built == own, "\(concern)")
    }
  }

  @Test func everyRowHasAKeyOfItsTableAndATextInEachLanguage() throws {
    let rows = try Self.rows()
    #expect(rows.count > 1000)
    var known: Set<String> = []
    for row in rows {
      #expect(known.insert(row.key).inserted, "\(row.key) twice")
      #expect(row.key.hasPrefix(row.concern + "."), "\(row.key) in \(row.concern)")
      #expect(row.texts.count == Language.all.count, "\(row.key)")
      #expect(row.texts.joined() != "", "\(row.key)")
    }
  }

  @Test func everyLanguageTakesTheSameValues() throws {
    for row in try Self.rows() {
      let places = row.texts.map(Self.places)
      for other in places.dropFirst() { #expect(other == places[0], "\(row.key)") }
      for (name, kinds) in places[0] { #expect(kinds.count == 1, "\(row.key): \(name)") }
    }
  }

  /// A piece that begins or ends with a space, or begins with what joins it to another, leaves a language no
  /// order of its own. What is between the items of a list is no sentence; a page puts the name after
  /// `prospection.ifRefused` in markup of its own.
  @Test func everyRowIsAWholeSentenceOrAName() throws {
    let joints = try Self.rows().filter { row in
      !row.isVerbatim && row.concern != "punctuation"
        && row.texts.contains { text in
          text.first?.isWhitespace == true || text.last?.isWhitespace == true
            || text.first.map { ",;:.)".contains($0) } == true
        }
    }
    #expect(joints.map(\.key) == ["prospection.ifRefused"])
  }

  @Test func spacesAndApostrophesAreLeftToTypography() throws {
    let straight = /\p{L}'\p{L}|\.\.\./
    for row in try Self.rows() where !row.isVerbatim {
      for text in row.texts { #expect(text.firstMatch(of: straight) == nil, "\(row.key)") }
    }
    for (concern, _) in try Self.tables() {
      let bytes = try #require(Catalogue.embedded(concern))
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("\u{A0}") && !text.contains("\u{202F}"), "\(concern)")
    }
  }

  /// German has its own quotes, in pairs, and no others; what is French alone is named as of France.
  @Test func germanIsSetAsGerman() throws {
    let german = try #require(Language.all.firstIndex(of: .german))
    for row in try Self.rows() where !row.isVerbatim {
      let text = row.texts[german]
      #expect(text.count { $0 == "„" } == text.count { $0 == "“" }, "\(row.key)")
      #expect(!text.contains { "«»”‘".contains($0) }, "\(row.key)")
      for name in ["BAN", "BAL", "QPV", "BD TOPO"] where text.contains(name) {
        #expect(
          text.contains("Frankreich") || text.contains("französisch") || row.concern == "reading",
          "\(row.key): \(name)")
      }
    }
    #expect(
      German().typographic("Nr. 3 – 20 % und 5 €") == "Nr.\u{A0}3\u{A0}– 20\u{A0}% und 5\u{A0}€")
  }

  // MARK: What is said

  private struct Call {
    var file: String
    var key: String
    /// Each name with the kind of its value, where the values are written at the call.
    var values: [String: String]
  }

  private static let speaking = [
    "RelaisWording", "RelaisReports", "RelaisTown", "RelaisDesk", "coverage-cli",
  ]

  private static func files() throws -> [(path: String, text: String)] {
    try speaking.flatMap { target in
      let folder = sources.appendingPathComponent(target)
      let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      return try names.filter { $0.hasSuffix(".swift") }.sorted().map {
        (
          target + "/" + $0,
          try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
        )
      }
    }
  }

  private static func calls() throws -> [Call] {
    try files().flatMap { path, text in
      text.matches(of: /\b(?:say|words)\(\s*"([^" \\]+\.[^" \\]+)"/).map { match in
        let rest = text[match.range.upperBound...].drop { $0.isWhitespace }
        var values: [String: String] = [:]
        if rest.hasPrefix(",") {
          for value in inside(rest).matches(of: /"(\w+)":\s*\.(\w+)\(/) {
            values[String(value.1)] = String(value.2)
          }
        }
        return Call(file: path, key: String(match.1), values: values)
      }
    }
  }

  /// The text up to the parenthesis that closes what is already open.
  private static func inside(_ text: Substring) -> Substring {
    var depth = 1
    for index in text.indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      if depth == 0 { return text[..<index] }
    }
    return text
  }

  @Test func everySentenceSaidHasARowThatTakesItsValues() throws {
    let rows = Dictionary(
      try Self.rows().map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let calls = try Self.calls()
    #expect(calls.count > 1000)
    for call in calls {
      guard let row = rows[call.key] else {
        Issue.record("\(call.file): no row \(call.key)")
        continue
      }
      let places = Self.places(row.texts[0])
      #expect(Set(places.keys) == Set(call.values.keys), "\(call.file): \(call.key)")
      for (name, kinds) in places {
        let given = call.values[name] == "digits" ? "integer" : call.values[name] ?? ""
        // A date may be one that its file spells in no known way.
        let isTaken = kinds.contains { $0.rawValue == given || $0 == .date && given == "text" }
        #expect(isTaken, "\(call.file): \(call.key): \(name)")
      }
    }
  }

  @Test func noRowIsUnused() throws {
    let texts = try Self.files().map(\.text)
    var said: Set<String> = []
    for text in texts {
      for match in text.matches(of: /"([A-Za-z]+\.[A-Za-z0-9.]+)"/) { said.insert(String(match.1)) }
    }
    for row in try Self.rows() { #expect(said.contains(row.key), "\(row.key)") }
  }

  // MARK: How a row is filled

  @Test func placesAreFilledAsTheLanguageWritesThem() {
    let template = Template(
      "« {name:text} » : {doors:count|porte|portes} {{x}}", French().typographic)
    #expect(
      template.parts == [
        .text("«\u{A0}"), .place(name: "name", .text), .text("\u{A0}»\u{A0}: "),
        .place(name: "doors", .count(["porte", "portes"])), .text(" {x}"),
      ])
    #expect(
      French().typographic("« a » ; b : c ? 3 %")
        == "«\u{A0}a\u{A0}»\u{202F}; b\u{A0}: c\u{202F}? 3\u{A0}%")
  }

  @Test func escapesAreUndone() {
    let table = CatalogueTable(Array("key\tfr\n# note\na.b\t\\sà\\u{A0}b\\n\\\\\\t\\s".utf8))
    #expect(table.languages == ["fr"])
    let texts = table.rows.map(\.texts)
    #expect(texts == [[" à\u{A0}b\n\\\t "]])
  }
}
