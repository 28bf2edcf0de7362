/// A maximal covering problem as the search sees it: what is still to be decided.
///
/// Rows are atoms, then limits. Candidates settled out are gone, those settled in have handed their
/// atoms over to `base`; atoms that the remaining candidates no longer distinguish are one.
struct CoveringProgram: Sendable {
  /// How many of some candidates a branch of the search allows.
  struct Limit: Hashable, Sendable {
    var isAtLeast: Bool
    var count: Int
  }

  /// Atoms, then one row a limit, of weight 0.
  let matrix: CoverageMatrix
  let products: CoverageProducts
  /// Where candidates say yes by chance.
  let levels: ChanceLevels?
  let limits: [Limit]
  /// How many candidates may still be chosen.
  let count: Int
  /// Demand covered for certain, in units.
  let base: Int64
  /// What each candidate is called in the problem asked.
  let names: [UInt32]
  /// Candidates settled in, so called.
  let chosen: [UInt32]

  var atomCount: Int { matrix.atomCount - limits.count }

  init(_ matrix: CoverageMatrix, count: Int) {
    self.init(
      matrix: matrix, limits: [], count: min(count, matrix.candidateCount), base: 0,
      names: (0..<matrix.candidateCount).map { UInt32($0) }, chosen: [])
  }

  /// - Parameter needless: Candidates left out, since others cover all they cover; increasing.
  init(_ matrix: CoverageMatrix, count: Int, without needless: [Int]) {
    guard needless.contains(where: { !matrix.atoms(of: $0).isEmpty }) else {
      // Those that cover nothing distinguish no atoms.
      let left = Set(needless)
      let kept = (0..<matrix.candidateCount).filter { !left.contains($0) }
      self.init(
        matrix: CoverageMatrix(matrix, keeping: kept), limits: [], count: min(count, kept.count),
        base: 0,
        names: kept.map { UInt32($0) }, chosen: [])
      return
    }
    let whole = CoveringProgram(matrix, count: count)
    var statuses = [Status](repeating: .open, count: matrix.candidateCount)
    for candidate in needless { statuses[candidate] = .out }
    var point = DualPoint(whole)
    guard let program = whole.settled(statuses, point: &point) else {
      preconditionFailure("there are no limits to break")
    }
    self = program
  }

  private init(
    matrix: CoverageMatrix, limits: [Limit], count: Int, base: Int64, names: [UInt32],
    chosen: [UInt32]
  ) {
    self.matrix = matrix
    products = CoverageProducts(matrix)
    levels = matrix.chances.map {
      ChanceLevels(matrix, atoms: matrix.atomCount - limits.count, $0)
    }
    self.limits = limits
    self.count = count
    self.base = base
    self.names = names
    self.chosen = chosen
  }

  /// The same problem under other limits.
  private init(
    _ other: CoveringProgram, _ limits: [(candidates: [UInt32], limit: Limit)]
  ) {
    matrix = other.matrix.replacingRows(from: other.atomCount, with: limits.map(\.candidates))
    products = CoverageProducts(matrix)
    levels = other.levels
    self.limits = limits.map(\.limit)
    count = other.count
    base = other.base
    names = other.names
    chosen = other.chosen
  }

  /// The same problem, so many to be chosen.
  func choosing(_ count: Int) -> CoveringProgram {
    CoveringProgram(self, count: min(count, matrix.candidateCount))
  }

  private init(_ other: CoveringProgram, count: Int) {
    matrix = other.matrix
    products = other.products
    levels = other.levels
    limits = other.limits
    self.count = count
    base = other.base
    names = other.names
    chosen = other.chosen
  }

  /// What is known of a candidate.
  enum Status: UInt8, Sendable {
    case open
    case out
    case within
  }

