public import CoverageEngine
import GRDB
import RelaisGeo

/// Changes of the registry, inside one transaction.
public struct RegistryWriter {
  /// What other programs changed in the file since the last write, taken or put back.
  public private(set) var edits: [RegistryEdit] = []

  /// Facts recorded in this transaction.
  public private(set) var recorded = Set<EstablishmentField>()
  /// Those of them that a later event had changed already: today's row is as it was.
  public internal(set) var overtaken = Set<EstablishmentField>()

  let database: Database
  let stamp: RegistryStamp
  private(set) var histories: [String: EstablishmentHistory]
  /// The events of the town as a whole.
  private(set) var town: EstablishmentHistory
  private var hasWritten = false
  /// The first event of the change that is being recorded; `nil` before it.
  private var act: Int64?
  /// What an attempt changed, as it was before; `nil` outside of one.
  private var former: [String: EstablishmentHistory?]?
  /// The number of the next event where rows are not written; `nil` where they are.
  private var unwritten: Int64?
  /// What lists said of contacts, once the first row of one asked for it.
  private var listedContacts: ListedContacts?

  init(database: Database, stamp: RegistryStamp, area: () -> Envelope?) throws {
    self.database = database
    self.stamp = stamp
    let (all, town) = try EventRecord.all(database)
    histories = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
    self.town = town
    edits = try RegistryEdits.take(into: &self, stamp, area)
  }

  /// Every establishment with its events, by id, as they are in this transaction.
  public var allHistories: [EstablishmentHistory] {
    histories.values.sorted { $0.id < $1.id }
  }

  public func history(id: String) -> EstablishmentHistory? { histories[id] }

  /// The establishment that is known by an identifier now, be it that of another that became it; `nil` where it is none,
  /// or its coming was taken back.
  public func present(id: String) -> EstablishmentHistory? {
    EstablishmentSearch.present(id, in: histories)
  }

  /// Who else has the sticker an establishment has, the lowest identifier first; `nil` if nobody.
  public func otherHolder(ofStickerOf id: String) -> Establishment? {
    guard let number = histories[id]?.establishment()?.stickerNumber else { return nil }
    return allHistories.lazy.filter { $0.id != id }.compactMap { $0.establishment() }
      .first { $0.stickerNumber == number }
  }

  /// The establishment people mean; see ``RegistryStore/history(named:)``.
  public func history(named text: String) throws(RegistryError) -> EstablishmentHistory {
    let numbers: [String: String]
    do { numbers = try listNumbers() } catch { throw RegistryFailure.error(error, file: text) }
    return try RegistryStore.history(named: text, allHistories, numbers: numbers) {
      () throws(RegistryError) in
      do {
        return Dictionary(grouping: try ContactRecord.all(database), by: \.establishment)
      } catch {
        throw RegistryFailure.error(error, file: text)
      }
    }.history
  }

  /// Adds an event if it changes anything, or says something by itself.
  ///
  /// - Parameters:
  ///   - values: New values, `nil` for facts no longer known; those that are already so on that day
  ///     are left out.
  ///   - day: The day they hold from; today unless given.
  /// - Returns: The event, `nil` if there was nothing to record.
  /// - Throws: ``RegistryError/badValue(field:value:)``, ``RegistryError/nameMissing``,
  ///   ``RegistryError/nameTooLong(_:)``,
  ///   ``RegistryError/stateForbidden(from:to:)``, ``RegistryError/futureDay(_:)``,
  ///   ``RegistryError/beforeKnown(_:since:)``.
  @discardableResult
  public mutating func record(
    _ kind: RegistryEvent.Kind, of id: String, _ values: [EstablishmentField: FactValue?],
    from day: CalendarDay? = nil, reason: String? = nil, outcome: VisitOutcome? = nil,
    author: String? = nil
  ) throws -> RegistryEvent? {
    let day = day ?? stamp.today
    guard day <= stamp.today else { throw RegistryError.futureDay(day) }
    let history = present(id: id) ?? histories[id] ?? EstablishmentHistory(id: id)
    // Before its first event there is nothing to change: what was known then would overrule it.
    if let first = history.standing.first?.holdsFrom, day < first {
      throw RegistryError.beforeKnown(day, since: first)
    }
    if let long = LongName(values[.name].flatMap { $0 }?.text) {
      throw RegistryError.nameTooLong(long)
    }
    let before = history.establishment(on: day)
    var changes: [EstablishmentField: FactValue?] = [:]
    for (field, value) in values {
      let canonical = try value.map { value in
        guard let canonical = field.canonical(value) else {
          throw RegistryError.badValue(field: field, value: value.text)
        }
        return canonical
      }
      if before?[field] != canonical { changes.updateValue(canonical, forKey: field) }
    }
    guard !changes.isEmpty || outcome != nil || kind == .contact || kind == .followUp else {
      return nil
    }
    let event = RegistryEvent(
      sequence: .max, establishment: history.id, kind: kind, holdsFrom: day,
      recordedAt: stamp.recordedAt, author: author ?? stamp.author, reason: reason,
      outcome: outcome, changes: changes)
    var trial = history
    trial.append(event)
    if let passage = trial.firstForbiddenPassage {
      throw RegistryError.stateForbidden(from: passage.from, to: passage.to)
    }
    guard let after = trial.establishment(), !after.name.isEmpty else {
      throw RegistryError.nameMissing
    }
    recorded.formUnion(changes.keys)
    overtaken.formUnion(changes.filter { after[$0.key] != $0.value }.keys)
    return try append(event)
  }

