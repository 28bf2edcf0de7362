/// Every sentence Relais says, in one language.
///
/// Sentences are rows of the catalogue; the extensions here say which row is meant, and with which values.
public struct Wording: Hashable, Sendable {
  public let language: Language

  public init(_ language: Language = .french) {
    self.language = language
  }
}
