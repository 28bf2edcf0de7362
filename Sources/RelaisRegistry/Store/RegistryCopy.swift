import CoverageEngine
import Foundation
import GRDB
import RelaisGeo

/// Copies of a registry that were checked before they got their name.
enum RegistryCopy {
  /// Writes one state of an open registry into a file of its own, others writing or not.
  ///
  /// - Throws: ``RegistryError``, what was at `target` being as it was.
  static func make(of queue: DatabaseQueue, file: String, to target: String) throws {
    let aside = target + ".\(getpid()).tmp"
    let plain = aside.hasPrefix("/") ? aside : "./" + aside
    unlink(aside)
    do {
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "VACUUM INTO ?", arguments: [plain])
      }
      try check(plain)
      try settle(aside, as: target)
    } catch {
      unlink(aside)
      throw RegistryFailure.error(error, file: target)
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

  /// Forces a finished file to the disk and gives it its name.
  static func settle(_ aside: String, as target: String) throws {
    let descriptor = open(aside, O_RDWR | O_CLOEXEC)  // -1 on failure
    guard descriptor >= 0 else { throw failure(target) }
    let isForced = fsync(descriptor) == 0
    close(descriptor)
    guard isForced, rename(aside, target) == 0 else { throw failure(target) }  // -1 on failure
    let folder = open(
      (target as NSString).deletingLastPathComponent.isEmpty
        ? "." : (target as NSString).deletingLastPathComponent, O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  private static func failure(_ target: String) -> RegistryError {
    let code = errno
    let detail = String(cString: strerror(code))
    return code == ENOSPC || code == EDQUOT
      ? .diskFull(file: target) : .readOnly(file: target, detail: detail)
  }
}
