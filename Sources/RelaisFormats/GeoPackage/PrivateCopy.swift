import Foundation

/// A copy of a database in write-ahead mode, in a folder of its own; gone with its owner.
///
/// SQLite writes beside such a file even to read it: it would leave files in other people's folders,
/// and cannot where they are read only.
final class PrivateCopy {
  /// The copy's path.
  let path: String
  private let folder: String

  /// Copies a database, and the log beside it if there is one with something in it.
  ///
  /// - Throws: `FormatError` when a file cannot be read or copied.
  init(of original: String) throws(FormatError) {
    var bytes = try InputFile.load(original)
    var log: [UInt8]?
    if PrivateCopy.hasLog(original) {
      log = try InputFile.load(original + "-wal")
    } else if bytes.count > 19 {
      // The versions needed to write and to read: 2 for write-ahead, 1 without.
      bytes[18] = 1
      bytes[19] = 1
    }
    folder = NSTemporaryDirectory() + "/relais-" + UUID().uuidString
    path = folder + "/copy.gpkg"
    guard mkdir(folder, 0o700) == 0 else {  // -1 on failure
      throw .notReadable(file: original, detail: SystemError.text(errno))
    }
    Leftovers.add(folder)
    try AtomicFile.write(bytes, to: path, for: .owner)
    if let log { try AtomicFile.write(log, to: path + "-wal", for: .owner) }
  }

  deinit {
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    rmdir(folder)
    Leftovers.forget(folder)
  }

  /// Whether changes wait in a log beside a database.
  static func hasLog(_ path: String) -> Bool {
    var status = stat()
    return stat(path + "-wal", &status) == 0 && status.st_size > 0
  }
}
