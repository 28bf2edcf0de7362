import CoverageEngine
import Foundation
import RelaisFormats

/// The registry's file before it is opened.
enum RegistryFile {
  /// Whether there is a database to open; an empty file is what a creation cut short leaves.
  ///
  /// - Throws: ``RegistryError/notARegistry(file:detail:)``, ``RegistryError/readOnly(file:detail:)``.
  static func hasContent(_ path: String) throws(RegistryError) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else {  // -1 on failure
      if errno == ENOENT { return false }
      throw .readOnly(file: path, detail: String(cString: strerror(errno)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .notARegistry(file: path, detail: "not a file")
    }
    // The first page may still be in a journal that must be rolled back.
    return status.st_size > 0
  }

  /// Makes the empty file a registry begins as, which only its owner may read: it will hold contacts.
  ///
  /// SQLite gives its journals the same mode. What cannot be made here is what SQLite will report.
  static func prepare(_ path: String) {
    guard let file = try? AtomicFile.resolved(path) else { return }
    try? AtomicFile.create(file, with: [], for: .owner, naming: path)
  }

  /// Whether anybody may read the file, or a group that may not write it.
  static func isOpen(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }  // -1 on failure
    return status.st_mode & 0o007 != 0 || status.st_mode & 0o070 == 0o040
  }

  /// Closes a file that older programs, or a copy, left open to others; a group that may write it shares it on purpose.
  ///
  /// A file of somebody else's stays as it is; `doctor` says so.
  static func close(_ path: String) {
    var status = stat()
    guard isOpen(path), stat(path, &status) == 0 else { return }  // -1 on failure
    let shared: mode_t = status.st_mode & 0o020 == 0 ? 0 : 0o060
    chmod(path, status.st_mode & (0o600 | shared))
  }

  /// Whether two paths lead to the same file.
  static func isSame(_ a: String, _ b: String) -> Bool {
    var first = stat()
    var second = stat()
    guard stat(a, &first) == 0, stat(b, &second) == 0 else { return false }  // -1 on failure
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }
}
