public import CoverageEngine
import GRDB
import RelaisGeo

/// A scenario somebody kept.
public struct KeptScenario: Hashable, Sendable {
  public var number: Int64
  public var name: String
  /// Who kept it.
  public var account: String
  /// The request of the interface, as JSON.
  public var request: String
  /// The secret of the link that only looks; `nil` where there is none.
  public var link: String?
}

/// Scenarios people keep. Functions throw `RegistryError`.
extension DeskStore {
  /// The most that are kept.
  public static let mostScenarios = 1000

  /// By number.
  public func scenarios() throws(RegistryError) -> [KeptScenario] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT number, name, account, request, link FROM scenarios ORDER BY number"
      ).map(DeskStore.scenario)
    }
  }

  /// The one a link leads to.
  public func scenario(link: String) throws(RegistryError) -> KeptScenario? {
    try read { database in
      try Row.fetchOne(
        database,
        sql: "SELECT number, name, account, request, link FROM scenarios WHERE link = ?",
        arguments: [link]
      ).map(DeskStore.scenario)
    }
  }

  /// - Returns: Its number; `nil` where too many are kept.
  public func keep(
    _ request: String, named name: String, by account: String
  ) throws(RegistryError) -> KeptScenario? {
    let link = Secret.make()
    return try write { database in
      let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM scenarios") ?? 0
      guard count < DeskStore.mostScenarios else { return nil }
      try database.execute(
        sql: "INSERT INTO scenarios (name, account, request, link) VALUES (?, ?, ?, ?)",
        arguments: [name, account, request, link])
      return KeptScenario(
        number: database.lastInsertedRowID, name: name, account: account, request: request,
        link: link)
    }
  }

  /// - Returns: Whether there was one.
  public func forget(scenario number: Int64) throws(RegistryError) -> Bool {
    try write { database in
      try database.execute(sql: "DELETE FROM scenarios WHERE number = ?", arguments: [number])
      return database.changesCount > 0
    }
  }

  private static func scenario(_ row: Row) -> KeptScenario {
    KeptScenario(
      number: row["number"], name: row["name"], account: row["account"], request: row["request"],
      link: row["link"])
  }
}
