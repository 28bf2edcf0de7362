import Foundation

/// A regular file opened for reading: bytes as they are on the disk, nothing decoded.
///
/// Pipes and devices are refused: a file is read more than once (to recognise it, to take its
/// fingerprint, to read it), and reading one of those may never end.
final class RawFile: ByteSource {
  /// The path as the caller gave it; errors name it so.
  let path: String
  /// Bytes in the file when it was opened.
  let size: Int
  private let descriptor: Int32

  /// Opens a file, through symbolic links.
  ///
  /// - Throws: `FormatError.notFound`, `.isDirectory` or `.notReadable`.
  init(path: String) throws(FormatError) {
    // A NUL would cut the path short and open another file.
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .notFound(file: path) }
    // O_NONBLOCK: opening a pipe nobody writes to would wait for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)  // -1 on failure
    guard descriptor >= 0 else {
      let code = errno
      if code == ENOENT || code == ENOTDIR { throw .notFound(file: path) }
      throw .notReadable(file: path, detail: SystemError.text(code))
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {  // -1 on failure
      let code = errno
      close(descriptor)
      throw .notReadable(file: path, detail: SystemError.text(code))
    }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG else {
      close(descriptor)
      if kind == S_IFDIR { throw .isDirectory(file: path) }
      throw .notReadable(file: path, detail: "not a regular file")
    }
    self.path = path
    self.size = Int(status.st_size)
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// The next bytes of the file, at most `count`; none at its end.
  ///
  /// - Throws: `FormatError.notReadable`.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
    while true {
      // -1 on failure, 0 at the end.
      let got = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if got >= 0 { return got }
      let code = errno
      if code == EINTR { continue }
      throw .notReadable(file: path, detail: SystemError.text(code))
    }
  }

  /// Bytes from a place on, `count` of them or as many as are left; where reading stands does not move.
  ///
  /// - Throws: `FormatError.notReadable`.
  func bytes(at offset: Int, count: Int) throws(FormatError) -> [UInt8] {
    let start = min(max(0, offset), size)
    let range = start..<start + min(count, size - start)
    return try FileRange(of: self, range).read(atMost: range.count)
  }

  /// What is at a place, as far as it fits; 0 at the end.
  ///
  /// - Throws: `FormatError.notReadable`.
  func read(
    at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(FormatError) -> Int {
    while true {
      // -1 on failure, 0 at the end.
      let got = pread(descriptor, buffer.baseAddress, buffer.count, offset)
      if got >= 0 { return got }
      let code = errno
      if code == EINTR { continue }
      throw .notReadable(file: path, detail: SystemError.text(code))
    }
  }
}

extension RawFile {
  /// The last part of a path.
  static func name(ofPath path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

/// What the operating system says of a failure.
enum SystemError {
  /// The C library's words for an `errno` value.
  static func text(_ code: Int32) -> String { String(cString: strerror(code)) }
}
