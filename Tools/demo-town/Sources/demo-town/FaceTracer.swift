import Foundation

/// The pieces of land the lines enclose.
enum FaceTracer {
  /// Every enclosed face of the drawing, as a ring gone round to the left.
  ///
  /// Only segments that satisfy the condition bound faces; they must hang together, or a face
  /// would need holes. A segment with the same face on both sides is in its ring twice.
  ///
  /// - Returns: The rings in the order of their lowest segment.
  static func faces(
    of graph: StreetGraph, where condition: (Int) -> Bool
  ) -> [[DirectedSegment]] {
    var leaving = [[DirectedSegment]](repeating: [], count: graph.points.count)
    for index in graph.segments.indices
    where graph.segments[index].halves == nil && condition(index) {
      leaving[graph.segments[index].start].append(
        DirectedSegment(segment: index, isForward: true))
      leaving[graph.segments[index].end].append(
        DirectedSegment(segment: index, isForward: false))
    }
    for node in leaving.indices {
      leaving[node].sort {
        (angle(of: $0, in: graph), $0.segment) < (angle(of: $1, in: graph), $1.segment)
      }
    }
    var seen = [[Bool]](repeating: [false, false], count: graph.segments.count)
    var faces: [[DirectedSegment]] = []
    for index in graph.segments.indices
    where graph.segments[index].halves == nil && condition(index) {
      for isForward in [true, false] where !seen[index][isForward ? 0 : 1] {
        var ring: [DirectedSegment] = []
        var here = DirectedSegment(segment: index, isForward: isForward)
        while !seen[here.segment][here.isForward ? 0 : 1] {
          seen[here.segment][here.isForward ? 0 : 1] = true
          ring.append(here)
          here = next(after: here, leaving: leaving, in: graph)
        }
        let outline = ring.map { graph.points[graph.start(of: $0)] }
        if Polygon.area(outline) > 1 { faces.append(ring) }
      }
    }
    return faces
  }

  private static func angle(of directed: DirectedSegment, in graph: StreetGraph) -> Double {
    let step = graph.points[graph.end(of: directed)] - graph.points[graph.start(of: directed)]
    return atan2(step.y, step.x)
  }

  /// The segment that keeps the face on the left: the first to the right of the way back.
  private static func next(
    after directed: DirectedSegment, leaving: [[DirectedSegment]], in graph: StreetGraph
  ) -> DirectedSegment {
    let choices = leaving[graph.end(of: directed)]
    let back = choices.firstIndex {
      $0.segment == directed.segment && $0.isForward != directed.isForward
    }
    guard let back else { preconditionFailure("a segment must leave both its ends") }
    return choices[(back + choices.count - 1) % choices.count]
  }
}
