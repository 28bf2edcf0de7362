public import RelaisGeo

/// For one spot: where it meets the streets, the nearest relay and the way there, or why none is
/// reached.
public struct PlaceExplanation: Sendable {
  /// A stretch of the way under one name.
  public struct Leg: Hashable, Sendable {
    public var street: String?
    public var length: Length
    /// Whether it leads straight across a square.
    public var isAcross = false
  }

  public enum Verdict: Hashable, Sendable {
    /// Within a budget: the least that is enough.
    case covered(budget: Budget)
    /// A relay can be reached, but lies beyond the largest budget by this much.
    case tooFar(by: Length)
    /// A relay lies farther than streets were read around the study area, if one can be reached at all: more than so
    /// much.
    case beyondReach(Length)
    /// No relay stands on the spot's piece of the network; how many metres that piece has.
    case island(Length)
    /// The spot itself is farther from every street than a place may be, by this much.
    case beyondSnap(by: Length)
    /// There is no street at all.
    case noStreet
    /// There is no attached relay at all.
    case noRelay
    /// None is open for certain at the time asked for.
    case noOpenRelay
  }

  public var position: Position
  /// However far; `nil` only without streets.
  public var snap: Snap?
  public var edge: String?
  public var street: String?
  public var verdict: Verdict
  /// From the snap to the nearest relay's door, the lowest relay on a tie.
  public var distance: Length?
  /// Whether it is in truth more than ``distance``, as far as streets were read; no relay is then named.
  public var isOver = false
  public var facility: Int?
  /// From the snap to the relay's own street, in walking order; the connectors are not in it.
  public var legs: [Leg] = []
  /// From the relay's street to its door; zero where connectors do not count.
  public var facilityConnector: Length?
  /// The time asked for, at which only relays open for certain count.
  public var moment: MomentCoverage?

  /// - Parameters:
  ///   - network: With every way open.
  ///   - moment: The time asked for; ways and gates closed then are not walked. `nil` for whatever the hours.
  /// - Complexity: that of one search over the network.
  public init(
    of position: Position, network: StreetNetwork, facilities: [Facility],
    parameters: AnalysisParameters, at moment: MomentCoverage.Moment? = nil,
    calendar: FrenchCalendar = FrenchCalendar()
  ) {
    self.position = position
    let network = network.walked(at: moment, calendar: calendar)
    self.moment = moment.map {
      MomentCoverage(
        $0,
        RelayHours(facilities, calendar: calendar, isOnEarth: network.ground == .ellipsoid))
    }
    let snapper = Snapper(network, parameters.snapping)
    let attached = snapper.snaps(of: facilities.map(\.position), within: parameters.maximumSnap)
    let snaps =
      self.moment.map { zip(attached, $0.states).map { $1 == .open ? $0 : nil } } ?? attached
    guard
      let snap = snapper.nearest(
        to: position, preferringWithin: parameters.maximumSnap)
    else {
      verdict = .noStreet
      return
    }
    self.snap = snap
    edge = network.identifier(of: snap.edge)
    street = network.name(of: snap.edge)
    let distances = NetworkDistances(
      network, from: snaps, countsConnector: parameters.countsConnector)
    let nearest = distances.nearest(in: network, to: snap.edge, at: snap.offset)
    if let nearest {
      distance = nearest.distance
      facility = nearest.facility
      facilityConnector =
        parameters.countsConnector ? snaps[nearest.facility]?.connector : Length.zero
      // Where a sidewalk stands for the spot, the way begins there.
      let spot = distances.spot(in: network, of: snap.edge, at: snap.offset)
      legs = WayBack(network, distances).legs(from: spot.edge, at: spot.offset)
    }
    // Without a relay at all there is none farther away either.
    let known: (walk: Length?, isOver: Bool) =
      facilities.isEmpty ? (nil, false) : network.known(distance, from: snap.edge)
    if known.isOver {
      distance = known.walk
      isOver = true
      facility = nil
      facilityConnector = nil
      legs = []
    }
    if snap.connector > parameters.maximumSnap {
      verdict = .beyondSnap(by: snap.connector - parameters.maximumSnap)
    } else if known.isOver, let reach = known.walk {
      verdict = .beyondReach(reach)
    } else if let nearest {
      if let budget = parameters.budgets.first(where: { nearest.distance <= $0.length }) {
        verdict = .covered(budget: budget)
      } else {
        verdict = .tooFar(by: nearest.distance - parameters.budgets.farthest.length)
      }
    } else if attached.allSatisfy({ $0 == nil }) {
      verdict = .noRelay
    } else if snaps.allSatisfy({ $0 == nil }) {
      verdict = .noOpenRelay
    } else {
      let piece = Int(network.components.ofNode[network.tail(of: snap.edge).position])
      verdict = .island(network.components.lengths[piece])
    }
  }
}

