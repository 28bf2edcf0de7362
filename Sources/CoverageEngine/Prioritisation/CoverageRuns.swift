/// A matrix read by runs of rows: products with it cost as much as there are runs.
///
/// Atoms are numbered along streets, so what a candidate covers is mostly neighbours: on a town a tenth
/// as many runs as memberships, or fewer. Summing up along the rows first, a run is a difference of two sums.
struct CoverageRuns {
  private let rows: Int
  /// One per candidate and one more: where its runs begin.
  private let first: [Int]
  /// By run, the row it starts at and the one after its last, in turn.
  private let ends: [UInt32]
  /// By row and one more: what is added up along the rows.
  private var sums: [Double]

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
    sums = Array(repeating: 0, count: rows + 1)
  }

  /// By row, the sum of the values of the candidates that cover it: A x.
  mutating func spread(_ values: [Double], into result: inout [Double]) {
    sums.withUnsafeMutableBufferPointer { sums in
      ends.withUnsafeBufferPointer { ends in
        sums.update(repeating: 0)
        for candidate in values.indices where values[candidate] != 0 {
          let value = values[candidate]
          for index in stride(from: first[candidate], to: first[candidate + 1], by: 2) {
            sums[Int(ends[index])] += value
            sums[Int(ends[index + 1])] -= value
          }
        }
        var sum = 0.0
        result.withUnsafeMutableBufferPointer { result in
          for row in 0..<rows {
            sum += sums[row]
            result[row] = sum
          }
        }
      }
    }
  }

  /// By candidate, the sum of the values of the rows it covers: Aᵀ λ.
  mutating func gather(_ values: [Double], into result: inout [Double]) {
    sums.withUnsafeMutableBufferPointer { sums in
      var sum = 0.0
      values.withUnsafeBufferPointer { values in
        for row in 0..<rows {
          sums[row] = sum
          sum += values[row]
        }
      }
      sums[rows] = sum
      ends.withUnsafeBufferPointer { ends in
        for candidate in result.indices {
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
