/// The bound that multipliers prove, in integers.
///
/// Each atom of weight w has a multiplier 0 ≤ λ ≤ w: what covering it is worth to whoever covers it; a
/// candidate's price is the sum over its atoms. No p candidates cover more than
///
///   Σ (w − λ) + the p highest prices,
///
/// since an atom adds at most w − λ beyond what its coverers were paid (Galvão & ReVelle, EJOR 88,
/// 1996). A limit "at least k of these" has a multiplier ≥ 0, "at most k" one ≤ 0; each adds −kλ. Any
/// multipliers prove their bound. Weights are scaled by a power of two, so that fractions of a unit
/// are not lost.
///
/// Where candidates say yes by chance, a price is the sum times the chance, and w − λ is what
/// ``ChanceLevels`` says; both are rounded up.
struct MultiplierBound {
  /// Multipliers are in units of 2 to the minus this.
  let shift: Int
  /// By row, scaled.
  let multipliers: [Int64]
  /// By candidate, scaled.
  let prices: [Int64]
  /// The most that can be covered, scaled, `base` included.
  let value: Int64
  /// The same in whole units, which coverage is in.
  var units: Int64 { value >> Int64(shift) }
  /// The least price among the highest ones, and the highest of the others; zero where none.
  let lastChosen: Int64
  let firstLeft: Int64
  /// The candidates of the highest prices; zero prices and less are not among them.
  let chosen: [Int]

  /// - Parameter multipliers: In units, anything: cut to what is allowed and rounded.
  init(_ program: CoveringProgram, _ multipliers: [Double], shift: Int) {
    self.shift = shift
    let matrix = program.matrix
    let scale = Double(Int64(1) << Int64(shift))
    // What a limit's multiplier may come to; of no use without limits.
    let largest =
      program.limits.isEmpty
      ? 0 : program.products.gather(matrix.weights).max() ?? 0
    var rounded = [Int64](repeating: 0, count: matrix.atomCount)
    var value = program.base << Int64(shift)
    for row in 0..<matrix.atomCount {
      let isAtom = row < program.atomCount
      let weight = matrix.weights[row] << Int64(shift)
      var low: Int64 = 0
      var high = weight
      var needed: Int64 = 1
      if !isAtom {
        let limit = program.limits[row - program.atomCount]
        low = limit.isAtLeast ? 0 : -largest << Int64(shift)
        high = limit.isAtLeast ? largest << Int64(shift) : 0
        needed = Int64(limit.count)
      }
      let wanted = (multipliers[row] * scale).rounded()
      rounded[row] =
        wanted >= Double(high) ? high : wanted <= Double(low) ? low : Int64(wanted)
      if isAtom, let levels = program.levels {
        value += levels.beyond(rounded[row], of: row)
      } else {
        value += weight - needed * rounded[row]
      }
    }
    var prices: [Int64]
    if let chances = matrix.chances {
      let ofAtoms = rounded[..<program.atomCount] + program.limits.map { _ in 0 }
      prices = zip(program.products.gather(Array(ofAtoms)), chances).map {
        Chance.share($0, of: $1)
      }
      for row in program.atomCount..<matrix.atomCount {
        for candidate in matrix.candidates(of: row) { prices[Int(candidate)] += rounded[row] }
      }
    } else {
      prices = program.products.gather(rounded)
    }
    let order = prices.indices.sorted { (prices[$1], $0) < (prices[$0], $1) }
    let chosen = order.prefix(program.count).filter { prices[$0] > 0 }
    for candidate in chosen { value += prices[candidate] }
    self.multipliers = rounded
    self.prices = prices
    self.value = value
    self.chosen = chosen
    lastChosen = chosen.count == program.count ? chosen.last.map { prices[$0] } ?? 0 : 0
    firstLeft = order.dropFirst(chosen.count).first.map { max(0, prices[$0]) } ?? 0
  }

  /// What every candidate must be in whatever covers at least `wanted` units.
  func statuses(covering wanted: Int64) -> [CoveringProgram.Status] {
    let least = wanted << Int64(shift)
    var statuses = [CoveringProgram.Status](repeating: .open, count: prices.count)
    for candidate in prices.indices where value - (lastChosen - prices[candidate]) < least {
      statuses[candidate] = .out
    }
    for candidate in chosen {
      statuses[candidate] = value - (prices[candidate] - firstLeft) < least ? .within : .open
    }
    return statuses
  }
}
