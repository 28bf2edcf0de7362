extension Scenery {
  /// What of it lies in a box: areas cut at its sides, lines up to the first position beyond. Areas too broken to be cut are
  /// left out: they are a picture's, not a figure's.
  public func cut(to box: Envelope) -> Scenery {
    let frame = MultiPolygon([
      Polygon(shell: [
        Position(x: box.minX, y: box.minY), Position(x: box.maxX, y: box.minY),
        Position(x: box.maxX, y: box.maxY), Position(x: box.minX, y: box.maxY),
        Position(x: box.minX, y: box.minY),
      ])
    ])
    let areas = areas.flatMap { area -> [Area] in
      guard area.shape.shell.allSatisfy(\.isFinite) else { return [] }
      let own = Envelope(of: area.shape.shell)
      if own.isEmpty || !box.intersects(own) { return [] }
      if box.contains(Position(x: own.minX, y: own.minY)),
        box.contains(Position(x: own.maxX, y: own.maxY))
      {
        return [area]
      }
      let shape = MultiPolygon([area.shape])
      let cut =
        (try? PolygonOperations.intersection(of: shape, and: frame))
        ?? (try? PolygonOperations.intersection(
          of: PolygonOperations.repaired(shape), and: frame))
      return (cut?.polygons ?? []).map { Area(kind: area.kind, name: area.name, shape: $0) }
    }
    let lines = lines.flatMap { line in
      Scenery.pieces(of: line.path, in: box).map {
        Line(kind: line.kind, name: line.name, path: $0)
      }
    }
    return Scenery(areas: areas, lines: lines)
  }

  /// The runs of segments that may touch a box.
  private static func pieces(of path: [Position], in box: Envelope) -> [[Position]] {
    var pieces: [[Position]] = []
    var isOpen = false
    for (a, b) in zip(path, path.dropFirst()) {
      guard a.isFinite, b.isFinite, box.intersects(Envelope(of: [a, b])) else {
        isOpen = false
        continue
      }
      if isOpen {
        pieces[pieces.count - 1].append(b)
      } else {
        pieces.append([a, b])
        isOpen = true
      }
    }
    return pieces
  }
}
