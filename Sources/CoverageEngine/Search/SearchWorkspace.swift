import Computing
import RelaisGeo

/// The reusable memory of one search at a time: labels, bucket queue, list of what was touched.
///
/// A label packs distance and source, `distance << 32 | source`, so that comparing labels compares
/// distances first and breaks ties by the lower source, and one word per node is all that is read.
/// The queue has buckets about as wide as the mean arc is long: wide enough that the next node is
/// mostly a neighbour of the last, still in the cache. Inside a bucket nodes wait first in, first
/// out and may be scanned again when improved, which keeps any width exact, zero-length edges
/// included; last in, first out would be quicker on streets and exponential on a lattice of tiny
/// edges. After Dial, "Algorithm 360", CACM 12, 1969, and Denardo & Fox, "Shortest-route methods: 1",
/// Operations Research 27, 1979.
///
/// One per task: never shared. Resetting costs what the last search touched, not the network.
struct SearchWorkspace: ~Copyable {
  /// A node no search has reached.
  static let unreached = UInt64.max
  /// Distances from 2³² − 1 mm on cannot be held: about 4,295 km.
  static let farthest = UInt64(UInt32.max) - 1

  /// A label some millimetres farther on; unreached past what a label can hold.
  static func label(_ label: UInt64, after millimetres: Int64) -> UInt64 {
    let (sum, isTooFar) = label.addingReportingOverflow(UInt64(millimetres) << 32)
    return isTooFar ? unreached : sum
  }

  private static let none = UInt32.max

  private let nodeCount: Int
  private let ownsLabels: Bool
  /// One per node, ``unreached`` past the last search.
  let labels: UnsafeMutablePointer<UInt64>
  /// A bucket is 2 to this many millimetres wide.
  private let bucketBits: UInt64
  private let bucketCount: Int
  /// The first and the last waiting in each bucket.
  private let heads: UnsafeMutablePointer<UInt32>
  private let tails: UnsafeMutablePointer<UInt32>
  private var entries: UnsafeMutablePointer<UInt64>
  private var links: UnsafeMutablePointer<UInt32>
  private var entryCapacity: Int
  private var entryCount = 0
  private var free = SearchWorkspace.none
  private(set) var touched: [UInt32] = []
  /// Arcs looked at since the workspace was made.
  private(set) var scannedArcs = 0

  /// - Parameters:
  ///   - labels: Memory for one label a node, which must outlive the workspace; its own if `nil`.
  ///   - isLabelled: The memory holds the labels of a search to be carried on.
  init(
    for network: StreetNetwork, labels given: UnsafeMutablePointer<UInt64>? = nil,
    isLabelled: Bool = false
  ) {
    nodeCount = network.nodeCount
    ownsLabels = given == nil
    labels = given ?? .allocate(capacity: max(1, nodeCount))
    if !isLabelled { Parallel.fill(labels, nodeCount, grain: 200_000, with: Self.unreached) }
    // Circular: a node waiting lies at most the longest arc ahead of the one being scanned.
    let (longest, total) = network.lengths.withUnsafeBufferPointer { lengths in
      lengths.reduce((UInt64(0), UInt64(0))) { (Swift.max($0.0, UInt64($1)), $0.1 + UInt64($1)) }
    }
    let mean = total / UInt64(max(1, network.edgeCount))
    var bits: UInt64 = 4
    while bits < 16, mean >> (bits + 1) > 0 || longest >> bits > 1 << 20 { bits += 1 }
    bucketBits = bits
    var count = 64
    while count < Int(longest >> bits) + 2 { count *= 2 }
    bucketCount = count
    heads = .allocate(capacity: count)
    heads.initialize(repeating: Self.none, count: count)
    tails = .allocate(capacity: count)
    tails.initialize(repeating: Self.none, count: count)
    entryCapacity = 1024
    entries = .allocate(capacity: entryCapacity)
    links = .allocate(capacity: entryCapacity)
  }

  deinit {
    if ownsLabels { labels.deallocate() }
    heads.deallocate()
    tails.deallocate()
    entries.deallocate()
    links.deallocate()
  }

  /// Distance to a node, millimetres; `nil` if the last search did not reach it.
  func distance(to node: UInt32) -> UInt32? {
    let label = labels[Int(node)]
    return label == Self.unreached ? nil : UInt32(label >> 32)
  }

  /// Distance above 32 bits, source below; ``unreached`` if the last search did not reach the node.
  @inline(__always)
  func label(of node: UInt32) -> UInt64 { labels[Int(node)] }

