/// A small reproducible source of numbers: SplitMix64 (Steele, Lea and Flood, 2014).
///
/// The standard library's generators promise neither the same numbers from one release to the
/// next nor from one run to the next; the demonstration town must be the same bytes for ever.
struct SeededGenerator {
  private var state: UInt64

  /// - Parameters:
  ///   - seed: The town's seed.
  ///   - stream: The step of the work that draws. Each step has its own stream, so that a change
  ///     to the shops moves no street.
  init(seed: UInt64, stream: UInt64) {
    state = seed &+ stream &* 0xD1B5_4A32_D192_ED03
    _ = next()
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state = state &+ 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number from 0, included, to 1, excluded.
  mutating func unit() -> Double {
    Double(next() >> 11) / Double(UInt64(1) << 53)
  }

  /// A number from `low` to `high`.
  mutating func between(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * unit()
  }

  /// An integer from 0 to `count` − 1; `count` is positive.
  mutating func index(below count: Int) -> Int {
    Int(next() % UInt64(count))
  }

  /// `true` with the given probability.
  mutating func chance(_ probability: Double) -> Bool {
    unit() < probability
  }

  /// A bell-shaped number: mean 0, standard deviation 1, never beyond ±3.5.
  ///
  /// The sum of four uniform numbers, which needs no logarithm and so rounds the same everywhere.
  mutating func bell() -> Double {
    (unit() + unit() + unit() + unit() - 2) * 1.732
  }

  /// One of the elements; the array is not empty.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[index(below: elements.count)]
  }

  /// The position of one of the weights, drawn in proportion; their sum is positive.
  mutating func pick(weights: [Double]) -> Int {
    var rest = unit() * weights.reduce(0, +)
    for (position, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return position }
    }
    return weights.count - 1
  }

  /// The elements in another order (Fisher and Yates).
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for position in stride(from: result.count - 1, to: 0, by: -1) {
      result.swapAt(position, index(below: position + 1))
    }
    return result
  }
}
