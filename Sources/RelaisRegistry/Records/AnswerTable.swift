import CoverageEngine
import GRDB

/// Answers of rounds as rows of their table.
enum AnswerTable {
  private static let columns = """
    uuid, place, new_name, answered_at, outcome, why, conditions, call_back_on, note, establishment,
    event, refusal, refusal_detail, sender, received_at, seen_at
    """

  /// A file of an older version, opened for reading only, has no such table yet.
  static func all(_ database: Database) throws -> [KeptAnswer] {
    guard try database.tableExists("answers") else { return [] }
    return try Row.fetchAll(database, sql: "SELECT \(columns) FROM answers ORDER BY id")
      .compactMap(answer)
  }

  /// What of the rows cannot be read, as `verify` names it.
  static func problems(_ database: Database) throws -> [RegistryProblem] {
    guard try database.tableExists("answers") else { return [] }
    return try Row.fetchAll(database, sql: "SELECT \(columns), id FROM answers ORDER BY id")
      .filter { answer($0) == nil }
      .map { .init(.history, .row(table: "answers", id: $0.value(16) ?? 0)) }
  }

  /// The establishment an answer was recorded for; `nil` for one that is not known, or was refused.
  static func establishment(of id: String, _ database: Database) throws -> String? {
    try database.cachedStatement(
      sql: "SELECT establishment FROM answers WHERE uuid = ? AND event NOTNULL"
    ).fetchFirst(id.lowercased())
  }

  /// Writes an answer, over one of the same UUID that was refused.
  static func write(_ answer: KeptAnswer, _ database: Database) throws {
    let conditions = StreetAnswer.Condition.allCases.compactMap { condition in
      answer.conditions[condition].map { "\(condition.rawValue)=\($0)" }
    }
    try database.cachedStatement(
      sql: """
        INSERT INTO answers (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (uuid) DO UPDATE SET (\(columns)) = (excluded.uuid, excluded.place,
          excluded.new_name, excluded.answered_at, excluded.outcome, excluded.why,
          excluded.conditions, excluded.call_back_on, excluded.note, excluded.establishment,
          excluded.event, excluded.refusal, excluded.refusal_detail, excluded.sender,
          excluded.received_at, excluded.seen_at)
        """
    ).execute(arguments: [
      answer.id.lowercased(), answer.place, answer.newName, answer.at, answer.outcome?.rawValue,
      answer.reason?.rawValue, conditions.isEmpty ? nil : conditions.joined(separator: ","),
      answer.callBackOn?.iso, answer.note, answer.establishment, answer.event,
      answer.refusal?.stored.code, answer.refusal?.stored.detail, answer.sender,
      answer.receivedAt, answer.seenAt,
    ])
  }

  /// - Returns: How many of them had not been seen.
  static func markSeen(_ ids: [String], at instant: String, _ database: Database) throws -> Int {
    var count = 0
    for id in ids {
      try database.cachedStatement(
        sql: "UPDATE answers SET seen_at = ? WHERE uuid = ? AND seen_at IS NULL"
      ).execute(arguments: [instant, id.lowercased()])
      count += database.changesCount
    }
    return count
  }

  private static func answer(_ row: Row) -> KeptAnswer? {
    guard let id = row.text(0), id.utf8.count == 36, let sender = row.text(13),
      let receivedAt = row.text(14)
    else { return nil }
    let outcome = row.text(4).flatMap(VisitOutcome.init)
    let refusal = row.text(11).flatMap { AnswerRefusal(stored: $0, row.text(12) ?? "") }
    let event: Int64? = row.value(10)
    let isWhole =
      event == nil
      ? refusal != nil && row.text(9) == nil
      : outcome != nil && row.text(9) != nil && row.text(11) == nil
    guard isWhole else { return nil }
    let conditions = (row.text(6) ?? "").split(separator: ",").compactMap { part in
      let sides = part.split(separator: "=", maxSplits: 1)
      return StreetAnswer.Condition(rawValue: String(sides[0])).map { ($0, sides.last == "true") }
    }
    return KeptAnswer(
      id: id, place: row.text(1), newName: row.text(2), at: row.text(3), outcome: outcome,
      reason: row.text(5).flatMap(StreetAnswer.Reason.init),
      conditions: Dictionary(conditions, uniquingKeysWith: { _, last in last }),
      callBackOn: row.text(7).flatMap { CalendarDay($0) }, note: row.text(8),
      establishment: row.text(9), event: event, refusal: refusal, sender: sender,
      receivedAt: receivedAt, seenAt: row.text(15))
  }
}

extension Statement {
  /// The first column of the first row as text.
  fileprivate func fetchFirst(_ argument: String) throws -> String? {
    try String.fetchOne(self, arguments: [argument])
  }
}

extension AnswerRefusal {
  /// Stable names of the cases, and their facts as one text.
  fileprivate var stored: (code: String, detail: String) {
    switch self {
    case .noIdentifier(let text): ("no-identifier", text)
    case .noPlace: ("no-place", "")
    case .unknownPlace(let code): ("unknown-place", code)
    case .ambiguousPlace(let code): ("ambiguous-place", code)
    case .unknownOutcome(let word): ("unknown-outcome", word)
    case .unreadInstant(let text): ("unread-instant", text)
    case .future(let text): ("future", text)
    case .callBackDay(let text): ("call-back-day", text)
    case .badMember(let name): ("bad-member", name)
    case .tooLong(let name): ("too-long", name)
    case .probablyKnown(let doubles):
      ("probably-known", doubles.map { "\($0.code) \($0.name)" }.joined(separator: "\n"))
    }
  }

  fileprivate init?(stored code: String, _ detail: String) {
    switch code {
    case "no-identifier": self = .noIdentifier(detail)
    case "no-place": self = .noPlace
    case "unknown-place": self = .unknownPlace(detail)
    case "ambiguous-place": self = .ambiguousPlace(detail)
    case "unknown-outcome": self = .unknownOutcome(detail)
    case "unread-instant": self = .unreadInstant(detail)
    case "future": self = .future(detail)
    case "call-back-day": self = .callBackDay(detail)
    case "bad-member": self = .badMember(detail)
    case "too-long": self = .tooLong(detail)
    case "probably-known":
      self = .probablyKnown(
        detail.split(whereSeparator: \.isNewline).map { line in
          let sides = line.split(separator: " ", maxSplits: 1)
          return Double(code: String(sides[0]), name: sides.count > 1 ? String(sides[1]) : "")
        })
    default: return nil
    }
  }
}
