import RelaisGeo

/// Places in square cells; each stands in every cell that the box of its reach touches.
///
/// Cells are hashed, so that a few places on two continents cost no more than in one town.
struct PlaceGrid: Sendable {
  /// Ground metres per unit of each coordinate, by place.
  let scale: [(x: Double, y: Double)]
  private let box: Envelope
  private let cellsPerX: Double
  private let cellsPerY: Double
  private let placeCount: Int
  /// Open addressing: a cell's key and where its places begin and end.
  private let slots: [Slot]
  private let places: [UInt32]

  private struct Slot: Sendable {
    var key = UInt64.max
    var first: UInt32 = 0
    var last: UInt32 = 0
  }

  init(_ positions: [Position], ground: Ground, reach: Double) {
    scale = positions.map { ground.metresPerUnit(at: $0) }
    var box = Envelope.empty
    var widest = Double.leastNormalMagnitude
    var tallest = Double.leastNormalMagnitude
    var reaches: [(place: UInt32, box: Envelope)] = []
    for (place, position) in positions.enumerated() where position.isFinite {
      // One part in a thousand more: the scale changes a little within the reach. Round the world
      // once is far enough.
      let limit = ground == .plane ? Double.greatestFiniteMagnitude : 360
      let dx = min(limit, reach * 1.001 / max(scale[place].x, 1e-9))
      let dy = min(limit, reach * 1.001 / scale[place].y)
      widest = max(widest, 2 * dx)
      tallest = max(tallest, 2 * dy)
      let own = Envelope(
        minX: position.x - dx, minY: position.y - dy, maxX: position.x + dx, maxY: position.y + dy)
      reaches.append((UInt32(place), own))
      box.extend(to: Position(x: own.minX, y: own.minY))
      box.extend(to: Position(x: own.maxX, y: own.maxY))
    }
    self.box = box
    // A place's reach is one cell wide, so it stands in four at most; a cell's number has 31 bits.
    cellsPerX = min(1 / widest, 2e9 / max(box.maxX - box.minX, .leastNormalMagnitude))
    cellsPerY = min(1 / tallest, 2e9 / max(box.maxY - box.minY, .leastNormalMagnitude))
    placeCount = reaches.count
    var entries: [(key: UInt64, place: UInt32)] = []
    entries.reserveCapacity(4 * reaches.count)
    for (place, own) in reaches {
      let (xs, ys) = PlaceGrid.cells(own, box: box, perX: cellsPerX, perY: cellsPerY)
      for y in ys { for x in xs { entries.append((PlaceGrid.key(x, y), place)) } }
    }
    var capacity = 16
    while capacity < 4 * entries.count { capacity *= 2 }
    // Counted by cell, then dealt out: places of a cell keep their order.
    var slots = [Slot](repeating: Slot(), count: capacity)
    var cells: [Int] = []
    let slotOfEntry = entries.map { entry in
      var slot = PlaceGrid.home(entry.key, capacity)
      while slots[slot].key != entry.key, slots[slot].key != .max {
        slot = (slot + 1) & (capacity - 1)
      }
      if slots[slot].key == .max {
        slots[slot].key = entry.key
        cells.append(slot)
      }
      slots[slot].last += 1
      return UInt32(slot)
    }
    var next: UInt32 = 0
    for slot in cells {
      let count = slots[slot].last
      slots[slot].first = next
      slots[slot].last = next
      next += count
    }
    var places = [UInt32](repeating: 0, count: entries.count)
    for (entry, slot) in zip(entries, slotOfEntry) {
      places[Int(slots[Int(slot)].last)] = entry.place
      slots[Int(slot)].last += 1
    }
    self.slots = slots
    self.places = places
  }

  /// Calls `body` for places whose reach may touch the segment; a place may come more than once.
  @inline(__always)
  func forEachPlace(near a: Position, _ b: Position, _ body: (Int) -> Void) {
    let segment = Envelope(
      minX: min(a.x, b.x), minY: min(a.y, b.y), maxX: max(a.x, b.x), maxY: max(a.y, b.y))
    guard segment.intersects(box) else { return }
    let (xs, ys) = PlaceGrid.cells(segment, box: box, perX: cellsPerX, perY: cellsPerY)
    if xs.count * ys.count > placeCount + 4 {
      for place in scale.indices { body(place) }
      return
    }
    for y in ys {
      for x in xs {
        let key = PlaceGrid.key(x, y)
        var slot = PlaceGrid.home(key, slots.count)
        while slots[slot].key != key, slots[slot].key != .max {
          slot = (slot + 1) & (slots.count - 1)
        }
        for index in slots[slot].first..<slots[slot].last { body(Int(places[Int(index)])) }
      }
    }
  }

  @inline(__always)
  private static func cells(
    _ envelope: Envelope, box: Envelope, perX: Double, perY: Double
  ) -> (ClosedRange<Int>, ClosedRange<Int>) {
    func cell(_ value: Double) -> Int { Int(max(0, min(2e9, value))) }
    return (
      cell((envelope.minX - box.minX) * perX)...cell((envelope.maxX - box.minX) * perX),
      cell((envelope.minY - box.minY) * perY)...cell((envelope.maxY - box.minY) * perY)
    )
  }

  @inline(__always)
  private static func key(_ x: Int, _ y: Int) -> UInt64 { UInt64(x) << 32 | UInt64(y) }

  /// Fibonacci hashing (Knuth, "The Art of Computer Programming", vol. 3, 6.4).
  @inline(__always)
  private static func home(_ key: UInt64, _ capacity: Int) -> Int {
    let mixed = (key ^ (key >> 29)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & (capacity - 1)
  }
}
