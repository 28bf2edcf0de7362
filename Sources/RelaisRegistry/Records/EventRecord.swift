import CoverageEngine
import GRDB

/// Events as rows of `events` and `event_changes`.
enum EventRecord {
  /// Every establishment's events, by id.
  static func histories(_ database: Database) throws -> [EstablishmentHistory] {
    var events = try events(database)
    let changes = try Row.fetchCursor(
      database, sql: "SELECT event, field, value FROM event_changes ORDER BY event, id")
    var index = 0
    while let row = try changes.next() {
      let event: Int64 = try row.required(0)
      while index < events.count, events[index].sequence < event { index += 1 }
      guard index < events.count, events[index].sequence == event,
        let field = EstablishmentField(rawValue: try row.required(1))
      else { continue }
      let value = row.text(2).map { field.value(stored: $0) }
      events[index].changes.updateValue(value, forKey: field)
    }
    return Dictionary(grouping: events, by: \.establishment).sorted { $0.key < $1.key }
      .map { EstablishmentHistory(id: $0.key, events: $0.value) }
  }

  private static func events(_ database: Database) throws -> [RegistryEvent] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT id, establishment, kind, holds_from, recorded_at, author, reason, outcome
        FROM events ORDER BY id
        """
    ).map { row in
      let kind: String = try row.required(2)
      let day: String = try row.required(3)
      guard let kind = RegistryEvent.Kind(rawValue: kind), let day = CalendarDay(day) else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "event \(row.text(0) ?? "")")
      }
      return RegistryEvent(
        sequence: try row.required(0), establishment: try row.required(1), kind: kind,
        holdsFrom: day, recordedAt: try row.required(4), author: row.text(5) ?? "?",
        reason: row.text(6), outcome: row.text(7).flatMap(VisitOutcome.init))
    }
  }

  /// Adds an event, its sequence given by the database.
  static func insert(_ event: RegistryEvent, _ database: Database) throws -> RegistryEvent {
    try database.cachedStatement(
      sql: """
        INSERT INTO events
          (establishment, kind, holds_from, recorded_at, author, reason, outcome)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      event.establishment, event.kind.rawValue, event.holdsFrom.iso, event.recordedAt,
      event.author, event.reason, event.outcome?.rawValue,
    ])
    var stored = event
    stored.sequence = database.lastInsertedRowID
    for field in EstablishmentField.allCases {
      guard let value = event.changes[field] else { continue }
      try database.cachedStatement(
        sql: "INSERT INTO event_changes (event, field, value) VALUES (?, ?, ?)"
      ).execute(arguments: [stored.sequence, field.rawValue, value?.text])
    }
    return stored
  }
}
