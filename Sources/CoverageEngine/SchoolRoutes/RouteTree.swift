import Computing
import RelaisGeo

/// The shortest ways from everywhere to the nearest of some doors: a tree rooted at each door.
///
/// A node walks on along the lowest of the edges that keep it on a shortest way: to a nearer node,
/// or straight to the door. Only a node that edges of no length alone lead on from takes the
/// lowest of these, and fewest of them, so that no way runs in a circle. Ties between doors go to the lowest, which
/// every node of the way agrees on: the tree of all schools holds, for each of its nodes, the very
/// way the tree of its school alone would hold.
///
/// One per task, used again for the next search; what is touched is reset, not the network.
struct RouteTree: ~Copyable {
  private static let none = UInt32.max

  let network: StreetNetwork
  private var coverage: Coverage
  private(set) var entrances: SchoolEntrances
  private var search: SearchWorkspace
  /// The edge walked on along, and the node it leads to; ``none`` where it leads to the door.
  private var nextEdge: [UInt32]
  private var nextNode: [UInt32]
  /// The exposure from the node to the door; of it, all that a longer way needs.
  private var uncovered: [Int64]
  private var longest: [Int64]
  private var leading: [Int64]
  /// Nodes reached, every one after the node it walks on to.
  private(set) var order: [UInt32] = []

  init(_ network: StreetNetwork, _ coverage: Coverage) {
    self.network = network
    self.coverage = coverage
    entrances = SchoolEntrances([], snaps: [], countsConnector: false)
    search = SearchWorkspace(for: network)
    let count = network.nodeCount
    nextEdge = Array(repeating: RouteTree.none, count: count)
    nextNode = Array(repeating: RouteTree.none, count: count)
    uncovered = Array(repeating: 0, count: count)
    longest = Array(repeating: 0, count: count)
    leading = Array(repeating: 0, count: count)
  }

  /// Finds all ways to some doors.
  ///
  /// - Parameter maximum: ways longer than this many millimetres are left out.
  /// - Complexity: about linear in the arcs within reach.
  mutating func grow(to entrances: SchoolEntrances, within maximum: UInt64 = .max) {
    lead(to: entrances, within: maximum)
    sumExposures()
  }

  /// The same but for exposures, which nobody may ask for.
  mutating func lead(to entrances: SchoolEntrances, within maximum: UInt64 = .max) {
    reach(entrances, within: maximum)
    walkOn()
  }

  /// Finds how long all ways are: departures, of which nobody may ask for the steps.
  mutating func reach(_ entrances: SchoolEntrances, within maximum: UInt64 = .max) {
    self.entrances = entrances
    search.search(network, from: entrances.onEdges.seeds(in: network), within: maximum)
  }

  /// Tells the same ways under another coverage; it stays in use.
  mutating func expose(under coverage: Coverage) {
    self.coverage = coverage
    sumExposures()
  }

  /// The walk to a node's door and the door, as one label.
  @inline(__always)
  func label(of node: UInt32) -> UInt64 { search.label(of: node) }

  // MARK: Growing

  private mutating func walkOn() {
    chooseEdges()
    for entry in entrances.onEdges.entries {
      for node in [network.tails[Int(entry.edge)], network.heads[Int(entry.edge)]]
      where arrives(at: entry, from: node) && entry.edge <= nextEdge[Int(node)] {
        nextEdge[Int(node)] = entry.edge
        nextNode[Int(node)] = RouteTree.none
      }
    }
    var layered = search.touched
    let waiting = search.touched.filter { nextEdge[Int($0)] == RouteTree.none }
    if !waiting.isEmpty {
      layered.removeAll { nextEdge[Int($0)] == RouteTree.none }
      walkOnAlongNothing(waiting, &layered)
    }
    // Stable: nodes equally far stay in their layers.
    RadixSort.sort(&layered) { [search = search.labels] in UInt32(search[Int($0)] >> 32) }
    order = layered
  }

