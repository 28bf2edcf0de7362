package import CoverageEngine
package import RelaisGeo

/// A small map of numbered places with the streets around them, next to the list that says what they are.
package enum PlacesSketch {
  /// - Parameters:
  ///   - places: At least one; those without a place on the map are left out.
  ///   - summary: For those who do not see it.
  ///   - legend: What a number means.
  ///   - least: The least that is shown, metres.
  package static func write(
    _ network: StreetNetwork, _ places: [(number: Int, position: Position)], summary: String,
    legend: String, least: Double = 150, to page: inout HTMLBuffer
  ) {
    let plane = DrawingPlane(network)
    let points = places.filter(\.position.isFinite).map { plane.point($0.position) }
    let frame = Sketch.Frame(around: points, least: least)
    let edges = RoundSketch.edges(network, plane, frame, near: points)
    HTMLSketchWriter(
      Sketch(
        summary: summary, frame: frame,
        lines: edges.map {
          Sketch.Line(style: .street, path: network.vertices(of: $0).map(plane.point))
        },
        marks: zip(places.filter(\.position.isFinite), points).map {
          Sketch.Mark(style: .stop, position: $1, text: String($0.number))
        },
        labels: RoundSketch.labels(network, edges, plane, frame) { _ in 0 },
        legend: [(style: .mark(.stop), label: legend)])
    ).write(to: &page)
  }
}
