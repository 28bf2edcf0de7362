public import RelaisGeo

/// Which streets a place attaches to.
public enum Snapping: String, CaseIterable, Hashable, Sendable {
  /// The nearest that belongs to a piece of the network of at least ``leastPiece`` or with a street to cover, where one
  /// is near enough; else the nearest.
  case streets
  /// The nearest, however small its piece.
  case nearest

  /// A piece below this length and without a street to cover is an islet.
  public static let leastPiece = Length(millimetres: 200_000)
}
