/// Makes a zip archive of files in memory (PKWARE's APPNOTE 6.3.10), stored as they are: the same files give the same bytes.
package enum ZipWriter {
  private static let (local, central, end): (UInt32, UInt32, UInt32) = (
    0x0403_4B50, 0x0201_4B50, 0x0605_4B50
  )
  /// The first of January 1980, the earliest a zip can say.
  private static let day: UInt16 = 1 << 5 | 1
  /// Names are UTF-8.
  private static let flags: UInt16 = 1 << 11

  /// - Precondition: All together less than 4 GB, which is what a zip without its extension holds.
  package static func archive(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var result: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let name = Array(file.name.utf8)
      var checksum = CRC32()
      file.bytes.withUnsafeBytes { checksum.update($0) }
      let start = UInt32(result.count)
      func header(_ bytes: inout [UInt8]) {
        for field in [10, flags, 0, 0, day] as [UInt16] { append(field, to: &bytes) }
        append(checksum.value, to: &bytes)
        append(UInt32(file.bytes.count), to: &bytes)
        append(UInt32(file.bytes.count), to: &bytes)
        append(UInt16(name.count), to: &bytes)
        append(UInt16(0), to: &bytes)
      }
      append(local, to: &result)
      header(&result)
      result += name + file.bytes
      append(central, to: &directory)
      append(UInt16(10), to: &directory)
      header(&directory)
      // No comment, the first disk, no attributes.
      for field in [0, 0, 0] as [UInt16] { append(field, to: &directory) }
      append(UInt32(0), to: &directory)
      append(start, to: &directory)
      directory += name
    }
    let start = UInt32(result.count)
    result += directory
    append(end, to: &result)
    for field in [0, 0, UInt16(files.count), UInt16(files.count)] { append(field, to: &result) }
    append(UInt32(directory.count), to: &result)
    append(start, to: &result)
    append(UInt16(0), to: &result)
    return result
  }

  private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
