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
  /// Shares, multipliers and the prices of candidates that follow from them, Aᵀ λ.
  private struct State {
    var shares: [Double]
    var multipliers: [Double]
    var prices: [Double]
  }
  private var now: State
  /// Where the last restart began.
  private var anchor: State
  /// A step's end, before reflection: within all limits.
  private var ahead: State
  /// By row, how far the reflected shares cover it.
  private var covered: [Double]
  private let largest: Double
  private let upper: [Double]
  private let rowStep: [Double]
  private let candidateStep: [Double]
  /// By candidate; empty where all are certain.
  private let chances: [Double]
  /// Reflected shares, and the same times chances; multipliers of atoms alone.
  private var reflected: [Double]
  private var weighted: [Double]
  private var ofAtoms: [Double]
  /// What moves of shares were last drawn back by.
  private var level = 0.0
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
  /// The best multipliers seen and the bound they give, not yet proven, on top of `base`.
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
    reflected = Array(repeating: 0, count: candidates)
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
    var upper: [Double] = []
    var rowStep: [Double] = []
    for row in 0..<rows {
      if row < program.atomCount {
        upper.append(Double(matrix.weights[row]))
        rowStep.append(Double(matrix.weights[row]) / likely[row])
      } else {
        let size = Double(matrix.firstOfAtom[row + 1] - matrix.firstOfAtom[row])
        upper.append(program.limits[row - program.atomCount].isAtLeast ? largest : 0)
        rowStep.append(largest / 4 / size)
      }
    }
    self.largest = largest
    self.upper = upper
    self.rowStep = rowStep
    covered = likely
    candidateStep = (0..<candidates).map { candidate in
      let limits = matrix.atoms(of: candidate).reversed().prefix { $0 >= program.atomCount }.count
      return 1 / max(1, gains[candidate] + Double(limits) * largest / 4)
    }
    now = State(
      shares: point.shares, multipliers: point.multipliers,
      prices: Array(repeating: 0, count: candidates))
    anchor = now
    ahead = now
    sums = Array(repeating: 0, count: rows + 1)
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

  /// Steps until the bound on top of `base` is at most `target`, or `most` steps are done.
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
    PrimalDualAscent.draw(&now.prices, ahead.prices, anchor.prices, forward, candidates)
  }

  /// A step down by what is covered too often, up by what is not, back within each row's limits.
  private mutating func moveMultipliers() {
    if let levels = program.levels {
      PrimalDualAscent.move(
        from: now.multipliers, covered: covered, step: rowStep, 1 / balance, along: levels,
        upper: upper, program.atomCount, into: &ahead.multipliers)
    } else {
      PrimalDualAscent.move(
        from: now.multipliers, covered: covered, step: rowStep, 1 / balance, upper: upper,
        program.atomCount, into: &ahead.multipliers)
    }
    for (index, limit) in program.limits.enumerated() {
      let row = program.atomCount + index
      let short = Double(limit.count) - covered[row]
      let wanted = now.multipliers[row] + rowStep[row] / balance * short
      ahead.multipliers[row] = min(upper[row], max(upper[row] - largest, wanted))
    }
  }

  // Arrays are passed as pointers: the loops over atoms are most of the work.
  private static func move(
    from now: UnsafePointer<Double>, covered: UnsafePointer<Double>, step: UnsafePointer<Double>,
    _ scale: Double, upper: UnsafePointer<Double>, _ atoms: Int,
    into ahead: UnsafeMutablePointer<Double>
  ) {
    for row in 0..<atoms {
      let wanted = now[row] + step[row] * scale * (1 - covered[row])
      ahead[row] = min(upper[row], max(0, wanted))
    }
  }

  /// The step of the atoms whose candidates are uncertain: each level left above draws the multiplier up.
  private static func move(
    from now: UnsafePointer<Double>, covered: UnsafePointer<Double>, step: UnsafePointer<Double>,
    _ scale: Double, along levels: ChanceLevels, upper: UnsafePointer<Double>, _ atoms: Int,
    into ahead: UnsafeMutablePointer<Double>
  ) {
    levels.withLevels { first, lengths, slopes in
      for row in 0..<atoms {
        let step = step[row] * scale
        var multiplier = now[row] - step * covered[row]
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

  /// What the shares ahead, as far again past the step's end, cover of each row.
  private mutating func cover() {
    for candidate in 0..<candidates {
      reflected[candidate] = 2 * ahead.shares[candidate] - now.shares[candidate]
    }
    guard !chances.isEmpty else {
      return program.products.spread(reflected, grain: grain, into: &covered)
    }
    for candidate in 0..<candidates {
      weighted[candidate] = reflected[candidate] * chances[candidate]
    }
    program.products.spread(weighted, grain: grain, into: &covered)
    // Limits count candidates, however likely.
    for row in program.atomCount..<rows {
      covered[row] = program.matrix.candidates(of: row).reduce(0) { $0 + reflected[Int($1)] }
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
    level = PrimalDualAscent.move(
      from: now.shares, prices: now.prices, step: candidateStep, balance, candidates,
      count: Double(program.count), from: level, into: &ahead.shares)
  }

  /// - Parameter start: Where the level is likely to lie.
  /// - Returns: The level that prices must exceed for shares to grow.
  private static func move(
    from now: UnsafePointer<Double>, prices: UnsafePointer<Double>, step: UnsafePointer<Double>,
    _ balance: Double, _ candidates: Int, count: Double, from start: Double,
    into ahead: UnsafeMutablePointer<Double>
  ) -> Double {
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
      level = start < high ? start : 0
      // Newton's method on a piecewise linear, decreasing sum; halving where it leaves the bracket.
      for _ in 0..<60 {
        var total = 0.0
        var slope = 0.0
        for candidate in 0..<candidates {
          let step = step[candidate] * balance
          let value = ahead[candidate] - level * step
          total += min(1, max(0, value))
          slope += value > 0 && value < 1 ? step : 0
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
    return level
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
        bound +=
          row < program.atomCount
          ? upper[row] - multipliers[row]
          : -Double(program.limits[row - program.atomCount].count) * multipliers[row]
      }
    }
    for price in prices.sorted(by: >).prefix(program.count) where price > 0 { bound += price }
    return bound
  }
}
