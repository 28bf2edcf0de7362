import Computing

/// A matrix read by runs of rows: products with it cost as much as there are runs.
///
/// Atoms are numbered along the town, so what a candidate covers is mostly neighbours: on a town a
/// twentieth as many runs as memberships, or fewer. Summing up along the rows first, a run is a difference of
/// two sums.
struct CoverageRuns: Sendable {
  private let rows: Int
  /// One per candidate and one more: where its runs begin.
  private let first: [Int]
  /// By run, the row it starts at and the one after its last, in turn.
  private let ends: [UInt32]
  /// The candidates by where they begin, so that sums are read near where they were read before.
  private let order: [UInt32]

  /// How many runs there are.
  var count: Int { ends.count / 2 }

  /// - Complexity: linear in memberships.
  init(_ matrix: CoverageMatrix) {
    rows = matrix.atomCount
    var first = [0]
    first.reserveCapacity(matrix.candidateCount + 1)
    var ends: [UInt32] = []
    matrix.atoms.withUnsafeBufferPointer { atoms in
      for candidate in 0..<matrix.candidateCount {
        let end = matrix.firstOfCandidate[candidate + 1]
        var index = matrix.firstOfCandidate[candidate]
        while index < end {
          ends.append(atoms[index])
          index += 1
          while index < end, atoms[index] == atoms[index - 1] + 1 { index += 1 }
          ends.append(atoms[index - 1] + 1)
        }
        first.append(ends.count)
      }
    }
    self.first = first
    self.ends = ends
    order = RadixSort.sorted((0..<UInt32(matrix.candidateCount)).map { $0 }) { candidate in
      let start = first[Int(candidate)]
      return start < first[Int(candidate) + 1] ? ends[start] : .max
    }
  }

  /// By row, whether other candidates cover it than the one before, among some.
  ///
  /// - Complexity: linear in rows and in the runs of those asked about.
  func starts(among isAsked: (Int) -> Bool) -> [Bool] {
    var starts = [Bool](repeating: false, count: rows + 1)
    for candidate in 0..<(first.count - 1) where isAsked(candidate) {
      for index in first[candidate]..<first[candidate + 1] { starts[Int(ends[index])] = true }
    }
    return starts
  }

  /// Whether one candidate covers every row another does.
  ///
  /// - Complexity: linear in the runs of both.
  func covers(_ candidate: Int, _ other: Int) -> Bool {
    var index = first[candidate]
    let end = first[candidate + 1]
    for run in stride(from: first[other], to: first[other + 1], by: 2) {
      while index < end, ends[index + 1] < ends[run + 1] { index += 2 }
      guard index < end, ends[index] <= ends[run] else { return false }
    }
    return true
  }

  /// By row, the sum of the values of the candidates that cover it: A x.
  func spread(_ values: [Double], into result: inout [Double]) {
    result.withUnsafeMutableBufferPointer { result in
      ends.withUnsafeBufferPointer { ends in
        result.update(repeating: 0)
        for candidate in values.indices where values[candidate] != 0 {
          let value = values[candidate]
          for index in stride(from: first[candidate], to: first[candidate + 1], by: 2) {
            result[Int(ends[index])] += value
            let end = Int(ends[index + 1])
            if end < rows { result[end] -= value }
          }
        }
        CoverageRuns.sum(result.baseAddress, rows, into: result.baseAddress)
      }
    }
  }

  /// Sums of values up to each, itself included; may replace them. Four at a time, so that only every fourth
  /// addition waits for the one before it.
  private static func sum(
    _ values: UnsafePointer<Double>?, _ count: Int, into sums: UnsafeMutablePointer<Double>?
  ) {
    guard let values, let sums else { return }
    var sum = 0.0
    var row = 0
    while row + 4 <= count {
      let two = values[row] + values[row + 1]
      let three = two + values[row + 2]
      let four = two + (values[row + 2] + values[row + 3])
      sums[row] = sum + values[row]
      sums[row + 1] = sum + two
      sums[row + 2] = sum + three
      sum += four
      sums[row + 3] = sum
      row += 4
    }
    while row < count {
      sum += values[row]
      sums[row] = sum
      row += 1
    }
  }

  /// By candidate, the sum of the values of the rows it covers: Aᵀ λ.
  ///
  /// - Parameter sums: Room for one per row and one more; comes back changed.
  func gather(_ values: [Double], sums: inout [Double], into result: inout [Double]) {
    sums.withUnsafeMutableBufferPointer { sums in
      values.withUnsafeBufferPointer { values in
        sums[0] = 0
        CoverageRuns.sum(values.baseAddress, rows, into: sums.baseAddress.map { $0 + 1 })
      }
      ends.withUnsafeBufferPointer { ends in
        result.withUnsafeMutableBufferPointer { result in
          for candidate in order {
            let candidate = Int(candidate)
            var total = 0.0
            for index in stride(from: first[candidate], to: first[candidate + 1], by: 2) {
              total += sums[Int(ends[index + 1])] - sums[Int(ends[index])]
            }
            result[candidate] = total
          }
        }
      }
    }
  }

  /// The same in whole numbers, exactly: sums along the rows may wrap around, their differences do not.
  func gather(_ values: [Int64]) -> [Int64] {
    var sums: [Int64] = [0]
    sums.reserveCapacity(rows + 1)
    var sum: Int64 = 0
    for value in values {
      sum &+= value
      sums.append(sum)
    }
    return (0..<(first.count - 1)).map { candidate in
      var total: Int64 = 0
      for index in stride(from: first[candidate], to: first[candidate + 1], by: 2) {
        total &+= sums[Int(ends[index + 1])] &- sums[Int(ends[index])]
      }
      return total
    }
  }
}
