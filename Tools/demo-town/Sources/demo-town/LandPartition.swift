/// The commune's land cut along its streets, to be shared out among districts or schools.
///
/// Every shared piece is a face of the street drawing, so that the limits of districts run along
/// streets, as real ones do, and leave neither gap nor overlap.
struct LandPartition {
  private let graph: StreetGraph
  private let faces: [[DirectedSegment]]
  /// The middle of each piece, metres.
  let centres: [Point]
  /// The area of each piece, square metres.
  let areas: [Double]
  /// The face to the left of each segment, forward and backward; −1 outside.
  private var faceBeside: [[Int]]

  /// - Parameter boundary: The commune's edge, gone round to the left.
  init(town: Town, boundary: [Point]) {
    var graph = town.graph
    let first = graph.addNode(at: boundary[0])
    graph.lay(
      StreetLine(.boundary),
      along: [.node(first)] + boundary.dropFirst().map { .place($0) } + [.node(first)], snap: 0.01)
    let lines = graph.lines
    let segments = graph.segments
    faces = FaceTracer.faces(of: graph) { lines[segments[$0].line].isStructural }.filter { ring in
      // A metre inside most of its edges: the edge of the commune gave way a little to nodes.
      let within = ring.filter { piece in
        let from = graph.points[graph.start(of: piece)]
        let to = graph.points[graph.end(of: piece)]
        return Polygon.contains(boundary, (from + to) * 0.5 + (to - from).direction.left)
      }
      return within.count * 2 > ring.count
    }
    let outlines = faces.map { ring in ring.map { graph.points[graph.start(of: $0)] } }
    centres = outlines.map { Polygon.centroid($0) }
    areas = outlines.map { Polygon.area($0) }
    faceBeside = [[Int]](repeating: [-1, -1], count: graph.segments.count)
    for (face, ring) in faces.enumerated() {
      for piece in ring { faceBeside[piece.segment][piece.isForward ? 0 : 1] = face }
    }
    self.graph = graph
  }

  /// Shares the pieces out so that each party's land hangs together.
  ///
  /// - Parameters:
  ///   - wishes: The party each piece would go to.
  ///   - count: How many parties there are.
  /// - Returns: The party of each piece. An outlying piece goes to the neighbour it shares the
  ///   longest edge with.
  func settled(_ wishes: [Int], count: Int) -> [Int] {
    var parties = wishes
    for _ in 0..<8 {
      var changed = false
      for party in 0..<count {
        let parts = components(of: party, in: parties)
        let largest = parts.indices.max { extent(parts[$0]) < extent(parts[$1]) }
        for (position, part) in parts.enumerated() where position != largest {
          guard let other = neighbour(of: part, party: party, in: parties) else { continue }
          for face in part { parties[face] = other }
          changed = true
        }
      }
      if !changed { break }
    }
    return parties
  }

  /// How far a place is from another for those who draw catchments: metres, and 500 more for
  /// each time the straight way crosses the river or the railway.
  func effort(from place: Point, to other: Point) -> Double {
    let obstacles = graph.crossings(from: place, to: other).filter {
      [.river, .railway].contains(graph.kind(of: $0.segment))
    }
    return place.distance(to: other) + 500 * Double(obstacles.count)
  }

  private func extent(_ part: [Int]) -> Double { part.reduce(0) { $0 + areas[$1] } }

  private func components(of party: Int, in parties: [Int]) -> [[Int]] {
    var seen = [Bool](repeating: false, count: faces.count)
    var parts: [[Int]] = []
    for face in faces.indices where parties[face] == party && !seen[face] {
      var part: [Int] = []
      var waiting = [face]
      seen[face] = true
      while let here = waiting.popLast() {
        part.append(here)
        for piece in faces[here] {
          let other = faceBeside[piece.segment][piece.isForward ? 1 : 0]
          if other >= 0, parties[other] == party, !seen[other] {
            seen[other] = true
            waiting.append(other)
          }
        }
      }
      parts.append(part)
    }
    return parts
  }

  private func neighbour(of part: [Int], party: Int, in parties: [Int]) -> Int? {
    var shared: [(party: Int, length: Double)] = []
    for face in part {
      for piece in faces[face] {
        let other = faceBeside[piece.segment][piece.isForward ? 1 : 0]
        guard other >= 0, parties[other] != party, parties[other] >= 0 else { continue }
        let length = graph.points[graph.start(of: piece)]
          .distance(to: graph.points[graph.end(of: piece)])
        if let known = shared.firstIndex(where: { $0.party == parties[other] }) {
          shared[known].length += length
        } else {
          shared.append((parties[other], length))
        }
      }
    }
    return shared.max { ($0.length, $1.party) < ($1.length, $0.party) }?.party
  }

  /// The outline of one party's land: its outer ring first, then its holes.
  ///
  /// Points where the limit runs straight on are left out.
  func outline(of party: Int, in parties: [Int]) -> [[Point]] {
    var leaving = [[DirectedSegment]](repeating: [], count: graph.points.count)
    var edges: [DirectedSegment] = []
    for face in faces.indices where parties[face] == party {
      for piece in faces[face] {
        let other = faceBeside[piece.segment][piece.isForward ? 1 : 0]
        guard other < 0 || parties[other] != party else { continue }
        edges.append(piece)
        leaving[graph.start(of: piece)].append(piece)
      }
    }
    var used = [[Bool]](repeating: [false, false], count: graph.segments.count)
    var rings: [[Point]] = []
    for edge in edges where !used[edge.segment][edge.isForward ? 0 : 1] {
      var ring: [Point] = []
      var here: DirectedSegment? = edge
      while let piece = here {
        used[piece.segment][piece.isForward ? 0 : 1] = true
        ring.append(graph.points[graph.start(of: piece)])
        let way = graph.points[graph.end(of: piece)] - graph.points[graph.start(of: piece)]
        // At a corner two pieces touch, the sharpest left keeps the rings apart.
        let next = leaving[graph.end(of: piece)]
          .max { turn(from: way, to: $0) < turn(from: way, to: $1) }
        here = next.flatMap { used[$0.segment][$0.isForward ? 0 : 1] ? nil : $0 }
      }
      rings.append(ring)
    }
    return rings.map(slim).sorted { Polygon.area($0) > Polygon.area($1) }
  }

  /// How far left one turns into a segment: −2 (back to the right) to 2 (back to the left).
  private func turn(from way: Point, to piece: DirectedSegment) -> Double {
    let next = graph.points[graph.end(of: piece)] - graph.points[graph.start(of: piece)]
    let sine = way.direction.cross(next.direction)
    let cosine = way.direction.dot(next.direction)
    return sine >= 0 ? 1 - cosine : cosine - 1
  }

  private func slim(_ ring: [Point]) -> [Point] {
    ring.indices.filter { position in
      let before = ring[(position + ring.count - 1) % ring.count]
      let after = ring[(position + 1) % ring.count]
      return nearest(to: ring[position], on: before, after).distance > 1e-4
    }.map { ring[$0] }
  }
}
