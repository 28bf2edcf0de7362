/// A name too long to be one: a text that went astray, or a whole row in a cell.
///
/// No shop, school or association is called by so many characters, and a page could not show it.
public struct LongName: Error, Hashable, Sendable {
  /// The most characters a name may have.
  public static let most = 300

  /// How it begins: enough to find it in its file.
  public var beginning: String
  /// Its characters.
  public var count: Int

  /// `nil` for a name that is none, or not too long.
  public init?(_ name: String?) {
    // A character has at least a byte: most names are not counted.
    guard let name, name.utf8.count > LongName.most, name.count > LongName.most else { return nil }
    beginning = name.prefix(40).split(whereSeparator: \.isNewline).joined(separator: " ")
    count = name.count
  }
}
