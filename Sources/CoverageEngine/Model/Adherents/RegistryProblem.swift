/// Something `verify` found wrong in a registry.
public struct RegistryProblem: Hashable, Sendable {
  public var kind: Kind
  public var subject: Subject

  public init(_ kind: Kind, _ subject: Subject) {
    self.kind = kind
    self.subject = subject
  }

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

    /// A short English word, which is stable.
    public var code: String { rawValue }

    /// Whether records may be in danger; the others are for somebody to look at.
    public var isDamage: Bool {
      switch self {
      case .pendingEdit, .olderSchema, .outside: false
      case .integrity, .foreignKey, .index, .coordinate, .history, .format: true
      }
    }
  }

  /// What it is about.
  public enum Subject: Hashable, Sendable {
    /// By its identifier.
    case establishment(String)
    /// A row of the layer of establishments, by its number.
    case feature(Int64)
    /// A row of another table; its number where it has one.
    case row(table: String, id: Int64?)
    /// A field of an event that no establishment has.
    case field(String)
    /// A setting of the file, and what it is set to.
    case setting(String, Int)
    /// A step that is yet to be applied to the file, by its name.
    case step(String)
    /// What is gone of a table's making or of the rows that describe it: `no trigger x`, `gpkg_contents events`.
    case missing(String)
    /// In SQLite's own words.
    case message(String)
  }
}