  /// The lowest edge of some length that keeps each node on a shortest way.
  private mutating func chooseEdges() {
    let labels = search.labels
    let touched = search.touched
    network.firstArc.withUnsafeBufferPointer { firstArc in
      network.arcs.withUnsafeBufferPointer { arcs in
        network.arcEdge.withUnsafeBufferPointer { arcEdge in
          nextEdge.withUnsafeMutableBufferPointer { nextEdge in
            nextNode.withUnsafeMutableBufferPointer { nextNode in
              for node in touched {
                let label = labels[Int(node)]
                var edge = RouteTree.none
                var next = RouteTree.none
                for index in Int(firstArc[Int(node)])..<Int(firstArc[Int(node) + 1]) {
                  let arc = arcs[index]
                  let known = labels[Int(arc.head)]
                  if known < label, known + UInt64(arc.length) << 32 == label, arc.length > 0,
                    arcEdge[index] < edge
                  {
                    edge = arcEdge[index]
                    next = arc.head
                  }
                }
                nextEdge[Int(node)] = edge
                nextNode[Int(node)] = next
              }
            }
          }
        }
      }
    }
  }

  /// Nodes that only edges of no length lead on from, in rounds.
  private mutating func walkOnAlongNothing(_ nodes: [UInt32], _ layered: inout [UInt32]) {
    var waiting = nodes
    while !waiting.isEmpty {
      var found: [(node: UInt32, edge: UInt32, next: UInt32)] = []
      for node in waiting {
        var edge = RouteTree.none
        var next = RouteTree.none
        for index in Int(network.firstArc[Int(node)])..<Int(network.firstArc[Int(node) + 1]) {
          let head = network.arcs[index].head
          if network.arcs[index].length == 0, network.arcEdge[index] < edge,
            search.label(of: head) == search.label(of: node),
            nextEdge[Int(head)] != RouteTree.none
          {
            edge = network.arcEdge[index]
            next = head
          }
        }
        if edge != RouteTree.none { found.append((node, edge, next)) }
      }
      precondition(!found.isEmpty, "a label without a witness")
      for step in found {
        nextEdge[Int(step.node)] = step.edge
        nextNode[Int(step.node)] = step.next
        layered.append(step.node)
      }
      waiting.removeAll { nextEdge[Int($0)] != RouteTree.none }
    }
  }

  private func arrives(at entry: EdgeSnaps.Entry, from node: UInt32) -> Bool {
    offsets(to: entry, from: node) != nil
  }

  /// The way along the door's own edge from one of its ends, as offsets; the tail's on a tie.
  private func offsets(to entry: EdgeSnaps.Entry, from node: UInt32) -> (from: Int64, to: Int64)? {
    let edge = Int(entry.edge)
    let length = Int64(network.lengths[edge])
    for (end, from) in [(network.tails[edge], Int64(0)), (network.heads[edge], length)]
    where end == node {
      let walk = UInt64(entry.connector + abs(entry.offset - from))
      if walk << 32 | UInt64(entry.facility) == search.label(of: node) {
        return (from, entry.offset)
      }
    }
    return nil
  }

  private mutating func sumExposures() {
    for node in order {
      let index = Int(node)
      let edge = Int(nextEdge[index])
      let next = nextNode[index]
      if next == RouteTree.none {
        let last = lastStep(from: node)
        let own = coverage.exposure(of: edge, from: last.from, to: last.to, in: network)
        uncovered[index] = own.uncovered
        longest[index] = own.longest
        leading[index] = own.leading
      } else {
        let length = Int64(network.lengths[edge])
        let isForward = network.tails[edge] == node
        let own = coverage.exposure(
          of: edge, from: isForward ? 0 : length, to: isForward ? length : 0, in: network)
        let rest = Int(next)
        uncovered[index] = own.uncovered + uncovered[rest]
        longest[index] = max(own.longest, longest[rest], own.trailing + leading[rest])
        leading[index] = own.uncovered == own.length ? own.length + leading[rest] : own.leading
      }
    }
  }

  /// The way from a node along the door's own edge to the door.
  private func lastStep(from node: UInt32) -> RouteStep {
    let label = search.label(of: node)
    for entry in entrances.onEdges.on(nextEdge[Int(node)])
    where entry.facility == UInt32(truncatingIfNeeded: label) {
      if let offsets = offsets(to: entry, from: node) {
        return RouteStep(edge: EdgeID(Int(entry.edge)), from: offsets.from, to: offsets.to)
      }
    }
    preconditionFailure("a door that is not on its edge")
  }
}

/// A stretch of a route: along one edge, from one offset to another, either way.
struct RouteStep: Hashable, Sendable {
  var edge: EdgeID
  /// Millimetres from the edge's tail.
  var from: Int64
  var to: Int64
}

