/// A junction or end of the network, numbered densely from 0 along a space-filling curve.
@frozen
public struct NodeID: Hashable, Comparable, Sendable {
  public let index: UInt32

  @inlinable
  public init(_ index: Int) { self.index = UInt32(index) }

  @inlinable
  public static func < (a: NodeID, b: NodeID) -> Bool { a.index < b.index }
}

/// A walkable stretch from node to node, numbered densely from 0 in the order of the source.
///
/// That order is what breaks ties: the lowest id is the first in the input.
@frozen
public struct EdgeID: Hashable, Comparable, Sendable {
  public let index: UInt32

  @inlinable
  public init(_ index: Int) { self.index = UInt32(index) }

  @inlinable
  public static func < (a: EdgeID, b: EdgeID) -> Bool { a.index < b.index }
}

extension EdgeID {
  /// The number as an array index.
  @inlinable
  public var position: Int { Int(index) }
}

extension NodeID {
  /// The number as an array index.
  @inlinable
  public var position: Int { Int(index) }
}