  /// Where a search begins: a node, the distance already walked, the source's number.
  struct Seed {
    var node: UInt32
    /// Millimetres.
    var distance: UInt64
    var source: UInt32
  }

  /// Labels every node within `maximum` millimetres of a seed with its nearest source.
  ///
  /// - Complexity: about linear in the arcs within reach.
  mutating func search(_ network: StreetNetwork, from seeds: [Seed], within maximum: UInt64) {
    reset()
    carryOn(network, from: seeds, within: maximum)
  }

  /// Lowers the present labels by what the seeds offer; exact if every label is at most a seed's
  /// or an arc's away from its neighbours'.
  mutating func carryOn(_ network: StreetNetwork, from seeds: [Seed], within maximum: UInt64) {
    let maximum = min(maximum, Self.farthest)
    // Sorted, seeds enter as the front reaches them: they may lie farther apart than the circle.
    var seeds = seeds.filter { $0.distance <= maximum }
    RadixSort.sort(&seeds) { UInt32($0.distance) }
    guard let first = seeds.first else { return }
    var nextSeed = 0
    var waiting = 0
    var bucket = first.distance >> bucketBits
    // Held here, so that pushing does not make the loop read it anew.
    let labels = labels
    let bucketBits = bucketBits
    let slotMask = bucketCount - 1
    network.firstArc.withUnsafeBufferPointer { firstArc in
      network.arcs.withUnsafeBufferPointer { arcs in
        let firstArc = firstArc.baseAddress.unsafelyUnwrapped
        while true {
          while nextSeed < seeds.count, seeds[nextSeed].distance >> bucketBits <= bucket {
            let seed = seeds[nextSeed]
            nextSeed += 1
            let label = seed.distance << 32 | UInt64(seed.source)
            if label < labels[Int(seed.node)] {
              if labels[Int(seed.node)] == Self.unreached { touched.append(seed.node) }
              labels[Int(seed.node)] = label
              push(seed.node, seed.distance)
              waiting += 1
            }
          }
          let slot = Int(bucket) & slotMask
          while heads[slot] != Self.none {
            let entry = pop(slot)
            waiting -= 1
            let node = Int(UInt32(truncatingIfNeeded: entry))
            let label = labels[node]
            // Improved since: a later entry stands for it.
            guard label >> 32 == entry >> 32 else { continue }
            let from = Int(firstArc[node])
            let end = Int(firstArc[node + 1])
            scannedArcs += end - from
            for index in from..<end {
              let arc = arcs[index]
              let distance = (label >> 32) + UInt64(arc.length)
              guard distance <= maximum else { continue }
              let offered = label + UInt64(arc.length) << 32
              let head = Int(arc.head)
              let known = labels[head]
              if offered < known {
                if known == Self.unreached { touched.append(arc.head) }
                labels[head] = offered
                push(arc.head, distance)
                waiting += 1
              }
            }
          }
          if waiting > 0 {
            bucket += 1
          } else if nextSeed < seeds.count {
            bucket = seeds[nextSeed].distance >> bucketBits
          } else {
            break
          }
        }
      }
    }
  }

  private mutating func reset() {
    for node in touched { labels[Int(node)] = Self.unreached }
    touched.removeAll(keepingCapacity: true)
    entryCount = 0
    free = Self.none
  }

  @inline(__always)
  private mutating func push(_ node: UInt32, _ distance: UInt64) {
    let slot = Int(distance >> bucketBits) & (bucketCount - 1)
    var place = free
    if place != Self.none {
      free = links[Int(place)]
    } else {
      if entryCount == entryCapacity { grow() }
      place = UInt32(entryCount)
      entryCount += 1
    }
    entries[Int(place)] = distance << 32 | UInt64(node)
    links[Int(place)] = Self.none
    if heads[slot] == Self.none { heads[slot] = place } else { links[Int(tails[slot])] = place }
    tails[slot] = place
  }

  @inline(__always)
  private mutating func pop(_ slot: Int) -> UInt64 {
    let place = heads[slot]
    heads[slot] = links[Int(place)]
    links[Int(place)] = free
    free = place
    return entries[Int(place)]
  }

  private mutating func grow() {
    let capacity = entryCapacity * 2
    let newEntries = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
    let newLinks = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
    newEntries.update(from: entries, count: entryCount)
    newLinks.update(from: links, count: entryCount)
    entries.deallocate()
    links.deallocate()
    entries = newEntries
    links = newLinks
    entryCapacity = capacity
  }
}
