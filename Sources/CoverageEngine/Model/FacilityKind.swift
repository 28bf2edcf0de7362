/// What a place is, as its source says it: one of the registry's kinds, or other words.
public enum FacilityKind: Hashable, Sendable {
  case known(EstablishmentKind)
  /// A list's own word, a tag, a code of activity, the name of a category.
  case other(String)

  public init(_ text: String) {
    self = EstablishmentKind(rawValue: text).map { .known($0) } ?? .other(text)
  }

  /// As the source has it.
  public var text: String {
    switch self {
    case .known(let kind): kind.rawValue
    case .other(let text): text
    }
  }
}
