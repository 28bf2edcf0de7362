public import RelaisGeo

/// The walking network: nodes, edges walked both ways, their lines and names. Immutable.
///
/// Arcs are in CSR order by tail node, 8 bytes each, so that a search reads memory in line. Nodes
/// are numbered along a Hilbert curve: near on the ground is near in memory. Edges keep the order
/// of the source, since that order breaks ties. About 100 bytes an edge and 24 a vertex.
public struct StreetNetwork: Sendable {
  /// One direction of an edge, as a search sees it.
  @frozen
  public struct Arc: Sendable {
    public let head: UInt32
    /// Millimetres.
    public let length: UInt32

    @inlinable
    public init(head: UInt32, length: UInt32) {
      self.head = head
      self.length = length
    }
  }

  public let ground: Ground
  public internal(set) var nodeCount: Int
  /// One per node and one more: where its arcs begin.
  public private(set) var firstArc: [UInt32]
  public private(set) var arcs: [Arc]
  /// The edge of each arc. A loop has a single arc.
  public private(set) var arcEdge: [UInt32]

  /// One per edge.
  public internal(set) var tails: [UInt32]
  public internal(set) var heads: [UInt32]
  /// Millimetres, one per edge; below 2³¹.
  public let lengths: [UInt32]
  /// One per edge: whether it is a street to cover.
  public internal(set) var isDemand: [Bool]

  /// Vertices of all lines; neighbouring edges of a way share their common one.
  public let vertices: [Position]
  /// One per edge: its line is `vertices[firstVertex...lastVertex]`.
  public let firstVertex: [UInt32]
  public let lastVertex: [UInt32]

  /// Connected pieces, by node.
  public private(set) var components: Components
  /// The smallest box around all vertices.
  public let envelope: Envelope

  /// How far around the study area streets were read; `nil` for everything.
  public let reading: ReadingArea?

  /// Source line of each edge, and its number along that line.
  let line: [UInt32]
  let pieceNumber: [UInt32]
  let lineAttributes: [StreetAttributes]
  let names: [String]
  let identifiers: StreetSections.Identifiers
  /// One per source line: whether it gave more than one edge.
  let isCut: [Bool]

  /// Nodes that are ends for a barrier's sake alone.
  let stoppedNodes: Set<UInt32>
  /// Edges of pieces too small to attach places to (``Snapping/streets``), increasing, whatever is closed.
  let isletEdges: [UInt32]
  /// Where sidewalks drawn apart run beside streets to cover.
  var strips = SidewalkStrips.none
  /// The different hours of ways and gates.
  public let hours: [WalkingHours]
  /// Edges with hours, increasing.
  let timedEdges: [UInt32]
  let gates: [Gate]
  /// Ways that are closed at the network's time; ``walked(without:)``.
  var closedEdges: Set<UInt32> = []

  /// Makes arcs and pieces anew, after edges got other nodes.
  mutating func connect() {
    (firstArc, arcs, arcEdge) = NetworkBuilder.arcLists(
      nodeCount: nodeCount, tails: tails, heads: heads, lengths: lengths)
    components = Components(
      nodeCount: nodeCount, tails: tails, heads: heads,
      lengths: streetEdgeCount == edgeCount
        ? lengths
        : Array(lengths[..<streetEdgeCount]) + [UInt32](repeating: 0, count: squareEdgeCount),
      openNodes: components.openNodes)
  }

  /// A walk over the network as far as it is known: where streets were read to an area, one beyond its reach, or
  /// none, may be shorter outside, and is given as over the reach.
  ///
  /// - Parameters:
  ///   - walk: That within the network; `nil` for none.
  ///   - edge: Where it begins.
  public func known(
    _ walk: Length?, from edge: EdgeID
  ) -> (walk: Length?, isOver: Bool) {
    guard let reading, walk ?? .zero > reading.reach || walk == nil,
      components.isOpen(Int(components.ofNode[tail(of: edge).position]))
    else { return (walk, false) }
    return (reading.reach, true)
  }

