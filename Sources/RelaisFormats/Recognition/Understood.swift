/// What a reader took a file for, beyond its format and columns: `relais check` shows it.
public struct Understood: Hashable, Sendable {
  /// The layer that was read; `nil` where the format has none.
  public var layer: String?
  /// The other feature layers of the file, in its order.
  public var otherLayers: [String]
  /// The name in a zip archive of what was read; `nil` outside of archives.
  public var member: String?
  /// What its coordinates are in; `nil` without coordinates.
  public var system: ReadSystem?
  /// `nil` where the format has only one.
  public var encoding: TextEncoding?

  public init(
    layer: String? = nil, otherLayers: [String] = [], system: ReadSystem? = nil,
    encoding: TextEncoding? = nil, member: String? = nil
  ) {
    self.layer = layer
    self.otherLayers = otherLayers
    self.system = system
    self.encoding = encoding
    self.member = member
  }
}

/// The reference system coordinates were taken in, and how it is known.
public struct ReadSystem: Hashable, Sendable {
  /// `EPSG:2154`, `local`, or the name a definition without a code bears.
  public var name: String
  public var origin: Origin

  public init(name: String, origin: Origin) {
    self.name = name
    self.origin = origin
  }

  /// How a system is known. Raw values are stable: the JSON of `relais check` bears them.
  public enum Origin: String, CaseIterable, Hashable, Sendable {
    /// The file names it.
    case declared
    /// The file defines it, and the registry has one that is the same.
    case identified
    /// The file defines it, and no registered system is the same: the definition is used as it is.
    case defined
    /// The format has no other: OpenStreetMap, address bases.
    case format
    /// Nothing says so, and the numbers are those of degrees.
    case degrees
    /// `--crs`, or `crs` of the configuration.
    case given
    /// The one that suits the streets, for coordinates without a system of their own.
    case streets
  }
}

extension Understood {
  /// The name in a zip archive of what is read of a file; `nil` of other files.
  ///
  /// - Complexity: O(files of the archive).
  package static func member(of path: String) -> String? { (try? InputContent(path))?.member }
}
