import Computing
import RelaisGeo

/// Finds the gaps: uncovered intervals of demand streets that touch and bear the same name.
struct GapFinder {
  private(set) var network: StreetNetwork
  private(set) var distances: NetworkDistances
  let studyArea: AreaClip?
  let districts: [Area]
  private let borders: [AreaBorder]
  private let communes: [(commune: Commune, border: AreaBorder)]
  private let ends: GapEnds
  /// By node, whether a way with a name begins, ends or passes there.
  private let isOfNamedStreet: [Bool]

  init(
    _ network: StreetNetwork, _ distances: NetworkDistances, studyArea: AreaClip?,
    districts: [Area], communes: [Area] = [], numbers: HouseNumbers?
  ) {
    self.network = network
    self.distances = distances
    self.studyArea = studyArea
    self.districts = districts
    ends = GapEnds(network: network, studyArea: studyArea, numbers: numbers)
    isOfNamedStreet = network.nodesOfNamedStreets()
    borders = districts.map { AreaBorder($0.shape) }
    self.communes = communes.map {
      (Commune(code: $0.id, name: $0.name), AreaBorder($0.shape))
    }
  }

  /// All gaps within one budget, the longest first; ties to the lowest edge.
  ///
  /// - Complexity: linear in edges, plus a sort of the uncovered portions.
  func gaps(_ coverage: Coverage) -> [Gap] {
    let pieces = uncoveredPieces(coverage)
    let kinds = [UInt64](repeating: 0, count: pieces.count)
    return gaps(of: pieces, kinds: kinds, budget: coverage.budget).map(\.gap)
  }

  /// The gaps that have a portion on one of some edges, as ``gaps(_:)`` finds them, but ranked among themselves.
  ///
  /// - Complexity: linear in those gaps, plus sorts of their portions.
  func gaps(_ coverage: Coverage, touching edges: some Sequence<Int>) -> [Gap] {
    let touched = Set(edges.lazy.filter { network.isDemand[$0] })
    // Every edge that shares a gap with one of them, and perhaps some that share none.
    var seen = touched
    var waiting = Array(touched)
    while let edge = waiting.popLast() {
      let id = EdgeID(edge)
      for piece in uncoveredPieces(of: edge, coverage) {
        for node in ends(of: piece) {
          for next in network.edges(at: node)
          where network.isDemand[next.position]
            && network.nameNumber(of: next) == network.nameNumber(of: id)
            && seen.insert(next.position).inserted
          {
            waiting.append(next.position)
          }
        }
      }
    }
    let pieces = seen.sorted().flatMap { uncoveredPieces(of: $0, coverage) }
    let kinds = [UInt64](repeating: 0, count: pieces.count)
    return gaps(of: pieces, kinds: kinds, budget: coverage.budget) { group in
      group.contains { touched.contains(pieces[$0].edge.position) }
    }.map(\.gap)
  }

  /// The same finder for other relays.
  ///
  /// - Parameter network: The same streets as they are walked at some time.
  func measuring(_ distances: NetworkDistances, on network: StreetNetwork) -> GapFinder {
    var finder = self
    finder.network = network
    finder.distances = distances
    return finder
  }

  /// The same of any pieces, by increasing edge and offset; only those of one kind make one gap.
  ///
  /// - Parameter isWanted: Whether the gap of some pieces is to be found.
  func gaps(
    of pieces: [EdgeInterval], kinds: [UInt64], budget: Budget,
    where isWanted: ([Int]) -> Bool = { _ in true }
  ) -> [(gap: Gap, kind: UInt64)] {
    let groups = grouped(pieces, kinds).filter(isWanted)
    let found = Parallel.map(groups.count, grain: 64) { range in
      groups[range].compactMap { group in
        gap(of: group.map { pieces[$0] }, budget: budget).map { (gap: $0, kind: kinds[group[0]]) }
      }
    }
    // Groups are in the order of their lowest edge, and the sort is stable.
    let ordered = found.flatMap { $0 }.enumerated().sorted {
      ($1.element.gap.length, $0.offset) < ($0.element.gap.length, $1.offset)
    }
    return ordered.enumerated().map { rank, item in
      var found = item.element
      found.gap.rank = rank + 1
      return found
    }
  }

  /// The lengths of the gaps that pieces make, whatever their kind, in no order a reader needs.
  func lengths(of pieces: [EdgeInterval]) -> [Length] {
    grouped(pieces, [UInt64](repeating: 0, count: pieces.count)).map { group in
      group.reduce(.zero) { $0 + pieces[$1].length }
    }
  }

  private func uncoveredPieces(_ coverage: Coverage) -> [EdgeInterval] {
    var pieces: [EdgeInterval] = []
    for edge in 0..<network.edgeCount where network.isDemand[edge] {
      pieces += uncoveredPieces(of: edge, coverage)
    }
    return pieces
  }

  /// Those of one street to cover, by offset.
  private func uncoveredPieces(of edge: Int, _ coverage: Coverage) -> [EdgeInterval] {
    if let studyArea, studyArea.sides[edge] == .outside { return [] }
    let length = Int64(network.lengths[edge])
    var uncovered = coverage.set(of: edge, in: network).complement(in: length)
    if let studyArea {
      uncovered = uncovered.intersection(studyArea.set(of: edge, length: length))
    }
    return uncovered.portions.map {
      EdgeInterval(
        edge: EdgeID(edge), from: Length(millimetres: $0.from), to: Length(millimetres: $0.to))
    }
  }

