import RelaisGeo

/// Of the ways to school at most 15 % longer than the shortest, the one with the least uncovered
/// metres; of those the shortest.
public struct CoveredRoute: Hashable, Sendable {
  public var walk: SchoolRoute.Walk
  /// In walking order, with no piece of no length; a piece may be walked from `to` to `from`.
  public var pieces: [EdgeInterval]

  /// How much of the shortest way's length a covered one may have, per cent.
  public static let longestShare: Int64 = 115

  /// The longest a covered way may be, given a shortest one; rounded down.
  static func allowed(_ shortest: Int64) -> Int64 { shortest * longestShare / 100 }
}

/// Finds covered routes to the doors of one school, for all its homes at once.
///
/// A constrained shortest path, exact by label setting: labels (length, uncovered) spread from the
/// doors outwards by increasing length, then uncovered metres, so that a label is dominated unless
/// it has fewer uncovered metres than every label of its node before it (Hansen, "Bicriterion path
/// problems", 1980). Labels longer than the shortest way by more than the farthest home may add are
/// dropped.
struct CoveredRouteSearch {
  /// Labels of one school after which the search is cut short, and said to be.
  static let labelLimit = 2_000_000

  private struct Label {
    var length: Int64
    var uncovered: Int64
    var node: UInt32
    /// The edge walked on along, and the label there; ``none`` where it leads to a door.
    var edge: UInt32
    var next: Int32
    /// The label of the node before this one.
    var before: Int32
    /// The way along the door's own edge, where it leads to one: offsets from–to.
    var from: Int64
    var door: Int64
    /// The leg from street to door.
    var connector: Int64
  }

  private static let none: Int32 = -1

  private let network: StreetNetwork
  private let coverage: Coverage
  private var labels: [Label] = []
  /// Per node: its last settled label, the least uncovered of them.
  private var last: [Int32]
  /// Whether the last search stopped at ``labelLimit``.
  private(set) var isCut = false
  private var entrances: SchoolEntrances
  /// How much longer than the shortest a label may be, and how long at most.
  private var slack: Int64 = 0
  private var longest: Int64 = 0

  init(_ network: StreetNetwork, _ coverage: Coverage) {
    self.network = network
    self.coverage = coverage
    last = Array(repeating: CoveredRouteSearch.none, count: network.nodeCount)
    entrances = SchoolEntrances([], snaps: [], countsConnector: false)
  }

  /// - Parameters:
  ///   - tree: holds the shortest ways to the school's doors.
  ///   - farthest: the longest of its shortest routes, millimetres.
  mutating func grow(_ tree: borrowing RouteTree, farthest: Int64) {
    for label in labels { last[Int(label.node)] = CoveredRouteSearch.none }
    labels.removeAll(keepingCapacity: true)
    isCut = false
    entrances = tree.entrances
    slack = CoveredRoute.allowed(farthest) - farthest
    longest = CoveredRoute.allowed(farthest)
    var queue = RouteQueue()
    for entry in entrances.onEdges.entries {
      let edge = Int(entry.edge)
      let length = Int64(network.lengths[edge])
      for (node, from) in [(network.tails[edge], Int64(0)), (network.heads[edge], length)] {
        let own = coverage.exposure(of: edge, from: from, to: entry.offset, in: network)
        offer(
          Label(
            length: entry.connector + own.length, uncovered: own.uncovered, node: node,
            edge: entry.edge, next: CoveredRouteSearch.none, before: CoveredRouteSearch.none,
            from: from, door: entry.offset, connector: entry.connector), tree, &queue)
      }
    }
    while let pending = queue.pop() {
      let node = Int(pending.node)
      if last[node] != CoveredRouteSearch.none,
        labels[Int(last[node])].uncovered <= pending.uncovered
      {
        continue
      }
      guard labels.count < CoveredRouteSearch.labelLimit else {
        isCut = true
        return
      }
      let index = Int32(labels.count)
      labels.append(
        Label(
          length: pending.length, uncovered: pending.uncovered, node: pending.node,
          edge: pending.edge, next: pending.next, before: last[node],
          from: pending.from, door: pending.door, connector: pending.connector))
      last[node] = index
      for arc in Int(network.firstArc[node])..<Int(network.firstArc[node + 1]) {
        let edge = Int(network.arcEdge[arc])
        let head = network.arcs[arc].head
        guard head != pending.node else { continue }
        let length = Int64(network.lengths[edge])
        let uncovered = coverage.exposure(of: edge, from: 0, to: length, in: network).uncovered
        offer(
          Label(
            length: pending.length + length, uncovered: pending.uncovered + uncovered, node: head,
            edge: UInt32(edge), next: index, before: CoveredRouteSearch.none, from: 0,
            door: 0, connector: pending.connector), tree, &queue)
      }
    }
  }

