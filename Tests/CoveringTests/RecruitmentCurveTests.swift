import RelaisTestSupport
import Testing

@testable import Covering

/// How many are enough, against trying every subset of every size.
@Suite struct RecruitmentCurveTests {
  private func curve(
    _ matrix: CoverageMatrix, count: Int, demand: Int64, before: Int64, work: Int,
    effort: SearchEffort = SearchEffort()
  ) -> RecruitmentCurve {
    RecruitmentCurve.beside(
      { RecruitmentList(matrix, count: count, effort: effort) }, matrix, count: count,
      demand: demand, before: before, work: work
    ).curve
  }

  @Test(arguments: 0..<120 as Range<UInt64>)
  func everyPointAndTargetIsThatOfEverySubset(seed: UInt64) {
    var random = SeededRandom(seed: seed &+ 300)
    let matrix = Instances.random(&random)
    let count = Int.random(in: 1...9, using: &random)
    let before = Int64.random(in: 0...max(1, matrix.total), using: &random)
    let demand =
      matrix.total + before + Int64.random(in: 0...max(1, matrix.total / 3), using: &random)
    let best = (0...matrix.candidateCount).map { Instances.optimum(matrix, count: $0) }
    let curve = curve(
      matrix, count: count, demand: demand, before: before, work: RecruitmentCurve.usualWork)
    for (number, point) in curve.points.enumerated() {
      #expect(point.count == number)
      #expect(point.covered == before + best[number], "seed \(seed), \(number)")
      #expect(point.upperBound == before + best[number], "seed \(seed), \(number)")
    }
    for target in curve.targets {
      let needed = Int64((target.share * 100).rounded()) * demand
      let least = best.firstIndex { ($0 + before) * 100 >= needed }
      #expect(target.found == least, "seed \(seed), \(target.share)")
      #expect(target.atLeast == least, "seed \(seed), \(target.share)")
      if let least { #expect(curve.points.count > least) }
    }
    #expect(curve.unreachableDemand == demand - before - matrix.total)
    // Where the points end, all that can be covered is, or the count asked for is reached.
    #expect(
      curve.points.count > count || curve.points.last?.covered == before + matrix.total)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func aCurveCutShortStillHoldsTheOptimum(seed: UInt64) {
    var random = SeededRandom(seed: seed &+ 700)
    let matrix = Instances.random(&random)
    let count = Int.random(in: 1...6, using: &random)
    let best = (0...matrix.candidateCount).map { Instances.optimum(matrix, count: $0) }
    for work in [0, 1000, 20_000] {
      let curve = curve(
        matrix, count: count, demand: matrix.total, before: 0, work: work,
        effort: SearchEffort(work: 0))
      for point in curve.points {
        #expect(point.covered <= best[point.count] && point.upperBound >= best[point.count])
      }
      for target in curve.targets {
        let needed = Int64((target.share * 100).rounded()) * matrix.total
        let least = best.firstIndex { $0 * 100 >= needed } ?? -1
        #expect(target.found ?? -1 >= least && target.atLeast ?? -1 <= least, "seed \(seed)")
      }
    }
  }

  @Test(arguments: 0..<3 as Range<UInt64>)
  func largerCurvesRiseAndHoldTheProvenOptimumOfEachSize(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let matrix = Instances.square(sites: 60, points: 250, radius: 0.14, &random)
    // So little work that the sizes in between rest on the multipliers of others.
    let curve = curve(matrix, count: 12, demand: matrix.total, before: 0, work: 4_000_000)
    for (a, b) in zip(curve.points, curve.points.dropFirst()) {
      #expect(a.covered <= b.covered && a.upperBound <= b.upperBound)
    }
    for number in [1, 4, 9, 12] {
      let optimum = RecruitmentList(matrix, count: number).optimality
      #expect(optimum.isProven)
      let point = curve.points[number]
      #expect(point.covered <= optimum.objective && point.upperBound >= optimum.objective)
      #expect(Double(point.upperBound) <= 1.01 * Double(point.covered))
    }
  }
}
