/// Gathers pieces of demand with the candidates that cover them; pieces of the same candidates
/// become one atom.
///
/// Atoms are numbered by their first piece, so the order of pieces alone decides.
package struct AtomCollector {
  private(set) var weights: [Int64] = []
  private var first: [Int] = [0]
  private var candidates: [UInt32] = []
  private var hashes: [UInt64] = []
  /// Open addressing: an atom's number and one more, 0 where free.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)

  package init() {}

  /// The atom of exactly these candidates, to which some demand is added.
  ///
  /// - Parameters:
  ///   - list: Increasing, at least one.
  ///   - hash: The same for the same list: ``hash(_:)``.
  package mutating func add(
    _ weight: Int64, coveredBy list: UnsafeBufferPointer<UInt32>, hash: UInt64
  ) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let atom = Int(slots[slot]) - 1
      if hashes[atom] == hash, isEqual(atom, list) {
        weights[atom] += weight
        return atom
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let atom = weights.count
    weights.append(weight)
    hashes.append(hash)
    candidates.append(contentsOf: list)
    first.append(candidates.count)
    slots[slot] = UInt32(atom + 1)
    if 2 * weights.count > slots.count { grow() }
    return atom
  }

  /// A row of its own, of weight 0; no further atom joins it.
  mutating func addApart(_ list: UnsafeBufferPointer<UInt32>) {
    weights.append(0)
    hashes.append(0)
    candidates.append(contentsOf: list)
    first.append(candidates.count)
  }

  @inlinable
  package static func hash(_ list: UnsafeBufferPointer<UInt32>) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for candidate in list {
      hash = (hash ^ UInt64(candidate)) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 29
    }
    return hash
  }

  package func matrix(candidateCount: Int, chances: [Int64]? = nil) -> CoverageMatrix {
    CoverageMatrix(
      weights: weights, firstOfAtom: first, candidates: candidates,
      candidateCount: candidateCount, chances: chances)
  }

  private func isEqual(_ atom: Int, _ list: UnsafeBufferPointer<UInt32>) -> Bool {
    let start = first[atom]
    guard first[atom + 1] - start == list.count else { return false }
    for index in 0..<list.count where candidates[start + index] != list[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (atom, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(atom + 1)
    }
  }
}
