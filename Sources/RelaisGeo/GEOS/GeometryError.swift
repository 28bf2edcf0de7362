/// Why an operation on shapes could not be done.
public enum GeometryError: Error, Hashable, Sendable {
  /// A coordinate is infinite or not a number; indices count from 0, rings shell first.
  case notFinite(polygon: Int, ring: Int)
  /// A ring has fewer than four positions, or its last differs from its first.
  case notARing(polygon: Int, ring: Int)
  /// A measure that must be positive, or at least finite, is not.
  case outOfRange(what: String, value: Double)
  /// Rings cross each other more often than can be repaired.
  case tangled
  /// The library refused; `detail` is its word.
  case failed(operation: String, detail: String)
  /// The library itself does not work: out of memory.
  case unavailable
}