  /// Writes an event, and the row it makes.
  mutating func insert(_ event: RegistryEvent) throws -> RegistryEvent {
    var event = event
    event.act = act
    if let number = unwritten {
      event.sequence = number
      unwritten = number + 1
      return event
    }
    return try EventRecord.insert(event, database)
  }

  /// - Parameter isWhole: Whether no further event belongs to it: links and rows are made anew.
  @discardableResult
  mutating func append(_ event: RegistryEvent, isWhole: Bool = true) throws -> RegistryEvent {
    let event = try insert(event)
    act = act ?? event.sequence
    if event.isOfTown {
      town.append(event)
      hasWritten = true
      return event
    }
    if former != nil, former?[event.establishment] == nil {
      former?.updateValue(histories[event.establishment], forKey: event.establishment)
    }
    let isNew = histories[event.establishment] == nil
    var history = histories[event.establishment] ?? EstablishmentHistory(id: event.establishment)
    history.append(event)
    histories[history.id] = history
    hasWritten = true
    // A change of contact leaves the facts as they are.
    guard isWhole, event.kind != .contact else { return event }
    if event.merge != nil { relink() }
    try restoreRow(of: history.id, isNew: isNew)
    return event
  }

  /// What is recorded from now on is another change.
  mutating func endAct() {
    act = nil
    listedContacts = nil
  }

  /// Adds many rows, whose counts are made true at the end.
  mutating func addingMany(_ body: (inout RegistryWriter) throws -> Void) throws {
    try RowCounts.setAside(in: database) { try body(&self) }
  }

  /// From now on events change histories and no rows: for a rehearsal of what reads histories alone.
  mutating func stopWriting() throws {
    unwritten = (histories.values.lazy.flatMap(\.events).map(\.sequence).max() ?? 0) + 1
  }

  /// Does something whole or not at all, as one change, within the transaction: where it throws, all is as it was before it,
  /// and other changes may follow.
  ///
  /// - Precondition: Nothing is merged or undone in it.
  mutating func attempt<Value>(_ body: (inout RegistryWriter) throws -> Value) throws -> Value {
    endAct()
    let before = (recorded, overtaken, hasWritten)
    former = [:]
    defer { former = nil }
    do {
      var result: Value?
      try database.inSavepoint {
        result = try body(&self)
        return .commit
      }
      if let result { return result }
    } catch {
      for (id, history) in former ?? [:] { histories[id] = history }
      (recorded, overtaken, hasWritten) = before
      throw error
    }
    preconditionFailure("a savepoint that neither held nor threw")
  }

  /// Keeps that another table than those of events was written.
  mutating func noteWriting() { hasWritten = true }

  /// Keeps that what was recorded came of a list; nothing where nothing was.
  public mutating func recordList(named file: String) throws -> RegistryAct.ImportedList? {
    guard let act, unwritten == nil else { return nil }
    return try EventRecord.insertList(firstEvent: act, file: file, database)
  }

  /// Links establishments that became others anew.
  mutating func relink() {
    histories = Dictionary(
      uniqueKeysWithValues: histories.values.sorted { $0.id < $1.id }.linked().map { ($0.id, $0) })
  }

  /// Takes histories anew after their texts were changed, and rows with them.
  mutating func reload() throws {
    let (all, town) = try EventRecord.all(database)
    self.town = town
    histories = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
    for history in all { try restoreRow(of: history.id) }
  }

  /// Puts a row back to what its events add up to.
  ///
  /// - Parameter isNew: Whether it has no row yet.
  mutating func restoreRow(of id: String, isNew: Bool = false) throws {
    guard unwritten == nil else { return }
    if let establishment = histories[id]?.establishment() {
      try EstablishmentRecord.write(establishment, isNew: isNew, database)
    } else {
      try EstablishmentRecord.remove(id, database)
    }
    hasWritten = true
  }

