import Foundation
import GRDB

/// Writes a whole GeoPackage 1.3, indexed and styled, in one go.
///
/// The file is built beside its place, checked, forced to the disk and renamed. No clock is read:
/// the same layers give the same bytes.
public enum GeoPackageWriter {
  /// The time written into a file when none is given.
  public static let fixedTime = "1970-01-01T00:00:00.000Z"

  /// Writes a file, replacing the one there.
  ///
  /// Geometries that are empty or hold a coordinate that is not finite are written as none.
  ///
  /// - Parameters:
  ///   - referenceSystem: What the coordinates of all layers are in.
  ///   - lastChange: `YYYY-MM-DDThh:mm:ss.sssZ`.
  /// - Throws: `FormatError.notWritable`, also for names a GeoPackage cannot have and geometries of
  ///   another type than their layer's; what was at `path` is then as it was.
  /// - Complexity: O(rows · log rows); rows are not kept, but 24 bytes of each for the index.
  public static func write(
    _ layers: [GeoPackageLayer], referenceSystem: GeoPackageReferenceSystem, to path: String,
    lastChange: String = fixedTime
  ) throws(FormatError) {
    if let problem = GeoPackageNames.problem(in: layers) {
      throw .notWritable(file: path, detail: problem)
    }
    let target = try AtomicFile.resolved(path)
    let aside = AtomicFile.sibling(of: target)
    do {
      try AtomicFile.create(aside, with: [], naming: path)
      try build(
        layers, referenceSystem, lastChange, at: aside.hasPrefix("/") ? aside : "./" + aside)
      try AtomicFile.synchronise(aside, naming: path)
      try AtomicFile.replace(target, with: aside, naming: path)
    } catch {
      unlink(aside)
      unlink(aside + "-journal")
      throw failure(error, file: path)
    }
  }

  private static func failure(_ error: any Error, file: String) -> FormatError {
    switch error {
    case let error as FormatError: error
    case let error as DatabaseError:
      .notWritable(file: file, detail: error.message ?? "SQLite \(error.resultCode.rawValue)")
    default: .notWritable(file: file, detail: "\(error)")
    }
  }

  private static func build(
    _ layers: [GeoPackageLayer], _ system: GeoPackageReferenceSystem, _ lastChange: String,
    at path: String
  ) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    do {
      try queue.inDatabase { database in
        // Nobody else sees the file, and a failure removes it: nothing to roll back.
        try database.execute(
          sql: """
            PRAGMA page_size = 4096;
            PRAGMA encoding = 'UTF-8';
            PRAGMA locking_mode = EXCLUSIVE;
            PRAGMA journal_mode = OFF;
            PRAGMA synchronous = OFF;
            PRAGMA cache_size = -65536;
            PRAGMA application_id = \(GeoPackageSchema.applicationID);
            PRAGMA user_version = \(GeoPackageSchema.userVersion);
            """)
        try database.inTransaction(.immediate) {
          var session = GeoPackageSession(
            database: database, system: system, lastChange: lastChange)
          try session.writeCommon()
          for layer in layers { try session.write(layer) }
          try session.writeColumnTitles(of: layers)
          try session.writeStyles(of: layers)
          return .commit
        }
        let verdict = try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
        guard verdict == "ok" else {
          throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: verdict)
        }
      }
    } catch {
      try? queue.close()
      throw error
    }
    try queue.close()
  }
}
