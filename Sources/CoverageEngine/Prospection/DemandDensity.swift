import Covering
import RelaisGeo

/// Demand per metre on every street to cover, under a profile; cut exactly where it changes: at the ends
/// of what children walk, and at the borders of priority areas.
public struct DemandDensity: Sendable {
  struct Stretch: Sendable {
    /// Millimetres from the tail.
    var from: Int64
    var to: Int64
    /// Weighted metres a metre.
    var weight: Double
  }

  public let profile: DemandProfile
  /// Whether what children walk is part of it.
  private let countsChildren: Bool
  private let network: StreetNetwork
  /// Of edges that are not alike from end to end, or not like the streets around: all of it, in order.
  private let stretches: [UInt32: [Stretch]]

  /// - Parameters:
  ///   - flows: Who walks where, all schools together: stretches of an edge that do not overlap.
  ///   - priorityAreas: What lies in several counts once.
  /// - Complexity: linear in edges and flows, and that of cutting streets at the borders.
  public init(
    _ network: StreetNetwork, _ profile: DemandProfile, flows: [SchoolFlow] = [],
    priorityAreas: [Area] = []
  ) {
    self.profile = profile
    self.network = network
    countsChildren = profile.children > 0 && !flows.isEmpty
    let clips = profile.priority == 1 ? [] : priorityAreas.map { AreaClip(network, $0.shape) }
    let walked =
      profile.children == 0 ? [:] : Dictionary(grouping: flows, by: \.interval.edge.index)
    var stretches: [UInt32: [Stretch]] = [:]
    for edge in 0..<network.edgeCount where network.isDemand[edge] {
      let length = Int64(network.lengths[edge])
      let flows = walked[UInt32(edge)] ?? []
      let inside = IntervalSet(
        union: clips.filter { $0.sides[edge] != .outside }
          .flatMap { $0.set(of: edge, length: length).portions })
      guard !flows.isEmpty || !inside.isEmpty, length > 0 else { continue }
      var cuts: Set<Int64> = [0, length]
      for flow in flows {
        cuts.insert(flow.interval.from.millimetres)
        cuts.insert(flow.interval.to.millimetres)
      }
      for portion in inside.portions {
        cuts.insert(portion.from)
        cuts.insert(portion.to)
      }
      let ordered = cuts.sorted()
      stretches[UInt32(edge)] = zip(ordered, ordered.dropFirst()).map { from, to in
        let children = flows.first {
          $0.interval.from.millimetres <= from && to <= $0.interval.to.millimetres
        }?.children.number
        let isPriority = inside.portions.contains { $0.from <= from && to <= $0.to }
        return Stretch(
          from: from, to: to,
          weight: (profile.street * network.weight(of: EdgeID(edge))
            + profile.children * (children ?? 0)) * (isPriority ? profile.priority : 1))
      }
    }
    self.stretches = stretches
  }

  /// Whether all streets count one a metre: demand is then whole millimetres.
  var isPlain: Bool { stretches.isEmpty && profile.street == 1 && network.isUnweighted }

  /// The stretches of an edge, in order, all of it.
  func stretches(of edge: Int) -> [Stretch] {
    stretches[UInt32(edge)] ?? [
      Stretch(
        from: 0, to: Int64(network.lengths[edge]),
        weight: profile.street * network.weight(of: EdgeID(edge)))
    ]
  }

  /// The unit in which all of it can be counted.
  func unit(count: Int) -> DemandUnit {
    guard !isPlain else { return .millimetres }
    let all = (0..<network.edgeCount).lazy.filter { network.isDemand[$0] }.flatMap {
      stretches(of: $0)
    }
    var unit = DemandUnit(
      telling: all.map(\.weight),
      total: all.reduce(0.0) { $0 + $1.weight * Double($1.to - $1.from) / 1000 }, count: count,
      least: 3)
    // A finer sum would tell of few households.
    unit.isPublishedWhole = countsChildren
    return unit
  }

  /// The demand of a part of an edge.
  func units(_ edge: Int, _ from: Int64, _ to: Int64, in unit: DemandUnit) -> Int64 {
    guard let own = stretches[UInt32(edge)] else {
      return unit.units(to - from, weighing: profile.street * network.weight(of: EdgeID(edge)))
    }
    return own.reduce(0) { sum, stretch in
      let length = min(to, stretch.to) - max(from, stretch.from)
      return length > 0 ? sum + unit.units(length, weighing: stretch.weight) : sum
    }
  }
}
