/// The smallest box, sides along the axes, around some positions.
@frozen
public struct Envelope: Hashable, Sendable {
  public var minX: Double
  public var minY: Double
  public var maxX: Double
  public var maxY: Double

  @inlinable
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// The box around nothing: extending it gives the box of what extends it.
  @inlinable
  public static var empty: Envelope {
    Envelope(minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)
  }

  /// The box around `positions`; empty for none.
  @inlinable
  public init(of positions: some Sequence<Position>) {
    self = .empty
    for position in positions { extend(to: position) }
  }

  @inlinable
  public var isEmpty: Bool { minX > maxX }

  /// The middle of the box; meaningless for an empty one.
  @inlinable
  public var centre: Position { Position(x: (minX + maxX) / 2, y: (minY + maxY) / 2) }

  @inlinable
  public mutating func extend(to position: Position) {
    minX = min(minX, position.x)
    minY = min(minY, position.y)
    maxX = max(maxX, position.x)
    maxY = max(maxY, position.y)
  }

  /// Whether the boxes share a point, borders included.
  @inlinable
  public func intersects(_ other: Envelope) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }

  @inlinable
  public func contains(_ position: Position) -> Bool {
    position.x >= minX && position.x <= maxX && position.y >= minY && position.y <= maxY
  }
}
