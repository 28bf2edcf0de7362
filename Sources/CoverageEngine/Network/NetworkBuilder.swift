import Computing
import RelaisGeo

/// Makes a network of imported sections: cuts them where they meet, measures, numbers.
///
/// Edges run between junctions used by two or more lines, used twice by one, or ending a section;
/// sections meet at shared junctions only, so a bridge over a street does not join it.
public enum NetworkBuilder {
  /// - Parameter countingDoublesOnce: Whether ``StreetNetwork/countingDoublesOnce()`` is asked as well, for less than
  ///   by itself.
  /// - Complexity: linear in vertices.
  /// - Precondition: fewer than 2³² vertices.
  public static func network(
    of sources: StreetSections, countingDoublesOnce: Bool = false
  ) -> StreetNetwork {
    let (sections, tooLarge) = sources.crossingSquares()
    precondition(sections.positions.count < Int(UInt32.max))
    let pieces = Pieces(of: sections, isNode: nodeFlags(of: sections))
    let lengths = measured(pieces, sections)
    let isEnd = pieces.ends(sections)
    let numbering = NodeNumbering(sections, isNode: isEnd)
    let tails = pieces.first.map { numbering.node[Int(sections.junctions[Int($0)])] }
    let heads = pieces.last.map { numbering.node[Int(sections.junctions[Int($0)])] }
    let (firstArc, arcs, arcEdge) = arcLists(
      nodeCount: numbering.count, tails: tails, heads: heads, lengths: lengths)
    var isCut = [Bool](repeating: false, count: sections.attributes.count)
    for (line, number) in zip(pieces.line, pieces.number) where number > 0 {
      isCut[Int(line)] = true
    }
    let hasHours = sections.attributes.contains { $0.hours > 0 }
    let streetEdges =
      pieces.line.firstIndex { sections.attributes[Int($0)].isAcross } ?? pieces.line.count
    // Lines across squares join what they join, and are no metres of a piece.
    let components = Components(
      nodeCount: numbering.count, tails: tails, heads: heads,
      lengths: streetEdges == lengths.count
        ? lengths
        : Array(lengths[..<streetEdges])
          + [UInt32](repeating: 0, count: lengths.count - streetEdges),
      openNodes: sections.openJunctions.filter { isEnd[Int($0)] }
        .map { numbering.node[Int($0)] })
    let isDemand = pieces.line.map { sections.attributes[Int($0)].isDemand }
    var network = StreetNetwork(
      ground: sections.ground, nodeCount: numbering.count, firstArc: firstArc, arcs: arcs,
      arcEdge: arcEdge, tails: tails, heads: heads, lengths: lengths,
      isDemand: isDemand,
      vertices: sections.positions, firstVertex: pieces.first, lastVertex: pieces.last,
      components: components,
      envelope: numbering.envelope, reading: sections.reading,
      line: pieces.line, pieceNumber: pieces.number,
      lineAttributes: sections.attributes, names: sections.names,
      identifiers: sections.identifiers, isCut: isCut,
      stoppedNodes: Set(
        sections.stoppedJunctions.filter { isEnd[Int($0)] }.map { numbering.node[Int($0)] }),
      isletEdges: islets(components, tails: tails, isDemand: isDemand), hours: sections.hours,
      timedEdges: hasHours
        ? pieces.line.indices.filter { sections.attributes[Int(pieces.line[$0])].hours > 0 }
          .map(UInt32.init) : [],
      gates: sections.gates.filter { isEnd[Int($0.junction)] }.map {
        StreetNetwork.Gate(node: numbering.node[Int($0.junction)], hours: $0.hours)
      })
    network.streetEdgeCount = streetEdges
    network.squaresTooLarge = tooLarge
    let demand = Once<SegmentGrid>()
    let grid = { [network] in demand.value { SegmentGrid(network, onlyDemand: true) } }
    network.strips = SidewalkStrips(network, grid: grid)
    return countingDoublesOnce ? network.countingDoublesOnce(grid: grid) : network
  }

  /// Edges of pieces that are short and have no street to cover. One that goes on beyond what was read may be long.
  private static func islets(
    _ components: Components, tails: [UInt32], isDemand: [Bool]
  ) -> [UInt32] {
    var isIslet = components.lengths.indices.map {
      components.lengths[$0] < Snapping.leastPiece && !components.isOpen($0)
    }
    guard isIslet.contains(true) else { return [] }
    for edge in tails.indices where isDemand[edge] {
      isIslet[Int(components.ofNode[Int(tails[edge])])] = false
    }
    return tails.indices.filter { isIslet[Int(components.ofNode[Int(tails[$0])])] }
      .map(UInt32.init)
  }

