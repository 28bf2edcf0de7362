import CoverageEngine
import Foundation
import RelaisGeo
import RelaisWording

/// The picture of one round: its way, doors and alternatives, the gaps and streets around.
struct RoundSketch {
  private let result: AnalysisResult
  private let doors: DoorTeller
  private let round: VisitRounds.Round
  private let scenery: Scenery
  private let plane: DrawingPlane
  private let frame: Sketch.Frame
  /// The edges any vertex of which is in the picture.
  private let edges: [EdgeID]

  init(
    _ result: AnalysisResult, _ doors: DoorTeller, _ round: VisitRounds.Round,
    _ scenery: Scenery = Scenery()
  ) {
    self.scenery = scenery
    self.result = result
    self.doors = doors
    self.round = round
    plane = DrawingPlane(result)
    let others = RoundSketch.others(round).map { doors.candidate($0).place.position }
    let (plane, frame) = (plane, Sketch.Frame(around: (round.line + others).map(plane.point)))
    self.frame = frame
    edges = RoundSketch.edges(result.network, plane, frame, near: round.line.map(plane.point))
  }

  /// Vertices of streets drawn at most, so that a page of several rounds stays small.
  private static let vertexLimit = 2500

  /// Points of what lies under the streets: a telephone's page is to stay below 400 KB with three rounds.
  private static let sceneryLimit = 1500

  /// The edges of which a vertex is in the picture: those nearest to a line first, until there are enough; increasing.
  static func edges(
    _ network: StreetNetwork, _ plane: DrawingPlane, _ frame: Sketch.Frame, near line: [PlanePoint]
  ) -> [EdgeID] {
    let inside = (0..<network.streetEdgeCount).map(EdgeID.init).filter { edge in
      network.vertices(of: edge).contains { frame.contains(plane.point($0)) }
    }
    guard inside.reduce(0, { $0 + network.vertices(of: $1).count }) > vertexLimit else {
      return inside
    }
    let spots = stride(from: 0, to: line.count, by: max(1, line.count / 200)).map { line[$0] }
    func distance(_ edge: EdgeID) -> Double {
      guard let first = network.vertices(of: edge).first else { return .infinity }
      let at = plane.point(first)
      var nearest = Double.infinity
      for spot in spots {
        let (dx, dy) = (spot.x - at.x, spot.y - at.y)
        nearest = min(nearest, dx * dx + dy * dy)
      }
      // A street with a name helps more to find one's way.
      return network.name(of: edge) == nil ? 4 * nearest + 10_000 : nearest
    }
    var left = vertexLimit
    let ranked = inside.map { (distance: distance($0), edge: $0) }
      .sorted { ($0.distance, $0.edge.index) < ($1.distance, $1.edge.index) }
    let kept = ranked.prefix { one in
      left -= network.vertices(of: one.edge).count
      return left >= 0
    }
    return kept.map(\.edge).sorted { $0.index < $1.index }
  }

  /// Doors to ask instead, and those on the way.
  private static func others(_ round: VisitRounds.Round) -> [Int] {
    round.stops.flatMap { $0.alternatives.map(\.candidate) + $0.near.map(\.candidate) }
  }

  func sketch() -> Sketch {
    let wording = doors.wording
    let gaps = gapLines()
    let marks = marks()
    var legend: [(Sketch.LegendStyle, String)] = [
      (.line(.way), wording.wayLegend), (.mark(.start), wording.startLegend),
      (.mark(.stop), wording.stopLegend),
    ]
    if marks.contains(where: { $0.style == .alternative }) {
      legend.append((.mark(.alternative), wording.alternativeLegend))
    }
    if marks.contains(where: { $0.style == .relay }) {
      legend.append((.mark(.relay), wording.attachedRelays))
    }
    if !gaps.isEmpty { legend.append((.line(.gap), wording.uncoveredStreets)) }
    var sketch = Sketch(
      summary: wording.sketchSummary(round), frame: frame,
      lines: streets() + gaps
        + [Sketch.Line(style: .way, path: round.line.map(plane.point))],
      marks: marks, labels: labels(), legend: legend.map { (style: $0.0, label: $0.1) })
    sketch.scenery = DrawnScenery(scenery, plane).near(
      x: frame.minX...frame.maxX, y: frame.minY...frame.maxY
    ).largest(points: RoundSketch.sceneryLimit)
    return sketch
  }

