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

  private struct Box {
    var minX: Double
    var minY: Double
    var maxX: Double
    var maxY: Double
    var segment: Int32
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
  private var boxes: [Box] = []
  private var pairs: [(Int32, Int32, isNear: Bool)] = []
  /// Where the next near neighbour of each segment goes, and the last of the others went.
  private var front: [Int32] = []
  private var back: [Int32] = []

  /// Coordinates farther than this from the origin leave no digits for the micrometre.
  static let largestExtent = 1e6
  /// Pairs of neighbours beyond this, some hundreds of megabytes, are left to the library; a whole
  /// city's streets have a few million.
  static let mostPairs = 20_000_000

  /// Replaces the content.
  ///
  /// - Returns: `false` if a coordinate is not finite, the lines extend over more than
  ///   ``largestExtent`` or have more than ``mostPairs``; the content is then meaningless.
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
    return findNeighbours(within: 2 * radius)
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
  private mutating func findNeighbours(within distance: Double) -> Bool {
    boxes.removeAll(keepingCapacity: true)
    for (index, segment) in segments.enumerated() {
      let a = nodes[Int(segment.tail)]
      let b = nodes[Int(segment.head)]
      boxes.append(
        Box(
          minX: min(a.x, b.x), minY: min(a.y, b.y), maxX: max(a.x, b.x), maxY: max(a.y, b.y),
          segment: Int32(index)))
    }
    boxes.sort { $0.minX < $1.minX || ($0.minX == $1.minX && $0.segment < $1.segment) }
    pairs.removeAll(keepingCapacity: true)
    firstNeighbour.removeAll(keepingCapacity: true)
    firstNeighbour.append(contentsOf: repeatElement(0, count: segments.count + 1))
    let half = distance / 2
    let isBounded = boxes.withUnsafeBufferPointer { boxes in
      for position in boxes.indices {
        guard pairs.count <= CapsuleSet.mostPairs else { return false }
        let box = boxes[position]
        let reach = box.maxX + distance
        let low = box.minY - distance
        let high = box.maxY + distance
        var next = position + 1
        while next < boxes.count, boxes[next].minX < reach {
          let other = boxes[next]
          next += 1
          guard other.minY < high, other.maxY > low else { continue }
          let isNear =
            other.minX < box.maxX + half && other.minY < box.maxY + half
            && other.maxY > box.minY - half
          pairs.append((box.segment, other.segment, isNear))
        }
      }
      return true
    }
    if isBounded { fillNeighbours() }
    return isBounded
  }

  /// The near fill each list from its front, the others from its back: near ones cover most.
  private mutating func fillNeighbours() {
    let count = segments.count
    neighbours.removeAll(keepingCapacity: true)
    neighbours.append(contentsOf: repeatElement(0, count: 2 * pairs.count))
    pairs.withUnsafeBufferPointer { pairs in
      firstNeighbour.withUnsafeMutableBufferPointer { first in
        for (a, b, _) in pairs {
          first[Int(a) + 1] += 1
          first[Int(b) + 1] += 1
        }
        for index in 0..<count { first[index + 1] += first[index] }
      }
    }
    front.removeAll(keepingCapacity: true)
    front.append(contentsOf: firstNeighbour)
    back.removeAll(keepingCapacity: true)
    back.append(contentsOf: firstNeighbour.dropFirst())
    pairs.withUnsafeBufferPointer { pairs in
      neighbours.withUnsafeMutableBufferPointer { neighbours in
        front.withUnsafeMutableBufferPointer { front in
          back.withUnsafeMutableBufferPointer { back in
            func put(_ neighbour: Int32, besides index: Int, isNear: Bool) {
              if isNear {
                neighbours[Int(front[index])] = neighbour
                front[index] += 1
              } else {
                back[index] -= 1
                neighbours[Int(back[index])] = neighbour
              }
            }
            for (a, b, isNear) in pairs {
              put(b, besides: Int(a), isNear: isNear)
              put(a, besides: Int(b), isNear: isNear)
            }
          }
        }
      }
    }
  }
}
