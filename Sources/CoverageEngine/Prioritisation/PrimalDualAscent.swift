import RelaisGeo

/// Seeks multipliers with a low bound by the primal–dual hybrid gradient method.
///
/// Shares x of candidates and multipliers λ of rows move in turn towards the saddle point of
///
///   Σ (w − λ) + Σ λ · (A x),  0 ≤ λ ≤ w, 0 ≤ x ≤ 1, Σ x ≤ p,
///
/// which is the linear relaxation of the problem; steps are scaled by row and column (Pock & Chambolle,
/// ICCV 2011), reflected, drawn towards where they started from, and restarted from time to time
/// (Lu & Yang, "Restarted Halpern PDHG for linear programming", 2024). Floating point decides only
/// where to look: the bound itself is then found in integers (``MultiplierBound``).
struct PrimalDualAscent: ~Copyable {
  let program: CoveringProgram
  private let rows: Int
  private let candidates: Int
  /// Shares, multipliers and what follows from them by a linear map: shares covering each row, A x,
  /// and prices of candidates, Aᵀ λ.
  private struct State {
    var shares: [Double]
    var multipliers: [Double]
    var covered: [Double]
    var prices: [Double]
  }
  private var now: State
  /// Where the last restart began.
  private var anchor: State
  /// A step's end, before reflection: within all limits.
  private var ahead: State
  private let lower: [Double]
  private let upper: [Double]
  private let needed: [Double]
  private let rowStep: [Double]
  private let candidateStep: [Double]
  /// By candidate; empty where all are certain.
  private let chances: [Double]
  /// Shares times chances; multipliers of atoms alone.
  private var weighted: [Double]
  private var ofAtoms: [Double]
  private var balance: Double
  /// Memberships below which another core is not worth waking.
  private let grain: Int
  /// Room for products.
  private var sums: [Double]
  private var sinceRestart = 0
  /// Square of how far a step moves: at the last restart, and last time it was asked.
  private var firstMove = Double.infinity
  private var lastMove = Double.infinity
  private(set) var steps = 0
  /// The best multipliers seen and the bound they give, not yet proven, beside `base`.
  private(set) var bestBound: Double
  private(set) var best: [Double]

  init(_ program: CoveringProgram, from point: DualPoint, usesAllCores: Bool = false) {
    self.program = program
    let matrix = program.matrix
    rows = matrix.atomCount
    candidates = matrix.candidateCount
    // Without multipliers, everything counts as covered.
    best = Array(repeating: 0, count: rows)
    bestBound = Double(matrix.total)
    balance = point.balance
    grain = usesAllCores ? 200_000 : Int.max
    let chances = (matrix.chances ?? []).map { Double($0) / Double(Chance.certain) }
    self.chances = chances
    weighted = chances
    ofAtoms = chances.isEmpty ? [] : Array(repeating: 0, count: rows)
    let gains = program.products.gather(matrix.weights).enumerated().map { candidate, gain in
      Double(gain) * (chances.isEmpty ? 1 : chances[candidate])
    }
    let largest = gains.max() ?? 0
    // By row: how many candidates cover it, or how many say yes on average.
    var likely = [Double](repeating: 0, count: rows)
    if chances.isEmpty {
      for row in 0..<rows {
        likely[row] = Double(matrix.firstOfAtom[row + 1] - matrix.firstOfAtom[row])
      }
    } else {
      program.products.spread(chances, grain: grain, into: &likely)
    }
    var lower: [Double] = []
    var upper: [Double] = []
    var needed: [Double] = []
    var rowStep: [Double] = []
    for row in 0..<rows {
      if row < program.atomCount {
        lower.append(0)
        upper.append(Double(matrix.weights[row]))
        needed.append(1)
        rowStep.append(Double(matrix.weights[row]) / likely[row])
      } else {
        let size = Double(matrix.firstOfAtom[row + 1] - matrix.firstOfAtom[row])
        let limit = program.limits[row - program.atomCount]
        lower.append(limit.isAtLeast ? 0 : -largest)
        upper.append(limit.isAtLeast ? largest : 0)
        needed.append(Double(limit.count))
        rowStep.append(largest / 4 / size)
      }
    }
    self.lower = lower
    self.upper = upper
    self.needed = needed
    self.rowStep = rowStep
    candidateStep = (0..<candidates).map { candidate in
      let limits = matrix.atoms(of: candidate).reversed().prefix { $0 >= program.atomCount }.count
      return 1 / max(1, gains[candidate] + Double(limits) * largest / 4)
    }
    now = State(
      shares: point.shares, multipliers: point.multipliers,
      covered: Array(repeating: 0, count: rows), prices: Array(repeating: 0, count: candidates))
    anchor = now
    ahead = now
    sums = Array(repeating: 0, count: rows + 1)
    cover()
    price()
    now = ahead
    anchor = now
  }

