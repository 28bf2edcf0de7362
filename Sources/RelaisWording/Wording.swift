/// The languages Relais speaks; French unless asked otherwise.
public enum Language: String, CaseIterable, Sendable {
  case french = "fr"
  case english = "en"
}

/// Every sentence Relais says, in one language.
///
/// Sentences live in extensions, one file per concern; each writes both languages side by side, so
/// that neither is forgotten.
public struct Wording: Hashable, Sendable {
  public let language: Language

  public init(_ language: Language = .french) {
    self.language = language
  }

  /// The one of two texts that is in this language.
  package func say(
    _ french: @autoclosure () -> String, _ english: @autoclosure () -> String
  ) -> String {
    switch language {
    case .french: french()
    case .english: english()
    }
  }
}
