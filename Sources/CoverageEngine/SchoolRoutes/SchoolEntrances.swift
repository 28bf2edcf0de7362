import RelaisGeo

/// The doors of some schools, attached to the network: where routes end.
struct SchoolEntrances: Sendable {
  /// One per door, schools in order: a tie between doors goes to the lower school.
  let snaps: [Snap?]
  /// The school of each door.
  let school: [UInt32]
  let onEdges: EdgeSnaps
  /// Whether the leg from street to door counts as walking.
  let countsConnector: Bool

  /// - Parameter schools: which of them, increasing.
  init(_ schools: [Int], snaps doors: [[Snap?]], countsConnector: Bool) {
    snaps = schools.flatMap { doors[$0] }
    school = schools.flatMap { Array(repeating: UInt32($0), count: doors[$0].count) }
    self.countsConnector = countsConnector
    onEdges = EdgeSnaps(snaps, countsConnector: countsConnector)
  }

  /// The school a label leads to.
  @inline(__always)
  func school(of label: UInt64) -> Int { Int(school[Int(UInt32(truncatingIfNeeded: label))]) }

  /// The leg from the street to the door a label leads to, where such legs count; millimetres.
  func connector(of label: UInt64) -> Int64 {
    guard countsConnector, let snap = snaps[Int(UInt32(truncatingIfNeeded: label))] else {
      return 0
    }
    return snap.connector.millimetres
  }
}
