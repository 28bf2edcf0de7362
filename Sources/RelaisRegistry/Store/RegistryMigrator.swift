import CoverageEngine
import Foundation
import GRDB
import RelaisFormats
import RelaisGeo

/// Brings a file to the schema of this program, or refuses it.
///
/// GRDB's own migrator commits after each step; here all steps are one transaction, so that a file
/// is old or new whenever it is stopped.
enum RegistryMigrator {
  /// Makes the tables of a new file.
  static func create(_ queue: DatabaseQueue) throws {
    try queue.writeWithoutTransaction { database in
      try database.inTransaction(.immediate) {
        let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        if count == 0 { try build(database, steps: RegistrySchema.steps) }
        return .commit
      }
    }
  }

  /// Makes everything a registry holds, in an empty database.
  static func build(_ database: Database, steps: [RegistrySchema.Step]) throws {
    try database.execute(
      sql: """
        PRAGMA application_id = \(GeoPackageParts.applicationID);
        PRAGMA user_version = \(GeoPackageParts.userVersion);
        \(GeoPackageParts.commonTables)
        \(GeoPackageParts.standardSystems)
        """)
    for step in steps { try apply(step, to: database) }
  }

  /// The fast part of verification; then, and only then, the schema is trusted.
  static func check(
    _ queue: DatabaseQueue, file: String, for access: RegistryStore.Access
  ) throws {
    let forWriting = access == .writing || access == .creating
    try queue.writeWithoutTransaction { database in
      let id = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      guard id == GeoPackageParts.applicationID else {
        throw RegistryError.notARegistry(file: file, detail: "application id \(id)")
      }
      guard try database.tableExists("relais_migrations") else {
        throw RegistryError.notARegistry(file: file, detail: "no table relais_migrations")
      }
      let known = Set(RegistrySchema.steps.map(\.name))
      let unknown = try applied(database).filter { !known.contains($0) }
      if forWriting, !unknown.isEmpty { throw RegistryError.newer(file: file, steps: unknown) }
      if unknown.isEmpty {
        let objects = try RegistryObjects(of: database, steps: appliedSteps(database))
        let foreign = objects.foreign + (access == .checking ? [] : objects.missing)
        if !foreign.isEmpty { throw RegistryError.foreignSchema(file: file, objects: foreign) }
      }
      guard forWriting else { return }
      try database.execute(sql: "PRAGMA trusted_schema = ON")
      // QGIS works in write-ahead mode and may have been killed in it.
      let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
      guard mode == "delete" || mode == "memory" else { throw RegistryError.busy(file: file) }
    }
  }

  /// The names of the steps a file went through.
  static func applied(_ database: Database) throws -> [String] {
    try String.fetchAll(database, sql: "SELECT name FROM relais_migrations ORDER BY id")
  }

  static func appliedSteps(_ database: Database) throws -> [RegistrySchema.Step] {
    let names = Set(try applied(database))
    return RegistrySchema.steps.filter { names.contains($0.name) }
  }

  /// Does the steps that are missing, after a checked copy was laid beside the file.
  static func migrate(
    _ queue: DatabaseQueue, file: String, steps: [RegistrySchema.Step] = RegistrySchema.steps
  ) throws {
    func missing(_ database: Database) throws -> [RegistrySchema.Step] {
      let names = Set(try applied(database))
      return steps.filter { !names.contains($0.name) }
    }
    guard let first = try queue.read({ try missing($0) }).first else { return }
    try RegistryCopy.make(of: queue, file: file, to: file + ".before-\(first.name)")
    try queue.writeWithoutTransaction { database in
      try database.inTransaction(.immediate) {
        for step in try missing(database) { try apply(step, to: database) }
        return .commit
      }
    }
  }

  private static func apply(_ step: RegistrySchema.Step, to database: Database) throws {
    try database.execute(sql: step.sql)
    try database.execute(
      sql: "INSERT INTO relais_migrations (name) VALUES (?)", arguments: [step.name])
  }
}
