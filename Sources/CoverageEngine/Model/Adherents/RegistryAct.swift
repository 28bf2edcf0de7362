/// One change as somebody made it: the events that were recorded together.
public struct RegistryAct: Hashable, Sendable {
  /// That of its first event.
  public var number: Int64
  /// In the order in which they were recorded.
  public var events: [RegistryEvent]
  /// For the taking in of a list.
  public var list: ImportedList?
  /// Of its events, those that count no more, each with the event that took it back.
  public var takenBack: [Int64: Int64] = [:]
  /// What it took back itself, for the taking back of another.
  public var undoes: UndoTarget?

  /// The taking in of a list, as the registry keeps it.
  public struct ImportedList: Hashable, Sendable {
    /// Counts up over the registry.
    public var number: Int64
    /// The number of the first event.
    public var firstEvent: Int64
    /// The file's name; not kept by registries of old.
    public var file: String?

    public init(number: Int64, firstEvent: Int64, file: String?) {
      self.number = number
      self.firstEvent = firstEvent
      self.file = file
    }
  }

  /// Whether nothing of it counts any more.
  public var isTakenBack: Bool { events.allSatisfy { takenBack[$0.sequence] != nil } }

  /// The event that took it back, where one did so with all of it or a part.
  public var undoneBy: Int64? { takenBack.values.min() }

  /// What people type to name it: `58`, or `import-3` for a list.
  public var handle: UndoTarget { list.map { .list($0.number) } ?? .event(number) }

  /// All changes, in the order in which they were recorded.
  public static func all(
    _ histories: [EstablishmentHistory], lists: [ImportedList]
  ) -> [RegistryAct] {
    let lists = Dictionary(lists.map { ($0.firstEvent, $0) }, uniquingKeysWith: { a, _ in a })
    var gone: [Int64: Int64] = [:]
    for history in histories { gone.merge(history.takenBack) { a, _ in a } }
    let events = histories.flatMap(\.events).sorted { $0.sequence < $1.sequence }
    var handles: [Int64: UndoTarget] = [:]
    return Dictionary(grouping: events) { $0.act ?? $0.sequence }.map { number, events in
      RegistryAct(
        number: number, events: events, list: lists[number],
        takenBack: Dictionary(
          uniqueKeysWithValues: events.compactMap { event in
            gone[event.sequence].map { (event.sequence, $0) }
          }))
    }.sorted { $0.number < $1.number }.map { act in
      for event in act.events { handles[event.sequence] = act.handle }
      var act = act
      act.undoes = act.events.lazy.flatMap(\.undoes).first.flatMap { handles[$0] }
      return act
    }
  }
}

/// Which change is to be taken back.
public enum UndoTarget: Hashable, Sendable {
  /// The last one; after an import, the whole of it.
  case last
  /// The one an event belongs to; of an import, that event alone.
  case event(Int64)
  /// A whole import, by its number.
  case list(Int64)
  /// The last import of a file of that name.
  case file(String)

  /// What people type: `58`, `n° 58`, `#58`; `import-3`; a file's name. Anything that is no number is a name.
  public init(_ text: String) {
    let folded = text.lowercased().filter { !$0.isWhitespace }
    func number(after heads: [String]) -> Int64? {
      heads.lazy.compactMap { head in
        folded.hasPrefix(head) ? Int64(folded.dropFirst(head.count)) : nil
      }.first { $0 > 0 }
    }
    if let event = number(after: ["n°", "#", ""]) {
      self = .event(event)
    } else if let list = number(after: ["import-", "import"]) {
      self = .list(list)
    } else {
      self = .file(text)
    }
  }

  /// As it is typed; empty for the last one.
  public var text: String {
    switch self {
    case .last: ""
    case .event(let number): String(number)
    case .list(let number): "import-\(number)"
    case .file(let name): name
    }
  }
}

/// A change that was taken back, and what came of it.
public struct UndoneChange: Sendable {
  /// With the events that were taken back alone.
  public var act: RegistryAct
  /// The number of the taking back, by which it is taken back itself.
  public var number: Int64
  /// What it did to each establishment, in the order of the events.
  public var effects: [Effect]
  /// Establishments of an import that were left as they are, for they were changed since.
  public var left: [BlockedUndo]

  public struct Effect: Sendable {
    /// As it was before, and is now; `nil` where it is not in the registry.
    public var before: Establishment?
    public var after: Establishment?
    /// Facts that keep the value of a later event.
    public var kept: Set<EstablishmentField>
    /// Whether whom to call is what it was before.
    public var isContactRestored = false

    package init(
      before: Establishment?, after: Establishment?, kept: Set<EstablishmentField>
    ) {
      self.before = before
      self.after = after
      self.kept = kept
    }
  }

  package init(
    act: RegistryAct, number: Int64, effects: [Effect] = [], left: [BlockedUndo] = []
  ) {
    self.act = act
    self.number = number
    self.effects = effects
    self.left = left
  }
}

/// An establishment in which events cannot be taken back, for later ones need them.
public struct BlockedUndo: Hashable, Sendable {
  public var establishment: Establishment
  /// The later events.
  public var events: [RegistryEvent]

  public init(_ establishment: Establishment, _ events: [RegistryEvent]) {
    self.establishment = establishment
    self.events = events
  }
}
