import CoverageEngine
import GRDB

/// Events as rows of `events` and `event_changes`.
enum EventRecord {
  /// Every establishment's events, by id.
  static func histories(_ database: Database) throws -> [EstablishmentHistory] {
    try all(database).establishments
  }

  /// Every establishment's events, by id, and those of the town as a whole.
  static func all(
    _ database: Database
  ) throws -> (establishments: [EstablishmentHistory], town: EstablishmentHistory) {
    var events = try events(database)
    try readChanges(of: &events, database)
    var groups = Dictionary(grouping: events, by: \.establishment)
    var town = groups.removeValue(forKey: RegistryEvent.town) ?? []
    if !town.isEmpty {
      let uses = try UseRecord.uses(database)
      for index in town.indices where town[index].kind != .undone {
        town[index].use = uses[town[index].sequence]
      }
    }
    return (
      groups.sorted { $0.key < $1.key }
        .map { EstablishmentHistory(id: $0.key, events: $0.value) }.linked(),
      EstablishmentHistory(id: RegistryEvent.town, events: town)
    )
  }

  /// - Parameter events: In the order of their numbers.
  private static func readChanges(of events: inout [RegistryEvent], _ database: Database) throws {
    let cells = try RowCells(
      database, "SELECT event, field, value FROM event_changes ORDER BY event, id")
    var index = 0
    var changes: [EstablishmentField: FactValue?] = [:]
    func keep() {
      if !changes.isEmpty { events[index].changes = changes }
      changes.removeAll(keepingCapacity: true)
    }
    while try cells.next() {
      let event: Int64 = try cells.required(0)
      guard index < events.count else { continue }
      if events[index].sequence < event {
        keep()
        while index < events.count, events[index].sequence < event { index += 1 }
      }
      guard index < events.count, events[index].sequence == event,
        let field = fields[try cells.required(1)]
      else { continue }
      changes.updateValue(cells.text(2).map { field.value(stored: $0) }, forKey: field)
    }
    if index < events.count { keep() }
  }

  private static let fields = Dictionary(
    uniqueKeysWithValues: EstablishmentField.allCases.map { ($0.rawValue, $0) })
  private static let kinds = Dictionary(
    uniqueKeysWithValues: RegistryEvent.Kind.allCases.map { ($0.rawValue, $0) })

  /// The lists taken in, in the order in which they were.
  static func lists(_ database: Database) throws -> [RegistryAct.ImportedList] {
    guard try database.tableExists("imports") else { return [] }
    return try Row.fetchAll(
      database, sql: "SELECT id, first_event, file FROM imports ORDER BY id"
    ).map { row in
      RegistryAct.ImportedList(
        number: try row.required(0), firstEvent: try row.required(1), file: row.text(2))
    }
  }

  static func insertList(
    firstEvent: Int64, file: String, _ database: Database
  ) throws -> RegistryAct.ImportedList {
    try database.execute(
      sql: "INSERT INTO imports (first_event, file) VALUES (?, ?)", arguments: [firstEvent, file])
    return RegistryAct.ImportedList(
      number: database.lastInsertedRowID, firstEvent: firstEvent, file: file)
  }

  /// A file of an older version, opened for reading only, has neither acts nor what refers to events.
  private static func events(_ database: Database) throws -> [RegistryEvent] {
    let hasActs = try database.tableExists("undone_events")
    let undone = hasActs ? try undone(database) : [:]
    let merges = hasActs ? try merges(database) : [:]
    let cells = try RowCells(
      database,
      """
      SELECT id, establishment, kind, holds_from, recorded_at, author, reason, outcome,
        \(hasActs ? "act" : "NULL")
      FROM events ORDER BY id
      """)
    var events: [RegistryEvent] = []
    // An import has thousands of one instant and author.
    var recordedAt = ""
    var author = ""
    while try cells.next() {
      let kind: String = try cells.required(2)
      let day: String = try cells.required(3)
      guard let kind = kinds[kind], let day = CalendarDay(day) else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "event \(cells.text(0) ?? "")")
      }
      let instant: String = try cells.required(4)
      if instant != recordedAt { recordedAt = instant }
      let name = cells.text(5) ?? "?"
      if name != author { author = name }
      var event = RegistryEvent(
        sequence: try cells.required(0), establishment: try cells.required(1), kind: kind,
        holdsFrom: day, recordedAt: recordedAt, author: author, reason: cells.text(6),
        outcome: cells.text(7).flatMap(VisitOutcome.init))
      event.act = cells.value(8)
      if !undone.isEmpty { event.undoes = undone[event.sequence] ?? [] }
      if !merges.isEmpty { event.merge = merges[event.sequence] }
      events.append(event)
    }
    return events
  }

  private static func undone(_ database: Database) throws -> [Int64: [Int64]] {
    var result: [Int64: [Int64]] = [:]
    for row in try Row.fetchAll(
      database, sql: "SELECT event, undone FROM undone_events ORDER BY event, undone")
    {
      result[try row.required(0), default: []].append(try row.required(1))
    }
    return result
  }

  private static func merges(_ database: Database) throws -> [Int64: RegistryEvent.Merge] {
    var result: [Int64: RegistryEvent.Merge] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT event, role, other FROM merges") {
      let (event, role, other): (Int64, String, String) = (
        try row.required(0), try row.required(1), try row.required(2)
      )
      switch MergeRole(rawValue: role) {
      case .absorbs: result[event] = .absorbs(other)
      case .into: result[event] = .into(other)
      case nil:
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "merge of event \(event)")
      }
    }
    return result
  }

  /// As the table has it.
  private enum MergeRole: String {
    case absorbs
    case into
  }

  /// By the number of their rows.
  private static let changeInsertions = (0...EstablishmentField.allCases.count).map { count in
    "INSERT INTO event_changes (event, field, value) VALUES "
      + repeatElement("(?, ?, ?)", count: count).joined(separator: ", ")
  }

  /// Adds an event, its sequence given by the database.
  static func insert(_ event: RegistryEvent, _ database: Database) throws -> RegistryEvent {
    try database.cachedStatement(
      sql: """
        INSERT INTO events
          (establishment, kind, holds_from, recorded_at, author, reason, outcome, act)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      event.establishment, event.kind.rawValue, event.holdsFrom.iso, event.recordedAt,
      event.author, event.reason, event.outcome?.rawValue, event.act,
    ])
    var stored = event
    stored.sequence = database.lastInsertedRowID
    var changes: [(any DatabaseValueConvertible)?] = []
    for field in EstablishmentField.allCases {
      guard let value = event.changes[field] else { continue }
      changes += [stored.sequence, field.rawValue, value?.text]
    }
    if !changes.isEmpty {
      // One statement for all of them: an import writes a hundred thousand.
      try database.cachedStatement(sql: changeInsertions[changes.count / 3])
        .execute(arguments: StatementArguments(changes))
    }
    for undone in event.undoes {
      try database.cachedStatement(
        sql: "INSERT INTO undone_events (event, undone) VALUES (?, ?)"
      ).execute(arguments: [stored.sequence, undone])
    }
    if let merge = event.merge {
      let (role, other): (MergeRole, String) =
        switch merge {
        case .absorbs(let other): (.absorbs, other)
        case .into(let other): (.into, other)
        }
      try database.execute(
        sql: "INSERT INTO merges (event, role, other) VALUES (?, ?, ?)",
        arguments: [stored.sequence, role.rawValue, other])
    }
    return stored
  }
}