  private func offer(
    _ label: Label, _ tree: borrowing RouteTree, _ queue: inout RouteQueue
  ) {
    let shortest = tree.label(of: label.node)
    guard label.length <= longest, shortest != SearchWorkspace.unreached,
      label.length <= Int64(shortest >> 32) + slack
    else { return }
    let known = last[Int(label.node)]
    if known != CoveredRouteSearch.none, labels[Int(known)].uncovered <= label.uncovered { return }
    queue.push(
      RouteQueue.Pending(
        length: label.length, uncovered: label.uncovered, node: label.node, edge: label.edge,
        next: label.next, from: label.from, door: label.door, connector: label.connector))
  }

  /// The covered way from a point of an edge.
  ///
  /// - Parameters:
  ///   - departure: the shortest way from there.
  ///   - connector: the leg from home to street, which counts as walking too.
  /// - Returns: `nil` only where the search was cut short before the point.
  func route(
    from edge: EdgeID, at offset: Int64, connector: Int64, shortest departure: RouteTree.Departure
  ) -> CoveredRoute? {
    let allowed = CoveredRoute.allowed(departure.length + connector) - connector
    var best: (uncovered: Int64, length: Int64, first: RouteStep, label: Int32, legs: Int64)?
    func consider(
      _ length: Int64, _ uncovered: Int64, _ first: RouteStep, _ label: Int32, legs: Int64
    ) {
      guard length <= allowed else { return }
      if let best, (best.uncovered, best.length) <= (uncovered, length) { return }
      best = (uncovered, length, first, label, legs)
    }
    for entry in entrances.onEdges.on(edge.index) {
      let own = coverage.exposure(
        of: edge.position, from: offset, to: entry.offset, in: network)
      consider(
        entry.connector + own.length, own.uncovered,
        RouteStep(edge: edge, from: offset, to: entry.offset), CoveredRouteSearch.none,
        legs: entry.connector)
    }
    let whole = Int64(network.lengths[edge.position])
    for (node, end) in [
      (network.tails[edge.position], Int64(0)), (network.heads[edge.position], whole),
    ] {
      let own = coverage.exposure(of: edge.position, from: offset, to: end, in: network)
      var index = last[Int(node)]
      while index != CoveredRouteSearch.none {
        let label = labels[Int(index)]
        consider(
          own.length + label.length, own.uncovered + label.uncovered,
          RouteStep(edge: edge, from: offset, to: end), index, legs: label.connector)
        index = label.before
      }
    }
    guard let best else { return nil }
    var exposure = Exposure()
    var pieces: [EdgeInterval] = []
    forEachStep(best.first, best.label) { step in
      exposure = exposure.then(
        coverage.exposure(of: step.edge.position, from: step.from, to: step.to, in: network))
      guard step.from != step.to else { return }
      pieces.append(
        EdgeInterval(
          edge: step.edge, from: Length(millimetres: min(step.from, step.to)),
          to: Length(millimetres: max(step.from, step.to))))
    }
    return CoveredRoute(
      walk: .init(
        length: Length(millimetres: best.length + connector),
        uncovered: Length(millimetres: exposure.uncovered),
        longestUncovered: Length(millimetres: exposure.longest),
        onStreets: Length(millimetres: best.length - best.legs)), pieces: pieces)
  }

  private func forEachStep(_ first: RouteStep, _ label: Int32, _ body: (RouteStep) -> Void) {
    body(first)
    var index = label
    while index != CoveredRouteSearch.none {
      let label = labels[Int(index)]
      let edge = Int(label.edge)
      let length = Int64(network.lengths[edge])
      if label.next == CoveredRouteSearch.none {
        body(RouteStep(edge: EdgeID(edge), from: label.from, to: label.door))
      } else {
        let isForward = network.tails[edge] == label.node
        body(
          RouteStep(
            edge: EdgeID(edge), from: isForward ? 0 : length, to: isForward ? length : 0))
      }
      index = label.next
    }
  }
}
