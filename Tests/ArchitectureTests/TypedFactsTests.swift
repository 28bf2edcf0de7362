import Testing

/// Findings, doubts, problems and the like pass between targets as cases with values.
@Suite struct TypedFactsTests {
  @Test func noRawValueAndNoListOfFactsLeavesTheEdges() throws {
    for file in try Sources.files("Sources") {
      #expect(TypedFacts.violations(path: file.path, source: file.source) == [])
    }
  }

  @Test(arguments: [
    (
      "RelaisWording/A.swift", "say(finding.code.rawValue)",
      "RelaisWording/A.swift passes raw values"
    ),
    (
      "RelaisWording/A.swift", #"say("\(kind.rawValue)")"#,
      "RelaisWording/A.swift passes raw values"
    ),
    (
      "RelaisTown/A.swift", "let kind = EstablishmentKind(rawValue: text)",
      "RelaisTown/A.swift passes raw values"
    ),
    (
      "CoverageEngine/A.swift", "var facts: [String] = []",
      "CoverageEngine/A.swift passes facts as texts"
    ),
  ])
  func whatBreaksTheRuleIsFound(path: String, source: String, violation: String) {
    #expect(TypedFacts.violations(path: path, source: source) == [violation])
  }

  @Test(arguments: [
    ("RelaisReports/JSON/A.swift", "json.member(\"code\", finding.code.rawValue)"),
    ("RelaisWording/A.swift", "// rawValue is not spoken"),
  ])
  func whatKeepsTheRuleIsNot(path: String, source: String) {
    #expect(TypedFacts.violations(path: path, source: source) == [])
  }
}