  /// Streets that lie on others; `nil` where nobody looked for them.
  public internal(set) var doubled: [DoubledStretch]?

  public var edgeCount: Int { tails.count }

  /// Edges of the source's lines; those behind them lead straight across squares.
  public internal(set) var streetEdgeCount = 0
  /// Lines across squares. They are walked, and no metres of street.
  public var squareEdgeCount: Int { edgeCount - streetEdgeCount }
  /// Areas too large to be walked across but along their outline.
  var squaresTooLarge = 0

  /// The sum of the lengths of all edges but those across squares.
  public var totalLength: Length {
    Length(millimetres: lengths[..<streetEdgeCount].reduce(Int64(0)) { $0 + Int64($1) })
  }

  /// Whether the edge leads straight across a square.
  public func isAcross(_ edge: EdgeID) -> Bool { edge.position >= streetEdgeCount }

  public func length(of edge: EdgeID) -> Length {
    Length(millimetres: Int64(lengths[edge.position]))
  }

  /// The street's name, `nil` where it bears none.
  public func name(of edge: EdgeID) -> String? {
    let number = nameNumber(of: edge)
    return number == 0 ? nil : names[Int(number)]
  }

  /// A number for the street's name, the same for the same name; 0 for none.
  public func nameNumber(of edge: EdgeID) -> UInt32 {
    lineAttributes[Int(line[edge.position])].name
  }

  /// Demand per metre, as the source weighs it.
  public func weight(of edge: EdgeID) -> Double {
    lineAttributes[Int(line[edge.position])].weight
  }

  /// How high the edge runs, 0 on the ground; ``StreetAttributes/level``.
  func level(of edge: EdgeID) -> Int8 {
    lineAttributes[Int(line[edge.position])].level
  }

  /// Whether the edge is for people on foot alone, as far as its source says.
  func form(of edge: EdgeID) -> StreetAttributes.Form {
    lineAttributes[Int(line[edge.position])].form
  }

  /// How the edge and the sidewalks beside it are drawn.
  func sidewalk(of edge: EdgeID) -> StreetAttributes.Sidewalk {
    lineAttributes[Int(line[edge.position])].sidewalk
  }

  /// Whether every edge weighs 1.
  public var isUnweighted: Bool { lineAttributes.allSatisfy { $0.weight == 1 } }

  /// What outputs call the edge: the source's identifier, or `way/<id>/<k>`; `way/<id>/across/<k>` across a square.
  public func identifier(of edge: EdgeID) -> String {
    let number = Int(line[edge.position])
    let piece = pieceNumber[edge.position]
    switch identifiers {
    case .ways(let ids):
      return StreetSections.name(ids[number]) + (isAcross(edge) ? "/across/" : "/") + String(piece)
    case .texts(let ids) where isAcross(edge): return "\(ids[number])/across/\(piece)"
    case .texts(let ids): return isCut[number] ? "\(ids[number])/\(piece)" : ids[number]
    }
  }

  /// The length of the piece of the network an edge belongs to.
  func piece(of edge: EdgeID) -> Length {
    components.lengths[Int(components.ofNode[tail(of: edge).position])]
  }

  /// The edge's line from tail to head, at least two positions.
  public func vertices(of edge: EdgeID) -> ArraySlice<Position> {
    vertices[Int(firstVertex[edge.position])...Int(lastVertex[edge.position])]
  }

  public func tail(of edge: EdgeID) -> NodeID { NodeID(Int(tails[edge.position])) }
  public func head(of edge: EdgeID) -> NodeID { NodeID(Int(heads[edge.position])) }

  /// The edges at a node, increasing; a loop once.
  public func edges(at node: NodeID) -> some Sequence<EdgeID> {
    let range = Int(firstArc[node.position])..<Int(firstArc[node.position + 1])
    return arcEdge[range].lazy.map { EdgeID(Int($0)) }
  }
}
