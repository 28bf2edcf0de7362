import Computing
import RelaisGeo

/// Adds up what is covered: lengths, shares, edges, demand.
enum CoverageSummary {
  /// - Parameters:
  ///   - studyArea: Where demand streets count; everywhere if `nil`.
  ///   - circles: What circles of the same radius would claim; left at zero if `nil`.
  /// - Complexity: linear in edges.
  static func summary(
    _ network: StreetNetwork, _ coverage: Coverage, studyArea: AreaClip?,
    circles: EdgePortions? = nil
  ) -> BudgetSummary {
    let unweighted = network.isUnweighted
    let parts = Parallel.map(network.streetEdgeCount, grain: 50_000) { edges in
      var part = BudgetSummary(budget: coverage.budget)
      var total: Int64 = 0
      var covered: Int64 = 0
      for edge in edges {
        let length = Int64(network.lengths[edge])
        let extent = coverage.portions.extent(of: edge, length: length)
        total += length
        covered += extent.length
        if extent.isAny, extent.length == length {
          part.edgesCovered += 1
        } else if extent.length > 0 {
          part.edgesPartly += 1
        } else {
          part.edgesUncovered += 1
        }
        if !unweighted {
          part.coveredWeight += network.weight(of: EdgeID(edge)) * Double(extent.length) / 1000
        }
        guard network.isDemand[edge] else { continue }
        let side = studyArea?.sides[edge] ?? .inside
        guard side != .outside else { continue }
        guard side == .crossing, let studyArea else {
          part.streets += Length(millimetres: length)
          part.streetsCovered += Length(millimetres: extent.length)
          if let circles {
            let claimed = circles.extent(of: edge, length: length).length
            part.streetsInCircles += Length(millimetres: claimed)
          }
          continue
        }
        let inside = studyArea.set(of: edge, length: length)
        part.streets += Length(millimetres: inside.length)
        let both = inside.intersection(coverage.set(of: edge, in: network))
        part.streetsCovered += Length(millimetres: both.length)
        if let circles {
          let claimed = inside.intersection(circles.portions(of: edge, length: length))
          part.streetsInCircles += Length(millimetres: claimed.length)
        }
      }
      part.covered = Length(millimetres: covered)
      part.uncovered = Length(millimetres: total - covered)
      return part
    }
    var sum = BudgetSummary(budget: coverage.budget)
    for part in parts { sum.add(part) }
    if unweighted { sum.coveredWeight = sum.covered.metres }
    return sum
  }

  /// The demand streets inside an area, and what of them each coverage covers.
  static func district(
    _ area: Area, _ clip: AreaClip, _ network: StreetNetwork, _ coverages: PerBudget<Coverage>,
    studyArea: AreaClip?
  ) -> DistrictSummary {
    var streets: Int64 = 0
    var covered = [Int64](repeating: 0, count: coverages.count)
    for edge in 0..<network.edgeCount
    where network.isDemand[edge] && clip.sides[edge] != .outside {
      let length = Int64(network.lengths[edge])
      var inside = clip.set(of: edge, length: length)
      if let studyArea {
        inside = inside.intersection(studyArea.set(of: edge, length: length))
      }
      streets += inside.length
      for (index, coverage) in coverages.enumerated() {
        covered[index] += inside.intersection(coverage.set(of: edge, in: network)).length
      }
    }
    var next = covered.makeIterator()
    return DistrictSummary(
      id: area.id, name: area.name, streets: Length(millimetres: streets),
      covered: coverages.mapValues { _ in Length(millimetres: next.next() ?? 0) })
  }
}

extension BudgetSummary {
  fileprivate mutating func add(_ other: BudgetSummary) {
    covered += other.covered
    uncovered += other.uncovered
    coveredWeight += other.coveredWeight
    streets += other.streets
    streetsCovered += other.streetsCovered
    streetsInCircles += other.streetsInCircles
    edgesCovered += other.edgesCovered
    edgesPartly += other.edgesPartly
    edgesUncovered += other.edgesUncovered
  }
}