  /// Whom to call, as it is known now.
  public func contact(of id: String) throws -> Contact? {
    try ContactRecord.all(database, of: id).first
  }

  /// Writes the contact, in place of what was known.
  public mutating func setContact(_ contact: Contact) throws {
    guard let event = try record(.contact, of: contact.establishment, [:]) else { return }
    var contact = contact
    contact.establishment = event.establishment
    try ContactRecord.change(contact, source: .hand, by: event.sequence, database)
  }

  /// Writes the contact a file gives, unless a person wrote it since or had it erased.
  ///
  /// - Returns: Whether it differs from what the file said last time.
  public mutating func importContact(_ contact: Contact) throws -> Bool {
    let id = contact.establishment
    var listed = try listedContacts ?? ListedContacts(database)
    defer { listedContacts = listed }
    listedContacts = nil
    guard !listed.erased.contains(id), listed.contacts[id] != contact,
      let event = try record(.contact, of: id, [:])
    else { return false }
    if unwritten == nil {
      try ContactRecord.change(
        contact, from: listed.contacts[id], source: .imported, by: event.sequence, database)
    }
    listed.contacts[id] = contact
    return true
  }

  /// The establishments that lists gave numbers, by number.
  func listNumbers() throws -> [String: String] { try ListNumberRecord.all(database) }

  /// Keeps the numbers a list gives, by establishment; of one that another had, the new holder counts from now on.
  mutating func keep(listNumbers numbers: [String: String]) throws {
    guard unwritten == nil else { return }
    let known = try listNumbers()
    for (number, id) in numbers.sorted(by: { $0.key < $1.key }) where known[number] != id {
      try ListNumberRecord.write(number, of: id, database)
      hasWritten = true
    }
  }

  /// Records stickers bought, come back or lost.
  ///
  /// - Parameter event: The event of the establishment that moves them, whose taking back moves them back; without one, an
  ///   event of the town does.
  public mutating func moveStickers(
    _ movement: StickerStock.Movement, _ quantity: Int, on day: CalendarDay? = nil,
    reason: String? = nil, with event: RegistryEvent? = nil
  ) throws {
    let day = day ?? stamp.today
    guard day <= stamp.today else { throw RegistryError.futureDay(day) }
    let event =
      try event
      ?? appendOfTown(
        .stickers, on: day, at: stamp.recordedAt, reason: reason, author: stamp.author)
    try UseRecord.insert(movement, quantity, day, stamp.author, event: event.sequence, database)
    hasWritten = true
  }

  private mutating func appendOfTown(
    _ kind: RegistryEvent.Kind, on day: CalendarDay, at instant: String, reason: String?,
    author: String
  ) throws -> RegistryEvent {
    try append(
      RegistryEvent(
        sequence: .max, establishment: RegistryEvent.town, kind: kind, holdsFrom: day,
        recordedAt: instant, author: author, reason: reason))
  }

  /// The account of stickers, as it is in this transaction.
  public func stickerStock() throws -> StickerStock {
    StickerStock(allHistories, movements: try UseRecord.stickerMovements(database))
  }

  /// Records that a child was sheltered; neither where nor at what hour.
  public mutating func record(_ sheltering: Sheltering) throws {
    guard sheltering.day <= stamp.today else { throw RegistryError.futureDay(sheltering.day) }
    // Whoever writes it down at once must not leave the hour.
    let event = try appendOfTown(
      .sheltered, on: sheltering.day, at: stamp.today.iso + "T00:00:00.000Z", reason: nil,
      author: stamp.author)
    try UseRecord.insert(sheltering, event: event.sequence, database)
    hasWritten = true
  }

  /// Tells the file's contents what the layer covers.
  func finish() throws {
    guard hasWritten else { return }
    try ContactRecord.settle(database)
    try database.execute(
      sql: """
        UPDATE gpkg_contents SET last_change = ?, min_x = b.x0, max_x = b.x1, min_y = b.y0,
          max_y = b.y1
        FROM (SELECT min(ST_MinX(geom)) x0, max(ST_MaxX(geom)) x1, min(ST_MinY(geom)) y0,
          max(ST_MaxY(geom)) y1 FROM establishments) b
        WHERE table_name = 'establishments'
        """, arguments: [stamp.recordedAt])
  }
}

/// What lists said of contacts before, read at once for all rows of another.
private struct ListedContacts {
  /// By establishment.
  var contacts: [String: Contact]
  /// Establishments whose contact was erased on request.
  var erased: Set<String>

  init(_ database: Database) throws {
    contacts = Dictionary(
      try ContactRecord.all(database, from: .imported).map { ($0.establishment, $0) },
      uniquingKeysWith: { _, last in last })
    erased = Set(try ContactRecord.all(database, from: .erased).map(\.establishment))
  }
}
