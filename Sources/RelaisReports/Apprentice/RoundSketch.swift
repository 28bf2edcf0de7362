import CoverageEngine
import Foundation
import RelaisGeo
import RelaisWording

/// The picture of one round: its way, doors and alternatives, the gaps and streets around.
struct RoundSketch {
  private let result: AnalysisResult
  private let doors: DoorTeller
  private let round: VisitRounds.Round
  private let plane: DrawingPlane
  private let frame: Sketch.Frame
  /// The edges any vertex of which is in the picture.
  private let edges: [EdgeID]

  init(_ result: AnalysisResult, _ doors: DoorTeller, _ round: VisitRounds.Round) {
    self.result = result
    self.doors = doors
    self.round = round
    plane = DrawingPlane(result)
    let others = round.stops.flatMap { doors.plan.picks[$0.pick].alternatives }.map {
      doors.candidate($0.candidate).place.position
    }
    let (plane, frame) = (plane, Sketch.Frame(around: (round.line + others).map(plane.point)))
    self.frame = frame
    edges = (0..<result.network.edgeCount).map(EdgeID.init).filter { edge in
      result.network.vertices(of: edge).contains { frame.contains(plane.point($0)) }
    }
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
    return Sketch(
      summary: wording.sketchSummary(round), frame: frame,
      lines: streets() + gaps
        + [Sketch.Line(style: .way, path: round.line.map(plane.point))],
      marks: marks, labels: labels(), legend: legend.map { (style: $0.0, label: $0.1) })
  }

  private func streets() -> [Sketch.Line] {
    edges.map { Sketch.Line(style: .street, path: path($0)) }
  }

  private func path(_ edge: EdgeID) -> [PlanePoint] {
    result.network.vertices(of: edge).map(plane.point)
  }

  private func gapLines() -> [Sketch.Line] {
    result.main.gaps.flatMap(\.pieces)
      .compactMap { piece in
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
    let picks = round.stops.map { doors.plan.picks[$0.pick] }
    let own = Set(picks.map(\.candidate))
    for candidate in Set(picks.flatMap(\.alternatives).map(\.candidate)).subtracting(own).sorted() {
      marks.append(
        .init(
          style: .alternative, position: plane.point(doors.candidate(candidate).place.position)))
    }
    if let start = doors.plan.rounds?.start {
      marks.append(.init(style: .start, position: plane.point(start.position)))
    }
    for (number, pick) in picks.enumerated() {
      marks.append(
        .init(
          style: .stop, position: plane.point(doors.candidate(pick.candidate).place.position),
          text: "\(number + 1)"))
    }
    return marks
  }

  /// A name for each street, at its longest straight edge: those walked first, then those with gaps, then
  /// the others, longest first.
  private func labels() -> [Sketch.Label] {
    let network = result.network
    var longest: [String: (chord: Double, label: Sketch.Label)] = [:]
    for edge in edges {
      guard let name = network.name(of: edge) else { continue }
      let path = path(edge)
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
    let walked = Set((round.stops.map(\.way) + [round.back]).flatMap(\.legs).compactMap(\.street))
    let open = Set(
      round.stops.flatMap { doors.plan.reasons(of: doors.plan.picks[$0.pick].candidate).streets }
        .compactMap(\.name))
    func order(_ name: String) -> Int { walked.contains(name) ? 0 : open.contains(name) ? 1 : 2 }
    return longest.sorted {
      let (a, b) = (order($0.key), order($1.key))
      if a != b { return a < b }
      return $0.value.chord != $1.value.chord
        ? $0.value.chord > $1.value.chord : $0.key < $1.key
    }.prefix(60).map(\.value.label)
  }
}
