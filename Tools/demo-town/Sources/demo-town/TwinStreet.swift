/// A street that parts around a green and joins again: two edges between the same two nodes.
enum TwinStreet {
  /// Lays a second arm beside the first fitting stretch of street found near a place.
  static func lay(near wish: Point, in town: inout Town) {
    let target = LandWarp.bent(wish)
    var best: (line: Int, from: Int, to: Int, arm: [Point], distance: Double)?
    for line in town.graph.lines.indices
    where town.graph.lines[line].kind == .residential && town.graph.lines[line].isStructural {
      let nodes = town.graph.nodes(of: line)
      var start = 0
      for position in nodes.indices.dropFirst() where town.graph.degree(nodes[position]) > 2 {
        let stretch = nodes[start...position].map { town.graph.points[$0] }
        start = position
        let length = Polyline.length(stretch)
        let distance = stretch[0].distance(to: target)
        guard length > 75, length < 130, distance < best?.distance ?? .infinity,
          let arm = arm(beside: stretch, length: length, in: town)
        else { continue }
        let from = nodes.firstIndex { town.graph.points[$0] == stretch[0] } ?? 0
        best = (line, nodes[from], nodes[position], arm, distance)
      }
    }
    guard let best else { preconditionFailure("no street is free for a second arm") }
    let line = StreetLine(
      .residential, name: "Square des Quatre-Vents", tags: [("oneway", "yes")],
      isStructural: false)
    town.graph.lay(
      line, along: [.node(best.from)] + best.arm.map { .place($0) } + [.node(best.to)])
  }

  /// The middle of an arm some 20 m beside a stretch, where nothing stands in its way.
  private static func arm(
    beside stretch: [Point], length: Double, in town: Town
  ) -> [Point]? {
    let kept = town.reserved.map { town.blocks[$0.block].outline(in: town.graph) }
    for side in [20.0, -20.0] {
      let parallel = Polyline.beside(
        Polyline.part(stretch, from: 18, to: length - 18), distance: side)
      let free = stride(from: 0.0, through: Polyline.length(parallel), by: 6).allSatisfy {
        town.isClear(Polyline.place(on: parallel, at: $0).point, by: 15.5)
      }
      let isKept = kept.contains { Polygon.contains($0, parallel[parallel.count / 2]) }
      if free, !isKept { return parallel }
    }
    return nil
  }
}
