package import CoverageEngine

/// What is said of candidates: where they come from, who is left out and why.
extension Wording {
  package func name(_ category: CandidateCategory) -> String {
    // Categories are a table that people edit, in which a language may be missing.
    language.grammar.tableLanguages.lazy.compactMap { category.names[$0] }.first ?? category.id
  }

  /// Why places are not proposed, as a total says it.
  package func reason(_ reason: CandidateExclusion) -> String {
    switch reason {
    case .category:
      say("candidates.reason.category")
    case .closed: say("candidates.reason.closed")
    case .adherent: say("candidates.reason.adherent")
    case .agreed: say("candidates.reason.agreed")
    case .refused: say("candidates.reason.refused")
    case .conditions:
      say("candidates.reason.conditions")
    case .callBackLater: say("candidates.reason.callBackLater")
    case .outside:
      say("candidates.reason.outside")
    case .unattached: say("candidates.reason.unattached")
    }
  }

  /// How many candidates there are and who was left out, some lines; `nil` where nobody was.
  package func summary(of pool: CandidatePool) -> String? {
    guard !pool.leftOut.isEmpty || pool.merged > 0 else { return nil }
    var lines = [
      say(
        "candidates.summary.candidatesTaken",
        [
          "taken": .integer(pool.candidates.count), "leftOut": .integer(pool.leftOut.count),
        ])
    ]
    for reason in CandidateExclusion.allCases {
      let number = pool.leftOut.count { $0.reason == reason }
      if number > 0 { lines.append("  " + integer(number) + " × " + self.reason(reason)) }
    }
    if pool.merged > 0 {
      lines.append(
        "  " + say("candidates.summary.knownTo", ["merged": .integer(pool.merged)]))
    }
    return lines.joined(separator: "\n")
  }

  package var leftOutHeaders: [String] {
    [
      "id", say("candidates.leftOutHeaders.name"), say("candidates.leftOutHeaders.category"),
      say("candidates.leftOutHeaders.reason"), "code",
      say("candidates.leftOutHeaders.until"), "x", "y",
    ]
  }

  /// What is said about the positions of many candidates, in one line.
  package func ofCandidates(_ code: Finding.Code, _ number: Int) -> String {
    code == .placeUnattached
      ? say("candidates.ofCandidates.candidatesToo", ["number": .integer(number)])
      : say("candidates.ofCandidates.candidatesOn", ["number": .integer(number)])
  }

  /// What is wrong with a table of categories, and what was expected.
  package func sentence(_ error: CategoriesError) -> String {
    switch error {
    case .badValue(let file, let line, let column, let found, let expected):
      say(
        "candidates.sentence.badValue",
        [
          "file": .text(file), "line": .digits(line), "column": .text(column),
          "found": .text(found), "expected": .text(expected),
        ])
    case .repeated(let file, let line, let value, let first):
      say(
        "candidates.sentence.repeated",
        [
          "file": .text(file), "line": .digits(line), "name": .text(value),
          "first": .digits(first),
        ])
    case .badRow(let file, let line):
      say("candidates.sentence.badRow", ["file": .text(file), "line": .digits(line)])
    }
  }
}
