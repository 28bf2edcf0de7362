/// The encoding of a shapefile's table where nothing says so: UTF-8 where its bytes are, else that of
/// Windows.
enum DBFEncoding {
  /// What GDAL is to be told; `nil` where a `.cpg` or the table's own mark says so, or without a table.
  ///
  /// - Complexity: O(1); 1 MiB of the table is read.
  static func guess(forPartsOf parts: [String]) -> String? {
    guard !parts.contains(where: { $0.lowercased().hasSuffix(".cpg") }),
      let table = parts.first(where: { $0.lowercased().hasSuffix(".dbf") }),
      let bytes = try? RawFile(path: table).bytes(at: 0, count: 1 << 20),
      bytes.count > 32, bytes[29] == 0
    else { return nil }
    let (valid, broken) = sequences(bytes[32...])
    // A field's end may cut a character: one in a hundred.
    return valid > 0 && broken * 100 <= valid ? "UTF-8" : "CP1252"
  }

  /// Sequences of several bytes that are UTF-8, and bytes above ASCII that are not.
  private static func sequences(_ bytes: ArraySlice<UInt8>) -> (valid: Int, broken: Int) {
    var (valid, broken) = (0, 0)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let first = bytes[at]
      let more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0
      if first < 0x80 {
        at += 1
      } else if more > 0, at + more < bytes.endIndex,
        bytes[at + 1...at + more].allSatisfy({ $0 & 0xC0 == 0x80 })
      {
        valid += 1
        at += more + 1
      } else {
        broken += 1
        at += 1
      }
    }
    return (valid, broken)
  }
}
