import CoverageEngine
import Foundation
import RelaisFormats

/// The registry's file before it is opened.
enum RegistryFile {
  /// Whether there is a database to open.
  ///
  /// An empty file is none, and is never filled: a registry is made aside and gets its name whole, so that emptiness is
  /// what became of one.
  ///
  /// - Parameter toReplace: Whether an empty file is as good as none.
  /// - Throws: ``RegistryError/notARegistry(file:detail:)``, ``RegistryError/readOnly(file:detail:)``.
  static func hasContent(
    _ path: String, toReplace: Bool = false
  ) throws(RegistryError) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else {  // -1 on failure
      if errno == ENOENT { return false }
      throw .readOnly(file: path, detail: String(cString: strerror(errno)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .notARegistry(file: path, detail: "not a file")
    }
    guard status.st_size > 0 || toReplace else {
      throw .notARegistry(file: path, detail: "0 bytes")
    }
    return status.st_size > 0
  }

  /// Makes a registry aside, which only its owner may read: it will hold contacts. It gets its name when it is whole,
  /// unless another program has made one meanwhile.
  static func make(_ path: String, _ fill: (_ aside: String) throws -> Void) throws {
    let target = try AtomicFile.resolved(path)
    let name = AtomicFile.sibling(of: target)
    // An absolute or ./ path cannot be taken for a URI.
    let aside = name.hasPrefix("/") ? name : "./" + name
    defer { for end in ["", "-journal"] { unlink(aside + end) } }
    try AtomicFile.create(aside, with: [], for: .owner, naming: path)
    try fill(aside)
    try AtomicFile.synchronise(aside, naming: path)
    if link(aside, target) == 0 {  // -1 on failure
      AtomicFile.synchroniseFolder(of: target)
    } else if errno != EEXIST {
      // A disk without links of that kind.
      try AtomicFile.replace(target, with: aside, for: .owner, naming: path)
    }
    Leftovers.forget(name)
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
