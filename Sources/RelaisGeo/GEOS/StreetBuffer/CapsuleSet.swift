/// Equal capsules (all points within a radius of a segment) around the segments of some lines.
///
/// Coordinates are relative to an origin near the lines, where differences of nearby points are
/// exact to 1e-13 m. Nodes are snapped to 2⁻²⁰ m, a micrometre, so that the same corner computed
/// twice is one node; segments drawn twice are kept once; a line without extent becomes a disk.
struct CapsuleSet {
  struct Node {
    var x: Double
    var y: Double
    /// The first segment that ends here.
    var segment: Int32
    /// A segment with extent ends here.
    var hasLine: Bool
  }

  struct Segment {
    var tail: Int32
    var head: Int32
    var x: Double
    var y: Double
    /// Unit vector from tail to head; east for a disk.
    var dx: Double
    var dy: Double
    /// Zero for a disk.
    var length: Double
  }

  private(set) var nodes: [Node] = []
  private(set) var segments: [Segment] = []
  /// Neighbours of segment *i*: `neighbours[firstNeighbour[i]..<firstNeighbour[i + 1]]`, those whose
  /// box lies within two radii of its own, those within one first; itself left out.
  private(set) var firstNeighbour: [Int32] = []
  private(set) var neighbours: [Int32] = []
  private(set) var origin = PlanarPoint(x: 0, y: 0)

  private var nodeTable = SlotTable()
  private var segmentTable = SlotTable()
  private var order: [Int32] = []
  private var boxes: [Envelope] = []
  private var pairs: [(Int32, Int32, isNear: Bool)] = []
  /// Where the next near neighbour of each segment goes, and the last of the others went.
  private var front: [Int32] = []
  private var back: [Int32] = []

  /// Coordinates farther than this from the origin leave no digits for the micrometre.
  static let largestExtent = 1e6

  /// Replaces the content.
  ///
  /// - Returns: `false` if a coordinate is not finite or the lines extend over more than
  ///   ``largestExtent``; the content is then meaningless.
  mutating func load(_ lines: [[PlanarPoint]], radius: Double) -> Bool {
    nodes.removeAll(keepingCapacity: true)
    segments.removeAll(keepingCapacity: true)
    var count = 0
    for line in lines { count += line.count }
    nodeTable.reset(capacity: count)
    segmentTable.reset(capacity: count)
    guard let first = lines.first(where: { !$0.isEmpty })?.first else {
      firstNeighbour = [0]
      neighbours.removeAll(keepingCapacity: true)
      return true
    }
    guard abs(first.x) < 1e15, abs(first.y) < 1e15 else { return false }
    origin = PlanarPoint(x: first.x.rounded(), y: first.y.rounded())
    for line in lines {
      guard let start = line.first else { continue }
      guard var tail = node(at: start) else { return false }
      var isPoint = true
      for point in line.dropFirst() {
        guard let head = node(at: point) else { return false }
        if head != tail {
          addSegment(tail, head)
          isPoint = false
        }
        tail = head
      }
      if isPoint { addSegment(tail, tail) }
    }
    dropCoveredDisks()
    findNeighbours(within: 2 * radius)
    return true
  }

  private mutating func node(at point: PlanarPoint) -> Int32? {
    // Adding and taking away 1.5 × 2³² leaves a multiple of 2⁻²⁰, rounded to nearest.
    let shift = 6_442_450_944.0
    let x = (point.x - origin.x) + shift - shift
    let y = (point.y - origin.y) + shift - shift
    guard abs(x) < CapsuleSet.largestExtent, abs(y) < CapsuleSet.largestExtent else { return nil }
    let hash = SlotTable.mix(
      UInt64(bitPattern: Int64(x * 1_048_576)), UInt64(bitPattern: Int64(y * 1_048_576)))
    let next = Int32(truncatingIfNeeded: nodes.count)
    let found = nodeTable.find(hash: hash, orInsert: next) { candidate in
      nodes[Int(candidate)].x == x && nodes[Int(candidate)].y == y
    }
    if found == next { nodes.append(Node(x: x, y: y, segment: -1, hasLine: false)) }
    return found
  }

