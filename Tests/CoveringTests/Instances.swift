import RelaisTestSupport

@testable import Covering

/// Small maximal covering problems and the oracle that tries every selection.
enum Instances {
  /// Random atoms with random candidates, or a street; equal weights and repeated columns are common.
  static func random(_ random: inout SeededRandom) -> CoverageMatrix {
    if Int.random(in: 0..<3, using: &random) == 0 { return street(&random) }
    let candidates = Int.random(in: 1...8, using: &random)
    let weights = Int.random(in: 0...40, using: &random)
    let density = Double.random(in: 0.05...0.6, using: &random)
    let largest = [1, 3, 1000, 1_000_000_007].randomElement(using: &random) ?? 1
    var collector = AtomCollector()
    for _ in 0..<weights {
      let list = (0..<candidates).filter { _ in Double.random(in: 0..<1, using: &random) < density }
        .map { UInt32($0) }
      guard !list.isEmpty else { continue }
      let weight = Int64(Int.random(in: 1...largest, using: &random))
      list.withUnsafeBufferPointer {
        _ = collector.add(weight, coveredBy: $0, hash: AtomCollector.hash($0))
      }
    }
    return collector.matrix(candidateCount: candidates)
  }

  /// A street of short atoms, each candidate covering a few stretches of it: long runs of neighbours.
  static func street(_ random: inout SeededRandom) -> CoverageMatrix {
    let candidates = Int.random(in: 1...8, using: &random)
    let length = Int.random(in: 20...60, using: &random)
    let stretches = (0..<candidates).map { _ in
      (0..<Int.random(in: 1...3, using: &random)).map { _ in
        let start = Int.random(in: 0..<length, using: &random)
        return start..<min(length, start + Int.random(in: 3...25, using: &random))
      }
    }
    var collector = AtomCollector()
    for place in 0..<length {
      let list = stretches.indices.filter { stretches[$0].contains { $0.contains(place) } }
        .map { UInt32($0) }
      guard !list.isEmpty else { continue }
      // Not merged, so that atoms the same candidates cover lie side by side too.
      list.withUnsafeBufferPointer {
        _ = collector.add(
          Int64(Int.random(in: 1...50, using: &random)), coveredBy: $0, hash: UInt64(place))
      }
    }
    return collector.matrix(candidateCount: candidates)
  }

  /// Atoms of such weights, each covered by such candidates.
  static func matrix(_ atoms: [(Int64, [UInt32])], candidates: Int) -> CoverageMatrix {
    var collector = AtomCollector()
    for (weight, list) in atoms {
      list.withUnsafeBufferPointer {
        _ = collector.add(weight, coveredBy: $0, hash: AtomCollector.hash($0))
      }
    }
    return collector.matrix(candidateCount: candidates)
  }

  /// Sites and points in a square, covered within a radius: what towns look like, larger.
  static func square(
    sites: Int, points: Int, radius: Double, _ random: inout SeededRandom
  ) -> CoverageMatrix {
    func places(_ count: Int) -> [(Double, Double)] {
      (0..<count).map { _ in
        (Double.random(in: 0...1, using: &random), Double.random(in: 0...1, using: &random))
      }
    }
    let (sites, points) = (places(sites), places(points))
    var collector = AtomCollector()
    for point in points {
      let list = sites.indices.filter { index in
        let (x, y) = (sites[index].0 - point.0, sites[index].1 - point.1)
        return x * x + y * y <= radius * radius
      }.map { UInt32($0) }
      guard !list.isEmpty else { continue }
      let weight = Int64(Int.random(in: 1...100, using: &random))
      list.withUnsafeBufferPointer {
        _ = collector.add(weight, coveredBy: $0, hash: AtomCollector.hash($0))
      }
    }
    return collector.matrix(candidateCount: sites.count)
  }

  /// The most any `count` candidates cover: every subset is tried.
  static func optimum(_ matrix: CoverageMatrix, count: Int) -> Int64 {
    var best: Int64 = 0
    for subset in 0..<(1 << matrix.candidateCount) where subset.nonzeroBitCount <= count {
      let selection = (0..<matrix.candidateCount).filter { subset >> $0 & 1 == 1 }
      best = max(best, matrix.covered(by: selection))
    }
    return best
  }
}
