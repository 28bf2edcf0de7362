/// What a search leaves for others to check: its tree, with the multipliers that close each part.
public struct SearchTrace: Sendable {
  /// Settling candidates by one set of multipliers.
  public struct Step: Sendable {
    /// By row of the program as it then was: atoms, then limits; scaled by ``shift``.
    public var multipliers: [Int64]
    /// Candidates out of, and in, whatever covers more than the objective; called as in the problem
    /// asked, here and below.
    public var out: [UInt32]
    public var within: [UInt32]
  }

  /// One part of the search, within its parent's limits and one more.
  public struct Node: Sendable {
    public var parent: Int?
    /// The candidates of the further limit, among those its parent left open.
    public var limited: [UInt32]
    public var isAtLeast: Bool
    public var count: Int
    public var steps: [Step]
  }

  /// Candidates left out from the start, each with one that covers as much; none where it covers
  /// nothing.
  public var dominated: [(candidate: UInt32, by: UInt32?)] = []
  /// By candidate, in thousandths, how likely it says yes; `nil` where all are certain.
  public let chances: [Int64]?
  /// Multipliers are in whole units of 2 to the minus this.
  public let shift: Int
  /// Parents before children; the first is the whole.
  public var nodes: [Node] = []

  init(chances: [Int64]?, shift: Int) {
    self.chances = chances
    self.shift = shift
  }
}
