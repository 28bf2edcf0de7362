import Computing

/// Finds the best selection and proves it: branch and bound over Lagrangian bounds.
///
/// Parts of the search are taken by their bound, highest first, a few at a time side by side; how
/// many does not depend on the machine, so neither does the answer. Each part seeks good multipliers,
/// settles the candidates their bound leaves no choice about, and divides on an atom
/// (``BranchChoice``). After Beasley, EJOR 67, 1993, who bounds so for set covering.
struct ExactSolver {
  /// The answer, and how good it is known to be.
  struct Solution: Sendable {
    /// Increasing.
    var selection: [Int]
    var optimality: Optimality
    /// Parts of the search looked at.
    var parts: Int
    /// Memberships read, about.
    var work: Int
    /// Multipliers good for the whole, needless candidates left out; `nil` where none were sought.
    var point: DualPoint?
    var trace: SearchTrace?
  }

  /// Parts looked at side by side.
  private static let width = 8
  /// Parts waiting may hold this many memberships; beyond, the newest go first, since they are small
  /// and soon done.
  private static let largestStore = 200_000_000

  let matrix: CoverageMatrix
  let count: Int
  let effort: SearchEffort
  private let shift: Int
  /// Selections that differ by less than 2 to the power of this are alike.
  private let fineness: Int
  private var selection: [Int] = []
  private var known: Int64 = 0
  private let isOfSelections: Bool
  private var pointOfWhole: DualPoint?
  private var trace: SearchTrace?

  /// - Parameters:
  ///   - fineness: The matrix counts in units finer by 2 to the power of this; it is enough to be right to
  ///     the whole ones.
  ///   - keepsTrace: Whether the solution is to carry what a checker needs.
  ///   - isOfSelections: Whether the candidates are those of selections found already, which need not be
  ///     looked for again (``SelectionSearch``).
  init(
    _ matrix: CoverageMatrix, count: Int, fineness: Int = 0, effort: SearchEffort = SearchEffort(),
    keepsTrace: Bool = false, isOfSelections: Bool = false
  ) {
    self.isOfSelections = isOfSelections
    self.fineness = fineness
    self.matrix = matrix
    self.count = min(max(0, count), matrix.candidateCount)
    self.effort = effort
    shift = ExactSolver.shift(matrix, count: self.count)
    if keepsTrace { trace = SearchTrace(chances: matrix.chances, shift: shift + fineness) }
  }

  /// How finely multipliers are held: sums of prices stay below 2⁶², limits included.
  static func shift(_ matrix: CoverageMatrix, count: Int) -> Int {
    // Uncertain demand is counted finely enough already.
    if matrix.chances != nil { return 0 }
    let most = Double(max(1, matrix.total)) * Double(max(1, count))
    var shift = 0
    while shift < 20, most * Double(Int64(2) << Int64(shift)) < Double(1 << 52) { shift += 1 }
    return shift
  }

  /// A part of the search that waits.
  private struct Waiting: Sendable {
    var program: CoveringProgram
    var point: DualPoint
    /// What divides it from its sibling; `nil` for the whole.
    var limit: (candidates: [UInt32], limit: CoveringProgram.Limit)?
    var bound: Int64
    var depth: Int
    /// Its parent's number in the trace.
    var parent: Int?
  }

  /// What became of a part.
  private struct Outcome: Sendable {
    var selection: [Int]?
    var value: Int64 = -1
    /// Nothing in this part exceeds it, save what was settled away.
    var bound: Int64
    /// Nothing that was settled away exceeds it.
    var settled: Int64 = 0
    var divided: (program: CoveringProgram, point: DualPoint, choice: BranchChoice)?
    var work = 0
    var pointOfWhole: DualPoint?
    var steps: [SearchTrace.Step] = []
  }