  /// Which junctions are nodes: ends of a section, or used twice.
  private static func nodeFlags(of sections: StreetSections) -> [Bool] {
    var isUsed = [Bool](repeating: false, count: sections.junctionCount)
    var isNode = [Bool](repeating: false, count: sections.junctionCount)
    isUsed.withUnsafeMutableBufferPointer { isUsed in
      isNode.withUnsafeMutableBufferPointer { isNode in
        sections.junctions.withUnsafeBufferPointer { junctions in
          for junction in junctions where junction != StreetSections.noJunction {
            if isUsed[Int(junction)] { isNode[Int(junction)] = true }
            isUsed[Int(junction)] = true
          }
          for section in 0..<sections.count {
            isNode[Int(junctions[sections.firstVertex[section]])] = true
            isNode[Int(junctions[sections.firstVertex[section + 1] - 1])] = true
          }
          for gate in sections.gates { isNode[Int(gate.junction)] = true }
        }
      }
    }
    return isNode
  }

  /// Edges before they are measured: runs of vertices.
  private struct Pieces {
    var first: [UInt32] = []
    var last: [UInt32] = []
    var line: [UInt32] = []
    var number: [UInt32] = []

    /// Which junctions end an edge: a way of a single known node uses it, and leads nowhere.
    func ends(_ sections: StreetSections) -> [Bool] {
      var isEnd = [Bool](repeating: false, count: sections.junctionCount)
      for vertex in first { isEnd[Int(sections.junctions[Int(vertex)])] = true }
      for vertex in last { isEnd[Int(sections.junctions[Int(vertex)])] = true }
      return isEnd
    }

    init(of sections: StreetSections, isNode: [Bool]) {
      let capacity = sections.count * 2
      first.reserveCapacity(capacity)
      last.reserveCapacity(capacity)
      self.line.reserveCapacity(capacity)
      number.reserveCapacity(capacity)
      var previousLine = UInt32.max
      var next: UInt32 = 0
      for section in 0..<sections.count {
        let line = sections.line[section]
        if line != previousLine {
          next = 0
          previousLine = line
        }
        let range = sections.firstVertex[section]..<sections.firstVertex[section + 1]
        var start = range.lowerBound
        for vertex in range.dropFirst() {
          let junction = sections.junctions[vertex]
          guard junction != StreetSections.noJunction, isNode[Int(junction)] else { continue }
          first.append(UInt32(start))
          last.append(UInt32(vertex))
          self.line.append(line)
          number.append(next)
          next += 1
          start = vertex
        }
      }
    }
  }

  private static func measured(_ pieces: Pieces, _ sections: StreetSections) -> [UInt32] {
    Parallel.fill(pieces.first.count, grain: 20_000) { piece in
      if let given = sections.attributes[Int(pieces.line[piece])].length {
        return UInt32(given.millimetres)
      }
      var metres = 0.0
      for vertex in Int(pieces.first[piece])..<Int(pieces.last[piece]) {
        metres += sections.ground.length(
          from: sections.positions[vertex], to: sections.positions[vertex + 1])
      }
      // Importers let no street of a thousand kilometres in; arcs hold twice that.
      return UInt32(min(metres * 1000, Double(Int32.max)).rounded())
    }
  }

  static func arcLists(
    nodeCount: Int, tails: [UInt32], heads: [UInt32], lengths: [UInt32]
  ) -> ([UInt32], [StreetNetwork.Arc], [UInt32]) {
    var first = [UInt32](repeating: 0, count: nodeCount + 1)
    for edge in tails.indices {
      first[Int(tails[edge]) + 1] += 1
      if heads[edge] != tails[edge] { first[Int(heads[edge]) + 1] += 1 }
    }
    for node in 0..<nodeCount { first[node + 1] += first[node] }
    let total = Int(first[nodeCount])
    var next = first
    var arcs = [StreetNetwork.Arc](repeating: .init(head: 0, length: 0), count: total)
    var arcEdge = [UInt32](repeating: 0, count: total)
    next.withUnsafeMutableBufferPointer { next in
      arcs.withUnsafeMutableBufferPointer { arcs in
        arcEdge.withUnsafeMutableBufferPointer { arcEdge in
          func add(from tail: UInt32, to head: UInt32, edge: Int) {
            let slot = Int(next[Int(tail)])
            next[Int(tail)] += 1
            arcs[slot] = .init(head: head, length: lengths[edge])
            arcEdge[slot] = UInt32(edge)
          }
          for edge in tails.indices {
            add(from: tails[edge], to: heads[edge], edge: edge)
            if heads[edge] != tails[edge] { add(from: heads[edge], to: tails[edge], edge: edge) }
          }
        }
      }
    }
    return (first, arcs, arcEdge)
  }
}
