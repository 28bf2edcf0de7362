/// The content of a file in a zip archive, a piece at a time.
final class ZipMember: ByteSource {
  private enum Content {
    case stored(FileRange)
    case deflated(Inflater)
  }

  private let archive: RawFile
  private let entry: ZipEntry
  private let content: Content
  private var size = 0
  private var checksum = CRC32()

  /// - Throws: `FormatError.notReadable` for a content larger than `maximumSize` bytes.
  init(
    _ entry: ZipEntry, of archive: RawFile, maximumSize: Int = .max
  ) throws(FormatError) {
    guard entry.size <= maximumSize else {
      throw .notReadable(file: archive.path, detail: "larger than \(maximumSize) bytes")
    }
    self.archive = archive
    self.entry = entry
    let data = FileRange(of: archive, entry.data)
    content = entry.isStored ? .stored(data) : .deflated(Inflater(data, .none))
  }

  /// - Throws: `FormatError.archive` where size or checksum are not those of the directory.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
    var count = 0
    switch content {
    case .stored(let data): count = try data.read(into: buffer)
    case .deflated(let inflater):
      switch try inflater.step(into: buffer) {
      case .wrote(let wrote): count = wrote
      case .end:
        guard try inflater.upcoming(1).isEmpty else { throw damage("other bytes follow its end") }
      case .broken(let problem): throw damage(problem)
      }
    }
    size += count
    guard size <= entry.size, count > 0 || size == entry.size else { throw damage("wrong size") }
    guard count > 0 else {
      guard checksum.value == entry.checksum else { throw damage("wrong checksum") }
      return 0
    }
    checksum.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    return count
  }

  private func damage(_ detail: String) -> FormatError {
    .archive(file: archive.path, problem: .damaged(detail: detail))
  }
}
