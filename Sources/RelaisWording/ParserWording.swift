extension Wording {
  /// What the argument parser says of itself, in this language; texts it was given stay as they are.
  package func parserMessage(_ message: String) -> String {
    guard language == .french else { return message }
    return ParserPhrase.all.reduce(message) { $1.translated($0) }
  }
}

/// A phrase of the argument parser, which knows English only, and its French.
///
/// `%` stands for what the parser fills in, once a phrase; it never runs over a line's end.
private struct ParserPhrase {
  let english: String
  let french: String

  init(_ english: String, _ french: String) {
    self.english = english
    self.french = french
  }

  static let all = [
    ParserPhrase("OVERVIEW: ", ""),
    ParserPhrase("\nUSAGE: ", "\nUTILISATION : "),
    ParserPhrase("\nUsage: ", "\nUtilisation : "),
    ParserPhrase("\nARGUMENTS:\n", "\nARGUMENTS :\n"),
    ParserPhrase("\nOPTIONS:\n", "\nOPTIONS :\n"),
    ParserPhrase("\nSUBCOMMANDS:\n", "\nCOMMANDES :\n"),
    ParserPhrase("<subcommand>", "<commande>"),
    ParserPhrase("  Show the version.\n", "  Affiche la version.\n"),
    ParserPhrase("  Show help information.\n", "  Affiche cette aide.\n"),
    ParserPhrase("\n  See '%' for detailed help.", "\n  Le détail : « % »."),
    ParserPhrase("\n  See '%' for more information.", "\n  Pour en savoir plus : « % »."),
    ParserPhrase("(values:", "(valeurs :"),
    ParserPhrase("(default:", "(par défaut :"),
    ParserPhrase("; default:", " ; par défaut :"),
    // Where the line was turned after the semicolon.
    ParserPhrase(" default: ", " par défaut : "),
    ParserPhrase("\nHelp:  ", "\nAide :  "),
    ParserPhrase(
      "Error: Missing expected argument '%'\n", "Erreur : il manque l’argument « % ».\n"),
    ParserPhrase("Error: Missing value for '%'\n", "Erreur : il manque une valeur à « % ».\n"),
    ParserPhrase("Error: Unexpected argument '%'\n", "Erreur : argument inattendu, « % ».\n"),
    ParserPhrase(" unexpected arguments: '%'\n", " arguments inattendus : « % ».\n"),
    ParserPhrase("Did you mean '%'?\n", "Peut-être « % » ?\n"),
    ParserPhrase("Error: Unknown option '%'. ", "Erreur : option inconnue, « % ». "),
    ParserPhrase("Error: Unknown option '%'\n", "Erreur : option inconnue, « % ».\n"),
    ParserPhrase("Error: The option '%' does", "Erreur : l’option « % » does"),
    ParserPhrase(
      " does not take any value, but '%' was specified.", " ne prend pas de valeur : « % »."),
    ParserPhrase("Error: The value '%' is invalid", "Erreur : « % » ne convient pas"),
    ParserPhrase(" ne convient pas for '%'", " ne convient pas à « % »"),
    ParserPhrase("Please provide one of the following:\n", "Valeurs possibles :\n"),
    ParserPhrase("Please provide one of ", "Valeurs possibles : "),
    ParserPhrase("' or '%'.\n", "' ou '%'.\n"),
    ParserPhrase("' and '%'.\n", "' ou '%'.\n"),
    ParserPhrase("Error: ", "Erreur : "),
  ]

  func translated(_ text: String) -> String {
    let parts = english.split(separator: "%", omittingEmptySubsequences: false)
    let frenchParts = french.split(separator: "%", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return text.replacing(english, with: french) }
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
      result += rest[..<start.lowerBound] + frenchParts[0]
      result += rest[start.upperBound..<end.lowerBound] + frenchParts[1]
      rest = rest[end.upperBound...]
    }
    return result + rest
  }
}
