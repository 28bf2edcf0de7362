import RelaisTestSupport
import Testing

@testable import RelaisFormats
@testable import RelaisGeo
@testable import RelaisRegistry

struct NodeReferencesTests {
  /// Ids from negative ones to the far end, many of them shared, in ways of none to nine nodes.
  @Test(arguments: [1, 7, 1_000_000])
  func everyReferenceFindsItsNodeHoweverManyCores(grain: Int) {
    var random = SeededRandom(seed: 25)
    let pool =
      [Int64.min, -1, 0, 1, Int64.max]
      + (0..<300).map { _ in Int64.random(in: -50...(1 << 40), using: &random) }
    var nodes: [Int64] = []
    var firstNode: [UInt64] = [0]
    for _ in 0..<400 {
      for _ in 0..<Int.random(in: 0..<10, using: &random) {
        nodes.append(pool[Int.random(in: 0..<pool.count, using: &random)])
      }
      firstNode.append(UInt64(nodes.count))
    }
    let chosen = (0..<400).filter { $0 % 3 != 1 }
    let named = chosen.flatMap { nodes[Int(firstNode[$0])..<Int(firstNode[$0 + 1])] }
    let references = nodes.withUnsafeBufferPointer { nodes in
      firstNode.withUnsafeBufferPointer { firstNode in
        NodeReferences(
          OSMWays(
            ids: .init(start: nil, count: 0), firstNode: firstNode, nodeIDs: nodes,
            tags: .init(start: nil, count: 0), keyCount: 0, textCount: 0,
            beyondCounts: [0], files: .init(start: nil, count: 0)),
          ways: chosen, grain: grain)
      }
    }
    #expect(references.ids == Set(named).sorted())
    #expect(references.number.map { references.ids[Int($0)] } == named)
  }

  @Test func noWaysNameNoNodes() {
    let references = [UInt64(0)].withUnsafeBufferPointer {
      NodeReferences(
        OSMWays(
          ids: .init(start: nil, count: 0), firstNode: $0, nodeIDs: .init(start: nil, count: 0),
          tags: .init(start: nil, count: 0), keyCount: 0, textCount: 0,
          beyondCounts: [0], files: .init(start: nil, count: 0)), ways: [])
    }
    #expect(references.ids.isEmpty && references.number.isEmpty)
  }
}