  /// The nodes across which a gap may go on from a piece.
  ///
  /// Ways without a name do not go on past a junction with a named street: nobody would know all of them as one.
  private func ends(of piece: EdgeInterval) -> [NodeID] {
    let isNamed = network.nameNumber(of: piece.edge) != 0
    let nodes = [
      piece.from == .zero ? network.tail(of: piece.edge) : nil,
      piece.to == network.length(of: piece.edge) ? network.head(of: piece.edge) : nil,
    ]
    return nodes.compactMap { $0 }.filter { isNamed || !isOfNamedStreet[$0.position] }
  }

  /// Pieces that touch at a node (``ends(of:)``), bear the same name and are of one kind, each group increasing,
  /// groups in the order of their first piece.
  private func grouped(_ pieces: [EdgeInterval], _ kinds: [UInt64]) -> [[Int]] {
    struct Touch {
      var node: UInt32
      var name: UInt32
      var kind: UInt64
      var piece: Int
    }
    var touches: [Touch] = []
    for (index, piece) in pieces.enumerated() {
      let name = network.nameNumber(of: piece.edge)
      touches += ends(of: piece).map {
        .init(node: $0.index, name: name, kind: kinds[index], piece: index)
      }
    }
    touches.sort {
      ($0.node, $0.name, $0.kind, $0.piece) < ($1.node, $1.name, $1.kind, $1.piece)
    }
    var parent = Array(pieces.indices)
    func root(_ piece: Int) -> Int {
      var piece = piece
      while parent[piece] != piece {
        parent[piece] = parent[parent[piece]]
        piece = parent[piece]
      }
      return piece
    }
    for (a, b) in zip(touches, touches.dropFirst())
    where a.node == b.node && a.name == b.name && a.kind == b.kind {
      let first = root(a.piece)
      let second = root(b.piece)
      parent[max(first, second)] = min(first, second)
    }
    var groupOf: [Int: Int] = [:]
    var groups: [[Int]] = []
    for piece in pieces.indices {
      let root = root(piece)
      if let group = groupOf[root] {
        groups[group].append(piece)
      } else {
        groupOf[root] = groups.count
        groups.append([piece])
      }
    }
    return groups
  }

  /// `nil` for what has no length: edges of none, by themselves.
  private func gap(of pieces: [EdgeInterval], budget: Budget) -> Gap? {
    var length = Length.zero
    var demand = 0.0
    var worst = WorstPoint(network, distances, on: pieces[0])
    for (index, piece) in pieces.enumerated() {
      length += piece.length
      demand += network.weight(of: piece.edge) * piece.length.metres
      guard index > 0 else { continue }
      let candidate = WorstPoint(network, distances, on: piece)
      if candidate.isWorse(than: worst) { worst = candidate }
    }
    guard length > .zero else { return nil }
    let street = network.nameNumber(of: pieces[0].edge)
    let shape = GapShape(network, pieces)
    let (start, end) = shape.ends { point in
      guard street == 0, case .node(let node) = point else { return false }
      return isOfNamedStreet[Int(node)]
    }
    let offset = Length(millimetres: worst.offset)
    let position = network.position(on: worst.edge, at: offset)
    let nearest = distances.nearest(in: network, to: worst.edge, at: offset)
    let walk = worst.distance.map { Length(millimetres: $0) }
    // Without a relay at all there is none farther away either.
    let known: (walk: Length?, isOver: Bool) =
      distances.onEdges.entries.isEmpty ? (walk, false) : network.known(walk, from: worst.edge)
    let farthest = pieces.first { $0.edge == worst.edge } ?? pieces[0]
    var gap = Gap(
      budget: budget, rank: 0, street: network.name(of: pieces[0].edge),
      from: ends.end(at: start, street: street, pieces: pieces),
      to: ends.end(at: end, street: street, pieces: pieces), length: length, demand: demand,
      worst: position, worstDistance: known.walk,
      nearestFacility: known.isOver ? nil : nearest?.facility,
      district: district(of: position, else: farthest), pieces: pieces)
    gap.worstIsOver = known.isOver
    gap.commune = commune(of: position, else: farthest)
    return gap
  }

  private func commune(of position: Position, else piece: EdgeInterval) -> Commune? {
    guard !communes.isEmpty else { return nil }
    return [position, middle(of: piece)].lazy.compactMap { place in
      communes.first { $0.border.contains(place) }?.commune
    }.first
  }

  private func middle(of piece: EdgeInterval) -> Position {
    let half = Length(millimetres: (piece.from.millimetres + piece.to.millimetres) / 2)
    return network.position(on: piece.edge, at: half)
  }

  /// The district of a place; of the middle of a portion where the place lies on a border.
  private func district(of position: Position, else piece: EdgeInterval) -> String? {
    let found = [position, middle(of: piece)].lazy.compactMap { place in
      borders.firstIndex { $0.contains(place) }
    }.first
    return found.map { districts[$0].name }
  }
}

extension StreetNetwork {
  /// By node, whether a way with a name begins, ends or passes there.
  ///
  /// - Complexity: linear in edges.
  fileprivate func nodesOfNamedStreets() -> [Bool] {
    (0..<nodeCount).map { node in edges(at: NodeID(node)).contains { nameNumber(of: $0) != 0 } }
  }
}
