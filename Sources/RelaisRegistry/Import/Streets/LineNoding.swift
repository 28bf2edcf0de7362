import RelaisGeo

/// Gives lines the junctions they share: coincident ends and equal coordinates, unless one passes over the other.
///
/// Lines meet where they have a vertex in common, or where one ends within a millimetre of a vertex of the other
/// (``CoincidentPlaces``). Where layers give a level (BD TOPO's `position_par_rapport_au_sol`, OpenStreetMap's `layer`) and
/// every level at a place goes on there by itself (two ends, or a line running through), the place is a bridge over a
/// street and each level keeps its own junction; where some level merely ends, it is the foot of the bridge, and all join
/// (`Documentation/Decisions/0003`).
struct LineNoding {
  private struct Place {
    /// By level: how many ways lead off, and the junction's key once it has one.
    var levels: [(level: Int, arms: Int, junction: UInt32?)] = []
    var joinsAll: Bool { levels.contains { $0.arms < 2 } }
  }

  /// The place of every vertex.
  private var placeOf: [Position: Int] = [:]
  private var places: [Place] = []
  private(set) var count: UInt32 = 0

  /// - Parameter lines: Every part of a line that will be drawn, and its level.
  /// - Complexity: linear in the vertices.
  init(_ lines: [(part: [Position], level: Int)], on ground: Ground) {
    var coincident = CoincidentPlaces(on: ground)
    var ends: [Position: Int] = [:]
    for (part, _) in lines {
      for end in [part.first, part.last].compactMap({ $0.map(LineNoding.key) })
      where ends[end] == nil {
        ends[end] = coincident.add(end)
      }
    }
    // Vertices between the ends join ends, and so ends each other, before places are numbered.
    var touched: [Position: Int] = [:]
    for (part, _) in lines {
      for vertex in part.dropFirst().dropLast().map(LineNoding.key)
      where ends[vertex] == nil && touched[vertex] == nil {
        touched[vertex] = coincident.touch(vertex) ?? -1
      }
    }
    var placeOfGroup: [Int: Int] = [:]
    for (part, level) in lines {
      // A vertex written twice in a row is one.
      let line = part.indices.filter { $0 == 0 || part[$0] != part[$0 - 1] }.map {
        LineNoding.key(part[$0])
      }
      for (index, position) in line.enumerated() {
        let place: Int
        if let known = placeOf[position] {
          place = known
        } else {
          let end = ends[position] ?? touched[position].flatMap { $0 < 0 ? nil : $0 }
          if let group = end.map({ coincident.root($0) }) {
            place = placeOfGroup[group] ?? places.count
            placeOfGroup[group] = place
          } else {
            place = places.count
          }
          if place == places.count { places.append(Place()) }
          placeOf[position] = place
        }
        let arms = index == 0 || index == line.count - 1 ? 1 : 2
        if let known = places[place].levels.firstIndex(where: { $0.level == level }) {
          places[place].levels[known].arms += arms
        } else {
          places[place].levels.append((level, arms, nil))
        }
      }
    }
  }

  /// The junction of a vertex of one of the lines, keys given in the order they are asked for.
  mutating func junction(at position: Position, level: Int) -> UInt32 {
    guard let place = placeOf[LineNoding.key(position)],
      let own = places[place].levels.firstIndex(where: { $0.level == level })
    else { preconditionFailure("a vertex that was not noted") }
    let slot = places[place].joinsAll ? 0 : own
    if let known = places[place].levels[slot].junction { return known }
    places[place].levels[slot].junction = count
    count += 1
    return count - 1
  }

  /// Minus zero is zero.
  private static func key(_ position: Position) -> Position {
    Position(x: position.x + 0, y: position.y + 0)
  }
}
