import RelaisTestSupport
import Testing

@testable import Covering

/// Lists of candidates who say yes by chance, against every subset and every set of answers.
@Suite struct ExpectedGainTests {
  private struct Case {
    var matrix: CoverageMatrix
    var chances: [Int64]
    var count: Int
  }

  private func random(_ seed: UInt64) -> Case {
    var random = SeededRandom(seed: seed &+ 4000)
    let matrix = Instances.random(&random)
    // Few chances and many; certain ones among them.
    let values: [Int64] =
      [[500], [300, 1000], [1, 250, 999], [100, 333, 640, 800, 1000]]
      .randomElement(using: &random) ?? []
    return Case(
      matrix: matrix,
      chances: (0..<matrix.candidateCount).map { _ in
        values.randomElement(using: &random) ?? 500
      }, count: Int.random(in: 1...5, using: &random))
  }

  /// By subset, the demand covered on average, cut to whole units: every set of answers is gone through.
  private func averages(_ one: Case) -> [Int64] {
    let (matrix, chances) = (one.matrix, one.chances)
    let all = 0..<matrix.candidateCount
    let covered = (0..<(1 << matrix.candidateCount)).map { subset in
      matrix.covered(by: all.filter { subset >> $0 & 1 == 1 })
    }
    return covered.indices.map { subset in
      guard subset.nonzeroBitCount <= one.count else { return 0 }
      var sum: UInt128 = 0
      var yes = subset
      while true {
        var share: UInt128 = 1
        for candidate in all where subset >> candidate & 1 == 1 {
          share *= UInt128(
            yes >> candidate & 1 == 1 ? chances[candidate] : 1000 - chances[candidate])
        }
        sum += share * UInt128(covered[yes])
        if yes == 0 { break }
        yes = (yes - 1) & subset
      }
      return Int64(sum / (0..<subset.nonzeroBitCount).reduce(UInt128(1)) { a, _ in a * 1000 })
    }
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func theListIsTheBestOfEverySubset(seed: UInt64) {
    let one = random(seed)
    let averages = averages(one)
    let best = averages.max() ?? 0
    let list = RecruitmentList(one.matrix, count: one.count, chances: one.chances)
    #expect(list.optimality == Optimality(objective: best, upperBound: best), "seed \(seed)")
    let chosen = list.recruits.map(\.candidate)
    let subset = chosen.reduce(0) { $0 | 1 << $1 }
    #expect(averages[subset] == best, "seed \(seed)")
    #expect(list.recruits.last?.cumulative ?? 0 == best)
    // Prefixes too, and what each adds once all have said yes.
    var before = 0
    for recruit in list.recruits {
      let after = before | 1 << recruit.candidate
      #expect(recruit.cumulative == averages[after])
      #expect(recruit.gain == averages[after] - averages[before])
      let covered = [before, after].map { subset in
        one.matrix.covered(by: one.chances.indices.filter { subset >> $0 & 1 == 1 })
      }
      #expect(recruit.gainIfYes == covered[1] - covered[0])
      before = after
    }
    for candidate in one.chances.indices {
      #expect(list.gains[candidate] == averages[1 << candidate])
      #expect(list.gainsIfYes[candidate] == one.matrix.gain(of: candidate))
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func levelsAreThoseOfTheLikeliest(seed: UInt64) {
    var random = SeededRandom(seed: seed &+ 6600)
    let candidates = Int.random(in: 1...30, using: &random)
    let values: [Int64] =
      [[400], [250, 600, 1000], Array(1...1000)].randomElement(using: &random) ?? []
    let chances = (0..<candidates).map { _ in values.randomElement(using: &random) ?? 500 }
    let weight = Int64.random(in: 1...5000, using: &random)
    let levels = ChanceLevels(
      Instances.matrix([(weight, (0..<candidates).map { UInt32($0) })], candidates: candidates),
      atoms: 1, chances)
    // Down the chances, each as long as its chance; from the eighth on all at one height.
    var slope = weight
    var expected: [(length: Int64, slope: Int64)] = []
    for (level, chance) in chances.sorted(by: >).enumerated() where slope > 0 {
      if level < 8 {
        expected.append((chance, slope))
        slope = (slope * (1000 - chance) + 999) / 1000
      } else {
        expected[7].length += chance
      }
    }
    #expect(levels.first == [0, expected.count])
    #expect(levels.lengths == expected.map(\.length))
    #expect(levels.slopes == expected.map(\.slope))
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func anyMultipliersBoundEverySubsetAndKeepTheBest(seed: UInt64) {
    var random = SeededRandom(seed: seed &+ 8000)
    let one = self.random(seed)
    let averages = averages(one)
    let best = averages.max() ?? 0
    let fine = one.matrix.uncertain(one.chances, shift: 12)
    let program = CoveringProgram(fine, count: one.count)
    let multipliers = fine.weights.map {
      Double.random(in: -0.5...1.5, using: &random) * Double($0)
    }
    let bound = MultiplierBound(program, multipliers, shift: 0)
    #expect(bound.units >> 12 >= best, "seed \(seed)")
    let statuses = bound.statuses(covering: best << 12)
    let isKept = averages.indices.contains { subset in
      averages[subset] == best && subset.nonzeroBitCount <= one.count
        && one.chances.indices.allSatisfy { index in
          subset >> index & 1 == 1 ? statuses[index] != .out : statuses[index] != .within
        }
    }
    #expect(isKept, "seed \(seed)")
    // Some settled in: what is left still bounds all that contain them.
    var point = DualPoint(program)
    var settled = [CoveringProgram.Status](repeating: .open, count: one.chances.count)
    settled[0] = .within
    if let smaller = program.settled(settled, point: &point) {
      let bound = MultiplierBound(
        smaller,
        smaller.matrix.weights.map { Double.random(in: 0...1, using: &random) * Double($0) },
        shift: 0)
      for subset in averages.indices where subset & 1 == 1 && subset.nonzeroBitCount <= one.count {
        #expect(bound.units >> 12 >= averages[subset], "seed \(seed)")
      }
    }
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func aStoppedSearchStillBoundsTheBest(seed: UInt64) {
    let one = random(seed)
    let best = averages(one).max() ?? 0
    for effort in [SearchEffort(work: 0), SearchEffort(work: 1), SearchEffort(gap: 0.2)] {
      let list = RecruitmentList(
        one.matrix, count: one.count, chances: one.chances, effort: effort)
      #expect(list.optimality.objective <= best && list.optimality.upperBound >= best)
      #expect(list.recruits.last?.cumulative ?? 0 == list.optimality.objective)
      // A unit is lost by cutting.
      if effort.gap > 0 {
        #expect(
          Double(list.optimality.objective + 1) >= 0.8 * Double(list.optimality.upperBound))
      }
    }
  }

  /// A great deal of demand that one covers alone leaves only coarse units to the rest: what the others add is
  /// often rounded away.
  @Test(.timeLimit(.minutes(1)), arguments: 0..<200 as Range<UInt64>)
  func coarseUnitsEndAndAddUp(seed: UInt64) {
    var one = random(seed)
    let atoms = (0..<one.matrix.atomCount).map {
      (one.matrix.weights[$0], Array(one.matrix.candidates(of: $0)))
    }
    one.matrix = Instances.matrix(
      [((1 << 51) / Int64(one.count), [0])] + atoms, candidates: one.chances.count)
    let list = RecruitmentList(
      one.matrix, count: one.count, chances: one.chances, effort: SearchEffort(work: 1_000_000))
    let best = averages(one).max() ?? 0
    #expect(list.optimality.objective <= best && list.optimality.upperBound >= best, "seed \(seed)")
    #expect(list.recruits.last?.cumulative == list.optimality.objective, "seed \(seed)")
  }

  /// Beside 2⁴⁹ units of another's, three each cover the same seven of one unit, one time in two. The third adds
  /// an eighth of each, which rounds to nothing, and all of them to the sum.
  @Test func whoRoundingOverlooksIsListed() {
    // Someone unlikely tells each apart.
    let units = (4..<11 as Range<UInt32>).map { (Int64(1), [1, 2, 3, $0]) }
    let list = RecruitmentList(
      Instances.matrix([(1 << 49, [0])] + units, candidates: 11), count: 4,
      chances: [1000, 500, 500, 500] + Array(repeating: 1, count: 7))
    #expect(list.recruits.map(\.candidate) == [0, 1, 2, 3])
    #expect(list.optimality == Optimality(objective: 1 << 49 + 6, upperBound: 1 << 49 + 6))
    #expect(list.recruits.map(\.gain) == [1 << 49, 3, 2, 1])
  }

  @Test func noSelectionCountsForMoreThanItIsWorth() {
    let matrix = Instances.matrix([(1_000_000, Array(0..<9))], candidates: 9)
    // Nine doors hardly leave anything, but never nothing.
    #expect(
      matrix.uncertain(Array(repeating: 999, count: 9), shift: 0).expected(by: 0..<9) == 999_999)
    let mixed = matrix.uncertain([1, 999, 333, 777, 501, 998, 13, 990, 642], shift: 20)
    #expect(mixed.expected(by: (0..<9).reversed()) == mixed.expected(by: 0..<9))
  }

  @Test func largerProblemsAreProven() {
    var random = SeededRandom(seed: 3)
    let matrix = Instances.square(sites: 40, points: 120, radius: 0.16, &random)
    let chances = (0..<40).map { _ in Int64([300, 500, 800].randomElement(using: &random) ?? 500) }
    let list = RecruitmentList(matrix, count: 6, chances: chances)
    #expect(list.optimality.isProven)
    #expect(
      matrix.uncertain(chances, shift: 0).expected(by: list.recruits.map(\.candidate))
        == list.optimality.objective)
  }

  @Test func certainOnesAreChosenAsIfNothingWasSaid() {
    var random = SeededRandom(seed: 11)
    let matrix = Instances.square(sites: 30, points: 90, radius: 0.2, &random)
    let (said, unsaid) = (
      RecruitmentList(matrix, count: 5, chances: Array(repeating: 1000, count: 30)),
      RecruitmentList(matrix, count: 5)
    )
    #expect(said.measure == .covered)
    #expect(said.recruits == unsaid.recruits && said.optimality == unsaid.optimality)
  }
}
