import Computing
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// What always holds of a network, whatever the sections.
@Suite struct NetworkBuilderTests {
  /// Sections that share corners at random, with shape between, on a plane.
  private func sections(_ random: inout SeededRandom) -> StreetSections {
    let corners = (0..<Int.random(in: 2...12, using: &random)).map { _ in
      Position(
        x: Double(Int.random(in: 0...500, using: &random)),
        y: Double(Int.random(in: 0...500, using: &random)))
    }
    let lines = Int.random(in: 1...12, using: &random)
    var sections = StreetSections(
      ground: .plane, identifiers: .ways((0..<lines).map { Int64($0) }))
    for _ in 0..<lines {
      sections.beginLine(StreetAttributes(name: 0, isDemand: true))
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let count = Int.random(in: 1...7, using: &random)
        for index in 0..<count {
          let isEnd = index == 0 || index == count - 1
          if isEnd || Bool.random(using: &random) {
            let corner = Int.random(in: 0..<corners.count, using: &random)
            sections.addVertex(corners[corner], junction: UInt32(corner))
          } else {
            sections.addVertex(
              Position(
                x: Double.random(in: 0...500, using: &random),
                y: Double.random(in: 0...500, using: &random)),
              junction: StreetSections.noJunction)
          }
        }
        sections.endSection()
      }
    }
    return sections
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func invariantsHoldOnRandomSections(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let sections = sections(&random)
    let network = NetworkBuilder.network(of: sections)

    // Which corners are nodes, by the definition and by counting.
    var uses: [UInt32: Int] = [:]
    var ends: Set<UInt32> = []
    var drawn = 0.0
    // A section of a single corner cuts others there, and has no edge to end.
    var walked: Set<UInt32> = []
    for section in 0..<sections.count {
      let range = sections.firstVertex[section]..<sections.firstVertex[section + 1]
      for vertex in range where sections.junctions[vertex] != StreetSections.noJunction {
        uses[sections.junctions[vertex], default: 0] += 1
        if range.count > 1 { walked.insert(sections.junctions[vertex]) }
      }
      ends.insert(sections.junctions[range.lowerBound])
      ends.insert(sections.junctions[range.upperBound - 1])
      drawn += Ground.plane.length(of: sections.positions[range])
    }
    let nodes = Set(uses.filter { $0.value > 1 }.keys).union(ends)
    #expect(network.nodeCount == nodes.intersection(walked).count, "seed \(seed)")

    // Nothing is lost or doubled: half a millimetre an edge for rounding.
    let total = network.totalLength.metres
    #expect(abs(total - drawn) <= 0.0005 * Double(network.edgeCount) + 1e-9, "seed \(seed)")

    // Both directions of every edge, a loop once, in CSR order.
    #expect(network.firstArc.count == network.nodeCount + 1)
    #expect(Int(network.firstArc[network.nodeCount]) == network.arcs.count)
    var seen = [Int](repeating: 0, count: network.edgeCount)
    for node in 0..<network.nodeCount {
      let range = Int(network.firstArc[node])..<Int(network.firstArc[node + 1])
      #expect(zip(network.arcEdge[range], network.arcEdge[range].dropFirst()).allSatisfy(<))
      for arc in range {
        let edge = Int(network.arcEdge[arc])
        seen[edge] += 1
        let (tail, head) = (Int(network.tails[edge]), Int(network.heads[edge]))
        #expect(tail == node || head == node)
        #expect(Int(network.arcs[arc].head) == (tail == node ? head : tail))
        #expect(network.arcs[arc].length == network.lengths[edge])
      }
    }
    for edge in 0..<network.edgeCount {
      #expect(seen[edge] == (network.tails[edge] == network.heads[edge] ? 1 : 2), "seed \(seed)")
    }

    // Nodes stand where edges meet: one place each, at both ends of every line.
    var place: [UInt32: Position] = [:]
    for edge in 0..<network.edgeCount {
      let line = network.vertices(of: EdgeID(edge))
      #expect(line.count >= 2)
      for (node, position) in [
        (network.tails[edge], line[line.startIndex]),
        (network.heads[edge], line[line.endIndex - 1]),
      ] {
        #expect(place[node] ?? position == position, "seed \(seed)")
        place[node] = position
      }
      let inner = Int(network.firstVertex[edge]) + 1..<Int(network.lastVertex[edge])
      #expect(inner.allSatisfy { !nodes.contains(sections.junctions[$0]) })
    }

    // Edges keep the order of their lines, and number on along each.
    let identifiers = (0..<network.edgeCount).map { network.identifier(of: EdgeID($0)) }
    #expect(Set(identifiers).count == identifiers.count)
    var next: [UInt32: UInt32] = [:]
    for edge in 0..<network.edgeCount {
      #expect(network.pieceNumber[edge] == next[network.line[edge], default: 0])
      next[network.line[edge], default: 0] += 1
    }
    #expect(zip(network.line, network.line.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func piecesAreThoseAFloodReaches(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let network = NetworkBuilder.network(of: sections(&random))
    var flood = [Int?](repeating: nil, count: network.nodeCount)
    var pieces = 0
    for start in 0..<network.nodeCount where flood[start] == nil {
      var waiting = [start]
      flood[start] = pieces
      while let node = waiting.popLast() {
        for edge in network.edges(at: NodeID(node)) {
          for other in [network.tail(of: edge).position, network.head(of: edge).position]
          where flood[other] == nil {
            flood[other] = pieces
            waiting.append(other)
          }
        }
      }
      pieces += 1
    }
    #expect(network.components.count == pieces)
    #expect(network.components.ofNode.map { Int($0) } == flood.compactMap { $0 })
    var lengths = [Int64](repeating: 0, count: pieces)
    for edge in 0..<network.edgeCount {
      lengths[flood[Int(network.tails[edge])] ?? 0] += Int64(network.lengths[edge])
    }
    #expect(network.components.lengths.map(\.millimetres) == lengths)
    #expect(network.components.main == lengths.firstIndex(of: lengths.max() ?? 0))
  }

