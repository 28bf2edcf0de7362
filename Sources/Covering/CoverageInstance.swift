/// A maximal covering problem given as such: demand points with weights, candidates that cover them.
public struct CoverageInstance: Sendable {
  /// Their names, in the order of the source.
  public let candidates: [String]
  public let matrix: CoverageMatrix
  public let unit: DemandUnit
  /// All demand, covered or not, in units.
  public let demand: Int64
  /// Of it, what is covered from the start, in units.
  public let coveredBefore: Int64

  /// - Parameters:
  ///   - weights: One per demand point, from 0.
  ///   - covers: The points each candidate covers, in any order.
  ///   - covered: The points covered from the start.
  ///   - count: How many candidates are to be chosen.
  /// - Complexity: linear in the covers.
  public init(
    candidates: [String], weights: [Double], covers: [[Int]], covered: some Sequence<Int>,
    count: Int
  ) {
    let unit = DemandUnit(
      telling: weights, total: weights.reduce(0, +), count: count, least: 0)
    var isCovered = [Bool](repeating: false, count: weights.count)
    for point in covered { isCovered[point] = true }
    var lists = [[UInt32]](repeating: [], count: weights.count)
    for (candidate, points) in covers.enumerated() {
      for point in points where lists[point].last != UInt32(candidate) {
        lists[point].append(UInt32(candidate))
      }
    }
    var collector = AtomCollector()
    for (point, list) in lists.enumerated()
    where !isCovered[point] && !list.isEmpty && unit.units(weights[point]) > 0 {
      list.withUnsafeBufferPointer {
        _ = collector.add(
          unit.units(weights[point]), coveredBy: $0, hash: AtomCollector.hash($0))
      }
    }
    self.candidates = candidates
    self.unit = unit
    matrix = collector.matrix(candidateCount: candidates.count)
    demand = weights.reduce(0) { $0 + unit.units($1) }
    coveredBefore = weights.indices.reduce(0) { isCovered[$1] ? $0 + unit.units(weights[$1]) : $0 }
  }
}
