public import RelaisGeo

/// A position as the history keeps it: longitude, a space, latitude; the digits read back exactly.
public enum PositionText {
  public static func text(_ position: Position) -> String {
    // Adding zero makes the negative zero a plain one.
    "\(position.x + 0) \(position.y + 0)"
  }

  /// `nil` unless the text is a longitude and a latitude on earth.
  public static func position(_ text: String) -> Position? {
    let parts = text.split(separator: " ").compactMap { Double($0) }
    guard parts.count == 2 else { return nil }
    let position = Position(longitude: parts[0], latitude: parts[1])
    return position.isFinite && position.isGeographic ? position : nil
  }
}
