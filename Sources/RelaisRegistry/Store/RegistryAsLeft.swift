import GRDB
import RelaisFormats
import Synchronization

/// What a registry's file was when a change of this process left it: a long-lived program that finds it so again need not
/// check all of it before the next change.
///
/// Whoever else writes the file changes its size or its time, and it is checked anew.
package final class RegistryAsLeft: Sendable {
  private let state = Mutex<FileState?>(nil)

  package init() {}

  /// Whether the file is as the last change left it.
  func isStill(_ path: String) -> Bool {
    state.withLock { $0 != nil && $0 == FileState(of: path) }
  }

  /// Remembers the file of a connection that has just committed.
  ///
  /// - Parameter version: What ``version(_:)`` gave within the transaction; another's commit since then, whose file this
  ///   would be, is told by it.
  func note(_ path: String, _ database: Database, since version: Int) throws {
    let left = FileState(of: path)
    let isOurs = try Self.version(database) == version
    state.withLock { $0 = isOurs ? left : nil }
  }

  /// Grows with the commits of other connections, and those alone.
  static func version(_ database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "PRAGMA data_version") ?? 0
  }
}
