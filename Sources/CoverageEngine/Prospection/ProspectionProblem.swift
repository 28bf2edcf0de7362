public import Covering
import RelaisGeo

/// What a prospection chooses among: the open streets, and which candidates would cover them.
public struct ProspectionProblem: Sendable {
  /// One per candidate, `nil` where it stays unattached and covers nothing.
  public let snaps: [Snap?]
  public let overlay: DemandOverlay
  public let unit: DemandUnit
  /// All demand, covered or not, in units.
  public let demand: Int64
  /// Of it, what no relay covers now.
  public let open: Int64
  /// The open streets that no candidate would cover, by edge and offset.
  public let unreachable: [EdgeInterval]

  public var matrix: CoverageMatrix { overlay.matrix }

  /// - Parameters:
  ///   - relays: How the present relays attach; they are fixed.
  ///   - isOpen: One per candidate: the others cover nothing. All do if `nil`.
  ///   - density: What streets count for; each metre as the source weighs it if `nil`.
  ///   - count: How many candidates are to be chosen.
  ///   - budget: The main one if `nil`.
  /// - Complexity: a search over the network, and a bounded one a candidate.
  public init(
    _ network: StreetNetwork, relays: [Snap?], candidates: [Facility], isOpen: [Bool]? = nil,
    density: DemandDensity? = nil, count: Int, budget: Budget? = nil,
    parameters: AnalysisParameters, studyArea: AreaClip? = nil
  ) {
    self.init(
      network, relays: relays,
      candidates: Snapper(network, parameters.snapping).snaps(
        of: candidates.map(\.position), within: parameters.maximumSnap), isOpen: isOpen,
      density: density, count: count, budget: budget, parameters: parameters, studyArea: studyArea)
  }

  /// The same of candidates that were attached already.
  init(
    _ network: StreetNetwork, relays: [Snap?], candidates snaps: [Snap?], isOpen: [Bool]?,
    density: DemandDensity?, count: Int, budget: Budget?, parameters: AnalysisParameters,
    studyArea: AreaClip?
  ) {
    let budget = budget ?? parameters.mainBudget
    self.snaps = snaps
    let distances = NetworkDistances(
      network, from: relays, countsConnector: parameters.countsConnector, within: budget.length)
    let open = OpenDemand(
      network, beyond: Coverage(network, distances, budget: budget), studyArea: studyArea)
    let density = density ?? DemandDensity(network, .streets)
    let unit = density.unit(count: count)
    let isPlain = density.isPlain
    func units(_ edge: Int, _ from: Int64, _ to: Int64) -> Int64 {
      isPlain ? to - from : density.units(edge, from, to, in: unit)
    }
    self.unit = unit
    demand = OpenDemand(network, beyond: nil, studyArea: studyArea).total(units)
    self.open = open.total(units)
    let attached = snaps
    let openSnaps = isOpen.map { zip(attached, $0).map { $1 ? $0 : nil } } ?? attached
    let portions = CandidateReach.portions(
      network, snaps: openSnaps, budget: budget, countsConnector: parameters.countsConnector,
      open: open)
    overlay = DemandOverlay(
      portions, network, candidateCount: snaps.count, open: open, units: units)
    unreachable = ProspectionProblem.left(of: open, beyond: portions, network)
  }

  /// What is open and in none of some portions, which are by edge.
  private static func left(
    of open: OpenDemand, beyond portions: [CandidateReach.Portion], _ network: StreetNetwork
  ) -> [EdgeInterval] {
    var left: [EdgeInterval] = []
    var next = 0
    for edge in 0..<network.edgeCount {
      let first = next
      while next < portions.count, portions[next].edge == UInt32(edge) { next += 1 }
      guard open.isOpen(edge) else { continue }
      let length = Int64(network.lengths[edge])
      let reached = IntervalSet(
        union: portions[first..<next].map { .init(from: Int64($0.from), to: Int64($0.to)) })
      var rest = reached.complement(in: length)
      if let portions = open.portions(of: edge) {
        rest = rest.intersection(IntervalSet(union: portions))
      }
      for portion in rest.portions where portion.to > portion.from {
        left.append(
          EdgeInterval(
            edge: EdgeID(edge), from: Length(millimetres: portion.from),
            to: Length(millimetres: portion.to)))
      }
    }
    return left
  }
}
