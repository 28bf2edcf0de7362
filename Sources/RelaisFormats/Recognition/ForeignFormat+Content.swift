extension ForeignFormat {
  /// What a path names, by its start and its content; `nil` for what Relais reads itself and for what
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
      switch error {
      case .unknownFormat(_, let name?):
        if let known = ForeignFormat(rawValue: name), !known.isAddress, known != .archive {
          self = known
          return
        }
        guard ForeignFormat.holdsForeign(path) else { return nil }
        self = .archive
      case .archive:
        guard ForeignFormat.holdsForeign(path) else { return nil }
        self = .archive
      default: return nil
      }
    }
  }

  private static func holdsForeign(_ path: String) -> Bool {
    !((try? ForeignFormat.members(of: path)) ?? []).isEmpty
  }
}