  /// - Parameter progress: Told the bounds as they draw together.
  mutating func solve(_ progress: (Optimality) -> Void = { _ in }) -> Solution {
    let whole = withoutDominated()
    var search = SwapSearch(
      matrix, count: count, from: GreedySolver.selection(matrix, count: count))
    search.improve()
    selection = search.selection
    known = value(of: selection)
    var waiting = [
      Waiting(
        program: whole.program, point: whole.point, bound: matrix.total, depth: 0)
    ]
    var parts = 0
    var work = 0
    // What parts left for good cannot exceed.
    var closed: Int64 = 0
    while !waiting.isEmpty, work < effort.work, !effort.isOver() {
      let store = waiting.reduce(0) { $0 + $1.program.matrix.membershipCount / 4 }
      var batch: [Waiting] = []
      while batch.count < ExactSolver.width, let index = next(waiting, store) {
        batch.append(waiting.remove(at: index))
      }
      let known = known
      let outcomes = Parallel.each(batch.count) { [self, batch] index in
        outcome(batch[index], known: known)
      }
      for (part, outcome) in zip(batch, outcomes) {
        parts += 1
        work += outcome.work
        closed = max(closed, outcome.settled)
        if let found = outcome.pointOfWhole { pointOfWhole = found }
        if outcome.value > self.known, let better = outcome.selection {
          self.known = outcome.value
          selection = better
        }
        var number: Int?
        if trace != nil {
          number = trace?.nodes.count
          trace?.nodes.append(
            SearchTrace.Node(
              parent: part.parent,
              limited: part.limit?.candidates.map { part.program.names[Int($0)] } ?? [],
              isAtLeast: part.limit?.limit.isAtLeast ?? true, count: part.limit?.limit.count ?? 0,
              steps: outcome.steps))
        }
        guard let (program, point, choice) = outcome.divided else {
          closed = max(closed, outcome.bound)
          continue
        }
        for isAtLeast in [true, false] {
          waiting.append(
            Waiting(
              program: program, point: point,
              limit: (
                choice.candidates,
                .init(isAtLeast: isAtLeast, count: isAtLeast ? choice.count + 1 : choice.count)
              ), bound: outcome.bound, depth: part.depth + 1, parent: number))
        }
      }
      // What cannot hold anything better waits for nothing.
      let limit = goal(self.known)
      for part in waiting where part.bound <= limit { closed = max(closed, part.bound) }
      waiting.removeAll { $0.bound <= limit }
      progress(optimality(waiting, closed))
    }
    return Solution(
      selection: selection, optimality: optimality(waiting, closed), parts: parts, work: work,
      point: pointOfWhole, trace: trace)
  }

  /// The whole problem, needless candidates left out.
  private mutating func withoutDominated() -> (program: CoveringProgram, point: DualPoint) {
    let dominated = DominatedCandidates.pairs(matrix)
    trace?.dominated = dominated.map { (UInt32($0.candidate), $0.by.map { UInt32($0) }) }
    let program = CoveringProgram(matrix, count: count, without: dominated.map(\.candidate))
    return (program, DualPoint(program))
  }

  private func optimality(_ waiting: [Waiting], _ closed: Int64) -> Optimality {
    Optimality(
      objective: known,
      upperBound: max(known, closed, waiting.reduce(0) { max($0, $1.bound) }))
  }

  /// The highest bound of all that is good enough given a selection worth `known`.
  private func goal(_ known: Int64) -> Int64 {
    let alike = known | (Int64(1) << Int64(fineness) - 1)
    guard effort.gap > 0, effort.gap < 1 else { return alike }
    return max(alike, Int64(Double(known) / (1 - effort.gap) * (1 - 1e-12)))
  }

  private func next(_ waiting: [Waiting], _ store: Int) -> Int? {
    guard !waiting.isEmpty else { return nil }
    if store > ExactSolver.largestStore { return waiting.count - 1 }
    var best = 0
    for index in waiting.indices where waiting[index].bound > waiting[best].bound { best = index }
    return best
  }