  private func streets() -> [Sketch.Line] {
    edges.map { Sketch.Line(style: .street, path: path($0)) }
  }

  private func path(_ edge: EdgeID) -> [PlanePoint] {
    result.network.vertices(of: edge).map(plane.point)
  }

  private func gapLines() -> [Sketch.Line] {
    let drawn = Set(edges)
    return result.main.gaps.flatMap(\.pieces)
      .compactMap { piece in
        guard drawn.contains(piece.edge) else { return nil }
        let path = result.network.line(of: piece.edge, from: piece.from, to: piece.to)
          .map(plane.point)
        return path.contains(where: frame.contains) ? Sketch.Line(style: .gap, path: path) : nil
      }
  }

  private func marks() -> [Sketch.Mark] {
    var marks: [Sketch.Mark] = []
    for (facility, snap) in zip(result.facilities, result.snaps) where snap != nil {
      let point = plane.point(facility.position)
      if frame.contains(point) { marks.append(.init(style: .relay, position: point)) }
    }
    let own = Set(round.stops.map(\.candidate))
    for candidate in Set(RoundSketch.others(round)).subtracting(own).sorted() {
      marks.append(
        .init(
          style: .alternative, position: plane.point(doors.candidate(candidate).place.position)))
    }
    if let start = doors.plan.rounds?.start {
      marks.append(.init(style: .start, position: plane.point(start.position)))
    }
    for (number, stop) in round.stops.enumerated() {
      marks.append(
        .init(
          style: .stop, position: plane.point(doors.candidate(stop.candidate).place.position),
          text: "\(number + 1)"))
    }
    return marks
  }

  /// Streets walked first, then those with gaps, then the others.
  private func labels() -> [Sketch.Label] {
    let walked = Set((round.stops.map(\.way) + [round.back]).flatMap(\.legs).compactMap(\.street))
    let open = Set(
      round.stops.flatMap { doors.plan.reasons(of: $0.candidate).streets }.compactMap(\.name))
    return RoundSketch.labels(result.network, edges, plane, frame) {
      walked.contains($0) ? 0 : open.contains($0) ? 1 : 2
    }
  }

  /// A name for each street, at its longest straight edge: by an order of names, then longest first.
  static func labels(
    _ network: StreetNetwork, _ edges: [EdgeID], _ plane: DrawingPlane, _ frame: Sketch.Frame,
    by order: (String) -> Int
  ) -> [Sketch.Label] {
    var longest: [String: (chord: Double, label: Sketch.Label)] = [:]
    for edge in edges {
      guard let name = network.name(of: edge) else { continue }
      let path = network.vertices(of: edge).map(plane.point)
      for (a, b) in zip(path, path.dropFirst()) {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let chord = (dx * dx + dy * dy).squareRoot()
        let middle = PlanePoint(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
        guard chord > longest[name]?.chord ?? 0, frame.contains(middle) else { continue }
        var degrees = atan2(dy, dx) * 180 / .pi
        if degrees > 90 { degrees -= 180 } else if degrees <= -90 { degrees += 180 }
        longest[name] = (chord, .init(text: name, position: middle, degrees: degrees))
      }
    }
    return longest.sorted {
      let (a, b) = (order($0.key), order($1.key))
      if a != b { return a < b }
      return $0.value.chord != $1.value.chord
        ? $0.value.chord > $1.value.chord : $0.key < $1.key
    }.prefix(60).map(\.value.label)
  }
}
