import Foundation

/// A copy of a database in the system's temporary folder, out of write-ahead mode; gone with its
/// owner.
final class PrivateCopy {
  let path: String

  /// - Throws: `FormatError` when the file cannot be read or copied.
  init(of original: String) throws(FormatError) {
    var bytes = try InputFile(path: original).bytes
    // Bytes 18 and 19 are the versions needed to write and to read: 2 for write-ahead, 1 without.
    if bytes.count > 19 {
      bytes[18] = 1
      bytes[19] = 1
    }
    path = NSTemporaryDirectory() + "/relais-" + UUID().uuidString + ".gpkg"
    try AtomicFile.write(bytes, to: path)
  }

  deinit { unlink(path) }
}
