extension ForeignFormat {
  /// What a path names, by its start and its content, inflated where it is compressed; `nil` for what Relais reads itself and for what
  /// GDAL does not read either.
  ///
  /// - Complexity: O(1); 64 KiB of the content are read.
  init?(of path: String) {
    if path.hasPrefix("PG:") {
      self = .postgreSQL
      return
    }
    if path.hasPrefix("WFS:") {
      self = .wfs
      return
    }
    do throws(FormatError) {
      _ = try InputFormat(nativeFileAt: path)
      return nil
    } catch {
      guard case .unknownFormat(_, let name?) = error, let known = ForeignFormat(rawValue: name),
        !known.isAddress
      else { return nil }
      self = known
    }
  }
}
