public import CoverageEngine
import Foundation
import GRDB

/// What a person may ask of the registry: to see what it holds of them, and to be erased.
public enum PersonalData {
  /// A text of the registry in which a person appears.
  public typealias Mention = (table: String, column: String, text: String)

  /// All the registry holds about the person a text names: contacts, and every other text in which
  /// the person appears, columns and tables that were added in QGIS included.
  ///
  /// - Throws: ``RegistryError/unknownCode(_:)`` where nobody is known by it.
  public static func holdings(
    named text: String, in store: RegistryStore
  ) throws(RegistryError) -> (contacts: [Contact], mentions: [Mention]) {
    try store.read { database in
      let person = try person(
        named: text, among: ContactRecord.everything(database),
        histories: EventRecord.histories(database), database)
      // A contact that is somebody else's may name the person, too.
      let places = texts.filter { $0.table != "contacts" || person.contacts.isEmpty }
      let own = try places.flatMap { place in
        try Row.fetchAll(
          database,
          sql: """
            SELECT DISTINCT \(place.column), \(place.owner) FROM \(place.table)
            WHERE \(place.column) NOTNULL ORDER BY 1, 2
            """
        ).filter { row in
          let isOwn = row.text(1).map(person.own.contains) ?? false
          return row.text(0).flatMap { person.traces.removed(from: $0, isOwn ? .own : .free) }
            != nil
        }.map { Mention(place.table, place.column, $0.text(0) ?? "") }
      }
      let added = try AddedCells(of: person.traces, own: person.own, in: database)
      return (person.contacts, own + added.cells.map { Mention($0.table, $0.column, $0.text) })
    }
  }

  /// What was done to erase a person.
  public struct Erasure: Sendable {
    /// The establishments the person was a contact of.
    public var establishments: [String]
    /// How many cells were changed, by `table.column`, in the order of these.
    public var cells: [(place: String, count: Int)]
    /// Names of tables and columns that hold the person, and tables only a program of their own can
    /// read: they were left as they are.
    public var unreachable: [String]
    public var removedCopies: [String]

    package init(
      establishments: [String], cells: [(place: String, count: Int)], unreachable: [String],
      removedCopies: [String]
    ) {
      self.establishments = establishments
      self.cells = cells
      self.unreachable = unreachable
      self.removedCopies = removedCopies
    }
  }

  /// Takes a person out of every text of the registry, columns and tables that were added in QGIS
  /// included, and of the copies beside it.
  ///
  /// This is the one change of what events say. Freed bytes are overwritten, then the file is
  /// rebuilt without them; copies the program laid beside the registry are removed, for they hold
  /// the person too.
  ///
  /// - Throws: ``RegistryError``; ``RegistryError/notErasable(place:)`` for a cell whose table allows
  ///   no other value; ``RegistryError/notRebuilt(file:detail:)`` where the person is erased and the
  ///   rebuilding failed.
  public static func erase(
    _ text: String, in store: RegistryStore, stamp: RegistryStamp
  ) throws(RegistryError) -> Erasure {
    var erasure = try store.write(stamp) { writer in
      let database = writer.database
      let person = try person(
        named: text, among: ContactRecord.everything(database), histories: writer.allHistories,
        database)
      var counts: [String: Int] = [:]
      for id in person.own {
        try database.execute(sql: "DELETE FROM contacts WHERE establishment = ?", arguments: [id])
        counts["contacts", default: 0] += database.changesCount
        try ContactRecord.write(Contact(establishment: id), source: .erased, database)
      }
      let added = try AddedCells(of: person.traces, own: person.own, in: database)
      try added.erase(in: database)
      for cell in added.cells { counts["\(cell.table).\(cell.column)", default: 0] += 1 }
      for place in texts {
        let count = try remove(person.traces, from: place, person.own, database)
        if count > 0 { counts["\(place.table).\(place.column)", default: 0] += count }
      }
      try writer.reload()
      for id in person.own.sorted() { try writer.record(.contact, of: id, [:]) }
      return Erasure(
        establishments: person.own.sorted(),
        cells: counts.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
        unreachable: added.unreachable, removedCopies: [])
    }
    // The change is on the disk by now: no error may say that nothing was changed.
    do {
      try store.queue.vacuum()
    } catch {
      throw .notRebuilt(file: store.path, detail: "\(error)")
    }
    erasure.removedCopies = try removeCopies(beside: store.path)
    return erasure
  }

