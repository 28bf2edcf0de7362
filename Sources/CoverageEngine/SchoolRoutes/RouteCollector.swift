import RelaisGeo

/// Walks the routes of one tree: exposures, flows, gaps passed.
struct RouteCollector {
  let network: StreetNetwork
  let homes: Homes
  let gapPieces: GapPieces
  let distances: NetworkDistances?
  /// A stretch that fewer walk is withheld.
  let leastHomes: Int
  /// Children and homes through each node, zero but for the tree in hand.
  private var children: [Int64]
  private var houses: [Int32]
  /// The same along each whole edge of covered routes, and the edges that have any; empty until
  /// needed.
  private var edgeChildren: [Int64] = []
  private var edgeHouses: [Int32] = []
  private var edges: [UInt32] = []

  /// What the routes of one school add up to.
  struct Result: Sendable {
    var school: Int
    var routes: [SchoolRoute] = []
    var figures = SchoolFigures([])
    /// Children past each gap, gaps increasing.
    var gaps: [SchoolFigures.GapShare] = []
    /// The search for covered routes stopped early.
    var isCut = false
    /// How each route leaves home, while its tree is in hand; `nil` without a way.
    var departures: [RouteTree.Departure?] = []
    /// Where the ways of enough homes begin.
    var sharedStarts: [RouteTree.Departure] = []

    mutating func forgetWays() {
      departures = []
      sharedStarts = []
    }
  }

  init(
    _ network: StreetNetwork, homes: Homes, gapPieces: GapPieces, distances: NetworkDistances?,
    leastHomes: Int
  ) {
    self.network = network
    self.homes = homes
    self.gapPieces = gapPieces
    self.distances = distances
    self.leastHomes = leastHomes
    children = Array(repeating: 0, count: network.nodeCount)
    houses = Array(repeating: 0, count: network.nodeCount)
  }

  /// - Parameters:
  ///   - shares: of one school, by home.
  ///   - tree: holds the ways to that school.
  ///   - pieces: what is walked before the first node is added here; the rest by ``sweep``.
  mutating func collect(
    _ shares: ArraySlice<SchoolAssignment.Share>, _ tree: borrowing RouteTree,
    into pieces: inout [FlowPiece]
  ) -> Result {
    var result = Result(school: shares[shares.startIndex].school)
    var passed = GapPieces.Tally(gapPieces)
    result.routes.reserveCapacity(shares.count)
    result.departures.reserveCapacity(shares.count)
    for share in shares {
      var route = SchoolRoute(home: share.home, children: share.children, walk: nil)
      var own: RouteTree.Departure?
      if let snap = homes.snaps[share.home],
        let departure = tree.departure(from: snap.edge, at: snap.offset.millimetres),
        tree.entrances.school(of: departure.label) == share.school
      {
        let exposure = tree.exposure(of: departure)
        let connectors = homes.connector(snap) + tree.entrances.connector(of: departure.label)
        let length = departure.length + homes.connector(snap)
        route.walk = .init(
          length: Length(millimetres: length), uncovered: Length(millimetres: exposure.uncovered),
          longestUncovered: Length(millimetres: exposure.longest),
          onStreets: Length(millimetres: length - connectors))
        own = departure
        add(departure, share, to: &pieces)
        if !gapPieces.isEmpty {
          passed.begin()
          tree.forEachStep(of: departure) { passed.pass($0, share.children) }
        }
      }
      result.routes.append(route)
      result.departures.append(own)
    }
    result.figures = SchoolFigures(result.routes)
    result.gaps = passed.shares
    result.figures.worstGaps = RouteCollector.worst(result.gaps)
    return result
  }

  private mutating func add(
    _ departure: RouteTree.Departure, _ share: SchoolAssignment.Share,
    to pieces: inout [FlowPiece]
  ) {
    pieces.append(
      FlowPiece(
        school: UInt32(share.school), departure.first, children: share.children.millionths,
        homes: 1))
    if let node = departure.node.map(Int.init) {
      children[node] += share.children.millionths
      houses[node] += 1
    }
  }