  @Test func theHilbertCurveVisitsEveryPlaceOnceAndStepsToNeighbours() {
    let side: UInt32 = 64
    var places = [(x: UInt32, y: UInt32)?](repeating: nil, count: Int(side * side))
    for y in 0..<side {
      for x in 0..<side {
        let number = Int(HilbertCurve.number(x: x, y: y))
        #expect(number < places.count && places[number] == nil)
        places[number] = (x, y)
      }
    }
    for (a, b) in zip(places, places.dropFirst()) {
      guard let a, let b else { continue }
      #expect(abs(Int(a.x) - Int(b.x)) + abs(Int(a.y) - Int(b.y)) == 1)
    }
    let top: UInt32 = 65_535
    let corners = [(0, 0), (0, top), (top, top), (top, 0)].map {
      HilbertCurve.number(x: $0.0, y: $0.1)
    }
    #expect(corners == corners.sorted())
    #expect(corners.last == .max)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func radixSortIsStable(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let bound: UInt32 = seed % 2 == 0 ? 20 : .max
    let items = (0..<Int.random(in: 0...3000, using: &random)).map {
      (key: UInt32.random(in: 0...bound, using: &random), place: $0)
    }
    var sorted = items
    RadixSort.sort(&sorted) { $0.key }
    let expected = items.sorted { ($0.key, $0.place) < ($1.key, $1.place) }
    #expect(sorted.map(\.place) == expected.map(\.place))
  }

  @Test func severalSourcesAreAppendedWithoutMeeting() {
    var one = Town()
    one.street("a", "w", "e", [(0, 0), (10, 0)], name: "Rue A")
    var other = Town()
    other.street("b", "w", "e", [(0, 0), (0, 10)], name: "Rue A")
    var sections = one.sections
    sections.append(other.sections)
    let network = NetworkBuilder.network(of: sections)
    #expect(network.edgeCount == 2)
    #expect(network.components.count == 2)
    #expect(network.nameNumber(of: EdgeID(0)) == network.nameNumber(of: EdgeID(1)))
    #expect(network.identifier(of: EdgeID(1)) == "b")
  }

  @Test func spacesAroundAStreetsNameDoNotMakeAnotherStreet() {
    var sections = StreetSections(ground: .plane, identifiers: .texts([]))
    let number = sections.number(ofName: "Rue A")
    #expect(sections.number(ofName: " Rue A\t") == number)
    #expect(sections.number(ofName: "  ") == 0)
    #expect(sections.number(ofName: "Rue  A") != number)
  }
}