/// Follows labels back from a point to the facility they come from.
///
/// No predecessors are kept: a node's label is that of a neighbour plus the arc between, and the
/// lowest such arc is taken.
struct WayBack {
  let network: StreetNetwork
  let distances: NetworkDistances

  init(_ network: StreetNetwork, _ distances: NetworkDistances) {
    self.network = network
    self.distances = distances
  }

  func legs(from edge: EdgeID, at offset: Length) -> [PlaceExplanation.Leg] {
    guard let nearest = distances.walk(in: network, to: edge, at: offset) else { return [] }
    let facility = UInt32(nearest.facility)
    var legs: [PlaceExplanation.Leg] = []
    func add(_ edge: EdgeID, _ length: Length) {
      guard length > .zero else { return }
      let name = network.name(of: edge)
      let isAcross = network.isAcross(edge)
      if let last = legs.last, last.street == name, last.isAcross == isAcross {
        legs[legs.count - 1].length += length
      } else {
        legs.append(.init(street: name, length: length, isAcross: isAcross))
      }
    }
    // On the facility's own edge the way may not leave it.
    for entry in distances.onEdges.on(edge.index) where entry.facility == facility {
      let straight = abs(entry.offset - offset.millimetres)
      if entry.connector + straight == nearest.distance.millimetres {
        add(edge, Length(millimetres: straight))
        return legs
      }
    }
    let target = UInt64(nearest.distance.millimetres) << 32 | UInt64(facility)
    let rest = network.length(of: edge) - offset
    let tailLabel = distances.labels[network.tail(of: edge).position]
    let byTail = SearchWorkspace.label(tailLabel, after: offset.millimetres) == target
    let start = byTail ? network.tail(of: edge) : network.head(of: edge)
    add(edge, byTail ? offset : rest)
    // Edges of no length tie labels and may lead nowhere: never the same node twice, and back from
    // where nothing leads on.
    var visited: Set<NodeID> = [start]
    var way: [(edge: EdgeID, node: NodeID)] = []
    while true {
      let node = way.last?.node ?? start
      let label = distances.labels[node.position]
      if let (last, walk) = arrival(at: node, label: label) {
        for step in way { add(step.edge, network.length(of: step.edge)) }
        add(last, walk)
        return legs
      }
      if let step = step(from: node, label: label, avoiding: visited) {
        way.append(step)
        visited.insert(step.node)
      } else if way.popLast() == nil {
        preconditionFailure("a label without a witness")
      }
    }
  }

  /// The facility's own edge, if the node's label comes straight from it.
  private func arrival(at node: NodeID, label: UInt64) -> (EdgeID, Length)? {
    for edge in network.edges(at: node) {
      for entry in distances.onEdges.on(edge.index) {
        let length = network.length(of: edge).millimetres
        for (end, walk) in [
          (network.tail(of: edge), entry.offset), (network.head(of: edge), length - entry.offset),
        ]
        where end == node && UInt64(entry.connector + walk) << 32 | UInt64(entry.facility) == label
        {
          return (edge, Length(millimetres: walk))
        }
      }
    }
    return nil
  }

  private func step(
    from node: NodeID, label: UInt64, avoiding visited: Set<NodeID>
  ) -> (edge: EdgeID, node: NodeID)? {
    for edge in network.edges(at: node) {
      let other = network.tail(of: edge) == node ? network.head(of: edge) : network.tail(of: edge)
      let known = distances.labels[other.position]
      if !visited.contains(other),
        SearchWorkspace.label(known, after: network.length(of: edge).millimetres) == label
      {
        return (edge, other)
      }
    }
    return nil
  }
}