  /// Carries what entered at nodes on to the doors, in one sweep from the farthest node inwards, and
  /// forgets it.
  ///
  /// - Parameter results: of all schools the tree leads to; their longest runs are found here.
  /// - Returns: of a tree of one school alone, the way most of its children could share.
  mutating func sweep(
    _ tree: borrowing RouteTree, _ results: inout [Result], into pieces: inout [FlowPiece]
  ) -> SharedWay? {
    for node in tree.order.reversed() where houses[Int(node)] > 0 {
      let index = Int(node)
      pieces.append(
        FlowPiece(
          school: UInt32(tree.entrances.school(of: tree.label(of: node))), tree.step(from: node),
          children: children[index], homes: houses[index]))
      if let next = tree.next(after: node).map(Int.init) {
        children[next] += children[index]
        houses[next] += houses[index]
      }
    }
    findLongest(tree, &results)
    let shared =
      results.count == 1
      ? SharedWay(school: results[0].school, tree, children: children, homes: houses) : nil
    for node in tree.order {
      children[Int(node)] = 0
      houses[Int(node)] = 0
    }
    return shared
  }

  /// The longest uncovered run of each school that enough homes walk.
  private func findLongest(_ tree: borrowing RouteTree, _ results: inout [Result]) {
    var nodes = [[UInt32]](repeating: [], count: results.count)
    let number = Dictionary(
      uniqueKeysWithValues: results.enumerated().map { ($0.element.school, $0.offset) })
    for node in tree.order where Int(houses[Int(node)]) >= leastHomes {
      if let result = number[tree.entrances.school(of: tree.label(of: node))] {
        nodes[result].append(node)
      }
    }
    for index in results.indices {
      results[index].sharedStarts =
        SharedStarts(
          results[index].departures, nodes[index], tree, homes: houses, least: leastHomes
        ).departures
      var farthest: (run: Int64, start: RouteTree.Departure)?
      for start in results[index].sharedStarts {
        let run = tree.exposure(of: start).longest
        if run > farthest?.run ?? 0 { farthest = (run, start) }
      }
      results[index].figures.longest = farthest.map {
        longestRun(tree, $0.start, length: $0.run)
      }
    }
  }

  /// The gaps most children pass; the lower first among equals.
  private static func worst(_ gaps: [SchoolFigures.GapShare]) -> [SchoolFigures.GapShare] {
    Array(
      gaps.enumerated().sorted {
        ($1.element.children, $0.offset) < ($0.element.children, $1.offset)
      }.prefix(5).map(\.element))
  }

  /// Adds covered routes to those of one school.
  ///
  /// - Parameter tree: holds the ways to that school.
  mutating func cover(
    _ result: inout Result, _ tree: borrowing RouteTree, _ search: inout CoveredRouteSearch,
    into pieces: inout [FlowPiece]
  ) {
    guard let farthest = result.routes.compactMap(\.walk?.length).max() else { return }
    search.grow(tree, farthest: farthest.millimetres)
    result.isCut = search.isCut
    for index in result.routes.indices {
      let route = result.routes[index]
      guard let walk = route.walk, let snap = homes.snaps[route.home],
        let departure = tree.departure(from: snap.edge, at: snap.offset.millimetres)
      else { continue }
      let found = search.route(
        from: snap.edge, at: snap.offset.millimetres, connector: homes.connector(snap),
        shortest: departure)
      // A search cut short may have missed even the shortest way.
      if let found, found.walk.uncovered <= walk.uncovered {
        result.routes[index].covered = found.walk
        for piece in found.pieces { addCovered(piece, result.school, route, to: &pieces) }
      } else {
        result.routes[index].covered = walk
        tree.forEachStep(of: departure) { step in
          let piece = EdgeInterval(
            edge: step.edge, from: Length(millimetres: min(step.from, step.to)),
            to: Length(millimetres: max(step.from, step.to)))
          addCovered(piece, result.school, route, to: &pieces)
        }
      }
    }
    for edge in edges.sorted() {
      pieces.append(
        FlowPiece(
          school: UInt32(result.school), edge: edge, from: 0,
          to: Int64(network.lengths[Int(edge)]), children: edgeChildren[Int(edge)],
          homes: edgeHouses[Int(edge)]))
      edgeChildren[Int(edge)] = 0
      edgeHouses[Int(edge)] = 0
    }
    edges.removeAll(keepingCapacity: true)
    let figures = SchoolFigures(result.routes)
    result.figures.savedChildMillimetres = figures.savedChildMillimetres
    result.figures.helped = figures.helped
    result.figures.helpedHomes = figures.helpedHomes
  }

