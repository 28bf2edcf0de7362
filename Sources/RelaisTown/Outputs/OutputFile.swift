import Foundation
public import RelaisFormats
import RelaisGeo

/// A result asked for as one file: `--json FILE`, `--csv FILE`, `--out FILE`.
///
/// It replaces a file only where that begins as what is written does, so that no other file of a person is lost by a
/// slip of the keyboard: an empty file, or the same result of an earlier day.
public enum OutputFile {
  /// How the results of this program begin in JSON.
  private static let ownJSON = [UInt8]("{\"schema\":\"relais.".utf8)
  /// How many bytes a file must share with what replaces it, up to the end of its first line.
  private static let likeness = 64

  /// Writes the file aside and renames it; a device or a pipe is written to as it is.
  ///
  /// - Parameters:
  ///   - inputs: Files the command reads; it never replaces them.
  ///   - readers: Who may read the file at most.
  /// - Throws: `OutputError`; `FormatError.notWritable`.
  public static func write(
    _ bytes: [UInt8], to path: String, reading inputs: [String],
    for readers: FileReaders = .everybody
  ) throws {
    if isStream(path) { return try stream(bytes, to: path) }
    let start = Array(bytes.prefix(likeness).prefix { $0 != UInt8(ascii: "\n") })
    try check(path, reading: inputs) { there in
      there.starts(with: start) || start.starts(with: ownJSON) && there.starts(with: ownJSON)
    }
    try AtomicFile.write(bytes, to: path, for: readers)
  }

  /// Sees whether a file may be written at a path.
  ///
  /// - Parameter isOwn: Whether a file that begins so, 64 KiB at most, is the same result of an earlier day.
  /// - Throws: `OutputError`.
  static func check(
    _ path: String, reading inputs: [String], isOwn: ([UInt8]) -> Bool
  ) throws(OutputError) {
    try ProtectedFiles(reading: inputs, writing: path).check(path)
    switch FileKind(at: path) {
    case .none: break
    case .link: throw .link(file: path)
    // Who opens it says what it is.
    case .other: break
    case .file:
      guard let there = beginning(of: path), there.isEmpty || isOwn(there) else {
        throw .notOurs(file: path)
      }
    }
  }

  /// Whether a path leads to a terminal, a pipe or a device, which are no files to replace.
  static func isStream(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }  // -1 on failure
    return [S_IFCHR, S_IFIFO, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }

  /// - Returns: `nil` where the file cannot be read.
  private static func beginning(of path: String) -> [UInt8]? {
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? handle.close() }
    do { return [UInt8](try handle.read(upToCount: 1 << 16) ?? Data()) } catch { return nil }
  }

  private static func stream(_ bytes: [UInt8], to path: String) throws(FormatError) {
    do {
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try handle.write(contentsOf: Data(bytes))
      try handle.close()
    } catch {
      throw .notWritable(file: path, detail: (error as NSError).localizedFailureReason ?? "")
    }
  }
}
