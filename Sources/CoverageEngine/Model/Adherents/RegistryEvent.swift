/// One change of what is known of an establishment. Events are only ever added; one that was wrong is taken back by another.
public struct RegistryEvent: Hashable, Sendable {
  /// What brought the change. Raw values are stable.
  public enum Kind: String, CaseIterable, Sendable {
    case added
    case imported
    case changed
    case state
    case visit
    case followUp = "follow-up"
    /// A row changed in the file by another program, such as QGIS.
    case edited
    /// A change of contact; the history never says which.
    case contact
    /// Earlier events are taken back: they count as if they had not happened, on every day.
    case undone = "undo"
    /// Two establishments became one.
    case merged = "merge"
    /// Stickers were bought or lost: of the town as a whole.
    case stickers
    /// A relay sheltered a child: which one is not kept.
    case sheltered
  }

  /// What happened in the town as a whole, and in no establishment that is known.
  public enum Use: Hashable, Sendable {
    case stickers(StickerStock.Movement, Int)
    case sheltered(Sheltering)
  }

  /// Stands for the establishment in events of the town as a whole.
  package static let town = ""

  /// What a merge makes of the establishment whose event it is.
  public enum Merge: Hashable, Sendable {
    /// It stays, and is the other one, too.
    case absorbs(String)
    /// It is the other one from now on.
    case into(String)
  }

  /// Counts up over the whole registry.
  public var sequence: Int64
  public var establishment: String
  public var kind: Kind
  /// The day from which the new values hold.
  public var holdsFrom: CalendarDay
  /// `2026-11-20T09:30:00.000Z`.
  public var recordedAt: String
  public var author: String
  public var reason: String?
  public var outcome: VisitOutcome?
  /// The new values, `nil` for a fact that is no longer known.
  public var changes: [EstablishmentField: FactValue?]
  /// The events of the same establishment it takes back, by their numbers.
  public var undoes: [Int64] = []
  public var merge: Merge?
  /// Of an event of the town as a whole.
  public var use: Use?
  /// The first of the events that were recorded in one change with it; `nil` for that one.
  public var act: Int64?

  public init(
    sequence: Int64, establishment: String, kind: Kind, holdsFrom: CalendarDay, recordedAt: String,
    author: String, reason: String? = nil, outcome: VisitOutcome? = nil,
    changes: [EstablishmentField: FactValue?] = [:]
  ) {
    self.sequence = sequence
    self.establishment = establishment
    self.kind = kind
    self.holdsFrom = holdsFrom
    self.recordedAt = recordedAt
    self.author = author
    self.reason = reason
    self.outcome = outcome
    self.changes = changes
  }

  /// Whether it is of no establishment.
  package var isOfTown: Bool { establishment == RegistryEvent.town }
}
