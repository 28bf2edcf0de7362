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

  /// A word for a state that nobody understands, and the rows that say it.
  public struct UnreadState: Hashable, Sendable {
    public var word: String
    public var rows: Int
    /// Of them, establishments that are new and were taken for adherents, or for prospects; the others stay what they are.
    public var newAdherents: Int
    public var newProspects: Int
  }

  public var file: String
  public var rows: Int
  public var added: [Establishment] = []
  public var changed: [Establishment] = []
  /// What was changed, by the establishment's key.
  public var changes: [String: Change] = [:]
  public var unchanged = 0
  /// The import as the registry keeps it; `nil` where it changed nothing.
  public var list: RegistryAct.ImportedList?
  /// The account of stickers, where those the list gives are more than were bought; `nil` also where purchases are not
  /// recorded at all.
  public var overdrawn: StickerStock?
  public var rejected: [RejectedRow]
  /// Rows of nothing but delimiters, below a list or in it: they are no rows.
  public var emptyLines = 0
  public var doubts: [AdherentDoubt] = []
  public var duplicates: [Pair] = []
  /// Whether `relais.yml` could not take the words that were explained.
  package var statesNotNoted = false
  /// Asked once each, in the order in which they first occur.
  public private(set) var unreadStates: [UnreadState] = []
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

  mutating func note(unreadState word: String, takenFor state: AdherentState?) {
    let known =
      unreadStates.firstIndex { Establishment.folded($0.word) == Establishment.folded(word) }
      ?? unreadStates.count
    if known == unreadStates.count {
      unreadStates.append(.init(word: word, rows: 0, newAdherents: 0, newProspects: 0))
    }
    unreadStates[known].rows += 1
    unreadStates[known].newAdherents += state == .adherent ? 1 : 0
    unreadStates[known].newProspects += state == .prospect ? 1 : 0
  }
}
