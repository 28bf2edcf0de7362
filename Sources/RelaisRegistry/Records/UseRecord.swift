import CoverageEngine
import GRDB

/// Stickers and shelterings as rows of their tables.
enum UseRecord {
  static func stickerMovements(_ database: Database) throws -> [StickerStock.Movement: Int] {
    guard try database.tableExists("sticker_movements") else { return [:] }
    let rows = try Row.fetchAll(
      database, sql: "SELECT kind, sum(quantity) FROM sticker_movements GROUP BY kind")
    return Dictionary(
      try rows.compactMap { row in
        try StickerStock.Movement(rawValue: row.required(0)).map { ($0, try row.required(1)) }
      }, uniquingKeysWith: +)
  }

  static func insert(
    _ movement: StickerStock.Movement, _ quantity: Int, _ day: CalendarDay, _ author: String,
    event: Int64? = nil, _ database: Database
  ) throws {
    try database.execute(
      sql: """
        INSERT INTO sticker_movements (moved_on, kind, quantity, author, event)
        VALUES (?, ?, ?, ?, ?)
        """, arguments: [day.iso, movement.rawValue, quantity, author, event])
  }

  /// Moves back what an event moved, so that the sums are as if it had not.
  static func reverse(
    movementsOf event: Int64, by undo: Int64, _ day: CalendarDay, _ author: String,
    _ database: Database
  ) throws {
    try database.execute(
      sql: """
        INSERT INTO sticker_movements (moved_on, kind, quantity, author, event)
        SELECT ?, kind, -quantity, ?, ? FROM sticker_movements WHERE event = ?
        """, arguments: [day.iso, author, undo, event])
  }

  /// A file of the first version, opened for reading only, has no such table yet.
  static func shelterings(_ database: Database) throws -> [Sheltering] {
    guard try database.tableExists("shelterings") else { return [] }
    return try Row.fetchAll(
      database, sql: "SELECT sheltered_on, hour_band, outcome FROM shelterings ORDER BY id"
    ).map { row in
      guard let day = CalendarDay(try row.required(0) as String),
        let band = Sheltering.HourBand(rawValue: try row.required(1)),
        let outcome = Sheltering.Outcome(rawValue: try row.required(2))
      else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "table shelterings") }
      return Sheltering(day: day, band: band, outcome: outcome)
    }
  }

  static func insert(_ sheltering: Sheltering, _ database: Database) throws {
    try database.execute(
      sql: "INSERT INTO shelterings (sheltered_on, hour_band, outcome) VALUES (?, ?, ?)",
      arguments: [sheltering.day.iso, sheltering.band.rawValue, sheltering.outcome.rawValue])
  }
}