  private func outcome(_ part: Waiting, known: Int64) -> Outcome {
    var outcome = Outcome(bound: part.bound)
    var known = known
    var point = part.point
    var program = part.program
    if let limit = part.limit {
      let open = [CoveringProgram.Status](
        repeating: .open, count: program.matrix.candidateCount)
      guard let limited = program.settled(open, adding: limit, point: &point) else {
        outcome.bound = 0
        return outcome
      }
      program = limited
      outcome.work += 4 * program.matrix.membershipCount
    }
    func offer(_ selection: [Int], _ value: Int64) {
      guard value > known else { return }
      known = value
      outcome.value = value
      outcome.selection = selection
    }
    let isWhole = part.depth == 0
    // The whole is worth more care: all parts start from where it ends.
    let (rounds, steps) = isWhole ? (30, 100) : (6, 50)
    var ascent = PrimalDualAscent(program, from: point, usesAllCores: isWhole)
    var gapBefore = Double.infinity
    var hasAll = true
    // Candidates of the selections found so far.
    var elites = Set<Int>()
    var round = 0
    while true {
      round += 1
      let stepsBefore = ascent.steps
      ascent.climb(
        target: Double(goal(known) - program.base) + 0.5, most: steps)
      outcome.work += (ascent.steps - stepsBefore) * ascent.workOfStep
      let bound = MultiplierBound(program, ascent.best, shift: shift)
      outcome.bound = min(outcome.bound, bound.units)
      point = ascent.point
      if isWhole, hasAll { outcome.pointOfWhole = point }
      if matrix.chances != nil, program.matrix.candidateCount == 0 {
        // One selection is left: it is worth what it is worth, without rounding.
        outcome.bound = min(outcome.bound, matrix.expected(by: program.chosen.map { Int($0) }))
      }
      if round == 1 || isWhole && !isOfSelections || program.matrix.candidateCount == 0 {
        let search = SelectionSearch(program, point)
        let found = isWhole ? search.shaken(bound) : search.rounded()
        offer(found, value(of: found))
        if isWhole, !isOfSelections {
          elites.formUnion(found + self.selection)
          if let (merged, work) = search.merged(elites, fineness: fineness) {
            offer(merged, value(of: merged))
            outcome.work += work
          }
        }
      }
      let goal = goal(known)
      // What cannot exceed the goal need not be looked for.
      let statuses = bound.statuses(covering: goal + 1)
      if outcome.bound <= goal {
        keep(bound, program, [], in: &outcome)
        return outcome
      }
      let settled = statuses.count { $0 != .open }
      let gap = Double(outcome.bound - known)
      let isStalled = gap > (isWhole ? 0.98 : 0.9) * gapBefore
      gapBefore = gap
      let isSmaller = settled * (isWhole ? 33 : 7) > statuses.count
      var isLast = round >= rounds || isStalled && !isSmaller
      let settles = settled > 0 && (isLast || isSmaller)
      keep(bound, program, settles ? statuses : [], in: &outcome)
      if settles {
        outcome.settled = max(outcome.settled, goal)
        guard let smaller = program.settled(statuses, point: &point) else {
          outcome.bound = goal
          return outcome
        }
        program = smaller
        hasAll = false
        // With everything settled, one more round computes the result.
        if program.matrix.candidateCount == 0 { isLast = false }
        if !isLast { ascent = PrimalDualAscent(program, from: point, usesAllCores: isWhole) }
      }
      if isLast { break }
    }
    outcome.divided = (program, point, BranchChoice(program, shares: point.shares))
    return outcome
  }

  private func value(of selection: [Int]) -> Int64 { matrix.expected(by: selection) }

  /// Notes a step for the checker.
  private func keep(
    _ bound: MultiplierBound, _ program: CoveringProgram, _ statuses: [CoveringProgram.Status],
    in outcome: inout Outcome
  ) {
    guard trace != nil else { return }
    func names(_ status: CoveringProgram.Status) -> [UInt32] {
      statuses.indices.filter { statuses[$0] == status }.map { program.names[$0] }
    }
    outcome.steps.append(
      SearchTrace.Step(
        multipliers: bound.multipliers, out: names(.out), within: names(.within)))
  }
}
