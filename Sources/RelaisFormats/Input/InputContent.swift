/// A file's content, to be read piece by piece: as it is, or what it inflates to where it is gzip or a
/// zip archive of one file. Told by the bytes, not by the name.
enum InputContent {
  /// - Parameter maximumSize: Bytes past which it is refused, before and after inflating.
  /// - Throws: what opening a file throws; `FormatError.notReadable` for what is too large;
  ///   `.archive` and `.unknownFormat` for other zip archives. Damage shows when it is read.
  static func open(
    _ path: String, maximumSize: Int = .max
  ) throws(FormatError) -> any ByteSource {
    let file = try RawFile(path: path)
    guard file.size <= maximumSize else {
      throw .notReadable(file: path, detail: "larger than \(maximumSize) bytes")
    }
    if GzipInflater.isGzip(try file.bytes(at: 0, count: 2)) {
      let limit = min(maximumSize, InflationLimit.size(of: file.size))
      return GzipInflater(file, file: path, limit: limit)
    }
    return try zipMember(of: file, maximumSize: maximumSize) ?? file
  }

  /// The one file of a zip archive; `nil` where the file is no such archive.
  ///
  /// - Throws: `FormatError.unknownFormat` for what an office program packed, `.archive` for others.
  static func zipMember(
    of file: RawFile, maximumSize: Int = .max
  ) throws(FormatError) -> ZipMember? {
    guard try ZipEntry.isZip(file) else { return nil }
    do throws(FormatError) {
      return try ZipMember(of: file, maximumSize: maximumSize)
    } catch {
      let name = FormatSignature.name(of: try file.bytes(at: 0, count: FormatSignature.headSize))
      guard case .archive = error, let name, name != "zip" else { throw error }
      throw .unknownFormat(file: file.path, looksLike: name)
    }
  }
}
