/// A defect in the data, not in the run: counted, listed, drawn; never a reason to stop.
public struct Finding: Hashable, Sendable {
  public enum Severity: Int, Comparable, Sendable {
    case note
    case warning
    case error

    public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
  }

  /// Stable, lower case with hyphens: `relay-unattached`. Wording turns it into a sentence.
  public var code: Code
  public var severity: Severity
  /// The file's name, where the finding is about one.
  public var file: String?
  /// Where in the file.
  public var place: SourcePlace?
  /// What it is about: the identifier of a relay, an edge, a street. Never a person.
  public var subject: String?
  /// Facts the sentence needs, in the order it uses them: `["84.2", "60"]`.
  public var facts: [String]
  /// Where on the map.
  public var position: Position?

  public init(
    _ code: Code, severity: Severity = .warning, file: String? = nil, place: SourcePlace? = nil,
    subject: String? = nil, facts: [String] = [], position: Position? = nil
  ) {
    self.code = code
    self.severity = severity
    self.file = file
    self.place = place
    self.subject = subject
    self.facts = facts
    self.position = position
  }
}
