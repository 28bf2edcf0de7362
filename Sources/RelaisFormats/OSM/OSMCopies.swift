import COsmium

/// A copy of a way or node that does not count: another does, or the object is no more.
public struct OSMCopy: Hashable, Sendable {
  /// Why it does not.
  public enum Reason: Hashable, Sendable {
    /// It stands in the same file again, in the same version or without any.
    case twice
    /// The same file has a later version.
    case formerVersion
    /// Another file has it, in the same version or a newer one.
    case inOtherFile
    /// The object is no more.
    case deleted
  }

  public var id: Int64
  public var isWay: Bool
  public var reason: Reason

  /// As `way/12` and `node/34` name it.
  public var name: String { (isWay ? "way/" : "node/") + String(id) }
}

extension OSMReader {
  /// The copies of what was asked for that do not count, one list per file, in its order.
  public func copies() -> [[OSMCopy]] {
    var lists = [[OSMCopy]](repeating: [], count: files.count)
    let copies = relais_osm_copies_of(handle)
    for index in 0..<Int(copies.count) {
      let copy = copies.copies[index]
      let reason: OSMCopy.Reason =
        switch Int(copy.reason) {
        case Int(RELAIS_OSM_TWICE): .twice
        case Int(RELAIS_OSM_FORMER_VERSION): .formerVersion
        case Int(RELAIS_OSM_IN_OTHER_FILE): .inOtherFile
        default: .deleted
        }
      lists[Int(copy.file)].append(
        OSMCopy(id: copy.id, isWay: copy.is_way != 0, reason: reason))
    }
    return lists
  }
}
