import CoverageEngine
import GRDB

/// Contacts as rows of `contacts`: at most one an import brought and one a person wrote.
enum ContactRecord {
  enum Source: String {
    case imported
    case hand
    /// Erased on request: an import must not bring the person back.
    case erased
  }

  /// Contacts that say something; one written by hand stands for the imported one.
  static func all(_ database: Database) throws -> [Contact] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT establishment, name, phone, email FROM contacts c
        WHERE source = 'hand' OR source = 'imported' AND NOT EXISTS (SELECT 1 FROM contacts o
          WHERE o.establishment = c.establishment AND o.source <> 'imported')
        ORDER BY establishment
        """
    ).map(contact).filter { !$0.isEmpty }
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
    try Row.fetchOne(
      database,
      sql: """
        SELECT establishment, name, phone, email FROM contacts
        WHERE establishment = ? AND source = ?
        """,
      arguments: [establishment, source.rawValue]
    ).map(contact)
  }

  private static func contact(_ row: Row) throws -> Contact {
    Contact(
      establishment: try row.required(0), name: row.text(1), phone: row.text(2),
      email: row.text(3))
  }

  static func write(_ contact: Contact, source: Source, _ database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO contacts (establishment, source, name, phone, email) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (establishment, source)
        DO UPDATE SET name = excluded.name, phone = excluded.phone, email = excluded.email
        """,
      arguments: [
        contact.establishment, source.rawValue, contact.name, contact.phone, contact.email,
      ])
  }
}
