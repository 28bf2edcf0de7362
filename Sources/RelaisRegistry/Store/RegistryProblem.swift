/// Something `verify` found wrong.
public struct RegistryProblem: Hashable, Sendable {
  /// Raw values are stable.
  public enum Kind: String, CaseIterable, Sendable {
    /// SQLite's own check of the file's pages.
    case integrity
    case foreignKey = "foreign-key"
    /// The spatial index and the geometries do not agree.
    case index
    /// A coordinate that is not finite, or not on earth.
    case coordinate
    /// An event, or a row that names one, that cannot be read.
    case history
    /// A row is not what its events add up to: another program edited it, and no command ran since.
    case pendingEdit = "pending-edit"
    /// A reference system, or the version of the format, is not what a registry has.
    case format
    /// The file is from an older program and will be migrated at the next change.
    case olderSchema = "older-schema"
    /// A position is far outside the territory.
    case outside

    /// Whether records may be in danger; the others are for somebody to look at.
    public var isDamage: Bool {
      switch self {
      case .pendingEdit, .olderSchema, .outside: false
      default: true
      }
    }
  }

  public var kind: Kind
  /// What it is about: a row, an establishment's identifier, SQLite's words.
  public var subject: String
}
