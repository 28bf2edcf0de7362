/// What some candidates cover together on average, kept up to date while others are added and taken out again.
///
/// Held in units finer than the matrix's, so that a set is worth the same whichever way it was made.
package struct ExpectedCover {
  private var cover: Cover
  /// Values count in units finer by 2 to the power of this.
  private let fineness: Int

  package var candidateCount: Int { cover.matrix.candidateCount }
  /// Demand covered on average, in the matrix's units; the rest cut off.
  package var value: Int64 { cover.value >> Int64(fineness) }
  /// The same, fine: for comparing.
  package var fineValue: Int64 { cover.value }

  /// - Parameters:
  ///   - chances: By candidate, in thousandths; `nil` where all say yes for certain.
  ///   - count: How many may be added at most.
  package init(_ matrix: CoverageMatrix, chances: [Int64]?, count: Int) {
    fineness = RecruitmentList.fineness(matrix, count: count)
    let chances =
      chances ?? Array(repeating: Chance.certain, count: matrix.candidateCount)
    cover = Cover(matrix.uncertain(chances, shift: fineness))
  }

  private init(_ matrix: CoverageMatrix, fineness: Int) {
    cover = Cover(matrix)
    self.fineness = fineness
  }

  /// What a candidate not yet added would add on average, in fine thousandths: for comparing.
  package func gain(of candidate: Int) -> Int64 { cover.gains[candidate] }

  /// The same in the matrix's units; the rest cut off.
  package func units(ofGain gain: Int64) -> Int64 {
    (gain / Chance.certain) >> Int64(fineness)
  }

  /// Units as gains are compared.
  package func fineGain(ofUnits units: Int64) -> Int64 {
    (units << Int64(fineness)) * Chance.certain
  }

  package func holds(_ candidate: Int) -> Bool { cover.isSelected[candidate] }

  /// - Complexity: linear in the memberships of the atoms it covers.
  package mutating func add(_ candidate: Int) { cover.add(candidate) }

  package mutating func remove(_ candidate: Int) { cover.remove(candidate) }

  /// What is left uncovered on average, as some candidates see it; nothing of it is covered yet.
  ///
  /// - Parameter kept: Increasing; they are numbered in this order.
  /// - Complexity: linear in memberships.
  package func remainder(for kept: [Int]) -> ExpectedCover {
    var number = [UInt32](repeating: .max, count: candidateCount)
    for (index, candidate) in kept.enumerated() { number[candidate] = UInt32(index) }
    var collector = AtomCollector()
    var list: [UInt32] = []
    for atom in 0..<cover.matrix.atomCount where cover.left[atom] > 0 {
      list.removeAll(keepingCapacity: true)
      for candidate in cover.matrix.candidates(of: atom) where number[Int(candidate)] != .max {
        list.append(number[Int(candidate)])
      }
      guard !list.isEmpty else { continue }
      list.withUnsafeBufferPointer {
        _ = collector.add(cover.left[atom], coveredBy: $0, hash: AtomCollector.hash($0))
      }
    }
    return ExpectedCover(
      collector.matrix(
        candidateCount: kept.count,
        chances: cover.matrix.chances.map { chances in kept.map { chances[$0] } }),
      fineness: fineness)
  }

  /// What no set adds to nothing that has at most so many candidates of one of some families: proven, in fine units.
  ///
  /// Multipliers of atoms prove it for each family at once (``MultiplierBound``): what atoms are worth beyond them, and the
  /// highest prices in the family.
  ///
  /// - Precondition: Nothing was added.
  package func bound(_ families: [(count: Int, candidates: [Int])]) -> Int64 {
    precondition(cover.value == 0)
    let most = min(candidateCount, families.map(\.count).max() ?? 0)
    guard most > 0 else { return 0 }
    let program = CoveringProgram(cover.matrix, count: most)
    var ascent = PrimalDualAscent(program, from: DualPoint(program))
    ascent.climb(target: 0, most: ExpectedCover.steps)
    let proven = MultiplierBound(program, ascent.best, shift: 0)
    let base = proven.value - proven.chosen.reduce(0) { $0 + proven.prices[$1] }
    return families.map { family in
      let prices = family.candidates.map { max(0, proven.prices[$0]) }.sorted(by: >)
      return base + prices.prefix(max(0, family.count)).reduce(0, +)
    }.max() ?? 0
  }

  /// Fine units as the matrix's, the rest cut off.
  package func units(ofValue fine: Int64) -> Int64 { fine >> Int64(fineness) }

  /// Steps towards good multipliers: a bound within some per cent of the relaxation's.
  private static let steps = 300
}
