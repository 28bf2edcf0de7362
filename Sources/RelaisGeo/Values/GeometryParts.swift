extension Geometry {
  /// The name all formats give the type: `MultiLineString`.
  public var typeName: String {
    switch self {
    case .point: "Point"
    case .multiPoint: "MultiPoint"
    case .lineString: "LineString"
    case .multiLineString: "MultiLineString"
    case .polygon: "Polygon"
    case .multiPolygon: "MultiPolygon"
    }
  }

  /// Whether no coordinate is infinite or not a number.
  public var isFinite: Bool {
    var finite = true
    forEachPosition { if !$0.isFinite { finite = false } }
    return finite
  }

  /// The box around every position; empty for none.
  public var envelope: Envelope {
    var box = Envelope.empty
    forEachPosition { box.extend(to: $0) }
    return box
  }

  /// Calls `body` with every position, in order, closing ones of rings included.
  public func forEachPosition(_ body: (Position) -> Void) {
    switch self {
    case .point(let point): body(point)
    case .multiPoint(let line), .lineString(let line): line.forEach(body)
    case .multiLineString(let lines): for line in lines { line.forEach(body) }
    case .polygon(let polygon): polygon.forEachPosition(body)
    case .multiPolygon(let area): for polygon in area.polygons { polygon.forEachPosition(body) }
    }
  }
}

extension Polygon {
  fileprivate func forEachPosition(_ body: (Position) -> Void) {
    shell.forEach(body)
    for hole in holes { hole.forEach(body) }
  }
}
