import Computing
import RelaisGeo

/// What each candidate would cover of the open streets: one bounded search a candidate.
enum CandidateReach {
  /// A portion of an edge within a candidate's budget.
  struct Portion: Sendable {
    var edge: UInt32
    var candidate: UInt32
    /// Millimetres from the tail; below 2³¹.
    var from: UInt32
    var to: UInt32
  }

  /// The portions of all candidates, by edge, then candidate, then offset.
  ///
  /// Portions of one candidate on one edge are disjoint; none is without length.
  ///
  /// - Parameter snaps: one per candidate; unattached ones reach nothing.
  /// - Complexity: a bounded search a candidate, split over the cores.
  static func portions(
    _ network: StreetNetwork, snaps: [Snap?], budget: Budget, countsConnector: Bool,
    open: OpenDemand
  ) -> [Portion] {
    let parts = Parallel.map(snaps.count, grain: 16) { range in
      var workspace = SearchWorkspace(for: network)
      var portions: [Portion] = []
      for candidate in range {
        guard let snap = snaps[candidate] else { continue }
        let alone = EdgeSnaps([snap], countsConnector: countsConnector)
        workspace.search(
          network, from: alone.seeds(in: network),
          within: UInt64(max(0, budget.millimetres)))
        append(
          to: &portions, UInt32(candidate), network, workspace, alone.entries[0],
          Int64(budget.millimetres), open)
      }
      return portions
    }
    return sorted(parts, edgeCount: network.edgeCount)
  }

  private static func append(
    to portions: inout [Portion], _ candidate: UInt32, _ network: StreetNetwork,
    _ workspace: borrowing SearchWorkspace, _ own: EdgeSnaps.Entry, _ budget: Int64,
    _ open: OpenDemand
  ) {
    let first = portions.count
    defer {
      if !network.strips.isEmpty {
        addSidewalks(to: &portions, from: first, candidate, network, workspace, own, budget, open)
      }
    }
    func add(_ edge: UInt32, _ from: Int64, _ to: Int64) {
      guard to > from else { return }
      portions.append(
        Portion(edge: edge, candidate: candidate, from: UInt32(from), to: UInt32(to)))
    }
    for node in workspace.touched {
      let left = budget - Int64(workspace.distance(to: node) ?? 0)
      for index in Int(network.firstArc[Int(node)])..<Int(network.firstArc[Int(node) + 1]) {
        let edge = network.arcEdge[index]
        guard open.isOpen(Int(edge)), edge != own.edge else { continue }
        let length = Int64(network.lengths[Int(edge)])
        let head = network.heads[Int(edge)]
        let isTail = network.tails[Int(edge)] == node
        if let other = workspace.distance(to: isTail ? head : network.tails[Int(edge)]) {
          // Reached from both ends: recorded once, from the tail.
          guard isTail else { continue }
          let beyond = budget - Int64(other)
          if left + beyond >= length {
            add(edge, 0, length)
          } else {
            add(edge, 0, left)
            add(edge, length - beyond, length)
          }
        } else if isTail {
          add(edge, 0, min(length, left))
        } else {
          add(edge, max(0, length - left), length)
        }
      }
    }
    guard open.isOpen(Int(own.edge)), budget >= own.connector else { return }
    let length = Int64(network.lengths[Int(own.edge)])
    let left = budget - own.connector
    var union = [
      IntervalSet.Portion(from: max(0, own.offset - left), to: min(length, own.offset + left))
    ]
    if let tail = workspace.distance(to: network.tails[Int(own.edge)]) {
      union.append(.init(from: 0, to: min(length, budget - Int64(tail))))
    }
    if let head = workspace.distance(to: network.heads[Int(own.edge)]) {
      union.append(.init(from: max(0, length - (budget - Int64(head))), to: length))
    }
    for portion in IntervalSet(union: union).portions { add(own.edge, portion.from, portion.to) }
  }

  /// Adds what sidewalks within reach stand for on their streets.
  ///
  /// - Parameter first: Where the candidate's portions begin.
  private static func addSidewalks(
    to portions: inout [Portion], from first: Int, _ candidate: UInt32, _ network: StreetNetwork,
    _ workspace: borrowing SearchWorkspace, _ own: EdgeSnaps.Entry, _ budget: Int64,
    _ open: OpenDemand
  ) {
    var sidewalks = Set<UInt32>()
    func note(_ edge: UInt32) {
      if network.sidewalk(of: EdgeID(Int(edge))) == .isOne { sidewalks.insert(edge) }
    }
    note(own.edge)
    for node in workspace.touched {
      for index in Int(network.firstArc[Int(node)])..<Int(network.firstArc[Int(node) + 1]) {
        note(network.arcEdge[index])
      }
    }
    var added: [UInt32: [IntervalSet.Portion]] = [:]
    for edge in sidewalks.sorted() {
      let strips = network.strips.ofSidewalk(edge)
      guard strips.contains(where: { open.isOpen(Int($0.street)) }) else { continue }
      let length = Int64(network.lengths[Int(edge)])
      var reached: [IntervalSet.Portion] = []
      if let tail = workspace.distance(to: network.tails[Int(edge)]) {
        reached.append(.init(from: 0, to: min(length, budget - Int64(tail))))
      }
      if let head = workspace.distance(to: network.heads[Int(edge)]) {
        reached.append(.init(from: max(0, length - (budget - Int64(head))), to: length))
      }
      let left = budget - own.connector
      if edge == own.edge, left >= 0 {
        reached.append(
          .init(from: max(0, own.offset - left), to: min(length, own.offset + left)))
      }
      for portion in IntervalSet(union: reached, onEdgeOf: length).portions {
        for strip in strips where open.isOpen(Int(strip.street)) {
          if let projected = strip.projected(portion) {
            added[strip.street, default: []].append(projected)
          }
        }
      }
    }
    guard !added.isEmpty else { return }
    var kept: [Portion] = []
    for portion in portions[first...] {
      if added[portion.edge] == nil {
        kept.append(portion)
      } else {
        added[portion.edge]?.append(.init(from: Int64(portion.from), to: Int64(portion.to)))
      }
    }
    for edge in added.keys.sorted() {
      for portion in IntervalSet(
        union: added[edge] ?? [], onEdgeOf: Int64(network.lengths[Int(edge)])
      ).portions {
        kept.append(
          Portion(
            edge: edge, candidate: candidate, from: UInt32(portion.from), to: UInt32(portion.to)))
      }
    }
    portions.replaceSubrange(first..., with: kept)
  }

  /// Stable counting sort by edge.
  private static func sorted(_ parts: [[Portion]], edgeCount: Int) -> [Portion] {
    var next = [Int](repeating: 0, count: edgeCount + 1)
    for part in parts { for portion in part { next[Int(portion.edge) + 1] += 1 } }
    for edge in 0..<edgeCount { next[edge + 1] += next[edge] }
    let total = next[edgeCount]
    return [Portion](unsafeUninitializedCapacity: total) { slots, count in
      for part in parts {
        for portion in part {
          slots.initializeElement(at: next[Int(portion.edge)], to: portion)
          next[Int(portion.edge)] += 1
        }
      }
      count = total
    }
  }
}
