public import CoverageEngine
import GRDB

/// Who did what. Functions throw `RegistryError`.
extension DeskStore {
  /// Adds an entry; none is ever changed or taken away.
  public func log(_ entry: DeskLogEntry) throws(RegistryError) {
    try write { database in
      try database.execute(
        sql: "INSERT INTO log (at, account, deed, subject) VALUES (?, ?, ?, ?)",
        arguments: [
          entry.at, entry.account, entry.deed.rawValue, String(entry.subject.prefix(200)),
        ])
    }
  }

  /// The last first.
  public func log(limit: Int) throws(RegistryError) -> [DeskLogEntry] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT at, account, deed, subject FROM log ORDER BY number DESC LIMIT ?",
        arguments: [limit]
      ).compactMap { row in
        let deed: String = row["deed"]
        return DeskLogEntry.Deed(rawValue: deed).map {
          DeskLogEntry(at: row["at"], account: row["account"], deed: $0, subject: row["subject"])
        }
      }
    }
  }
}
