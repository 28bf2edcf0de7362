import Foundation

/// A long file written piece by piece that appears whole or not at all.
///
/// What was written is gone when the stream is, unless ``commit()`` was called.
public final class AtomicFileStream {
  private let path: String
  private let target: String
  private let aside: String
  private let file: FileHandle
  private let readers: FileReaders

  /// - Parameter readers: Who may read it at most; a file that is replaced opens to nobody more.
  /// - Throws: `FormatError.notWritable`.
  public init(to path: String, for readers: FileReaders = .everybody) throws(FormatError) {
    self.path = path
    self.readers = readers
    target = try AtomicFile.resolved(path)
    aside = AtomicFile.sibling(of: target)
    try AtomicFile.create(aside, with: [], for: readers, naming: path)
    guard let file = FileHandle(forWritingAtPath: aside) else {
      unlink(aside)
      throw .notWritable(file: path, detail: "")
    }
    self.file = file
  }

  /// After ``commit()`` there is nothing left to remove.
  deinit {
    unlink(aside)
    Leftovers.forget(aside)
  }

  /// - Throws: `FormatError.notWritable`.
  public func append(_ bytes: [UInt8]) throws(FormatError) {
    do { try file.write(contentsOf: Data(bytes)) } catch {
      throw .notWritable(
        file: path, detail: (error as NSError).localizedFailureReason ?? "\(error)")
    }
  }

  /// Puts the file in its place.
  ///
  /// - Throws: `FormatError.notWritable`; what was there is then as it was.
  public func commit() throws(FormatError) {
    do { try file.close() } catch {
      throw .notWritable(file: path, detail: (error as NSError).localizedFailureReason ?? "")
    }
    try AtomicFile.synchronise(aside, naming: path)
    try AtomicFile.replace(target, with: aside, for: readers, naming: path)
  }

  /// Writes a copy of a file, in constant memory; it opens to nobody the file is closed to.
  ///
  /// - Parameter readers: Who may read it at most; none but those of the file unless given.
  /// - Throws: `FormatError`: what opening and reading the file throws, `.notWritable`.
  public static func copy(
    _ source: String, to path: String, for readers: FileReaders? = nil
  ) throws(FormatError) {
    let file = try RawFile(path: source)
    let copy = try AtomicFileStream(to: path, for: readers ?? .those(of: source))
    while true {
      let piece = try file.read(atMost: 1 << 20)
      if piece.isEmpty { break }
      try copy.append(piece)
    }
    try copy.commit()
  }
}
