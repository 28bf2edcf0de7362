import Computing
import RelaisGeo

/// The demand no relay covers yet: streets to cover, inside the study area, beyond the budget.
struct OpenDemand: Sendable {
  private enum Extent: UInt8 {
    case none
    case whole
    case partly
  }

  private let extents: [Extent]
  private let network: StreetNetwork
  private let coverage: Coverage?
  private let studyArea: AreaClip?

  /// - Parameter coverage: What relays cover; `nil` for all demand there is.
  /// - Complexity: linear in edges.
  init(_ network: StreetNetwork, beyond coverage: Coverage?, studyArea: AreaClip?) {
    extents = Parallel.fill(network.edgeCount, grain: 50_000) { edge in
      let length = Int64(network.lengths[edge])
      guard network.isDemand[edge], length > 0 else { return .none }
      let covered = coverage?.portions.extent(of: edge, length: length).length ?? 0
      guard covered < length else { return .none }
      switch studyArea?.sides[edge] ?? .inside {
      case .outside: return .none
      case .crossing: return .partly
      case .inside: return covered == 0 ? .whole : .partly
      }
    }
    self.network = network
    self.coverage = coverage
    self.studyArea = studyArea
  }

  /// Whether anything of the edge is open.
  @inline(__always)
  func isOpen(_ edge: Int) -> Bool { extents[edge] != .none }

  /// The open portions of an edge, none of them without length; `nil` where all of it is open.
  func portions(of edge: Int) -> [IntervalSet.Portion]? {
    switch extents[edge] {
    case .none: return []
    case .whole: return nil
    case .partly:
      let length = Int64(network.lengths[edge])
      let uncovered =
        coverage?.set(of: edge, in: network).complement(in: length) ?? IntervalSet(whole: length)
      guard let studyArea else { return uncovered.portions }
      return studyArea.set(of: edge, length: length).intersection(uncovered).portions.filter {
        $0.to > $0.from
      }
    }
  }

  /// Everything open, in units.
  func total(_ units: (_ edge: Int, _ from: Int64, _ to: Int64) -> Int64) -> Int64 {
    extents.indices.reduce(0) { sum, edge in
      guard isOpen(edge) else { return sum }
      guard let portions = portions(of: edge) else {
        return sum + units(edge, 0, Int64(network.lengths[edge]))
      }
      return portions.reduce(sum) { $0 + units(edge, $1.from, $1.to) }
    }
  }
}