  /// The same problem with some candidates settled and perhaps one more limit.
  ///
  /// - Parameters:
  ///   - newLimit: On candidates of this problem, increasing.
  ///   - point: Shares and multipliers of this problem; comes back as those of the new one.
  /// - Returns: `nil` where the limits cannot all be kept.
  /// - Complexity: linear in memberships.
  func settled(
    _ statuses: [Status], adding newLimit: (candidates: [UInt32], limit: Limit)? = nil,
    point: inout DualPoint
  ) -> CoveringProgram? {
    // Limits that allow none, or need all, settle more.
    var statuses = statuses
    var rows = limits.enumerated().map { index, limit in
      (
        candidates: Array(matrix.candidates(of: atomCount + index)), limit: limit,
        multiplier: point.multipliers[atomCount + index]
      )
    }
    if let newLimit { rows.append((newLimit.candidates, newLimit.limit, 0)) }
    var kept = rows
    var changed = true
    while changed {
      changed = false
      kept = []
      for (list, limit, multiplier) in rows {
        let within = list.count { statuses[Int($0)] == .within }
        let open = list.count { statuses[Int($0)] == .open }
        let left = limit.count - within
        if limit.isAtLeast {
          if left <= 0 { continue }
          if open < left { return nil }
          if open == left {
            for one in list where statuses[Int(one)] == .open { statuses[Int(one)] = .within }
            changed = true
            continue
          }
        } else {
          if left < 0 { return nil }
          if open <= left { continue }
          if left == 0 {
            for one in list where statuses[Int(one)] == .open { statuses[Int(one)] = .out }
            changed = true
            continue
          }
        }
        kept.append((list, Limit(isAtLeast: limit.isAtLeast, count: left), multiplier))
      }
    }
    let within = statuses.indices.filter { statuses[$0] == .within }
    let left = count - within.count
    if left < 0 { return nil }
    if left == 0 {
      // Nothing more may be chosen.
      if kept.contains(where: { $0.limit.isAtLeast }) { return nil }
      for index in statuses.indices where statuses[index] == .open { statuses[index] = .out }
      kept = []
    }

    if newLimit != nil, statuses.allSatisfy({ $0 == .open }) {
      // Atoms stay as they are: they were separated when the last candidate was settled.
      point.multipliers.removeLast(limits.count)
      point.multipliers += kept.map(\.multiplier)
      return CoveringProgram(self, kept.map { ($0.candidates, $0.limit) })
    }

    var number = [UInt32](repeating: 0, count: matrix.candidateCount)
    var names: [UInt32] = []
    var shares: [Double] = []
    for candidate in statuses.indices where statuses[candidate] == .open {
      number[candidate] = UInt32(names.count)
      names.append(self.names[candidate])
      shares.append(point.shares[candidate])
    }
    var collector = AtomCollector()
    var multipliers: [Double] = []
    var base = self.base
    // Where averages are rounded, each atom is for itself.
    let isRounded = matrix.chances != nil && !within.isEmpty
    let starts = isRounded ? nil : products.starts { statuses[$0] != .out }
    var next = 0
    while next < atomCount {
      let atom = next
      var weight = matrix.weights[atom]
      var multiplier = point.multipliers[atom]
      next += 1
      while let starts, next < atomCount, !starts[next] {
        weight += matrix.weights[next]
        multiplier += point.multipliers[next]
        next += 1
      }
      // What those within leave of it, rounded up so many times.
      var left = weight
      var roundings: Int64 = 0
      matrix.withCandidates(of: atom) { candidates in
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: candidates.count) { open in
          var count = 0
          for candidate in candidates where left > 0 {
            switch statuses[Int(candidate)] {
            case .open:
              open[count] = number[Int(candidate)]
              count += 1
            case .within:
              left = matrix.chances.map { Chance.left(left, of: $0[Int(candidate)]) } ?? 0
              roundings += matrix.chances == nil ? 0 : 1
            case .out: break
            }
          }
          guard left > 0 else {
            roundings = 0
            return
          }
          guard count > 0 else { return }
          let list = UnsafeBufferPointer(rebasing: open[..<count])
          let merged = collector.add(left, coveredBy: list, hash: AtomCollector.hash(list))
          if merged == multipliers.count { multipliers.append(0) }
          let share = left < weight ? Double(left) / Double(weight) : 1
          multipliers[merged] += multiplier * share
        }
      }
      // What is added and what is left are both rounded up, so that a bound stays one.
      base += weight - left + roundings
    }
    for (candidates, _, multiplier) in kept {
      let open = candidates.filter { statuses[Int($0)] == .open }.map { number[Int($0)] }
      open.withUnsafeBufferPointer { collector.addApart($0) }
      multipliers.append(multiplier)
    }
    point = DualPoint(shares: shares, multipliers: multipliers, balance: point.balance)
    return CoveringProgram(
      matrix: collector.matrix(
        candidateCount: names.count,
        chances: matrix.chances.map { chances in
          statuses.indices.filter { statuses[$0] == .open }.map { chances[$0] }
        }), limits: kept.map(\.limit),
      count: min(left, names.count), base: base, names: names,
      chosen: chosen + within.map { self.names[$0] })
  }
}

/// Where a search for good multipliers stands: a share of each candidate, a multiplier of each row.
struct DualPoint: Sendable {
  /// By candidate, 0…1.
  var shares: [Double]
  /// By row, in units.
  var multipliers: [Double]

  /// How long steps of shares are relative to those of multipliers.
  var balance: Double

  init(shares: [Double], multipliers: [Double], balance: Double) {
    self.shares = shares
    self.multipliers = multipliers
    self.balance = balance
  }

  /// Every candidate alike, nothing known of rows.
  init(_ program: CoveringProgram) {
    let candidates = program.matrix.candidateCount
    shares = Array(
      repeating: Double(program.count) / Double(max(1, candidates)), count: candidates)
    multipliers = Array(repeating: 0, count: program.matrix.atomCount)
    balance = 0.5
  }
}
