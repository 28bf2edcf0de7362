public import RelaisGeo

/// A defect in the data, not in the run: counted, listed, drawn; never a reason to stop.
public struct Finding: Hashable, Sendable {
  /// What was noticed, with its facts; code, severity and subject follow from it.
  public var kind: Kind
  /// The file's name, where the finding is about one.
  public var file: String?
  /// Where in the file.
  public var place: SourcePlace?
  /// Where on the map.
  public var position: Position?

  public init(
    _ kind: Kind, file: String? = nil, place: SourcePlace? = nil, position: Position? = nil
  ) {
    self.kind = kind
    self.file = file
    self.place = place
    self.position = position
  }

  public var code: Code { kind.code }
  public var severity: Severity { kind.severity }
  /// What it is about; `nil` where it is about a file or the whole town.
  public var subject: Subject? { kind.subject }

  /// How much it matters, the least first.
  public enum Severity: Hashable, Comparable, Sendable {
    case note
    case warning
    case error
  }
}
