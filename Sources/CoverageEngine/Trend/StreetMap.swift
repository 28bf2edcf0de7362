package import RelaisGeo

/// The streets to cover of one day, as they are remembered to be compared with those of a later one: their lines, names
/// and lengths, inside the study area alone.
///
/// Positions are whole numbers on a grid of a millimetre: two days are compared without a tolerance. A vertex of
/// OpenStreetMap, which is given to seven decimals of a degree, is kept as it is.
package struct StreetMap: Hashable, Sendable {
  /// A vertex: hundred-millionths of a degree on the earth (about a millimetre), millimetres on a plane.
  package struct Point: Hashable, Comparable, Sendable {
    package var x: Int64
    package var y: Int64

    package init(x: Int64, y: Int64) {
      self.x = x
      self.y = y
    }

    package static func < (a: Point, b: Point) -> Bool { (a.x, a.y) < (b.x, b.y) }
  }

  /// An edge, or what of it lies inside the study area; at least two points.
  package struct Part: Hashable, Sendable {
    package var points: [Point]
    package var length: Length

    package init(points: [Point], length: Length) {
      self.points = points
      self.length = length
    }
  }

  /// A line of the source, by its identifier there: `way/<id>`, not one of its edges.
  package struct Line: Hashable, Sendable {
    package var id: String
    package var name: String?
    package var parts: [Part]

    package init(id: String, name: String?, parts: [Part]) {
      self.id = id
      self.name = name
      self.parts = parts
    }
  }

  package var ground: Ground
  /// In the order of the source.
  package var lines: [Line]

  package init(ground: Ground, lines: [Line]) {
    self.ground = ground
    self.lines = lines
  }

  /// Of all streets; what a run of that day found to be covered.
  package var length: Length {
    lines.reduce(.zero) { $1.parts.reduce($0) { $0 + $1.length } }
  }
}

extension StreetMap {
  /// Points of the grid in one unit of a coordinate.
  static func fineness(_ ground: Ground) -> Double {
    switch ground {
    case .ellipsoid: 100_000_000
    case .plane: 1000
    }
  }

  /// The nearest point of the grid.
  static func point(_ position: Position, on ground: Ground) -> Point {
    // Importers let no coordinate in that does not fit.
    Point(
      x: Int64((position.x * fineness(ground)).rounded()),
      y: Int64((position.y * fineness(ground)).rounded()))
  }

  func position(_ point: Point) -> Position {
    let fineness = StreetMap.fineness(ground)
    return Position(x: Double(point.x) / fineness, y: Double(point.y) / fineness)
  }
}

extension StreetMap {
  /// The streets to cover of a result; their length is that of its figures, to the millimetre.
  ///
  /// - Complexity: linear in vertices.
  package init(of result: AnalysisResult) {
    let network = result.network
    ground = network.ground
    lines = []
    var last: UInt32?
    for edge in (0..<network.edgeCount).map({ EdgeID($0) }) where network.isDemand[edge.position] {
      let whole = EdgeInterval(edge: edge, from: .zero, to: network.length(of: edge))
      let parts = result.inside(whole).filter { $0.length > .zero }.map { portion in
        Part(
          points: network.line(of: edge, from: portion.from, to: portion.to).map {
            StreetMap.point($0, on: network.ground)
          }, length: portion.length)
      }
      guard !parts.isEmpty else { continue }
      let line = network.line[edge.position]
      if last != line {
        lines.append(
          Line(id: network.lineIdentifier(of: edge), name: network.name(of: edge), parts: []))
        last = line
      }
      lines[lines.count - 1].parts += parts
    }
  }
}

extension StreetNetwork {
  /// What the source calls the line an edge is a piece of.
  fileprivate func lineIdentifier(of edge: EdgeID) -> String {
    let number = Int(line[edge.position])
    return switch identifiers {
    case .ways(let ids): "way/\(ids[number])"
    case .texts(let ids): ids[number]
    }
  }
}
