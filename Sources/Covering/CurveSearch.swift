import Computing

/// Selections and bounds of every size at once.
///
/// One set of multipliers bounds selections of every size: what they prove differs only in how many
/// of the highest prices are added (``MultiplierBound``). A few sizes are enough to seek good multipliers for.
struct CurveSearch: Sendable {
  private let matrix: CoverageMatrix
  private let program: CoveringProgram
  private let shift: Int
  private var point: DualPoint
  /// Taken greedily, until nothing more can be gained.
  private let greedy: [Int]
  /// By size of the greedy selection: the memberships around it.
  private let readings: [Int]
  /// By number of recruits, from 0: the most a selection is known to cover, in units. Ends where
  /// everything any candidate covers is covered.
  private(set) var covered: [Int64]
  /// By number of recruits: what no selection exceeds, in units.
  private(set) var most: [Int64]
  /// Memberships that may still be read, about.
  private var work: Int

  private var end: Int { covered.count - 1 }

  /// - Complexity: linear in memberships, plus the square of candidates.
  init(_ matrix: CoverageMatrix, work: Int) {
    self.matrix = matrix
    self.work = work
    program = CoveringProgram(
      matrix, count: matrix.candidateCount,
      without: DominatedCandidates.pairs(matrix).map(\.candidate))
    point = DualPoint(program)
    shift = ExactSolver.shift(matrix, count: 1)
    var cover = Cover(matrix)
    var greedy: [Int] = []
    covered = [0]
    while let best = cover.best() {
      cover.add(best)
      greedy.append(best)
      covered.append(cover.value)
    }
    self.greedy = greedy
    readings = greedy.reduce(into: [0]) { readings, candidate in
      let around = matrix.atoms(of: candidate).reduce(0) {
        $0 + matrix.firstOfAtom[Int($1) + 1] - matrix.firstOfAtom[Int($1)]
      }
      readings.append(readings[readings.count - 1] + around)
    }
    let total = cover.value
    most = covered.indices.map { $0 == 0 ? 0 : total }
    // Paid in full for every atom, candidates cost what they cover alone: exact for one.
    take(MultiplierBound(program, program.matrix.weights.map { Double($0) }, shift: 0))
  }

  /// The least number known to cover so much.
  func found(_ units: Int64) -> Int? { covered.firstIndex { $0 >= units } }

  /// The least number that may cover so much.
  func atLeast(_ units: Int64) -> Int? { most.firstIndex { $0 >= units } }

  /// A list chosen for a number, and its beginnings.
  mutating func take(_ list: RecruitmentList, count: Int) {
    var cover = Cover(matrix)
    for (index, recruit) in list.recruits.enumerated() {
      cover.add(recruit.candidate)
      offer(cover.value, at: index + 1)
    }
    // What bounds averages bounds no coverage.
    if list.measure == .covered {
      take(list.optimality.upperBound, at: count)
      if let good = list.point {
        take(MultiplierBound(program, good.multipliers, shift: shift))
      }
    }
    // Greedily on from there.
    var number = list.recruits.count
    while number < end, let best = cover.best() {
      cover.add(best)
      number += 1
      offer(cover.value, at: number)
    }
  }

  /// Draws selections and bounds together up to `count` recruits, and where so much demand is reached.
  mutating func refine(
    upTo count: Int, reaching wanted: [Int64], _ isOver: @escaping @Sendable () -> Bool
  ) {
    let start = work
    let last = min(count, end)
    improve(Array(1..<max(1, last)), work: start / 4, isOver)
    improve(reaching: wanted, work: start / 8, isOver)
    let asked = max(last, wanted.compactMap { found($0) }.max() ?? 0)
    climb(at: last, usesAllCores: true, isOver)
    climb(away: spread(asked, from: last), isOver)
    for units in wanted {
      for _ in 0..<4 {
        guard let least = atLeast(units), covered[least] < units else { break }
        climb(at: least, usesAllCores: true, isOver)
        if atLeast(units) == least { break }
      }
    }
    solve(asked, wanted, isOver)
  }

  /// Sizes from the middle one down, and up to the last: a quarter apart, or more where that is more work
  /// than is left, at some hundred steps each.
  private func spread(_ last: Int, from middle: Int) -> [[Int]] {
    let affordable = work / 2 / (200 * max(1, program.products.work))
    var lists: [[Int]] = []
    for (less, more) in [(4, 5), (2, 3), (1, 2)] {
      var below: [Int] = []
      var size = min(middle, last) - 1
      while size > 1 {
        below.append(size)
        size = min(size - 1, size * less / more)
      }
      var above: [Int] = []
      size = max(2, min(middle, last) + 1)
      while size < last {
        above.append(size)
        size = max(size + 1, size * more / less)
      }
      if last > middle { above.append(last) }
      lists = [below, above]
      if max(below.count, above.count) <= affordable { break }
    }
    return lists
  }

  // MARK: Selections

  private mutating func offer(_ value: Int64, at number: Int) {
    var number = number
    while number <= end, covered[number] < value {
      covered[number] = value
      number += 1
    }
  }

  /// What exchanges read from a greedy selection of some size on, about, in memberships.
  private func costOfImproving(_ size: Int) -> Int {
    8 * (readings[min(size, greedy.count)] + size * matrix.candidateCount)
  }

