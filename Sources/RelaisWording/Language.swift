/// A language Relais speaks: a column of the catalogue and a grammar.
public struct Language: Sendable {
  /// As BCP 47 has it: `fr`.
  public let code: String
  package let grammar: any Grammar
  package let catalogue: Catalogue

  package init(
    code: String, grammar: any Grammar, source: @escaping Catalogue.Source = Catalogue.embedded
  ) {
    self.code = code
    self.grammar = grammar
    catalogue = Catalogue(column: code, typographic: grammar.typographic, source: source)
  }

  public static let french = Language(code: "fr", grammar: French())
  public static let english = Language(code: "en", grammar: English())
  public static let german = Language(code: "de", grammar: German())

  /// The languages spoken, the one spoken unless asked otherwise first.
  public static let all = [french, english, german]

  /// - Parameter code: Of one of `all`.
  public init?(code: String) {
    guard let known = Language.all.first(where: { $0.code == code }) else { return nil }
    self = known
  }
}

extension Language: Hashable {
  public static func == (a: Language, b: Language) -> Bool { a.code == b.code }
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
