import CoverageEngine
import Foundation
import GRDB
import RelaisFormats

/// A copy of the registry that lies about, taken into memory to be rewritten without a person.
///
/// The file is replaced as a whole: no moment leaves half a copy, and none of what was erased stays in bytes it freed.
package struct ErasableCopy {
  /// What migrations and restores put behind the registry's name.
  static let ending = ".before-"

  let path: String
  private let memory: DatabaseQueue

  /// Whether a file is a registry, or what is left of one: by its first bytes.
  package static func isCopy(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    guard let head = try? file.read(upToCount: 72), head.count == 72,
      head.starts(with: Data("SQLite format 3\0".utf8)),
      head.dropFirst(68).reduce(0, { $0 << 8 | Int($1) }) == GeoPackageParts.applicationID
    else { return false }
    var configuration = Configuration()
    configuration.readonly = true
    let plain = path.hasPrefix("/") ? path : "./" + path
    do {
      let queue = try DatabaseQueue(path: plain, configuration: configuration)
      defer { try? queue.close() }
      return try queue.read { try $0.tableExists("relais_migrations") }
    } catch {
      // Damaged, or with a journal that only a writer may roll back.
      return true
    }
  }

  /// Whether migrations or restores of the program laid it aside, by its name.
  package static func isOurs(_ path: String) -> Bool {
    (path as NSString).lastPathComponent.contains(ending)
  }

  /// - Throws: ``RegistryError`` where it is damaged, or holds what the program did not make.
  init(_ path: String) throws(RegistryError) {
    self.path = path
    do {
      let plain = path.hasPrefix("/") ? path : "./" + path
      let configuration = RegistryConnection.configuration()
      let queue = try DatabaseQueue(path: plain, configuration: configuration)
      memory = try DatabaseQueue(configuration: configuration)
      defer { try? queue.close() }
      // Takes in what a journal or a log beside it holds.
      _ = try queue.writeWithoutTransaction { database in
        try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
      }
      try queue.backup(to: memory)
      try memory.writeWithoutTransaction { database in
        let verdict = try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
        guard verdict == "ok" else {
          throw RegistryError.damaged(file: path, detail: verdict ?? "quick_check")
        }
        let objects = try RegistryObjects(
          of: database, steps: RegistryMigrator.appliedSteps(database))
        let foreign = objects.foreign + objects.missing
        guard foreign.isEmpty else {
          throw RegistryError.foreignSchema(file: path, objects: foreign)
        }
        try database.execute(sql: "PRAGMA trusted_schema = ON")
      }
    } catch {
      throw RegistryFailure.error(error, file: path)
    }
  }

  func contacts() throws -> [Contact] {
    try memory.read { try ContactRecord.rows($0).map(\.contact) }
  }

  /// Takes people out of the copy in memory.
  ///
  /// - Returns: What was found, and whether the file must be written anew; bytes it freed count.
  func erase(_ people: [KnownPerson]) throws -> (erasure: PersonErasure, isChanged: Bool) {
    let erasure = try memory.write { try PersonErasure(of: people, from: $0, isCopy: true) }
    if !erasure.counts.isEmpty { return (erasure, true) }
    return (
      erasure, try ErasureSurroundings.holds(path, people.filter { !$0.isLocal }.map(\.traces))
    )
  }

  /// Puts what is in memory in the file's place.
  func save() throws {
    try RegistryCopy.settle(path) { aside in
      try memory.writeWithoutTransaction { database in
        try database.execute(sql: "VACUUM INTO ?", arguments: [aside])
      }
      try RegistryCopy.check(aside)
    }
  }
}
