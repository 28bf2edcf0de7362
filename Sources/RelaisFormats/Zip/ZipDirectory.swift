/// The directory of a zip archive: its files, by name.
struct ZipDirectory {
  /// The names of its files, in its order; folders are entries too, and left out.
  let names: [String]
  private let archive: RawFile
  private let bytes: LittleEndian
  /// Where the header of each file begins in the directory.
  private let headers: [Int]
  private let start: Int

  /// The most files an archive may list; data is in one of a few.
  static let maximumCount = 10_000

  /// - Throws: `FormatError.archive` for a damaged directory or one of too many files; `.notReadable`.
  init(of archive: RawFile) throws(FormatError) {
    let (count, range) = try ZipDirectory.place(in: archive)
    let bytes = LittleEndian(
      try archive.bytes(at: range.lowerBound, count: min(range.count, 1 << 23)))
    var names: [String] = []
    var headers: [Int] = []
    var at = 0
    var number = 0
    while number < count, bytes.starts(with: ZipDirectory.directoryHeader, at: at) {
      let name = bytes.text(at + 46, bytes[at + 28, 2])
      if !name.hasSuffix("/") {
        guard names.count < ZipDirectory.maximumCount else {
          throw .archive(file: archive.path, problem: .severalFiles(Array(names.prefix(20))))
        }
        names.append(name)
        headers.append(at)
      }
      at += 46 + bytes[at + 28, 2] + bytes[at + 30, 2] + bytes[at + 32, 2]
      number += 1
    }
    guard number == count else {
      throw .archive(file: archive.path, problem: .damaged(detail: "its directory does not fit"))
    }
    self.archive = archive
    self.names = names
    self.bytes = bytes
    self.headers = headers
    start = range.lowerBound
  }

  /// The file at an index of ``names``.
  ///
  /// - Throws: as ``ZipEntry``.
  func entry(_ index: Int) throws(FormatError) -> ZipEntry {
    try ZipEntry(bytes, at: headers[index], in: archive, before: start)
  }

  /// Told by the first bytes, or by the last ones where the archive is one of several parts.
  static func isZip(_ archive: RawFile) throws(FormatError) -> Bool {
    let head = try archive.bytes(at: 0, count: 4)
    if [fileHeader, directoryEnd, splitMark].contains(where: { head.elementsEqual($0) }) {
      return true
    }
    guard archive.size >= endSize else { return false }
    return try archive.bytes(at: archive.size - endSize, count: 4).elementsEqual(directoryEnd)
  }

  /// Where the directory lies, and how many entries it has.
  private static func place(
    in archive: RawFile
  ) throws(FormatError) -> (count: Int, range: Range<Int>) {
    func failure(_ problem: ZipProblem) -> FormatError {
      .archive(file: archive.path, problem: problem)
    }
    // A comment of up to 65,535 bytes may follow the end mark.
    let start = max(0, archive.size - endSize - 0xFFFF)
    let tail = LittleEndian(try archive.bytes(at: start, count: archive.size - start))
    let mark = stride(from: tail.count - endSize, through: 0, by: -1).first { at in
      tail.starts(with: directoryEnd, at: at) && at + endSize + tail[at + 20, 2] == tail.count
    }
    guard let mark else {
      let head = try archive.bytes(at: 0, count: 4)
      throw failure(
        head.elementsEqual(splitMark) ? .split : .damaged(detail: "cut short"))
    }
    var parts = [tail[mark + 4, 2], tail[mark + 6, 2]]
    var count = tail[mark + 10, 2]
    var (size, offset) = (tail[mark + 12, 4], tail[mark + 16, 4])
    if tail.starts(with: wideLocator, at: mark - 20) {
      guard tail[mark - 4, 4] <= 1 else { throw failure(.split) }
      let wide = LittleEndian(try archive.bytes(at: tail[mark - 12, 8], count: 56))
      guard wide.count == 56, wide.starts(with: wideEnd, at: 0) else {
        throw failure(.damaged(detail: "its directory does not fit"))
      }
      parts = [wide[16, 4], wide[20, 4]]
      count = wide[32, 8]
      (size, offset) = (wide[40, 8], wide[48, 8])
    }
    guard parts == [0, 0] else { throw failure(.split) }
    guard offset <= start + mark, size <= start + mark - offset else {
      throw failure(.damaged(detail: "its directory does not fit"))
    }
    return (count, offset..<offset + size)
  }

  /// Bytes of the end mark without its comment.
  private static let endSize = 22
  static let fileHeader: [UInt8] = [0x50, 0x4B, 3, 4]
  private static let directoryHeader: [UInt8] = [0x50, 0x4B, 1, 2]
  private static let directoryEnd: [UInt8] = [0x50, 0x4B, 5, 6]
  private static let wideEnd: [UInt8] = [0x50, 0x4B, 6, 6]
  private static let wideLocator: [UInt8] = [0x50, 0x4B, 6, 7]
  private static let splitMark: [UInt8] = [0x50, 0x4B, 7, 8]
}
