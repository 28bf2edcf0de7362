/// A file's content, to be read piece by piece: as it is, or what it inflates to where it is gzip. Told by
/// the bytes, not by the name.
enum InputContent {
  /// - Parameter maximumSize: Bytes past which it is refused, before and after inflating.
  /// - Throws: what opening a file throws; `FormatError.notReadable` for what is too large. Damage shows
  ///   when it is read.
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
    return file
  }
}
