/// A file of a zip archive, as the directory at the archive's end lists it (PKWARE's APPNOTE 6.3.10,
/// zip64 sizes).
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

  /// - Parameters:
  ///   - bytes: The directory's.
  ///   - at: Where its header begins in them.
  ///   - end: Where the directory begins in the archive.
  /// - Throws: `FormatError.archive` for what is damaged, encrypted, or neither stored nor deflated;
  ///   `.inflatesTooFar`; `.notReadable`.
  init(
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
    guard header.count == 30, header.starts(with: ZipDirectory.fileHeader, at: 0) else {
      throw failure(.damaged(detail: "its directory does not fit"))
    }
    let first = start + 30 + header[26, 2] + header[28, 2]
    guard first <= end, length <= end - first else {
      throw failure(.damaged(detail: "cut short"))
    }
    data = first..<first + length
    let limit = InflationLimit.size(of: length)
    guard size <= limit else { throw .inflatesTooFar(file: archive.path, limit: limit) }
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
}