  /// Columns that hold what people wrote, and the column that says whose it is.
  private static let texts: [(table: String, column: String, owner: String)] = [
    ("events", "reason", "establishment"), ("events", "author", "establishment"),
    ("sticker_movements", "author", "NULL"),
    (
      "event_changes", "value",
      "(SELECT establishment FROM events WHERE events.id = event_changes.event)"
    ),
    ("rejected_edits", "value", "establishment"),
    ("contacts", "name", "establishment"), ("contacts", "phone", "establishment"),
    ("contacts", "email", "establishment"),
  ]

  private static func remove(
    _ traces: PersonTraces, from place: (table: String, column: String, owner: String),
    _ own: Set<String>, _ database: Database
  ) throws -> Int {
    let facts = place.table == "event_changes" ? ", field" : ", NULL"
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT id, \(place.column), \(place.owner)\(facts) FROM \(place.table)
        WHERE \(place.column) NOTNULL ORDER BY id
        """)
    var count = 0
    for row in rows {
      // Only words are looked into: a SIRET or a position names nobody.
      let field = row.text(3).flatMap(EstablishmentField.init)
      if let field, !field.holdsWords { continue }
      let isOwn = row.text(2).map(own.contains) ?? false
      let isFree = field == nil || field == .notes
      let scope: PersonTraces.Scope = isOwn && isFree ? .own : isOwn || isFree ? .free : .fixed
      guard let found = row.text(1), let text = traces.removed(from: found, scope) else { continue }
      count += 1
      try database.execute(
        sql: "UPDATE \(place.table) SET \(place.column) = ? WHERE id = ?",
        arguments: [text, try row.required(0) as Int64])
    }
    return count
  }

  /// Who a text names: a person by name, phone or email, else the contacts of an establishment, else
  /// somebody who is in no contact but in another text.
  private static func person(
    named text: String, among contacts: [Contact], histories: [EstablishmentHistory],
    _ database: Database
  ) throws -> (contacts: [Contact], traces: PersonTraces, own: Set<String>) {
    let folded = Establishment.folded(text)
    let digits = text.filter { $0.isASCII && $0.isNumber }.suffix(9)
    let traces = PersonTraces(text: text)
    var found = contacts.filter { contact in
      contact.name.map { name in
        !folded.isEmpty && Establishment.folded(name) == folded
          || PersonTraces.isSameName(name, text)
      } ?? false
        || digits.count == 9
          && contact.phone.map { traces.removed(from: $0, .free) != nil } ?? false
        || contact.email.map { $0.lowercased() == text.lowercased() } ?? false
    }
    if found.isEmpty {
      do throws(RegistryError) {
        let id = try RegistryStore.history(named: text, among: histories).id
        found = contacts.filter { $0.establishment == id }
      } catch {
        guard case .unknownCode = error, !traces.isEmpty, try isMentioned(traces, database) else {
          throw error
        }
        return ([], traces, [])
      }
    }
    return (found, PersonTraces(found), Set(found.map(\.establishment)))
  }

  private static func isMentioned(_ traces: PersonTraces, _ database: Database) throws -> Bool {
    if try !AddedCells(of: traces, own: [], in: database).cells.isEmpty { return true }
    return try texts.contains { place in
      try String.fetchAll(
        database,
        sql: "SELECT \(place.column) FROM \(place.table) WHERE \(place.column) NOTNULL"
      ).contains { traces.removed(from: $0, .free) != nil }
    }
  }

  /// The copies migrations and restores laid beside the registry.
  private static func removeCopies(beside path: String) throws(RegistryError) -> [String] {
    let above = (path as NSString).deletingLastPathComponent
    let folder = above.isEmpty ? "." : above
    let name = (path as NSString).lastPathComponent
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let copies = names.filter { $0.hasPrefix(name + ".before-") }.sorted()
    for copy in copies {
      guard unlink(folder + "/" + copy) == 0 else {  // -1 on failure
        throw .readOnly(file: folder + "/" + copy, detail: String(cString: strerror(errno)))
      }
    }
    return copies
  }
}
