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

  /// Those that count: a file of the first version, opened for reading only, has no such table yet; one of the first seven has
  /// none that was taken back.
  ///
  /// - Parameter standing: The events of the town that count.
  static func shelterings(_ database: Database, standing: Set<Int64>) throws -> [Sheltering] {
    try shelteringRows(database).filter { row in row.event.map(standing.contains) ?? true }
      .map(\.sheltering)
  }

  private static func shelteringRows(
    _ database: Database
  ) throws -> [(event: Int64?, sheltering: Sheltering)] {
    guard try database.tableExists("shelterings") else { return [] }
    let hasEvents = try database.columns(in: "shelterings").contains { $0.name == "event" }
    return try Row.fetchAll(
      database,
      sql: """
        SELECT sheltered_on, hour_band, outcome, \(hasEvents ? "event" : "NULL")
        FROM shelterings ORDER BY id
        """
    ).map { row in
      guard let day = CalendarDay(try row.required(0) as String),
        let band = Sheltering.HourBand(rawValue: try row.required(1)),
        let outcome = Sheltering.Outcome(rawValue: try row.required(2))
      else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "table shelterings") }
      return (row.value(3), Sheltering(day: day, band: band, outcome: outcome))
    }
  }

  /// What each event of the town recorded, by its number.
  static func uses(_ database: Database) throws -> [Int64: RegistryEvent.Use] {
    var uses: [Int64: RegistryEvent.Use] = [:]
    for row in try Row.fetchAll(
      database, sql: "SELECT event, kind, quantity FROM sticker_movements WHERE event NOTNULL")
    {
      guard let movement = StickerStock.Movement(rawValue: try row.required(1)) else { continue }
      uses[try row.required(0)] = .stickers(movement, try row.required(2))
    }
    for row in try shelteringRows(database) {
      if let event = row.event { uses[event] = .sheltered(row.sheltering) }
    }
    return uses
  }

  static func insert(_ sheltering: Sheltering, event: Int64, _ database: Database) throws {
    try database.execute(
      sql: "INSERT INTO shelterings (sheltered_on, hour_band, outcome, event) VALUES (?, ?, ?, ?)",
      arguments: [
        sheltering.day.iso, sheltering.band.rawValue, sheltering.outcome.rawValue, event,
      ])
  }
}
