import Computing
import RelaisFormats
import RelaisGeo

/// The nodes some ways name, each once, and which of them each reference means.
struct NodeReferences {
  /// Node ids, strictly increasing.
  let ids: [Int64]
  /// One per reference, way after way: an index of `ids`.
  let number: [UInt32]

  /// - Parameters:
  ///   - others: Nodes beside those of ways; their references come last.
  ///   - grain: ways below which another core is not worth waking.
  /// - Complexity: linear: the ids are cut into ranges, one a core, each sorted by radix.
  init(_ ways: OSMWays, ways chosen: [Int], others: [Int64] = [], grain: Int = 10_000) {
    let ranges = NodeReferences.ranges(ways, chosen, grain: grain)
    // Only read, for the time of the call.
    nonisolated(unsafe) let ways = ways
    let sorted = Parallel.map(ranges.count, grain: 1) { parts in
      parts.map { NodeReferences.sorted(ways, chosen, others, in: ranges[$0]) }
    }.flatMap { $0 }
    ids = sorted.flatMap(\.ids)
    let firstID = sorted.indices.map { part in
      sorted[..<part].reduce(UInt32(0)) { $0 + UInt32($1.ids.count) }
    }
    let count = sorted.reduce(0) { $0 + $1.references.count }
    number = [UInt32](unsafeUninitializedCapacity: count) { numbers, initialized in
      // Each part writes the slots of its own references, and every reference is in one part.
      nonisolated(unsafe) let numbers = numbers
      _ = Parallel.map(sorted.count, grain: 1) { parts in
        for part in parts {
          var last: UInt64?
          var number = firstID[part] &- 1
          for reference in sorted[part].references {
            if reference.key != last {
              last = reference.key
              number &+= 1
            }
            numbers.initializeElement(at: Int(reference.place), to: number)
          }
        }
      }
      initialized = count
    }
  }

  private struct Reference: Sendable {
    var key: UInt64
    var place: UInt32
  }

  private struct Part: Sendable {
    var ids: [Int64] = []
    /// In the order of their keys, the distance of the id from the least.
    var references: [Reference] = []
  }

  /// Ranges of ids with about as many references each, as many as there are cores.
  private static func ranges(
    _ ways: OSMWays, _ chosen: [Int], grain: Int
  ) -> [ClosedRange<Int64>] {
    let parts = min(Parallel.coreCount, chosen.count / max(1, grain))
    let sample = stride(from: 0, to: chosen.count, by: max(1, chosen.count / 4096)).flatMap {
      ways.nodeIDs[Int(ways.firstNode[chosen[$0]])..<Int(ways.firstNode[chosen[$0] + 1])].prefix(1)
    }.sorted()
    let cuts = sample.isEmpty ? [] : (1..<max(1, parts)).map { sample[sample.count * $0 / parts] }
    var ranges: [ClosedRange<Int64>] = []
    var lowest = Int64.min
    for cut in cuts where cut > lowest {
      ranges.append(lowest...(cut - 1))
      lowest = cut
    }
    return ranges + [lowest...Int64.max]
  }

  /// The references to the nodes of a range, by id.
  private static func sorted(
    _ ways: OSMWays, _ chosen: [Int], _ others: [Int64], in range: ClosedRange<Int64>
  ) -> Part {
    var references: [Reference] = []
    var lowest = Int64.max
    var highest = Int64.min
    var place: UInt32 = 0
    references.reserveCapacity(ways.nodeIDs.count / Parallel.coreCount)
    func take(_ id: Int64) {
      if range.contains(id) {
        lowest = min(lowest, id)
        highest = max(highest, id)
        references.append(Reference(key: UInt64(bitPattern: id), place: place))
      }
      place += 1
    }
    for way in chosen {
      for slot in ways.firstNode[way]..<ways.firstNode[way + 1] { take(ways.nodeIDs[Int(slot)]) }
    }
    for id in others { take(id) }
    guard !references.isEmpty else { return Part() }
    let base = UInt64(bitPattern: lowest)
    let span = UInt64(bitPattern: highest) &- base
    for index in references.indices { references[index].key &-= base }
    var spare = references
    var shift: UInt64 = 0
    while shift < 64, span >> shift > 0 {
      NodeReferences.pass(&references, &spare, shift: shift)
      shift += 11
    }
    var part = Part(references: references)
    var last: UInt64?
    for reference in references where reference.key != last {
      last = reference.key
      part.ids.append(Int64(bitPattern: reference.key &+ base))
    }
    return part
  }

  /// One pass of a radix sort, 11 bits.
  private static func pass(
    _ references: inout [Reference], _ spare: inout [Reference], shift: UInt64
  ) {
    var starts = [Int](repeating: 0, count: 2049)
    starts.withUnsafeMutableBufferPointer { starts in
      references.withUnsafeBufferPointer { source in
        for reference in source { starts[Int((reference.key >> shift) & 2047) + 1] += 1 }
        for digit in 0..<2048 { starts[digit + 1] += starts[digit] }
        spare.withUnsafeMutableBufferPointer { target in
          for reference in source {
            let digit = Int((reference.key >> shift) & 2047)
            target[starts[digit]] = reference
            starts[digit] += 1
          }
        }
      }
    }
    swap(&references, &spare)
  }
}
