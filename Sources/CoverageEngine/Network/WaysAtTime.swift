import RelaisGeo

/// The ways and gates that are closed at some time.
public struct Closures: Hashable, Sendable {
  /// Increasing.
  let edges: [UInt32]
  let nodes: [UInt32]

  public static let none = Closures(edges: [], nodes: [])

  public var isEmpty: Bool { edges.isEmpty && nodes.isEmpty }
}

extension StreetNetwork {
  /// A node where a gate with hours stands.
  struct Gate: Hashable, Sendable {
    var node: UInt32
    /// A number of ``StreetSections/hours``.
    var hours: Int
  }

  /// Whether any way or gate has hours.
  public var hasHours: Bool { !hours.isEmpty }

  /// What is closed at an instant: what is not open, for certain.
  public func closures(at instant: LocalInstant, calendar: FrenchCalendar) -> Closures {
    closures(calendar) { $0.state(at: instant, in: $1) == .open }
  }

  /// The same for an hour or another stretch of the clock: what is not open throughout it.
  func closures(throughout stretch: Range<LocalInstant>, calendar: FrenchCalendar) -> Closures {
    closures(calendar) { $0.state(throughout: stretch, in: $1) == .open }
  }

  /// The same for a window on every day of a period; nothing is closed in a window without a day.
  public func closures(in window: WindowDays, calendar: FrenchCalendar) -> Closures {
    closures(calendar) { hours, setting in
      window.stretches.allSatisfy { stretches in
        stretches.allSatisfy { hours.state(throughout: $0.stretch, in: setting) == .open }
      }
    }
  }

  /// - Complexity: One evaluation for each of the different hours.
  private func closures(
    _ calendar: FrenchCalendar, _ isOpen: (WalkingHours, HoursSetting) -> Bool
  ) -> Closures {
    guard hasHours else { return .none }
    // A town is small enough for one sunset.
    let middle = Position(
      x: (envelope.minX + envelope.maxX) / 2, y: (envelope.minY + envelope.maxY) / 2)
    let setting = HoursSetting(
      calendar: calendar, position: ground == .ellipsoid && middle.isGeographic ? middle : nil)
    let isClosed = hours.map { !isOpen($0, setting) }
    guard isClosed.contains(true) else { return .none }
    return Closures(
      edges: timedEdges.filter { isClosed[hours(ofEdge: Int($0))] },
      nodes: gates.filter { isClosed[$0.hours] }.map(\.node))
  }

  private func hours(ofEdge edge: Int) -> Int {
    Int(lineAttributes[Int(line[edge])].hours) - 1
  }

  /// Whether the edge is a way that is closed at the network's time.
  func isClosed(_ edge: EdgeID) -> Bool {
    !closedEdges.isEmpty && closedEdges.contains(edge.index)
  }

  /// The same edges where some ways and gates are closed.
  ///
  /// Nodes are doubled for it, behind the others: closed ways run between the doubles of their nodes, which nothing else
  /// leads to, no place attaches to them, and at a closed gate every edge ends at a node of its own.
  ///
  /// - Complexity: Linear in edges; nothing where nothing is closed.
  public func walked(without closures: Closures) -> StreetNetwork {
    guard !closures.isEmpty else { return self }
    var copy = self
    var count = nodeCount
    let isGate = Set(closures.nodes)
    for node in closures.nodes {
      // The first edge keeps the node.
      var isKept = false
      func end(_ own: UInt32) -> UInt32 {
        guard own == node else { return own }
        guard isKept else {
          isKept = true
          return own
        }
        count += 1
        return UInt32(count - 1)
      }
      for edge in edges(at: NodeID(Int(node))).map(\.position) {
        copy.tails[edge] = end(copy.tails[edge])
        copy.heads[edge] = end(copy.heads[edge])
      }
    }
    var doubles: [UInt32: UInt32] = [:]
    let isClosed = Set(closures.edges)
    func double(_ node: UInt32) -> UInt32 {
      if node >= UInt32(nodeCount) || isGate.contains(node) { return node }
      // Where nothing else begins there is nothing to be kept apart.
      if edges(at: NodeID(Int(node))).allSatisfy({ isClosed.contains($0.index) }) { return node }
      if let known = doubles[node] { return known }
      doubles[node] = UInt32(count)
      count += 1
      return UInt32(count - 1)
    }
    for edge in closures.edges.map(Int.init) {
      copy.tails[edge] = double(copy.tails[edge])
      copy.heads[edge] = double(copy.heads[edge])
    }
    copy.closedEdges = isClosed
    copy.nodeCount = count
    copy.connect()
    return copy
  }
}
