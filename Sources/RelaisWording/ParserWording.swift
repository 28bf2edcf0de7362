extension Wording {
  /// What the argument parser says of itself, in this language; texts it was given stay as they are.
  ///
  /// The parser knows English only: its own words are that column of the catalogue.
  package func parserMessage(_ message: String) -> String {
    let english = Wording(.english)
    return Wording.parserPhrases.reduce(message) {
      ParserPhrase(own: english.say($1), said: say($1)).translated($0)
    }
  }

  /// The order is that of the text: what comes later would undo what comes first.
  private static let parserPhrases = [
    "parser.overview",
    "parser.usage",
    "parser.usage2",
    "parser.arguments",
    "parser.options",
    "parser.subcommands",
    "parser.subcommand",
    "parser.showTheVersion",
    "parser.showHelpInformation",
    "parser.seeForDetailedHelp",
    "parser.seeForMoreInformation",
    "parser.values",
    "parser.default",
    "parser.default2",
    "parser.default3",
    "parser.help",
    "parser.errorMissingExpectedArgument",
    "parser.errorMissingValueFor",
    "parser.errorUnexpectedArgument",
    "parser.unexpectedArguments",
    "parser.didYouMean",
    "parser.errorUnknownOption",
    "parser.errorUnknownOption2",
    "parser.errorTheOptionDoes",
    "parser.doesNotTakeAnyValue",
    "parser.isInvalidFor",
    "parser.errorTheValue",
    "parser.pleaseProvideOneOfThe",
    "parser.pleaseProvideOneOf",
    "parser.lastOr",
    "parser.lastAnd",
    "parser.error",
  ]
}

/// A phrase of the argument parser, and how it is said.
///
/// `%` stands for what the parser fills in, once a phrase; it never runs over a line's end.
private struct ParserPhrase {
  let own: String
  let said: String

  func translated(_ text: String) -> String {
    let parts = own.split(separator: "%", omittingEmptySubsequences: false)
    let saidParts = said.split(separator: "%", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return text.replacing(own, with: said) }
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: parts[0]) {
      let line = rest[start.upperBound...].prefix { $0 != "\n" }.endIndex
      let reach = rest.index(line, offsetBy: 1, limitedBy: rest.endIndex) ?? rest.endIndex
      guard let end = rest[start.upperBound..<reach].firstRange(of: parts[1]) else {
        result += rest[..<start.upperBound]
        rest = rest[start.upperBound...]
        continue
      }
      result += rest[..<start.lowerBound] + saidParts[0]
      result += rest[start.upperBound..<end.lowerBound] + saidParts[1]
      rest = rest[end.upperBound...]
    }
    return result + rest
  }
}
