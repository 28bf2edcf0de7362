public import CoverageEngine
import Foundation
import GRDB

/// What a person may ask of the registry: to see what it holds of them, and to be erased.
public enum PersonalData {
  /// The contacts a text names: a person's name, phone or email, else an establishment.
  ///
  /// - Throws: ``RegistryError/unknownCode(_:)`` where nobody is known by it.
  public static func contacts(
    named text: String, in store: RegistryStore
  ) throws(RegistryError) -> [Contact] {
    try contacts(
      named: text, among: try store.read { try ContactRecord.everything($0) },
      histories: store.histories())
  }

  /// Every text of the registry in which some people appear, beside their contacts, with the table
  /// it is in.
  public static func mentions(
    of contacts: [Contact], in store: RegistryStore
  ) throws(RegistryError) -> [(table: String, text: String)] {
    let traces = PersonTraces(contacts)
    let own = Set(contacts.map(\.establishment))
    return try store.read { database in
      try texts.filter { $0.table != "contacts" }.flatMap { place in
        try Row.fetchAll(
          database,
          sql: """
            SELECT DISTINCT \(place.column), \(place.owner) FROM \(place.table)
            WHERE \(place.column) NOTNULL ORDER BY 1, 2
            """
        ).filter { row in
          let isOwn = (row[1] as String?).map(own.contains) ?? false
          return traces.removed(from: row[0], isOwn: isOwn) != nil
        }.map { (place.table, $0[0]) }
      }
    }
  }

  /// Takes a person out of every text of the registry and of the copies beside it.
  ///
  /// This is the one change of what events say. Freed bytes are overwritten, then the file is
  /// rebuilt without them; copies the program laid beside the registry are removed, for they hold
  /// the person too.
  ///
  /// - Returns: The establishments the person was a contact of, and the copies removed.
  /// - Throws: ``RegistryError``.
  public static func erase(
    _ text: String, in store: RegistryStore, stamp: RegistryStamp
  ) throws(RegistryError) -> (establishments: [String], removedCopies: [String]) {
    let erased = try store.write(stamp) { writer in
      let database = writer.database
      let contacts = try contacts(
        named: text, among: ContactRecord.everything(database), histories: writer.allHistories)
      let traces = PersonTraces(contacts)
      let own = Set(contacts.map(\.establishment))
      for id in own {
        try database.execute(sql: "DELETE FROM contacts WHERE establishment = ?", arguments: [id])
        try ContactRecord.write(Contact(establishment: id), source: .erased, database)
      }
      for place in texts { try remove(traces, from: place, own, database) }
      try writer.reload()
      for id in own.sorted() { try writer.record(.contact, of: id, [:]) }
      return own.sorted()
    }
    do {
      try store.queue.vacuum()
    } catch {
      throw RegistryFailure.error(error, file: store.path)
    }
    return (erased, try removeCopies(beside: store.path))
  }

  /// Columns that hold what people wrote, and the column that says whose it is.
  private static let texts: [(table: String, column: String, owner: String)] = [
    ("events", "reason", "establishment"),
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
  ) throws {
    let facts = place.table == "event_changes" ? ", field" : ", NULL"
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT id, \(place.column), \(place.owner)\(facts) FROM \(place.table)
        WHERE \(place.column) NOTNULL ORDER BY id
        """)
    for row in rows {
      // Only words are looked into: a SIRET or a position names nobody.
      let field = (row[3] as String?).flatMap(EstablishmentField.init)
      if let field, field.content != .text || field == .postcode || field == .insee { continue }
      let isOwn = (row[2] as String?).map(own.contains) ?? false
      let isFree = field == nil || field == .notes
      guard let text = traces.removed(from: row[1], isOwn: isOwn && isFree) else { continue }
      try database.execute(
        sql: "UPDATE \(place.table) SET \(place.column) = ? WHERE id = ?",
        arguments: [text, row[0] as Int64])
    }
  }

  private static func contacts(
    named text: String, among contacts: [Contact], histories: [EstablishmentHistory]
  ) throws(RegistryError) -> [Contact] {
    let folded = Establishment.folded(text)
    let digits = text.filter { $0.isASCII && $0.isNumber }.suffix(9)
    let found = contacts.filter { contact in
      !folded.isEmpty && contact.name.map { Establishment.folded($0) == folded } ?? false
        || digits.count == 9
          && contact.phone.map { $0.filter { $0.isASCII && $0.isNumber }.suffix(9) == digits }
            ?? false
        || contact.email.map { $0.lowercased() == text.lowercased() } ?? false
    }
    if !found.isEmpty { return found }
    let id = try RegistryStore.history(named: text, among: histories).id
    return contacts.filter { $0.establishment == id }
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