  /// Whole edges are summed, so that a city's routes do not fill the memory.
  private mutating func addCovered(
    _ piece: EdgeInterval, _ school: Int, _ route: SchoolRoute, to pieces: inout [FlowPiece]
  ) {
    let edge = piece.edge.position
    guard piece.length < network.length(of: piece.edge) else {
      if edgeChildren.isEmpty {
        edgeChildren = Array(repeating: 0, count: network.edgeCount)
        edgeHouses = Array(repeating: 0, count: network.edgeCount)
      }
      if edgeHouses[edge] == 0 { edges.append(piece.edge.index) }
      edgeChildren[edge] += route.children.millionths
      edgeHouses[edge] += 1
      return
    }
    pieces.append(
      FlowPiece(
        school: UInt32(school), edge: piece.edge.index, from: piece.from.millimetres,
        to: piece.to.millimetres, children: route.children.millionths, homes: 1))
  }

  /// The first uncovered run of a route that is as long as its longest.
  private func longestRun(
    _ tree: borrowing RouteTree, _ departure: RouteTree.Departure, length: Int64
  ) -> SchoolFigures.Run {
    var run: [RouteStep] = []
    var walked: Int64 = 0
    var isFound = false
    tree.forEachStep(of: departure) { step in
      for part in tree.uncoveredParts(of: step) where !isFound {
        if part.isUncovered {
          run.append(part.step)
          walked += abs(part.step.to - part.step.from)
        } else if part.step.from != part.step.to {
          isFound = walked == length
          if !isFound {
            run.removeAll()
            walked = 0
          }
        }
      }
    }
    return SchoolFigures.Run(
      run.filter { $0.from != $0.to }, network: network, distances: distances)
  }
}

extension FlowPiece {
  init(school: UInt32, _ step: RouteStep, children: Int64, homes: Int32) {
    self.init(
      school: school, edge: step.edge.index, from: min(step.from, step.to),
      to: max(step.from, step.to), children: children, homes: homes)
  }
}

extension SchoolFigures.Run {
  /// - Parameter steps: uncovered, touching, in walking order, none of no length.
  fileprivate init(_ steps: [RouteStep], network: StreetNetwork, distances: NetworkDistances?) {
    pieces = steps.map {
      EdgeInterval(
        edge: $0.edge, from: Length(millimetres: min($0.from, $0.to)),
        to: Length(millimetres: max($0.from, $0.to)))
    }
    length = pieces.reduce(.zero) { $0 + $1.length }
    var streets: [(name: UInt32, length: Length)] = []
    for piece in pieces {
      let name = network.nameNumber(of: piece.edge)
      if let known = streets.firstIndex(where: { $0.name == name }) {
        streets[known].length += piece.length
      } else {
        streets.append((name, piece.length))
      }
    }
    let most = streets.map(\.length).max()
    let main = streets.first { $0.length == most }?.name ?? 0
    street = main == 0 ? nil : network.names[Int(main)]
    worst = network.position(on: pieces[0].edge, at: pieces[0].from)
    worstDistance = nil
    guard let distances else { return }
    var farthest = WorstPoint(network, distances, on: pieces[0])
    for piece in pieces.dropFirst() {
      let point = WorstPoint(network, distances, on: piece)
      if point.isWorse(than: farthest) { farthest = point }
    }
    worst = network.position(on: farthest.edge, at: Length(millimetres: farthest.offset))
    let known = network.known(
      farthest.distance.map { Length(millimetres: $0) }, from: farthest.edge)
    worstDistance = known.walk
    worstIsOver = known.isOver
  }
}
