/// Seeks good selections of what a program leaves open, guided by where its multipliers stand.
struct SelectionSearch {
  /// Shares from which a candidate is considered together with those of selections found.
  private static let leastShare = 0.1
  /// To merge selections, memberships read at most, about, for each of the program's.
  private static let workOfMerging = 16

  let program: CoveringProgram
  let point: DualPoint

  init(_ program: CoveringProgram, _ point: DualPoint) {
    self.program = program
    self.point = point
  }

  /// A selection near the shares: the largest of them, improved.
  ///
  /// - Returns: Candidates as the problem asked calls them, increasing, as below.
  func rounded() -> [Int] { rounded(program, point.shares, shakes: 0) }

  /// The same after upheavals among the candidates of the highest prices alone, which distinguish
  /// far fewer atoms than all do; improved once more among all.
  func shaken(_ bound: MultiplierBound) -> [Int] {
    let prices = bound.prices
    let order = prices.indices.sorted { (prices[$1], $0) < (prices[$0], $1) }
    var isOpen = [Bool](repeating: true, count: order.count)
    for candidate in order.dropFirst(max(5 * program.count, 150)) { isOpen[candidate] = false }
    let (core, point) = core { isOpen[$0] }
    let found = Set(rounded(core, point.shares, shakes: 100))
    var search = SwapSearch(
      program.matrix, count: program.count,
      from: program.names.indices.filter { found.contains(Int(program.names[$0])) })
    search.improve()
    return named(search, program)
  }

  /// The best selection found among the candidates of selections known, which are few, and those of some share:
  /// what one selection does better here and another there comes together.
  ///
  /// After tour merging; Cook & Seymour, INFORMS Journal on Computing 15, 2003.
  ///
  /// - Returns: `nil` where nothing is left to choose among them. With the work it took.
  func merged(_ elites: Set<Int>, fineness: Int) -> (selection: [Int], work: Int)? {
    let (core, _) = core {
      point.shares[$0] > SelectionSearch.leastShare || elites.contains(Int(program.names[$0]))
    }
    guard core.matrix.candidateCount > core.count else { return nil }
    var solver = ExactSolver(
      core.matrix, count: core.count, fineness: fineness,
      effort: SearchEffort(
        work: SelectionSearch.workOfMerging * program.matrix.membershipCount),
      isOfSelections: true)
    let solution = solver.solve()
    let selection = (core.chosen + solution.selection.map { core.names[$0] }).map { Int($0) }
    return (selection.sorted(), solution.work)
  }

  /// The program with some candidates alone.
  private func core(_ isOpen: (Int) -> Bool) -> (program: CoveringProgram, point: DualPoint) {
    var point = point
    let statuses: [CoveringProgram.Status] = program.names.indices.map { isOpen($0) ? .open : .out }
    guard let core = program.settled(statuses, point: &point) else {
      preconditionFailure("leaving candidates out breaks no limit of the whole")
    }
    return (core, point)
  }

  private func rounded(_ program: CoveringProgram, _ shares: [Double], shakes: Int) -> [Int] {
    let order = shares.indices.sorted { (shares[$1], $0) < (shares[$0], $1) }
    var search = SwapSearch(program.matrix, count: program.count, from: order.prefix(program.count))
    search.improve()
    search.shake(shakes)
    return named(search, program)
  }

  private func named(_ search: SwapSearch, _ program: CoveringProgram) -> [Int] {
    (program.chosen + search.selection.map { program.names[$0] }).map { Int($0) }.sorted()
  }
}