  private mutating func addSegment(_ tail: Int32, _ head: Int32) {
    let low = min(tail, head)
    let high = max(tail, head)
    let next = Int32(truncatingIfNeeded: segments.count)
    let found = segmentTable.find(
      hash: SlotTable.mix(UInt64(UInt32(bitPattern: low)), UInt64(UInt32(bitPattern: high))),
      orInsert: next
    ) { candidate in
      let other = segments[Int(candidate)]
      return min(other.tail, other.head) == low && max(other.tail, other.head) == high
    }
    guard found == next else { return }
    let a = nodes[Int(tail)]
    let b = nodes[Int(head)]
    let dx = b.x - a.x
    let dy = b.y - a.y
    let length = (dx * dx + dy * dy).squareRoot()
    if tail == head {
      segments.append(Segment(tail: tail, head: head, x: a.x, y: a.y, dx: 1, dy: 0, length: 0))
    } else {
      segments.append(
        Segment(
          tail: tail, head: head, x: a.x, y: a.y, dx: dx / length, dy: dy / length, length: length))
      nodes[Int(tail)].hasLine = true
      nodes[Int(head)].hasLine = true
    }
  }

  /// A disk on a line's corner adds nothing.
  private mutating func dropCoveredDisks() {
    segments.removeAll { $0.length == 0 && nodes[Int($0.tail)].hasLine }
    for index in segments.indices {
      let segment = segments[index]
      if nodes[Int(segment.tail)].segment < 0 { nodes[Int(segment.tail)].segment = Int32(index) }
      if nodes[Int(segment.head)].segment < 0 { nodes[Int(segment.head)].segment = Int32(index) }
    }
  }

  /// A sweep along x; the boxes that meet in y as well are neighbours.
  private mutating func findNeighbours(within distance: Double) {
    boxes.removeAll(keepingCapacity: true)
    for segment in segments {
      let a = nodes[Int(segment.tail)]
      let b = nodes[Int(segment.head)]
      boxes.append(
        Envelope(
          minX: min(a.x, b.x), minY: min(a.y, b.y), maxX: max(a.x, b.x), maxY: max(a.y, b.y)))
    }
    order.removeAll(keepingCapacity: true)
    order.append(contentsOf: 0..<Int32(segments.count))
    boxes.withUnsafeBufferPointer { boxes in
      order.sort {
        let a = boxes[Int($0)].minX
        let b = boxes[Int($1)].minX
        return a < b || (a == b && $0 < $1)
      }
    }
    pairs.removeAll(keepingCapacity: true)
    firstNeighbour.removeAll(keepingCapacity: true)
    firstNeighbour.append(contentsOf: repeatElement(0, count: segments.count + 1))
    boxes.withUnsafeBufferPointer { boxes in
      for position in order.indices {
        let i = order[position]
        let box = boxes[Int(i)]
        let reach = box.maxX + distance
        let low = box.minY - distance
        let high = box.maxY + distance
        for next in order[(position + 1)...] {
          let other = boxes[Int(next)]
          if other.minX >= reach { break }
          if other.minY < high && other.maxY > low {
            let isNear =
              other.minX < box.maxX + distance / 2 && other.minY < box.maxY + distance / 2
              && other.maxY > box.minY - distance / 2
            pairs.append((i, next, isNear))
            firstNeighbour[Int(i) + 1] += 1
            firstNeighbour[Int(next) + 1] += 1
          }
        }
      }
    }
    for index in 0..<segments.count { firstNeighbour[index + 1] += firstNeighbour[index] }
    fillNeighbours()
  }

  /// The near fill each list from its front, the others from its back: near ones cover most.
  private mutating func fillNeighbours() {
    neighbours.removeAll(keepingCapacity: true)
    neighbours.append(contentsOf: repeatElement(0, count: 2 * pairs.count))
    front.removeAll(keepingCapacity: true)
    front.append(contentsOf: firstNeighbour)
    back.removeAll(keepingCapacity: true)
    back.append(contentsOf: firstNeighbour.dropFirst())
    for (a, b, isNear) in pairs {
      put(b, besides: Int(a), isNear: isNear)
      put(a, besides: Int(b), isNear: isNear)
    }
  }

  @inline(__always)
  private mutating func put(_ neighbour: Int32, besides index: Int, isNear: Bool) {
    if isNear {
      neighbours[Int(front[index])] = neighbour
      front[index] += 1
    } else {
      back[index] -= 1
      neighbours[Int(back[index])] = neighbour
    }
  }
}
