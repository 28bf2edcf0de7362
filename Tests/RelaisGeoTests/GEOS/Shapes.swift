import RelaisGeo

/// Shapes to try operations on.
enum Shapes {
  /// An axis-parallel box, closed, counterclockwise.
  static func box(_ minX: Double, _ minY: Double, _ maxX: Double, _ maxY: Double) -> [Position] {
    [
      Position(x: minX, y: minY), Position(x: maxX, y: minY), Position(x: maxX, y: maxY),
      Position(x: minX, y: maxY), Position(x: minX, y: minY),
    ]
  }

  static func area(_ shells: [Position]...) -> MultiPolygon {
    MultiPolygon(shells.map { Polygon(shell: $0) })
  }
}
