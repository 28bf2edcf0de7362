import CoverageEngine
import Foundation
import GRDB
import RelaisFormats

/// Copies of a registry, each checked before it gets its name, which only its owner may read.
enum RegistryCopy {
  /// Writes one state of an open registry into a file of its own, others writing or not.
  ///
  /// - Throws: ``RegistryError``, what was at `target` being as it was.
  static func make(of queue: DatabaseQueue, file: String, to target: String) throws {
    try settle(target) { aside in
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "VACUUM INTO ?", arguments: [aside])
      }
      try check(aside)
    }
  }

  /// Lays a file aside page by page, damaged or not, as a connection sees it.
  ///
  /// The connection keeps its lock: opening the file by other means would end it.
  static func keep(_ queue: DatabaseQueue, as target: String) throws {
    try settle(target) { aside in
      let copy = try DatabaseQueue(path: aside)
      try copy.writeWithoutTransaction { database in
        // Nobody else sees the file, and a failure removes it: nothing to roll back.
        try database.execute(sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF")
      }
      try queue.backup(to: copy)
      try copy.close()
    }
  }

  /// - Throws: ``RegistryError/damaged(file:detail:)`` unless SQLite finds the file sound.
  static func check(_ path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    let copy = try DatabaseQueue(path: path, configuration: configuration)
    let verdict = try copy.read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
    try copy.close()
    guard verdict == "ok" else {
      throw RegistryError.damaged(file: path, detail: verdict ?? "quick_check")
    }
  }

  /// Has a file made under another name, forces it to the disk, and gives it its own.
  static func settle(_ path: String, _ make: (_ aside: String) throws -> Void) throws {
    do {
      let target = try AtomicFile.resolved(path)
      let name = AtomicFile.sibling(of: target)
      // An absolute or ./ path cannot be taken for a URI.
      let aside = name.hasPrefix("/") ? name : "./" + name
      do {
        try AtomicFile.create(aside, with: [], for: .owner, naming: path)
        try make(aside)
        try AtomicFile.synchronise(aside, naming: path)
        try AtomicFile.replace(target, with: aside, for: .owner, naming: path)
      } catch {
        unlink(aside)
        unlink(aside + "-journal")
        throw error
      }
    } catch {
      throw RegistryFailure.error(error, file: path)
    }
  }
}
