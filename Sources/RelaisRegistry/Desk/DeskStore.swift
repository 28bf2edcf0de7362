public import CoverageEngine
import Foundation
import GRDB
import RelaisFormats
import RelaisGeo

/// Who may use the desk, who is signed in, and who did what: a file of its own beside the registry, which only its owner may
/// read.
///
/// Of passwords and sessions it keeps what nobody can use. Functions throw `RegistryError`.
public final class DeskStore: Sendable {
  public let path: String
  private let queue: DatabaseQueue

  /// Makes the file where it is missing.
  public init(path: String) throws(RegistryError) {
    self.path = path
    let plain = path.hasPrefix("/") ? path : "./" + path
    do {
      if try !RegistryFile.hasContent(path) {
        try RegistryFile.make(path) { aside in
          let made = try DatabaseQueue(path: aside, configuration: DeskStore.configuration)
          try made.write { try $0.execute(sql: DeskStore.schema) }
          try made.close()
        }
      }
      queue = try DatabaseQueue(path: plain, configuration: DeskStore.configuration)
      try queue.read { database in
        let id = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        guard id == DeskStore.applicationID else {
          throw RegistryError.notARegistry(file: path, detail: "application id \(id)")
        }
        guard version == 1 else {
          throw RegistryError.newer(file: path, steps: ["desk \(version)"])
        }
      }
    } catch {
      throw RegistryFailure.error(error, file: path)
    }
    RegistryFile.close(path)
  }

  /// `RDSK`.
  private static let applicationID = 0x5244_534B

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON;
          PRAGMA synchronous = FULL;
          PRAGMA secure_delete = ON;
          """)
    }
    return configuration
  }

  private static let schema = """
    PRAGMA application_id = \(applicationID);
    PRAGMA user_version = 1;
    CREATE TABLE accounts (
      key TEXT PRIMARY KEY, name TEXT NOT NULL, roles TEXT NOT NULL, password TEXT NOT NULL
    ) STRICT;
    CREATE TABLE sessions (
      number INTEGER PRIMARY KEY AUTOINCREMENT, secret TEXT NOT NULL UNIQUE,
      account TEXT NOT NULL REFERENCES accounts (key) ON DELETE CASCADE, kind TEXT NOT NULL,
      label TEXT NOT NULL, begun_at INTEGER NOT NULL, seen_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE setup (secret TEXT PRIMARY KEY) STRICT;
    CREATE TABLE log (
      number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, account TEXT NOT NULL,
      deed TEXT NOT NULL, subject TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER log_kept BEFORE DELETE ON log BEGIN SELECT raise(ABORT, 'kept'); END;
    CREATE TRIGGER log_fixed BEFORE UPDATE ON log BEGIN SELECT raise(ABORT, 'kept'); END;
    CREATE TABLE scenarios (
      number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, account TEXT NOT NULL,
      request TEXT NOT NULL, link TEXT UNIQUE
    ) STRICT;
    """

  public func close() { try? queue.close() }

  func read<Value>(_ body: (Database) throws -> Value) throws(RegistryError) -> Value {
    do { return try queue.read(body) } catch { throw RegistryFailure.error(error, file: path) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(RegistryError) -> Value {
    do {
      var value: Value?
      try queue.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) {
          value = try body(database)
          return .commit
        }
      }
      guard let value else { throw RegistryError.busy(file: path) }
      return value
    } catch {
      throw RegistryFailure.error(error, file: path)
    }
  }
}