  /// Exchanges from the greedy selections of some sizes; of every second one, or fewer, where all
  /// would take more than `work`.
  private mutating func improve(_ sizes: [Int], work: Int, _ isOver: () -> Bool) {
    let costs = (0...(sizes.last ?? 0)).map { matrix.membershipCount + costOfImproving($0) }
    var sizes = sizes
    while !sizes.isEmpty, sizes.reduce(0, { $0 + costs[$1] }) > work {
      sizes = sizes.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    }
    guard !isOver() else { return }
    let chosen = sizes
    let values = Parallel.each(chosen.count) { [self] index in improved(chosen[index]) }
    for (size, value) in zip(chosen, values) { offer(value, at: size) }
    self.work -= chosen.reduce(0) { $0 + costs[$1] }
  }

  private func improved(_ size: Int) -> Int64 {
    var search = SwapSearch(matrix, count: size, from: greedy.prefix(size))
    search.improve()
    return search.value
  }

  /// Seeks fewer recruits for so much demand: exchanges from the greedy selection, then one fewer each time.
  ///
  /// - Parameter work: For each demand.
  private mutating func improve(
    reaching wanted: [Int64], work: Int, _ isOver: @escaping @Sendable () -> Bool
  ) {
    let ends = Parallel.each(wanted.count) { [self] index in
      improved(reaching: wanted[index], work: work, isOver)
    }
    for end in ends {
      for (size, value) in end.found { offer(value, at: size) }
      self.work -= end.reads
    }
  }

  private func improved(
    reaching units: Int64, work: Int, _ isOver: () -> Bool
  ) -> (found: [(size: Int, value: Int64)], reads: Int) {
    guard let start = found(units), start > 1, !isOver() else { return ([], 0) }
    var search = SwapSearch(matrix, count: start, from: greedy.prefix(start))
    var found: [(size: Int, value: Int64)] = []
    for size in (1...start).reversed() {
      guard search.reads < work, !isOver() else { break }
      if size < start { search.leaveOut() }
      search.improve()
      found.append((size, search.value))
      if search.value < units { break }
    }
    return (found, matrix.membershipCount + search.reads)
  }

  // MARK: Bounds

  /// What a bound proves of every size.
  private mutating func take(_ bound: MultiplierBound) {
    var value = bound.value - bound.chosen.reduce(0) { $0 + bound.prices[$1] }
    most[0] = 0
    var sorted = bound.prices.filter { $0 > 0 }.sorted(by: >)[...]
    for number in 1..<max(1, most.count) {
      value += sorted.popFirst() ?? 0
      let units = value >> Int64(bound.shift)
      // From here on it says less than that all is covered.
      if units >= matrix.total { break }
      most[number] = min(most[number], units)
    }
    tighten()
  }

  /// A bound proven of one size: fewer cover no more, and more no more than their number beside it,
  /// since some part of that size holds its share of what they cover.
  private mutating func take(_ units: Int64, at count: Int) {
    for number in most.indices.dropFirst() {
      if number <= count {
        most[number] = min(most[number], units)
      } else {
        let (high, low) = UInt64(units).multipliedFullWidth(by: UInt64(number))
        let (quotient, _) = UInt64(count).dividingFullWidth((high, low))
        most[number] = min(most[number], Int64(quotient))
      }
    }
    tighten()
  }

  /// Fewer recruits cover no more than more do.
  private mutating func tighten() {
    for number in most.indices.dropLast().reversed() {
      most[number] = min(most[number], most[number + 1])
    }
  }

  /// Seeks multipliers for some sizes, each starting where the one before it ended; the lists of sizes
  /// side by side.
  private mutating func climb(away lists: [[Int]], _ isOver: @escaping @Sendable () -> Bool) {
    var start = self
    start.work = work / lists.count
    let from = start
    let ends = Parallel.each(lists.count) { index in
      var search = from
      for size in lists[index] { search.climb(at: size, usesAllCores: false, isOver) }
      return search
    }
    for reached in ends {
      for number in most.indices { most[number] = min(most[number], reached.most[number]) }
      work -= from.work - reached.work
      point = reached.point
    }
    tighten()
  }

  /// Seeks multipliers good for one size, until they hardly get better.
  private mutating func climb(at size: Int, usesAllCores: Bool, _ isOver: () -> Bool) {
    guard size > 0, size <= end else { return }
    let program = program.choosing(size)
    var ascent = PrimalDualAscent(program, from: point, usesAllCores: usesAllCores)
    while most[size] > covered[size], work >= 40 * ascent.workOfStep, !isOver() {
      let before = most[size]
      ascent.climb(target: Double(covered[size]) + 0.5, most: 40)
      work -= 40 * ascent.workOfStep + 2 * program.products.work
      take(MultiplierBound(program, ascent.best, shift: shift))
      if before - most[size] <= before / 500 { break }
    }
    point = ascent.point
  }

  /// The best of each size and of the sizes in doubt, where that is little work.
  private mutating func solve(_ last: Int, _ wanted: [Int64], _ isOver: () -> Bool) {
    let least = 3000 * max(1, program.matrix.membershipCount)
    func answer(_ size: Int) -> RecruitmentList? {
      guard work > least, !isOver() else { return nil }
      work -= least
      return RecruitmentList(matrix, count: size, effort: SearchEffort(work: least))
    }
    for units in wanted {
      while let found = found(units), let size = atLeast(units), size < found {
        guard let list = answer(size) else { break }
        take(list, count: size)
        // Neither reached nor excluded.
        if covered[size] < units, most[size] >= units { break }
      }
    }
    for size in 1..<max(1, last + 1) where most[size] > covered[size] {
      guard let list = answer(size) else { return }
      take(list, count: size)
    }
  }
}
