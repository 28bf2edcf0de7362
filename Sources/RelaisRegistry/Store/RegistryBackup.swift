package import CoverageEngine
import Foundation
import GRDB
import RelaisFormats

/// Copies of the registry to keep elsewhere, and the way back.
package enum RegistryBackup {
  /// Writes one state of the registry into another file, checked before it gets its name; others
  /// may go on writing.
  ///
  /// - Throws: ``RegistryError``; what was at `target` is then as it was.
  package static func make(of store: RegistryStore, to target: String) throws(RegistryError) {
    if RegistryFile.isSame(store.path, target) { throw .copyOntoItself(file: target) }
    do {
      try RegistryCopy.make(of: store.queue, file: store.path, to: target)
    } catch {
      throw RegistryFailure.error(error, file: target)
    }
  }

  /// Puts a copy in the registry's place, if it is sound; the present file is kept aside.
  ///
  /// - Parameter suffix: What the present file's name gets: `.before-restore-2026-11-20T093000Z`.
  /// - Returns: Where the present file is kept, `nil` if there was none.
  /// - Throws: ``RegistryError``; the present registry is then as it was.
  package static func restore(
    _ copy: String, to path: String, keepingAs suffix: String
  ) throws(RegistryError) -> String? {
    if RegistryFile.isSame(copy, path) { throw .copyOntoItself(file: copy) }
    guard try RegistryFile.hasContent(copy, toReplace: true) else { throw .noCopy(file: copy) }
    let source = try RegistryStore(path: copy, for: .reading)
    defer { source.close() }
    let damage = try RegistryVerification.problems(of: source).filter(\.kind.isDamage)
    if let first = damage.first {
      throw .unsoundCopy(file: copy, first)
    }
    do {
      guard try RegistryFile.hasContent(path, toReplace: true) else {
        try RegistryCopy.make(of: source.queue, file: copy, to: path)
        return nil
      }
      let kept = path + suffix
      do {
        try exchange(path, keepingAs: kept) { _ in source.queue }
      } catch let error as DatabaseError
        where [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode)
      {
        // Too damaged to be opened, and so held by nobody: laid aside as it is, then replaced.
        try lay(path, asideAs: kept)
        try RegistryCopy.make(of: source.queue, file: copy, to: path)
      }
      return kept
    } catch {
      throw RegistryFailure.error(error, file: path)
    }
  }

  /// Replaces the content of the file that is there in one transaction of its own.
  ///
  /// The file keeps its place on the disk: a program that has it open and waits to write will write
  /// into the restored one, not into one that has lost its name. The lock taken to lay a copy aside
  /// is kept until the end, so that no change falls between the two.
  ///
  /// - Parameter content: What to put there; asked when the present content is laid aside, under the lock.
  static func exchange(
    _ path: String, keepingAs kept: String, for content: (DatabaseQueue) throws -> DatabaseQueue
  ) throws {
    let plain = path.hasPrefix("/") ? path : "./" + path
    let target = try DatabaseQueue(
      path: plain, configuration: RegistryConnection.configuration())
    do {
      try target.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE")
        try database.inTransaction(.exclusive) {
          _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master")
          return .commit
        }
      }
      try RegistryCopy.keep(target, as: kept)
      let source: DatabaseQueue
      do { source = try content(target) } catch {
        // Nothing is replaced: there is nothing to keep.
        unlink(kept)
        throw error
      }
      try source.backup(to: target)
    } catch {
      try? target.close()
      throw error
    }
    try target.close()
    try RegistryCopy.check(plain)
  }

  private static func lay(_ path: String, asideAs kept: String) throws {
    // The file itself comes last: where it stands, it has all that belongs to it.
    for end in ["-journal", "-wal", "-shm"]
    where FileManager.default.fileExists(atPath: path + end) {
      try copyFile(path + end, to: kept + end)
    }
    try copyFile(path, to: kept)
    for end in ["-journal", "-wal", "-shm"]
    where FileManager.default.fileExists(atPath: path + end) {
      // What belongs to the old file must not be rolled back into the new one.
      guard unlink(path + end) == 0 else {  // -1 on failure
        throw RegistryError.readOnly(file: path, detail: String(cString: strerror(errno)))
      }
    }
  }

  private static func copyFile(_ path: String, to target: String) throws {
    do { try AtomicFileStream.copy(path, to: target, for: .owner) } catch {
      throw RegistryFailure.error(error, file: target)
    }
  }
}
