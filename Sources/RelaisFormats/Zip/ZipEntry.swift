/// The one file of a zip archive, as the directory at the archive's end lists it (PKWARE's APPNOTE
/// 6.3.10, zip64 sizes).
///
/// The directory knows sizes and checksum also where the file was written without, a data descriptor behind
/// it.
struct ZipEntry {
  var isStored: Bool
  var checksum: UInt32
  /// Bytes once inflated.
  var size: Int
  /// Where its compressed bytes lie in the archive.
  var data: Range<Int>

  /// Told by the first bytes, or by the last ones where the archive is one of several parts.
  static func isZip(_ archive: RawFile) throws(FormatError) -> Bool {
    let head = try archive.bytes(at: 0, count: 4)
    if [fileHeader, directoryEnd, splitMark].contains(where: { head.elementsEqual($0) }) {
      return true
    }
    guard archive.size >= endSize else { return false }
    return try archive.bytes(at: archive.size - endSize, count: 4).elementsEqual(directoryEnd)
  }

  /// The names of an archive's files, in the directory's order, the first 10,000.
  ///
  /// - Throws: `FormatError.archive` for a damaged directory; `.notReadable`.
  static func names(in archive: RawFile) throws(FormatError) -> [String] {
    let directory = try Directory(of: archive)
    let bytes = LittleEndian(
      try archive.bytes(at: directory.range.lowerBound, count: min(directory.range.count, 1 << 22)))
    var names: [String] = []
    var at = 0
    while names.count < 10_000, bytes.starts(with: directoryHeader, at: at) {
      let name = bytes.text(at + 46, bytes[at + 28, 2])
      if !name.hasSuffix("/") { names.append(name) }
      at += 46 + bytes[at + 28, 2] + bytes[at + 30, 2] + bytes[at + 32, 2]
    }
    return names
  }

  /// - Throws: `FormatError.archive` for anything but one file, stored or deflated; `.notReadable`.
  static func only(in archive: RawFile) throws(FormatError) -> ZipEntry {
    func failure(_ problem: ZipProblem) -> FormatError {
      .archive(file: archive.path, problem: problem)
    }
    let directory = try Directory(of: archive)
    let bytes = LittleEndian(
      try archive.bytes(at: directory.range.lowerBound, count: min(directory.range.count, 1 << 18)))
    var names: [String] = []
    var found: Int?
    var at = 0
    var number = 0
    while number < directory.count, names.count < 4, bytes.starts(with: directoryHeader, at: at) {
      let name = bytes.text(at + 46, bytes[at + 28, 2])
      // Folders are entries too.
      if !name.hasSuffix("/") {
        found = found ?? at
        names.append(name)
      }
      at += 46 + bytes[at + 28, 2] + bytes[at + 30, 2] + bytes[at + 32, 2]
      number += 1
    }
    guard names.count < 2 else { throw failure(.severalFiles(names)) }
    guard number == directory.count else {
      throw failure(.damaged(detail: "its directory does not fit"))
    }
    guard let found else { throw failure(.noFile) }
    return try ZipEntry(bytes, at: found, in: archive, before: directory.range.lowerBound)
  }

  private init(
    _ bytes: LittleEndian, at: Int, in archive: RawFile, before end: Int
  ) throws(FormatError) {
    func failure(_ problem: ZipProblem) -> FormatError {
      .archive(file: archive.path, problem: problem)
    }
    // Encrypted, strongly encrypted, or the directory too.
    guard bytes[at + 8, 2] & 0x2041 == 0 else { throw failure(.encrypted) }
    let method = bytes[at + 10, 2]
    guard method == 0 || method == 8 else { throw failure(.method(method)) }
    isStored = method == 0
    checksum = UInt32(bytes[at + 16, 4])
    var fields = [bytes[at + 24, 4], bytes[at + 20, 4], bytes[at + 42, 4]]
    ZipEntry.widen(&fields, bytes, at)
    size = fields[0]
    guard bytes[at + 34, 2] == 0 else { throw failure(.split) }

    let (length, start) = (fields[1], fields[2])
    guard start <= end - 30 else { throw failure(.damaged(detail: "cut short")) }
    let header = LittleEndian(try archive.bytes(at: start, count: 30))
    guard header.count == 30, header.starts(with: ZipEntry.fileHeader, at: 0) else {
      throw failure(.damaged(detail: "its directory does not fit"))
    }
    let first = start + 30 + header[26, 2] + header[28, 2]
    guard first <= end, length <= end - first else {
      throw failure(.damaged(detail: "cut short"))
    }
    data = first..<first + length
    let limit = InflationLimit.size(of: length)
    guard size <= limit else {
      throw failure(.damaged(detail: "inflates to more than \(limit) bytes"))
    }
  }

  /// Puts sizes that do not fit 32 bits, which an extra field has, in their place.
  private static func widen(_ fields: inout [Int], _ bytes: LittleEndian, _ at: Int) {
    var extra = at + 46 + bytes[at + 28, 2]
    let end = extra + bytes[at + 30, 2]
    while extra + 4 <= end {
      let next = extra + 4 + bytes[extra + 2, 2]
      if bytes[extra, 2] == 1 {
        var value = extra + 4
        for index in fields.indices where fields[index] == 0xFFFF_FFFF && value + 8 <= next {
          fields[index] = bytes[value, 8]
          value += 8
        }
      }
      extra = next
    }
  }

  /// Where the directory lies.
  private struct Directory {
    var count: Int
    var range: Range<Int>

    init(of archive: RawFile) throws(FormatError) {
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
      count = tail[mark + 10, 2]
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
      range = offset..<offset + size
    }
  }

  /// Bytes of the end mark without its comment.
  private static let endSize = 22
  private static let fileHeader: [UInt8] = [0x50, 0x4B, 3, 4]
  private static let directoryHeader: [UInt8] = [0x50, 0x4B, 1, 2]
  private static let directoryEnd: [UInt8] = [0x50, 0x4B, 5, 6]
  private static let wideEnd: [UInt8] = [0x50, 0x4B, 6, 6]
  private static let wideLocator: [UInt8] = [0x50, 0x4B, 6, 7]
  private static let splitMark: [UInt8] = [0x50, 0x4B, 7, 8]
}

/// Numbers in bytes that come from outside: what lies beyond them is 0.
private struct LittleEndian {
  private let bytes: [UInt8]
  var count: Int { bytes.count }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The number in `count` bytes; one that is no `Int` is the largest.
  subscript(at: Int, count: Int) -> Int {
    guard at >= 0, at <= bytes.count - count else { return 0 }
    return Int(
      clamping: bytes[at..<at + count].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }

  func starts(with mark: [UInt8], at: Int) -> Bool {
    at >= 0 && at < bytes.count && bytes[at...].starts(with: mark)
  }

  func text(_ at: Int, _ count: Int) -> String {
    String(decoding: bytes[min(at, bytes.count)..<min(at + count, bytes.count)], as: UTF8.self)
  }
}
