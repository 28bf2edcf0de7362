import RelaisGeo

/// The nodes some ways name, each once, and which of them each reference means.
struct NodeReferences {
  /// Node ids, strictly increasing.
  let ids: [Int64]
  /// One per reference, way after way: an index of `ids`.
  let number: [UInt32]

  private struct Reference {
    var key: UInt64
    var place: UInt32
  }

  /// - Complexity: linear: a radix sort of 11 bits a pass, over the bits that differ.
  init(_ ways: OSMWays, ways chosen: [Int]) {
    var references: [Reference] = []
    var lowest = Int64.max
    var highest = Int64.min
    references.reserveCapacity(
      chosen.reduce(0) { $0 + Int(ways.firstNode[$1 + 1] - ways.firstNode[$1]) })
    for way in chosen {
      for slot in ways.firstNode[way]..<ways.firstNode[way + 1] {
        let id = ways.nodeIDs[Int(slot)]
        lowest = min(lowest, id)
        highest = max(highest, id)
        references.append(
          Reference(key: UInt64(bitPattern: id), place: UInt32(references.count)))
      }
    }
    guard !references.isEmpty else {
      ids = []
      number = []
      return
    }
    let base = UInt64(bitPattern: lowest)
    let span = UInt64(bitPattern: highest) &- base
    for index in references.indices { references[index].key &-= base }
    var spare = references
    var shift: UInt64 = 0
    while shift < 64, span >> shift > 0 {
      NodeReferences.pass(&references, &spare, shift: shift)
      shift += 11
    }
    var ids: [Int64] = []
    var number = [UInt32](repeating: 0, count: references.count)
    var last: UInt64?
    for reference in references {
      if reference.key != last {
        last = reference.key
        ids.append(Int64(bitPattern: reference.key &+ base))
      }
      number[Int(reference.place)] = UInt32(ids.count - 1)
    }
    self.ids = ids
    self.number = number
  }

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
