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
  /// The matrix by runs; `nil` where that is no shorter.
  private var runs: CoverageRuns?
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
    let gains = (0..<candidates).map { candidate in
      Double(matrix.gain(of: candidate)) * (chances.isEmpty ? 1 : chances[candidate])
    }
    let largest = gains.max() ?? 0
    var lower: [Double] = []
    var upper: [Double] = []
    var needed: [Double] = []
    var rowStep: [Double] = []
    for row in 0..<rows {
      let size = Double(matrix.firstOfAtom[row + 1] - matrix.firstOfAtom[row])
      if row < program.atomCount {
        lower.append(0)
        upper.append(Double(matrix.weights[row]))
        needed.append(1)
        let sum =
          chances.isEmpty
          ? size : matrix.candidates(of: row).reduce(0) { $0 + chances[Int($1)] }
        rowStep.append(Double(matrix.weights[row]) / sum)
      } else {
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
    let runs = CoverageRuns(matrix)
    // A run costs about what two memberships do.
    if 2 * runs.count < matrix.membershipCount { self.runs = runs }
    ahead = now
    cover()
    price()
    now = ahead
    anchor = now
  }

  /// What a step reads, about, in memberships.
  var workOfStep: Int {
    runs.map { 4 * ($0.count + rows) } ?? 2 * program.matrix.membershipCount
  }

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
    for row in 0..<rows {
      let covered = 2 * ahead.covered[row] - now.covered[row]
      ahead.multipliers[row] = min(
        upper[row],
        max(lower[row], now.multipliers[row] + rowStep[row] / balance * (needed[row] - covered)))
    }
    if let levels = program.levels { moveAlong(levels) }
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
    PrimalDualAscent.draw(&now.shares, ahead.shares, anchor.shares, forward)
    PrimalDualAscent.draw(&now.multipliers, ahead.multipliers, anchor.multipliers, forward)
    PrimalDualAscent.draw(&now.covered, ahead.covered, anchor.covered, forward)
    PrimalDualAscent.draw(&now.prices, ahead.prices, anchor.prices, forward)
  }

  /// The step of the atoms whose candidates are uncertain: each level left above draws the multiplier up.
  private mutating func moveAlong(_ levels: ChanceLevels) {
    for row in 0..<program.atomCount {
      let covered = 2 * ahead.covered[row] - now.covered[row]
      let step = rowStep[row] / balance
      var multiplier = now.multipliers[row] - step * covered
      for level in levels.first[row]..<levels.first[row + 1] {
        let slope = Double(levels.slopes[level])
        if multiplier >= slope { break }
        multiplier += step * Double(levels.lengths[level]) / Double(Chance.certain)
        if multiplier >= slope {
          multiplier = slope
          break
        }
      }
      ahead.multipliers[row] = min(upper[row], max(0, multiplier))
    }
  }

  /// What the shares ahead cover of each row.
  private mutating func cover() {
    guard !chances.isEmpty else {
      return PrimalDualAscent.multiply(
        program.matrix, &runs, ahead.shares, grain, into: &ahead.covered)
    }
    for candidate in 0..<candidates {
      weighted[candidate] = ahead.shares[candidate] * chances[candidate]
    }
    PrimalDualAscent.multiply(program.matrix, &runs, weighted, grain, into: &ahead.covered)
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
      return PrimalDualAscent.multiplyTransposed(
        program.matrix, &runs, ahead.multipliers, grain, into: &ahead.prices)
    }
    for row in 0..<program.atomCount { ofAtoms[row] = ahead.multipliers[row] }
    PrimalDualAscent.multiplyTransposed(
      program.matrix, &runs, ofAtoms, grain, into: &ahead.prices)
    for candidate in 0..<candidates { ahead.prices[candidate] *= chances[candidate] }
    for row in program.atomCount..<rows {
      for candidate in program.matrix.candidates(of: row) {
        ahead.prices[Int(candidate)] += ahead.multipliers[row]
      }
    }
  }

  /// Past the step's end as far again, then some of the way back to the anchor.
  private static func draw(
    _ now: inout [Double], _ ahead: [Double], _ anchor: [Double], _ forward: Double
  ) {
    for index in now.indices {
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
      sum -= 2 * move * (ahead.covered[row] - now.covered[row]) * -1 * 0
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
    var low = 0.0
    var high = 0.0
    var sum = 0.0
    for candidate in 0..<candidates {
      let step = candidateStep[candidate] * balance
      let value = now.shares[candidate] + step * now.prices[candidate]
      ahead.shares[candidate] = value
      high = max(high, value / step)
      sum += min(1, max(0, value))
    }
    let count = Double(program.count)
    var level = 0.0
    if sum > count {
      // Newton's method on a piecewise linear, decreasing sum; halving where it leaves the bracket.
      for _ in 0..<60 {
        var total = 0.0
        var slope = 0.0
        for candidate in 0..<candidates {
          let step = candidateStep[candidate] * balance
          let value = ahead.shares[candidate] - level * step
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
      let step = candidateStep[candidate] * balance
      ahead.shares[candidate] = min(1, max(0, ahead.shares[candidate] - level * step))
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

  /// A x, each sum in a fixed order of additions, however many cores there are.
  private static func multiply(
    _ matrix: CoverageMatrix, _ runs: inout CoverageRuns?, _ shares: [Double], _ grain: Int,
    into result: inout [Double]
  ) {
    if runs?.spread(shares, into: &result) == nil {
      gather(matrix.firstOfAtom, matrix.candidates, shares, grain, into: &result)
    }
  }

  /// Aᵀ λ, likewise.
  private static func multiplyTransposed(
    _ matrix: CoverageMatrix, _ runs: inout CoverageRuns?, _ multipliers: [Double], _ grain: Int,
    into result: inout [Double]
  ) {
    if runs?.gather(multipliers, into: &result) == nil {
      gather(matrix.firstOfCandidate, matrix.atoms, multipliers, grain, into: &result)
    }
  }

  private static func gather(
    _ first: [Int], _ indices: [UInt32], _ values: [Double], _ grain: Int,
    into result: inout [Double]
  ) {
    let count = result.count
    result.withUnsafeMutableBufferPointer { buffer in
      // Each core writes its own rows only.
      nonisolated(unsafe) let result = buffer
      first.withUnsafeBufferPointer { first in
        indices.withUnsafeBufferPointer { indices in
          values.withUnsafeBufferPointer { values in
            // Only read, for the time of the call.
            nonisolated(unsafe) let (first, indices, values) = (first, indices, values)
            let rowsPerGrain = grain == .max ? .max : max(1, count * grain / max(1, indices.count))
            _ = Parallel.map(count, grain: rowsPerGrain) { rows in
              for row in rows {
                var index = first[row]
                let end = first[row + 1]
                // Four sums, so that an addition need not wait for the last.
                var a = 0.0
                var b = 0.0
                var c = 0.0
                var d = 0.0
                while index + 4 <= end {
                  a += values[Int(indices[index])]
                  b += values[Int(indices[index + 1])]
                  c += values[Int(indices[index + 2])]
                  d += values[Int(indices[index + 3])]
                  index += 4
                }
                while index < end {
                  a += values[Int(indices[index])]
                  index += 1
                }
                result[row] = (a + b) + (c + d)
              }
            }
          }
        }
      }
    }
  }
}
