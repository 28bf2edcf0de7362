/// Stable sort by a 32-bit key, three passes of 11 bits.
public enum RadixSort {
  /// - Complexity: linear.
  @inlinable
  public static func sort<Element>(_ items: inout [Element], by key: (Element) -> UInt32) {
    guard items.count > 1 else { return }
    var source = items
    var target = items
    for shift in [UInt32(0), 11, 22] {
      var starts = [Int](repeating: 0, count: 2049)
      for item in source { starts[Int((key(item) >> shift) & 2047) + 1] += 1 }
      for digit in 0..<2048 { starts[digit + 1] += starts[digit] }
      for item in source {
        let digit = Int((key(item) >> shift) & 2047)
        target[starts[digit]] = item
        starts[digit] += 1
      }
      swap(&source, &target)
    }
    items = source
  }

  /// The items in the order of their keys.
  @inlinable
  public static func sorted<Element>(_ items: [Element], by key: (Element) -> UInt32) -> [Element] {
    var items = items
    sort(&items, by: key)
    return items
  }
}
