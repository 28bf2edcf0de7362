/// What a file brings to a run.
public enum SourceKind: Hashable, Sendable {
  case input(InputKind)
  /// School holidays.
  case calendar
  /// What a newer program noted in the registry.
  case other(String)

  public init(_ text: String) {
    self =
      text == "calendar" ? .calendar : InputKind(rawValue: text).map { .input($0) } ?? .other(text)
  }

  /// A short name, stable: the registry and `summary.json` bear it.
  public var text: String {
    switch self {
    case .input(let kind): kind.rawValue
    case .calendar: "calendar"
    case .other(let text): text
    }
  }
}
