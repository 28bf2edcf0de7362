import Computing

/// Products with a coverage matrix, A x and Aᵀ λ: by runs of neighbouring rows where they are few, else
/// membership by membership.
struct CoverageProducts: Sendable {
  private let matrix: CoverageMatrix
  private let runs: CoverageRuns?

  /// - Complexity: linear in memberships.
  init(_ matrix: CoverageMatrix) {
    self.matrix = matrix
    let runs = CoverageRuns(matrix)
    // A run costs about what two memberships do.
    self.runs = 2 * runs.count < matrix.membershipCount ? runs : nil
  }

  /// What a product reads, about, in memberships.
  var work: Int { runs.map { 2 * ($0.count + matrix.atomCount) } ?? matrix.membershipCount }

  /// By row, the sum of the values of the candidates that cover it: A x.
  ///
  /// - Parameter grain: Memberships below which another core is not worth waking.
  func spread(_ values: [Double], grain: Int, into result: inout [Double]) {
    guard let runs else {
      return Self.gather(matrix.firstOfAtom, matrix.candidates, values, grain, into: &result)
    }
    runs.spread(values, into: &result)
  }

  /// By candidate, the sum of the values of the rows it covers: Aᵀ λ.
  ///
  /// - Parameter sums: Room for one per row and one more; comes back changed.
  func gather(
    _ values: [Double], grain: Int, sums: inout [Double], into result: inout [Double]
  ) {
    guard let runs else {
      return Self.gather(matrix.firstOfCandidate, matrix.atoms, values, grain, into: &result)
    }
    runs.gather(values, sums: &sums, into: &result)
  }

  /// The same in whole numbers, exactly.
  func gather(_ values: [Int64]) -> [Int64] {
    runs?.gather(values)
      ?? (0..<matrix.candidateCount).map { candidate in
        matrix.atoms(of: candidate).reduce(0) { $0 + values[Int($1)] }
      }
  }

  /// By row, whether other candidates cover it than the one before, among some; `nil` where that is not known.
  func starts(among isAsked: (Int) -> Bool) -> [Bool]? { runs?.starts(among: isAsked) }

  /// By row of some lists of indices, the sum of the values there; each sum in a fixed order of additions,
  /// however many cores there are.
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
