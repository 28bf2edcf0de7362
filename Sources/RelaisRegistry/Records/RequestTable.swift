import GRDB

/// What programs asked for under a key of their own, so that the same request sent twice is done once.
enum RequestTable {
  /// Keys that are remembered; older ones are forgotten, for no program repeats a request after so many others.
  static let most: Int64 = 10_000

  /// What a request was about, nothing or one thing; `nil` for a request that is not known.
  static func subject(of key: String, _ database: Database) throws -> [String]? {
    try Row.fetchOne(
      database, sql: "SELECT subject FROM requests WHERE key = ?", arguments: [key]
    ).map { [$0.text(0)].compactMap { $0 } }
  }

  static func remember(
    _ key: String, _ subject: String?, at instant: String, _ database: Database
  ) throws {
    try database.execute(
      sql: "INSERT INTO requests (key, subject, recorded_at) VALUES (?, ?, ?)",
      arguments: [key, subject, instant])
    try database.execute(
      sql: "DELETE FROM requests WHERE id <= ?",
      arguments: [database.lastInsertedRowID - RequestTable.most])
  }
}
