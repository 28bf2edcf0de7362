import GRDB

/// The SQLite this program runs with.
package enum SQLiteLibrary {
  /// Empty where no database can be opened.
  package static var version: String {
    let found = try? DatabaseQueue().read {
      try String.fetchOne($0, sql: "SELECT sqlite_version()")
    }
    return (found ?? nil) ?? ""
  }
}
