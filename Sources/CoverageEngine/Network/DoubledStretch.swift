public import RelaisGeo

/// Edges one after the other of one line that lie on another street to cover, or right beside it.
public struct DoubledStretch: Hashable, Sendable {
  /// Increasing.
  public var edges: [EdgeID]
  /// Of what lies on the other street.
  public var length: Length
  /// Of that, what counts twice all the same, its edge being longer than the other street.
  public var countedTwice: Length
}

extension StreetNetwork {
  /// The same network, whose doubled streets are walked and no longer to be covered: their likenesses are.
  ///
  /// - Complexity: about linear in the vertices of streets to cover.
  public func countingDoublesOnce() -> StreetNetwork {
    countingDoublesOnce { SegmentGrid(self, onlyDemand: true) }
  }

  /// - Parameter grid: Of the streets to cover.
  func countingDoublesOnce(grid: () -> SegmentGrid) -> StreetNetwork {
    guard doubled == nil else { return self }
    var network = self
    let found = DoubledStreets(network: self, grid: grid()).all()
    network.doubled = found
    for stretch in found where stretch.countedTwice == .zero {
      for edge in stretch.edges { network.isDemand[edge.position] = false }
    }
    return network
  }
}