extension RouteTree {
  /// How a route leaves the point where its home attaches.
  struct Departure: Hashable, Sendable {
    /// The walk from there to the door, and the door.
    var label: UInt64
    /// Along the home's own edge, to the first node or straight to the door.
    var first: RouteStep
    /// `nil` where the door is on the same edge and no node is passed.
    var node: UInt32?

    var length: Int64 { Int64(label >> 32) }
  }

  /// The shortest way from a point of an edge; `nil` if no door is reached.
  ///
  /// On a tie the lowest door, then straight along the edge, then by its tail.
  func departure(from edge: EdgeID, at offset: Int64) -> Departure? {
    let length = Int64(network.lengths[edge.position])
    var best = Departure(
      label: SearchWorkspace.unreached, first: RouteStep(edge: edge, from: offset, to: offset))
    for entry in entrances.onEdges.on(edge.index) {
      let walk = UInt64(entry.connector + abs(entry.offset - offset))
      let label = walk << 32 | UInt64(entry.facility)
      if label < best.label {
        best.label = label
        best.first.to = entry.offset
      }
    }
    func consider(_ node: UInt32, _ end: Int64) {
      let label = SearchWorkspace.label(search.label(of: node), after: abs(end - offset))
      if label < best.label {
        best.label = label
        best.first.to = end
        best.node = node
      }
    }
    consider(network.tails[edge.position], 0)
    consider(network.heads[edge.position], length)
    return best.label == SearchWorkspace.unreached ? nil : best
  }

  /// The way from a node, as if a home stood there.
  func departure(at node: UInt32) -> Departure {
    let step = step(from: node)
    return Departure(
      label: search.label(of: node),
      first: RouteStep(edge: step.edge, from: step.from, to: step.from),
      node: node)
  }

  /// The exposure of a whole route; its length is that of the first stretch only.
  func exposure(of departure: Departure) -> Exposure {
    let first = coverage.exposure(
      of: departure.first.edge.position, from: departure.first.from, to: departure.first.to,
      in: network)
    guard let node = departure.node.map(Int.init) else { return first }
    var result = first
    result.uncovered += uncovered[node]
    result.longest = max(first.longest, longest[node], first.trailing + leading[node])
    return result
  }

  /// A stretch cut where coverage begins or ends, in walking order.
  func uncoveredParts(of step: RouteStep) -> [(step: RouteStep, isUncovered: Bool)] {
    let edge = step.edge.position
    let low = min(step.from, step.to)
    let high = max(step.from, step.to)
    let isForward = step.from <= step.to
    let uncovered = coverage.set(of: edge, in: network).complement(
      in: Int64(network.lengths[edge]))
    var parts: [(step: RouteStep, isUncovered: Bool)] = []
    func add(_ from: Int64, _ to: Int64, _ isUncovered: Bool) {
      guard from < to else { return }
      parts.append(
        (
          RouteStep(edge: step.edge, from: isForward ? from : to, to: isForward ? to : from),
          isUncovered
        ))
    }
    var reached = low
    for portion in uncovered.portions where portion.to > low && portion.from < high {
      add(reached, max(low, portion.from), false)
      add(max(low, portion.from), min(high, portion.to), true)
      reached = min(high, portion.to)
    }
    add(reached, high, false)
    return isForward ? parts : parts.reversed()
  }

  /// Calls `body` with every stretch of a route in walking order, those of no length too.
  func forEachStep(of departure: Departure, _ body: (RouteStep) -> Void) {
    body(departure.first)
    var node = departure.node
    while let current = node {
      let next = nextNode[Int(current)]
      body(step(from: current))
      node = next == RouteTree.none ? nil : next
    }
  }

  /// The stretch walked from a node, along an edge or up to the door.
  func step(from node: UInt32) -> RouteStep {
    guard nextNode[Int(node)] != RouteTree.none else { return lastStep(from: node) }
    let edge = Int(nextEdge[Int(node)])
    let length = Int64(network.lengths[edge])
    let isForward = network.tails[edge] == node
    return RouteStep(
      edge: EdgeID(edge), from: isForward ? 0 : length, to: isForward ? length : 0)
  }

  /// The node walked on to; `nil` where the way goes straight to the door.
  func next(after node: UInt32) -> UInt32? {
    let next = nextNode[Int(node)]
    return next == RouteTree.none ? nil : next
  }
}
