public import CoverageEngine
import GRDB
import RelaisGeo

/// Sessions, of which only a fingerprint is kept. Functions throw `RegistryError`.
extension DeskStore {
  private static let columns = """
    s.number, s.kind, s.label, s.begun_at, s.seen_at, s.account, a.name, a.roles
    """

  /// Begins a session.
  ///
  /// - Parameters:
  ///   - label: What a telephone is called.
  ///   - now: Seconds since 1970.
  /// - Returns: Its secret, 64 hexadecimal digits; `nil` where there is no such account any more.
  public func begin(
    _ kind: DeskSession.Kind, of account: String, label: String = "", at now: Int64
  ) throws(RegistryError) -> String? {
    let secret = Secret.make()
    return try write { database in
      let key = DeskAccount.key(account)
      guard
        try Bool.fetchOne(
          database, sql: "SELECT EXISTS (SELECT 1 FROM accounts WHERE key = ?)", arguments: [key])
          == true
      else { return nil }
      try database.execute(
        sql: """
          INSERT INTO sessions (secret, account, kind, label, begun_at, seen_at)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [Secret.fingerprint(of: secret), key, kind.rawValue, label, now, now])
      return secret
    }
  }

  /// The session a secret opens; `nil` where it is over.
  public func session(_ secret: String, at now: Int64) throws(RegistryError) -> DeskSession? {
    guard secret.utf8.count == 64 else { return nil }
    let print = Secret.fingerprint(of: secret)
    let session = try read { database in
      try Row.fetchOne(
        database,
        sql: """
          SELECT \(DeskStore.columns) FROM sessions s JOIN accounts a ON a.key = s.account
          WHERE s.secret = ?
          """, arguments: [print]
      ).map(DeskStore.session)
    }
    guard let session, !session.isOver(at: now) else { return nil }
    // To the minute: a page of twenty requests is one use.
    if now - session.seenAt >= 60 {
      try write { database in
        try database.execute(
          sql: "UPDATE sessions SET seen_at = ? WHERE number = ?",
          arguments: [now, session.number])
      }
    }
    return session
  }

  /// All that are not over, by account and number.
  public func sessions(at now: Int64) throws(RegistryError) -> [DeskSession] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT \(DeskStore.columns) FROM sessions s JOIN accounts a ON a.key = s.account
          ORDER BY a.key, s.number
          """
      ).map(DeskStore.session).filter { !$0.isOver(at: now) }
    }
  }

  /// Ends a session, by its secret.
  public func end(_ secret: String) throws(RegistryError) {
    try write { database in
      try database.execute(
        sql: "DELETE FROM sessions WHERE secret = ?",
        arguments: [Secret.fingerprint(of: secret)])
    }
  }

  /// Ends a session, by its number.
  ///
  /// - Returns: Whether there was one.
  public func end(number: Int64) throws(RegistryError) -> Bool {
    try write { database in
      try database.execute(sql: "DELETE FROM sessions WHERE number = ?", arguments: [number])
      return database.changesCount > 0
    }
  }

  /// Forgets the sessions that are over.
  public func sweep(at now: Int64) throws(RegistryError) {
    let over = try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT \(DeskStore.columns) FROM sessions s JOIN accounts a ON a.key = s.account
          """
      ).map(DeskStore.session).filter { $0.isOver(at: now) }.map(\.number)
    }
    guard !over.isEmpty else { return }
    try write { database in
      for number in over {
        try database.execute(sql: "DELETE FROM sessions WHERE number = ?", arguments: [number])
      }
    }
  }

  private static func session(_ row: Row) -> DeskSession {
    let kind: String = row["kind"]
    return DeskSession(
      number: row["number"], account: account(row),
      kind: DeskSession.Kind(rawValue: kind) ?? .browser, label: row["label"],
      begunAt: row["begun_at"], seenAt: row["seen_at"])
  }
}
