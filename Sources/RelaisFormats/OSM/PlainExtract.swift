import Foundation

/// A compressed extract that was unpacked, for libosmium, which reads a file by its path and more than
/// once.
///
/// Its name is taken off the disk as soon as it is open: nothing is left behind, however the process ends.
final class PlainExtract: Sendable {
  /// A path that leads to it for as long as it is held.
  let path: String
  private let descriptor: Int32

  private init(_ unpacked: UnpackedFile, of original: String) throws(FormatError) {
    // -1 on failure.
    descriptor = open(unpacked.paths[0], O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .notReadable(file: original, detail: SystemError.text(errno))
    }
    path = "/proc/self/fd/\(descriptor)"
  }

  deinit { close(descriptor) }

  private struct Key: Equatable {
    var path: String
    var state: FileState
  }

  // Every access holds the lock.
  private nonisolated(unsafe) static var last: [(key: Key, extract: PlainExtract)] = []
  private static let lock = NSLock()
  /// Extracts that stay open, so that streets, shops and schools unpack them once.
  private static let kept = 4

  /// The extract a compressed file holds; `nil` for a file that is not compressed.
  ///
  /// - Throws: as ``UnpackedFile``.
  static func of(_ path: String) throws(FormatError) -> PlainExtract? {
    lock.lock()
    defer { lock.unlock() }
    let key = Key(path: path, state: FileState(of: path))
    if let known = last.first(where: { $0.key == key }) { return known.extract }
    guard let unpacked = try UnpackedFile(of: path) else { return nil }
    let extract = try PlainExtract(unpacked, of: path)
    last = last.suffix(kept - 1) + [(key, extract)]
    return extract
  }
}
