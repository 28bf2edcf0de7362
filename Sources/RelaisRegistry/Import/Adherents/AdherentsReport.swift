public import CoverageEngine
public import RelaisFormats
import RelaisGeo

/// What an import of adherents did, or would do.
public struct AdherentsReport: Sendable {
  /// Two establishments that may be one.
  public struct Pair: Hashable, Sendable {
    public var duplicate: DuplicatePair
    public var names: [String]
  }

  /// What a list changed in an establishment.
  public struct Change: Sendable {
    public var fields: [EstablishmentField: FactValue?]
    public var isContact = false
  }

  public var file: String
  public var rows: Int
  public var added: [Establishment] = []
  public var changed: [Establishment] = []
  /// What was changed, by the establishment's key.
  public var changes: [String: Change] = [:]
  public var unchanged = 0
  public var rejected: [RejectedRow]
  public var doubts: [AdherentDoubt] = []
  public var duplicates: [Pair] = []
  public var ignoredColumns: [String] = []
  /// Columns that are read, and what each is taken for.
  public var columns: [ColumnUse] = []
  /// The line the column names are on, from 1, where a title stands above them.
  public var headerLine: Int?
  public var edits: [RegistryEdit] = []
  /// What is strange about the file as a whole.
  public var findings: [Finding] = []
  /// The layer, reference system and encoding that were read.
  public var understood = Understood()
}
