public import RelaisGeo

extension Fingerprint {
  /// The fingerprint of a file as it is on the disk, compressed or not.
  ///
  /// - Throws: `FormatError.notFound`, `.isDirectory` or `.notReadable`.
  /// - Complexity: O(size), in constant memory.
  public static func ofFile(at path: String) throws(FormatError) -> String {
    let file = try RawFile(path: path)
    var hash = SHA256()
    while true {
      let chunk = try file.read(atMost: 1 << 20)
      if chunk.isEmpty { break }
      hash.update(chunk)
    }
    return hash.hexadecimal()
  }
}