  /// What a step reads, about, in memberships.
  var workOfStep: Int { 2 * program.products.work }

  /// Where it stands, for a start elsewhere.
  var point: DualPoint {
    DualPoint(shares: ahead.shares, multipliers: best, balance: balance)
  }

  /// Steps until the bound beside `base` is at most `target`, or `most` steps are done.
  mutating func climb(target: Double, most: Int) {
    for step in 1...max(1, most) {
      takeStep(judges: step % 10 == 0 || step == most)
      if bestBound <= target { return }
    }
  }

  private mutating func takeStep(judges: Bool) {
    steps += 1
    moveShares()
    cover()
    moveMultipliers()
    price()
    if judges {
      let bound = bound(ahead.multipliers, ahead.prices)
      if bound < bestBound {
        bestBound = bound
        best = ahead.multipliers
      }
      let move = squaredMove()
      if firstMove == .infinity {
        firstMove = move
      } else if move <= 0.04 * firstMove || move <= 0.64 * firstMove && move > lastMove
        || Double(sinceRestart) >= 0.36 * Double(steps) && steps > 50
      {
        restart()
        return
      }
      lastMove = move
    }
    sinceRestart += 1
    let forward = Double(sinceRestart) / Double(sinceRestart + 1)
    PrimalDualAscent.draw(&now.shares, ahead.shares, anchor.shares, forward, candidates)
    PrimalDualAscent.draw(&now.multipliers, ahead.multipliers, anchor.multipliers, forward, rows)
    PrimalDualAscent.draw(&now.covered, ahead.covered, anchor.covered, forward, rows)
    PrimalDualAscent.draw(&now.prices, ahead.prices, anchor.prices, forward, candidates)
  }

  /// A step down by what is covered too often, up by what is not, back within each row's limits.
  private mutating func moveMultipliers() {
    let ofAtoms = program.levels == nil ? 0 : program.atomCount
    PrimalDualAscent.move(
      from: now.multipliers, covered: ahead.covered, before: now.covered, needed: needed,
      step: rowStep, balance, lower: lower, upper: upper, ofAtoms..<rows, into: &ahead.multipliers)
    guard let levels = program.levels else { return }
    PrimalDualAscent.move(
      from: now.multipliers, covered: ahead.covered, before: now.covered, step: rowStep, balance,
      along: levels, upper: upper, ofAtoms, into: &ahead.multipliers)
  }

  // Arrays are passed as pointers: the loops over rows are most of the work.
  private static func move(
    from now: UnsafePointer<Double>, covered: UnsafePointer<Double>,
    before: UnsafePointer<Double>, needed: UnsafePointer<Double>, step: UnsafePointer<Double>,
    _ balance: Double, lower: UnsafePointer<Double>, upper: UnsafePointer<Double>,
    _ rows: Range<Int>, into ahead: UnsafeMutablePointer<Double>
  ) {
    let scale = 1 / balance
    for row in rows {
      let excess = 2 * covered[row] - before[row]
      let wanted = now[row] + step[row] * scale * (needed[row] - excess)
      ahead[row] = min(upper[row], max(lower[row], wanted))
    }
  }

  /// The step of the atoms whose candidates are uncertain: each level left above draws the multiplier up.
  private static func move(
    from now: UnsafePointer<Double>, covered: UnsafePointer<Double>,
    before: UnsafePointer<Double>, step: UnsafePointer<Double>, _ balance: Double,
    along levels: ChanceLevels, upper: UnsafePointer<Double>, _ atoms: Int,
    into ahead: UnsafeMutablePointer<Double>
  ) {
    let scale = 1 / balance
    levels.withLevels { first, lengths, slopes in
      for row in 0..<atoms {
        let step = step[row] * scale
        var multiplier = now[row] - step * (2 * covered[row] - before[row])
        for level in first[row]..<first[row + 1] {
          let slope = Double(slopes[level])
          if multiplier >= slope { break }
          multiplier += step * Double(lengths[level]) / Double(Chance.certain)
          if multiplier >= slope {
            multiplier = slope
            break
          }
        }
        ahead[row] = min(upper[row], max(0, multiplier))
      }
    }
  }

  /// What the shares ahead cover of each row.
  private mutating func cover() {
    guard !chances.isEmpty else {
      return program.products.spread(ahead.shares, grain: grain, into: &ahead.covered)
    }
    for candidate in 0..<candidates {
      weighted[candidate] = ahead.shares[candidate] * chances[candidate]
    }
    program.products.spread(weighted, grain: grain, into: &ahead.covered)
    // Limits count candidates, however likely.
    for row in program.atomCount..<rows {
      ahead.covered[row] = program.matrix.candidates(of: row).reduce(0) {
        $0 + ahead.shares[Int($1)]
      }
    }
  }

