public import RelaisGeo

/// From offsets to positions and back: an edge's line measured by the edge's own length.
///
/// Where the source gives a length, the line is stretched evenly to it.
extension StreetNetwork {
  /// The offset of a point given by a vertex of the edge's line and a share of the next segment.
  func offset(on edge: EdgeID, vertex: Int, fraction: Double) -> Length {
    let first = Int(firstVertex[edge.position])
    let last = Int(lastVertex[edge.position])
    var before = 0.0
    var total = 0.0
    for index in first..<last {
      let step = ground.length(from: vertices[index], to: vertices[index + 1])
      if index < vertex { before += step } else if index == vertex { before += step * fraction }
      total += step
    }
    let whole = length(of: edge)
    guard total > 0 else { return .zero }
    let offset = Length(metres: before / total * whole.metres)
    return min(max(offset, .zero), whole)
  }

  /// The position at an offset; offsets beyond the edge give its ends.
  public func position(on edge: EdgeID, at offset: Length) -> Position {
    let cut = line(of: edge, from: offset, to: offset)
    return cut[0]
  }

  /// The part of the edge's line between two offsets, ends included; at least two positions.
  ///
  /// - Complexity: linear in the edge's vertices.
  public func line(of edge: EdgeID, from: Length, to: Length) -> [Position] {
    let whole = length(of: edge)
    let line = vertices(of: edge)
    if from <= .zero, to >= whole { return Array(line) }
    var reached = [0.0]
    reached.reserveCapacity(line.count)
    for (a, b) in zip(line, line.dropFirst()) {
      reached.append(reached[reached.count - 1] + ground.length(from: a, to: b))
    }
    let total = reached[reached.count - 1]
    func metres(_ offset: Length) -> Double {
      guard whole > .zero else { return 0 }
      let share = Double(offset.millimetres) / Double(whole.millimetres)
      return min(max(share, 0), 1) * total
    }
    let start = metres(from)
    let end = metres(to)
    var result = [StreetNetwork.point(on: line, reached: reached, at: start)]
    for (index, vertex) in line.enumerated()
    where reached[index] > start && reached[index] < end {
      result.append(vertex)
    }
    result.append(StreetNetwork.point(on: line, reached: reached, at: end))
    return result
  }

  private static func point(
    on line: ArraySlice<Position>, reached: [Double], at metres: Double
  ) -> Position {
    let first = line.startIndex
    guard let next = reached.firstIndex(where: { $0 > metres }) else {
      return line[line.endIndex - 1]
    }
    guard next > 0 else { return line[first] }
    let a = line[first + next - 1]
    let b = line[first + next]
    let share = (metres - reached[next - 1]) / (reached[next] - reached[next - 1])
    if share == 0 { return a }
    return Position(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share)
  }
}

extension StreetNetwork {
  /// The position at a share of the edge's line, 0…1, unrounded.
  func position(on edge: EdgeID, atShare share: Double) -> Position {
    let line = vertices(of: edge)
    let total = ground.length(of: line)
    var before = 0.0
    for (a, b) in zip(line, line.dropFirst()) {
      let step = ground.length(from: a, to: b)
      if step > 0, before + step >= share * total {
        let part = (share * total - before) / step
        return Position(x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part)
      }
      before += step
    }
    return line[line.endIndex - 1]
  }
}

extension StreetNetwork {
  /// The offset of the point of an edge nearest to a position close to it; the lower one on a tie.
  ///
  /// - Complexity: linear in the edge's vertices.
  func offset(nearest position: Position, on edge: EdgeID) -> Length {
    let scale = ground.metresPerUnit(at: position)
    var best = (squared: Double.infinity, vertex: Int(firstVertex[edge.position]), share: 0.0)
    for vertex in Int(firstVertex[edge.position])..<Int(lastVertex[edge.position]) {
      let (a, b) = (vertices[vertex], vertices[vertex + 1])
      let (ax, ay) = ((a.x - position.x) * scale.x, (a.y - position.y) * scale.y)
      let (dx, dy) = ((b.x - a.x) * scale.x, (b.y - a.y) * scale.y)
      let length = dx * dx + dy * dy
      let share = length > 0 ? min(max(-(ax * dx + ay * dy) / length, 0), 1) : 0
      let (x, y) = (ax + share * dx, ay + share * dy)
      let squared = x * x + y * y
      if squared < best.squared { best = (squared, vertex, share) }
    }
    return offset(on: edge, vertex: best.vertex, fraction: best.share)
  }
}
