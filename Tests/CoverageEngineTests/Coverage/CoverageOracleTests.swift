import CoverageEngine
import RelaisGeo
import RelaisTestSupport
import Testing

/// Random towns against the walker that steps every millimetre.
@Suite struct CoverageOracleTests {
  /// One case: town, relays, budgets, analysis.
  private func result(seed: UInt64) throws -> AnalysisResult {
    var random = SeededRandom(seed: seed)
    let town = Town.random(&random)
    let relays = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      (
        Double(Int.random(in: -1000...13_000, using: &random)) / 1000,
        Double(Int.random(in: -1000...13_000, using: &random)) / 1000
      )
    }
    let budgets = [
      Double(Int.random(in: 1...9000, using: &random)) / 1000,
      Double(Int.random(in: 1...25_000, using: &random)) / 1000,
    ]
    return try CoverageAnalysis(
      town: town, relays: relays, budgets: budgets, maximumSnap: 2,
      countsConnector: Bool.random(using: &random)
    ).run(.everything)
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func coverageEqualsAWalkOfEveryMillimetre(seed: UInt64) throws {
    let result = try result(seed: seed)
    let network = result.network
    let walker = MillimetreWalker(
      network, snaps: result.snaps, countsConnector: result.parameters.countsConnector)
    for (index, budget) in result.parameters.budgets.enumerated() {
      var total: Int64 = 0
      for edge in 0..<network.edgeCount {
        let intervals = result.covered(edge, budget: index)
        let length = Int64(network.lengths[edge])
        total += intervals.reduce(0) { $0 + $1[1] - $1[0] }
        if length == 0 {
          let reached = walker.distances[edge][0].map { $0 <= budget.millimetres } ?? false
          #expect(intervals == (reached ? [[0, 0]] : []), "seed \(seed), edge \(edge)")
          continue
        }
        // Every millimetre of an interval is within the budget, every other one is not.
        var inside = [Bool](repeating: false, count: Int(length) + 1)
        for interval in intervals {
          #expect(interval[0] < interval[1])
          for step in interval[0]...interval[1] { inside[Int(step)] = true }
        }
        var wrong = 0
        for (step, distance) in walker.distances[edge].enumerated() {
          let isCovered = distance.map { $0 <= budget.millimetres } ?? false
          // A point reached exactly, with nothing covered to either side, is no interval.
          let isPoint = distance == budget.millimetres
          if isCovered != inside[step], !(isCovered && isPoint) { wrong += 1 }
        }
        #expect(wrong == 0, "seed \(seed), edge \(edge), budget \(budget)")
      }
      #expect(result.summaries[index].covered.millimetres == total)
    }
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func gapsMakeUpExactlyWhatIsUncovered(seed: UInt64) throws {
    let result = try result(seed: seed)
    for summary in result.summaries {
      let gaps = result.gaps.filter { $0.budget == summary.budget }
      let missing = gaps.reduce(Length.zero) { $0 + $1.length }
      #expect(missing == summary.streets - summary.streetsCovered)
      #expect(gaps.map(\.rank) == Array(1..<(gaps.count + 1)))
      #expect(zip(gaps, gaps.dropFirst()).allSatisfy { $0.length >= $1.length })
      for gap in gaps {
        let names = Set(gap.pieces.map { result.network.name(of: $0.edge) })
        #expect(names == [gap.street])
      }
    }
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func theWorstPointOfAGapIsTheFarthestMillimetre(seed: UInt64) throws {
    let result = try result(seed: seed)
    let walker = MillimetreWalker(
      result.network, snaps: result.snaps, countsConnector: result.parameters.countsConnector)
    for gap in result.gaps {
      let steps = gap.pieces.flatMap { piece in
        walker.distances[piece.edge.position][
          Int(piece.from.millimetres)...Int(piece.to.millimetres)]
      }
      let farthest = steps.contains(nil) ? nil : steps.compactMap { $0 }.max()
      #expect(gap.worstDistance?.millimetres == farthest, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func aServiceAreaIsTheCoverageOfItsRelayAlone(seed: UInt64) throws {
    let result = try result(seed: seed)
    let areas = ServiceArea.areas(
      result.network, snaps: result.snaps, budgets: result.parameters.budgets,
      countsConnector: result.parameters.countsConnector)
    #expect(areas.count == result.snaps.count { $0 != nil })
    for area in areas.joined() {
      let distances = NetworkDistances(
        result.network, from: [result.snaps[area.facility]],
        countsConnector: result.parameters.countsConnector)
      let alone = Coverage(result.network, distances, budget: area.budget)
      let expected = (0..<result.network.edgeCount).flatMap {
        alone.intervals(of: EdgeID($0), in: result.network)
      }
      #expect(area.pieces == expected, "seed \(seed)")
    }
  }
}
