import RelaisTestSupport
import Testing

@testable import Covering

/// Selections and bounds against trying every subset.
@Suite struct SolverTests {
  @Test(arguments: 0..<150 as Range<UInt64>)
  func theAnswerIsTheBestOfEverySubset(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let matrix = Instances.random(&random)
    let count = Int.random(in: 1...6, using: &random)
    let best = Instances.optimum(matrix, count: count)
    let list = RecruitmentList(matrix, count: count)
    #expect(list.optimality == Optimality(objective: best, upperBound: best), "seed \(seed)")
    #expect(list.recruits.count <= count)
    #expect(matrix.covered(by: list.recruits.map(\.candidate)) == best)
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func anyMultipliersBoundEverySubset(seed: UInt64) {
    var random = SeededRandom(seed: seed &+ 5000)
    let matrix = Instances.random(&random)
    let count = Int.random(in: 1...6, using: &random)
    let program = CoveringProgram(matrix, count: count)
    let best = Instances.optimum(matrix, count: count)
    // Out of range and absurd ones too: they are cut to what is allowed.
    let multipliers = (0..<matrix.atomCount).map { atom in
      Double.random(in: -0.5...1.5, using: &random) * Double(matrix.weights[atom])
    }
    for shift in [0, 7, 20] {
      let bound = MultiplierBound(program, multipliers, shift: shift)
      #expect(bound.units >= best, "seed \(seed)")
      // No selection that covers as much as the best is lost by settling.
      let statuses = bound.statuses(covering: best)
      let isKept = (0..<(1 << matrix.candidateCount)).contains { subset in
        subset.nonzeroBitCount <= count
          && (0..<matrix.candidateCount).allSatisfy { index in
            let isIn = subset >> index & 1 == 1
            return isIn ? statuses[index] != .out : statuses[index] != .within
          }
          && matrix.covered(by: (0..<matrix.candidateCount).filter { subset >> $0 & 1 == 1 })
            == best
      }
      #expect(isKept, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func aStoppedSearchStillBoundsTheOptimum(seed: UInt64) {
    var random = SeededRandom(seed: seed &+ 9000)
    let matrix = Instances.random(&random)
    let count = Int.random(in: 1...6, using: &random)
    let best = Instances.optimum(matrix, count: count)
    for effort in [
      SearchEffort(work: 0), SearchEffort(work: 1), SearchEffort(gap: 0.2),
      SearchEffort(isOver: { true }),
    ] {
      let list = RecruitmentList(matrix, count: count, effort: effort)
      #expect(list.optimality.objective <= best)
      #expect(list.optimality.upperBound >= best)
      #expect(matrix.covered(by: list.recruits.map(\.candidate)) == list.optimality.objective)
      if effort.gap > 0 { #expect(list.optimality.gap <= effort.gap) }
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func largerProblemsAreProvenAndNeverBelowGreedy(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let matrix = Instances.square(sites: 40, points: 120, radius: 0.16, &random)
    let count = 5 + Int(seed)
    let list = RecruitmentList(matrix, count: count)
    #expect(list.optimality.isProven)
    let greedy = matrix.covered(by: GreedySolver.selection(matrix, count: count))
    #expect(list.optimality.objective >= greedy)
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func theOrderOfCandidatesChangesNoFigure(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let matrix = Instances.square(sites: 25, points: 70, radius: 0.2, &random)
    let order = (0..<matrix.candidateCount).shuffled(using: &random)
    var place = [UInt32](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { place[old] = UInt32(new) }
    var collector = AtomCollector()
    for atom in (0..<matrix.atomCount).shuffled(using: &random) {
      let list = matrix.candidates(of: atom).map { place[Int($0)] }.sorted()
      list.withUnsafeBufferPointer {
        _ = collector.add(matrix.weights[atom], coveredBy: $0, hash: AtomCollector.hash($0))
      }
    }
    let shuffled = collector.matrix(candidateCount: order.count)
    let (one, other) = (RecruitmentList(matrix, count: 5), RecruitmentList(shuffled, count: 5))
    #expect(one.optimality == other.optimality)
    #expect(order.map { one.gains[$0] } == other.gains)
  }

  @Test func recruitsAreRankedByWhatTheyAdd() {
    // Atoms of 10, 9, 8 and 3; candidate 2 covers the middle two, 0 and 1 one of them and an end.
    var collector = AtomCollector()
    for (weight, list) in [(10, [0]), (9, [0, 2]), (8, [1, 2]), (3, [1]), (5, [3])]
      as [(Int64, [UInt32])]
    {
      list.withUnsafeBufferPointer {
        _ = collector.add(weight, coveredBy: $0, hash: AtomCollector.hash($0))
      }
    }
    let list = RecruitmentList(collector.matrix(candidateCount: 5), count: 4)
    #expect(list.gains == [19, 11, 17, 5, 0])
    #expect(list.recruits.map(\.candidate) == [0, 1, 3])
    #expect(list.recruits.map(\.gain) == [19, 11, 5])
    #expect(list.recruits.map(\.cumulative) == [19, 30, 35])
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func settlingKeepsOfEachAtomWhatTheOpenTellApart(seed: UInt64) {
    var random = SeededRandom(seed: seed &+ 600)
    let matrix = Instances.street(&random)
    let program = CoveringProgram(matrix, count: matrix.candidateCount)
    let statuses = (0..<matrix.candidateCount).map { _ in
      [.open, .open, .out, .within].randomElement(using: &random) ?? CoveringProgram.Status.open
    }
    var point = DualPoint(program)
    point.multipliers = matrix.weights.map { Double($0 % 7) }
    let before = point
    guard let smaller = program.settled(statuses, point: &point) else {
      Issue.record("there are no limits to break")
      return
    }
    let open = statuses.indices.filter { statuses[$0] == .open }
    var lists: [[UInt32]] = []
    var weights: [Int64] = []
    var multipliers: [Double] = []
    var base: Int64 = 0
    for atom in 0..<matrix.atomCount {
      let list = matrix.candidates(of: atom)
      if list.contains(where: { statuses[Int($0)] == .within }) {
        base += matrix.weights[atom]
        continue
      }
      let left = list.compactMap { open.firstIndex(of: Int($0)).map { UInt32($0) } }
      guard !left.isEmpty else { continue }
      let place = lists.firstIndex(of: left) ?? lists.count
      if place == lists.count {
        lists.append(left)
        weights.append(0)
        multipliers.append(0)
      }
      weights[place] += matrix.weights[atom]
      multipliers[place] += before.multipliers[atom]
    }
    // With nothing open, nothing is left to choose.
    #expect(smaller.names == open.map { UInt32($0) })
    #expect(smaller.base == base)
    #expect(smaller.matrix.weights == weights)
    #expect((0..<smaller.atomCount).map { Array(smaller.matrix.candidates(of: $0)) } == lists)
    #expect(point.multipliers == multipliers)
    #expect(
      smaller.chosen == statuses.indices.filter { statuses[$0] == .within }.map { UInt32($0) })
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func whoIsLeftOutCostsLeast(seed: UInt64) {
    var random = SeededRandom(seed: seed &+ 2500)
    let matrix = Instances.random(&random)
    var search = SwapSearch(matrix, count: 4, from: [])
    while !search.selection.isEmpty {
      let before = search.selection
      let values = before.map { one in matrix.covered(by: before.filter { $0 != one }) }
      search.leaveOut()
      #expect(search.value == values.max())
      #expect(search.value == matrix.covered(by: search.selection))
      #expect(
        search.selection == before.filter { $0 != before[values.firstIndex(of: search.value) ?? 0] }
      )
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func dominatedCandidatesAreCoveredByOneThatStays(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let matrix = Instances.random(&random)
    let pairs = DominatedCandidates.pairs(matrix)
    let dominated = Set(pairs.map(\.candidate))
    for (candidate, by) in pairs {
      guard let by else {
        #expect(matrix.atoms(of: candidate).isEmpty)
        continue
      }
      #expect(!dominated.contains(by))
      #expect(Set(matrix.atoms(of: candidate)).isSubset(of: Set(matrix.atoms(of: by))))
    }
    for a in 0..<matrix.candidateCount where !dominated.contains(a) {
      for b in 0..<matrix.candidateCount where b != a && !dominated.contains(b) {
        #expect(!Set(matrix.atoms(of: a)).isSubset(of: Set(matrix.atoms(of: b))))
      }
    }
  }
}
