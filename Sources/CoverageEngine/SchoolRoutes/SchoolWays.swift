import Computing
import RelaisGeo

/// Who walks where to each school, laid out by edge: what another coverage makes of the ways follows without a search,
/// since nobody walks otherwise for a relay's sake.
public struct SchoolWays: Sendable {
  /// A stretch of street that children of one school walk.
  struct Way: Sendable {
    var edge: UInt32
    var school: UInt32
    /// Millimetres from the tail.
    var from: UInt32
    var to: UInt32
    /// Millionths.
    var children: Int64
  }

  /// Homes below which nothing is published of a school, as ``RoutePlanner/leastHomes``.
  private static let leastHomes = 11

  public let schools: [School]
  /// By school, who is assigned to it.
  public let children: [Children]
  public let homes: [Int]
  /// By edge, school and offset.
  private let ways: [Way]
  /// By school: metres walked by all its children, in millionths of a child times millimetres.
  private let walked: [Int128]

  /// - Complexity: that of sorting the plan's pieces; 32 bytes for each stretch.
  public init(_ plan: RoutePlan) {
    schools = plan.schools
    children = plan.figures.map(\.children)
    homes = plan.figures.map(\.homes)
    walked = plan.figures.map(\.childMillimetres)
    var ways = plan.flows().map { flow in
      Way(
        edge: flow.interval.edge.index, school: UInt32(flow.school),
        from: UInt32(flow.interval.from.millimetres), to: UInt32(flow.interval.to.millimetres),
        children: flow.children.millionths)
    }
    // Stable: schools keep their order on each edge.
    RadixSort.sort(&ways) { $0.edge }
    self.ways = ways
  }

  /// By school: of the metres walked, those covered, in the unit of ``SchoolFigures/coveredChildMillimetres``.
  ///
  /// - Complexity: linear in the ways.
  func covered(by coverage: Coverage, in network: StreetNetwork) -> [Int128] {
    var sums = [Int128](repeating: 0, count: schools.count)
    var index = 0
    while index < ways.count {
      let edge = ways[index].edge
      let set = coverage.set(of: Int(edge), in: network)
      while index < ways.count, ways[index].edge == edge {
        add(ways[index], set, times: 1, to: &sums)
        index += 1
      }
    }
    return sums
  }

  /// The same after a change.
  ///
  /// - Complexity: linear in what is walked on the edges that changed.
  func covered(_ before: [Int128], after difference: CoverageDifference) -> [Int128] {
    var sums = before
    for change in difference.changes {
      var index = firstWay(on: UInt32(change.edge))
      while index < ways.count, ways[index].edge == UInt32(change.edge) {
        add(ways[index], change.gained, times: 1, to: &sums)
        add(ways[index], change.lost, times: -1, to: &sums)
        index += 1
      }
    }
    return sums
  }

  /// The share of a school's metres as it may be published, in whole per cent; `nil` where nobody walks there, or too
  /// few homes stand behind the figure.
  func publishedShare(of school: Int, covered: Int128) -> Int? {
    guard walked[school] > 0, homes[school] >= SchoolWays.leastHomes else { return nil }
    return SchoolFigures.wholePerCent(covered, of: walked[school])
  }

  private func add(_ way: Way, _ set: IntervalSet, times sign: Int128, to sums: inout [Int128]) {
    for portion in set.portions {
      let length = min(portion.to, Int64(way.to)) - max(portion.from, Int64(way.from))
      if length > 0 { sums[Int(way.school)] += sign * Int128(length) * Int128(way.children) }
    }
  }

  private func firstWay(on edge: UInt32) -> Int {
    var low = 0
    var high = ways.count
    while low < high {
      let middle = (low + high) / 2
      if ways[middle].edge < edge { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
