import CoverageEngine
import GRDB

/// Contacts as rows of `contacts`: at most one an import brought and one a person wrote.
///
/// What an event put another in place of stays in a row whose source names it, `hand<58`: taking the event back restores it.
enum ContactRecord {
  enum Source: String {
    case imported
    case hand
    /// Erased on request: an import must not bring the person back.
    case erased
  }

  /// Contacts that say something; one written by hand stands for the imported one.
  ///
  /// - Parameter establishment: The one it is about; `nil` for all.
  static func all(_ database: Database, of establishment: String? = nil) throws -> [Contact] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT establishment, name, phone, email FROM contacts c
        WHERE (source = 'hand' OR source = 'imported' AND NOT EXISTS (SELECT 1 FROM contacts o
          WHERE o.establishment = c.establishment AND o.source IN ('hand', 'erased')))
          \(establishment == nil ? "" : "AND establishment = ?")
        ORDER BY establishment
        """, arguments: StatementArguments(establishment.map { [$0] } ?? [])
    ).map(contact).filter { !$0.isEmpty }
  }

  /// Contacts another program wrote since the last write, with what it calls their source; those that say nothing left out.
  static func edited(_ database: Database) throws -> [(id: Int64, source: String, contact: Contact)]
  {
    try Row.fetchAll(
      database,
      sql: """
        SELECT establishment, name, phone, email, id, source FROM contacts
        WHERE edited IS NOT 0 AND source <> 'erased' AND source NOT LIKE '%<%' ORDER BY id
        """
    ).map { (try $0.required(4), $0.text(5) ?? "", try contact($0)) }.filter { !$0.contact.isEmpty }
  }

  /// Makes what another program wrote in a row what a person wrote, unless a person had written another one.
  ///
  /// What a list says next must not replace it.
  static func takeAsWritten(_ id: Int64, of establishment: String, _ database: Database) throws {
    try database.execute(
      sql: """
        UPDATE contacts SET source = 'hand' WHERE id = ? AND NOT EXISTS (
          SELECT 1 FROM contacts WHERE establishment = ? AND source = 'hand')
        """, arguments: [id, establishment])
  }

  /// Marks all rows as written by this program.
  static func settle(_ database: Database) throws {
    guard try database.columns(in: "contacts").contains(where: { $0.name == "edited" }) else {
      return
    }
    try database.execute(sql: "UPDATE contacts SET edited = 0 WHERE edited IS NOT 0")
  }

  /// All that a source gave, what says nothing included.
  static func all(_ database: Database, from source: Source) throws -> [Contact] {
    try Row.fetchAll(
      database, sql: "SELECT establishment, name, phone, email FROM contacts WHERE source = ?",
      arguments: [source.rawValue]
    ).map(contact)
  }

  /// Every row that says something, whichever source it is from, with its number.
  static func rows(_ database: Database) throws -> [(id: Int64, contact: Contact)] {
    try Row.fetchAll(
      database, sql: "SELECT establishment, name, phone, email, id FROM contacts ORDER BY id"
    ).map { (try $0.required(4), try contact($0)) }.filter { !$0.contact.isEmpty }
  }

  /// The contact a source gave; `nil` if it gave none.
  static func contact(
    of establishment: String, from source: Source, _ database: Database
  ) throws -> Contact? {
    // Asked for each row of an import: the statement is made once.
    let statement = try database.cachedStatement(
      sql: """
        SELECT establishment, name, phone, email FROM contacts
        WHERE establishment = ? AND source = ?
        """)
    return try Row.fetchOne(statement, arguments: [establishment, source.rawValue]).map(contact)
  }

  private static func contact(_ row: Row) throws -> Contact {
    Contact(
      establishment: try row.required(0), name: row.text(1), phone: row.text(2),
      email: row.text(3))
  }

  static func write(_ contact: Contact, source: Source, _ database: Database) throws {
    try write(contact, source: source.rawValue, database)
  }

  /// Writes a contact and keeps the one before.
  static func change(
    _ contact: Contact, source: Source, by event: Int64, _ database: Database
  ) throws {
    let former = try self.contact(of: contact.establishment, from: source, database)
    try change(contact, from: former, source: source, by: event, database)
  }

  /// The same, where the one before is known; `nil` for none.
  static func change(
    _ contact: Contact, from former: Contact?, source: Source, by event: Int64,
    _ database: Database
  ) throws {
    let former = former ?? Contact(establishment: contact.establishment)
    try database.cachedStatement(sql: insertion(rows: 2)).execute(
      arguments: StatementArguments(
        cells(former, source: "\(source.rawValue)<\(event)")
          + cells(contact, source: source.rawValue)))
  }

  private static func cells(
    _ contact: Contact, source: String
  ) -> [(any DatabaseValueConvertible)?] {
    [contact.establishment, source, contact.name, contact.phone, contact.email]
  }

  private static func insertion(rows: Int) -> String {
    """
    INSERT INTO contacts (establishment, source, name, phone, email)
    VALUES \(repeatElement("(?, ?, ?, ?, ?)", count: rows).joined(separator: ", "))
    ON CONFLICT (establishment, source)
    DO UPDATE SET name = excluded.name, phone = excluded.phone, email = excluded.email
    """
  }

  /// The events that changed an establishment's contact, and whether the contact before was kept.
  static func changes(
    of establishment: String, _ source: Source, _ database: Database
  ) throws -> [(event: Int64, former: Contact)] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT establishment, name, phone, email, source FROM contacts
        WHERE establishment = ? AND substr(source, 1, ?) = ?
        """,
      arguments: [establishment, source.rawValue.count + 1, source.rawValue + "<"]
    ).compactMap { row in
      try (row.text(4)?.split(separator: "<").last).flatMap { Int64($0) }.map { event in
        (event, try contact(row))
      }
    }.sorted { $0.event < $1.event }
  }

  /// Makes the contact of an establishment what the last event that counts made it.
  ///
  /// - Parameters:
  ///   - standing: The events that count.
  ///   - undo: The event that takes back others.
  /// - Returns: Whether it is another.
  static func restore(
    of establishment: String, standing: Set<Int64>, by undo: Int64, _ database: Database
  ) throws -> Bool {
    var isChanged = false
    for source in [Source.hand, .imported] {
      let changes = try changes(of: establishment, source, database)
      guard let first = changes.first else { continue }
      let now = try contact(of: establishment, from: source, database)
      var wanted: Contact? = first.former
      if let index = changes.lastIndex(where: { standing.contains($0.event) }) {
        wanted = index + 1 < changes.count ? changes[index + 1].former : now
      }
      guard (wanted?.isEmpty ?? true) != (now?.isEmpty ?? true) || wanted != now else { continue }
      isChanged = true
      try change(
        wanted ?? Contact(establishment: establishment), source: source, by: undo, database)
      if wanted?.isEmpty ?? true {
        try database.execute(
          sql: "DELETE FROM contacts WHERE establishment = ? AND source = ?",
          arguments: [establishment, source.rawValue])
      }
    }
    return isChanged
  }

  private static func write(
    _ contact: Contact, source: String, _ database: Database
  ) throws {
    try database.cachedStatement(sql: insertion(rows: 1)).execute(
      arguments: StatementArguments(cells(contact, source: source)))
  }
}
