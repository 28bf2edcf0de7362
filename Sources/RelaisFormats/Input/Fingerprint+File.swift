public import RelaisGeo

extension Fingerprint {
  /// The fingerprint of a file as it is on the disk, compressed or not: of all the files
  /// a shapefile is made of, in the order of their names.
  ///
  /// - Throws: `FormatError.notFound`, `.isDirectory` or `.notReadable`.
  /// - Complexity: O(size), in constant memory.
  public static func ofFile(at path: String) throws(FormatError) -> String {
    var hash = SHA256()
    for part in ForeignFormat.parts(of: path) {
      let file = try RawFile(path: part)
      while true {
        let chunk = try file.read(atMost: 1 << 20)
        if chunk.isEmpty { break }
        hash.update(chunk)
      }
    }
    return hash.hexadecimal()
  }
}
