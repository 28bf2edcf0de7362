public import CoverageEngine
import GRDB
import RelaisGeo

/// Accounts. Functions throw `RegistryError`.
extension DeskStore {
  /// All, by name.
  public func accounts() throws(RegistryError) -> [DeskAccount] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT name, roles FROM accounts ORDER BY key")
        .map(DeskStore.account)
    }
  }

  /// The account a name and a password open; `nil` where they open none, which takes as long.
  public func account(named name: String, password: String) throws(RegistryError)
    -> DeskAccount?
  {
    let row = try read { database in
      try Row.fetchOne(
        database, sql: "SELECT name, roles, password FROM accounts WHERE key = ?",
        arguments: [DeskAccount.key(name)])
    }
    guard let row else {
      _ = DeskPassword.ofNobody.matches(password)
      return nil
    }
    let text: String = row["password"]
    return DeskPassword(stored: text).matches(password) ? DeskStore.account(row) : nil
  }

  /// Makes an account.
  ///
  /// - Returns: Whether it was made: no other may bear its name.
  public func add(_ account: DeskAccount, _ password: DeskPassword) throws(RegistryError) -> Bool {
    try write { database in
      let key = DeskAccount.key(account.name)
      let isThere = try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM accounts WHERE key = ?)", arguments: [key])
      if isThere == true { return false }
      try database.execute(
        sql: "INSERT INTO accounts (key, name, roles, password) VALUES (?, ?, ?, ?)",
        arguments: [
          key, account.name.trimmingWhitespace(), DeskStore.text(account.roles), password.text,
        ])
      // The link to make the first account has done its work.
      try database.execute(sql: "DELETE FROM setup")
      return true
    }
  }

  /// Sets a password; sessions begun with the former one end.
  ///
  /// - Returns: Whether there is such an account.
  public func setPassword(
    _ password: DeskPassword, of name: String
  ) throws(RegistryError) -> Bool {
    try write { database in
      let key = DeskAccount.key(name)
      try database.execute(
        sql: "UPDATE accounts SET password = ? WHERE key = ?", arguments: [password.text, key])
      let isThere = database.changesCount > 0
      try database.execute(sql: "DELETE FROM sessions WHERE account = ?", arguments: [key])
      return isThere
    }
  }

  /// Removes an account and ends its sessions.
  ///
  /// - Returns: Whether there was such an account.
  public func remove(_ name: String) throws(RegistryError) -> Bool {
    try write { database in
      try database.execute(
        sql: "DELETE FROM accounts WHERE key = ?", arguments: [DeskAccount.key(name)])
      return database.changesCount > 0
    }
  }

  /// Makes the link, good once, by which the first account is made.
  ///
  /// - Returns: Its secret; `nil` where there is an account.
  public func makeSetupSecret() throws(RegistryError) -> String? {
    let secret = Secret.make()
    return try write { database in
      if try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM accounts)") == true {
        return nil
      }
      try database.execute(sql: "DELETE FROM setup")
      try database.execute(
        sql: "INSERT INTO setup (secret) VALUES (?)", arguments: [Secret.fingerprint(of: secret)])
      return secret
    }
  }

  /// Whether a link to make the first account is good.
  public func isSetupSecret(_ secret: String) throws(RegistryError) -> Bool {
    try read { database in
      try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM setup WHERE secret = ?)",
        arguments: [Secret.fingerprint(of: secret)]) ?? false
    }
  }

  static func account(_ row: Row) -> DeskAccount {
    let roles: String = row["roles"]
    return DeskAccount(
      name: row["name"],
      roles: Set(roles.split(separator: " ").compactMap { DeskRole(rawValue: String($0)) }))
  }

  private static func text(_ roles: Set<DeskRole>) -> String {
    DeskRole.allCases.filter(roles.contains).map(\.rawValue).joined(separator: " ")
  }
}
