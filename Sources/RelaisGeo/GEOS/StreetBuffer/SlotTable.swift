/// A hash table of indices into someone else's array: open addressing, never above half full.
struct SlotTable {
  private var slots: [Int32] = []
  private var mask = 0

  /// Empties the table and makes room for `capacity` entries.
  mutating func reset(capacity: Int) {
    var size = 16
    while size < 2 * capacity + 2 { size *= 2 }
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement(-1, count: size))
    mask = size - 1
  }

  /// The entry that `matches`, or `new` after putting it in.
  mutating func find(hash: UInt64, orInsert new: Int32, matches: (Int32) -> Bool) -> Int32 {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[slot]
      if entry < 0 {
        slots[slot] = new
        return new
      }
      if matches(entry) { return entry }
      slot = (slot + 1) & mask
    }
  }

  /// Spreads two words over one; the constants are odd and without pattern.
  @inline(__always)
  static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var hash = a &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 29)) &+ b
    hash = hash &* 0xBF58_476D_1CE4_E5B9
    return hash ^ (hash >> 32)
  }
}