  /// The prices of the multipliers ahead.
  private mutating func price() {
    guard !chances.isEmpty else {
      return program.products.gather(
        ahead.multipliers, grain: grain, sums: &sums, into: &ahead.prices)
    }
    for row in 0..<program.atomCount { ofAtoms[row] = ahead.multipliers[row] }
    program.products.gather(ofAtoms, grain: grain, sums: &sums, into: &ahead.prices)
    for candidate in 0..<candidates { ahead.prices[candidate] *= chances[candidate] }
    for row in program.atomCount..<rows {
      for candidate in program.matrix.candidates(of: row) {
        ahead.prices[Int(candidate)] += ahead.multipliers[row]
      }
    }
  }

  /// Past the step's end as far again, then some of the way back to the anchor.
  private static func draw(
    _ now: UnsafeMutablePointer<Double>, _ ahead: UnsafePointer<Double>,
    _ anchor: UnsafePointer<Double>, _ forward: Double, _ count: Int
  ) {
    for index in 0..<count {
      now[index] = forward * (2 * ahead[index] - now[index]) + (1 - forward) * anchor[index]
    }
  }

  /// In the norm in which steps never lengthen.
  private func squaredMove() -> Double {
    var sum = 0.0
    for candidate in 0..<candidates {
      let move = ahead.shares[candidate] - now.shares[candidate]
      sum += move * move / (candidateStep[candidate] * balance)
    }
    for row in 0..<rows where rowStep[row] > 0 {
      let move = ahead.multipliers[row] - now.multipliers[row]
      sum += move * move / rowStep[row] * balance
    }
    return sum
  }

  private mutating func restart() {
    var shareMoves = 0.0
    for candidate in 0..<candidates {
      let move = ahead.shares[candidate] - anchor.shares[candidate]
      shareMoves += move * move / candidateStep[candidate]
    }
    var multiplierMoves = 0.0
    for row in 0..<rows where rowStep[row] > 0 {
      let move = ahead.multipliers[row] - anchor.multipliers[row]
      multiplierMoves += move * move / rowStep[row]
    }
    if shareMoves > 0, multiplierMoves > 0 {
      // The geometric mean of the old balance and the ratio of the moves.
      balance = (balance * (shareMoves / multiplierMoves).squareRoot()).squareRoot()
    }
    now = ahead
    anchor = ahead
    sinceRestart = 0
    firstMove = .infinity
    lastMove = .infinity
  }

  /// A step up the prices, back onto 0 ≤ x ≤ 1, Σ x ≤ p.
  private mutating func moveShares() {
    PrimalDualAscent.move(
      from: now.shares, prices: now.prices, step: candidateStep, balance, candidates,
      count: Double(program.count), into: &ahead.shares)
  }

  private static func move(
    from now: UnsafePointer<Double>, prices: UnsafePointer<Double>, step: UnsafePointer<Double>,
    _ balance: Double, _ candidates: Int, count: Double, into ahead: UnsafeMutablePointer<Double>
  ) {
    var low = 0.0
    var high = 0.0
    var sum = 0.0
    for candidate in 0..<candidates {
      let step = step[candidate] * balance
      let value = now[candidate] + step * prices[candidate]
      ahead[candidate] = value
      high = max(high, value / step)
      sum += min(1, max(0, value))
    }
    var level = 0.0
    if sum > count {
      // Newton's method on a piecewise linear, decreasing sum; halving where it leaves the bracket.
      for _ in 0..<60 {
        var total = 0.0
        var slope = 0.0
        for candidate in 0..<candidates {
          let step = step[candidate] * balance
          let value = ahead[candidate] - level * step
          if value >= 1 {
            total += 1
          } else if value > 0 {
            total += value
            slope += step
          }
        }
        let excess = total - count
        if abs(excess) <= 1e-9 * count { break }
        if excess > 0 { low = level } else { high = level }
        let next = slope > 0 ? level + excess / slope : .infinity
        level = next > low && next < high ? next : (low + high) / 2
      }
    }
    for candidate in 0..<candidates {
      ahead[candidate] = min(1, max(0, ahead[candidate] - level * step[candidate] * balance))
    }
  }

  private func bound(_ multipliers: [Double], _ prices: [Double]) -> Double {
    var bound = 0.0
    for row in 0..<rows {
      if row < program.atomCount, let levels = program.levels {
        for level in levels.first[row]..<levels.first[row + 1] {
          let beyond = Double(levels.slopes[level]) - multipliers[row]
          if beyond <= 0 { break }
          bound += beyond * Double(levels.lengths[level]) / Double(Chance.certain)
        }
      } else {
        bound += (row < program.atomCount ? upper[row] : 0) - needed[row] * multipliers[row]
      }
    }
    for price in prices.sorted(by: >).prefix(program.count) where price > 0 { bound += price }
    return bound
  }
}
