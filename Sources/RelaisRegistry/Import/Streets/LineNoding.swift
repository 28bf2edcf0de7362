import RelaisGeo

/// Gives lines the junctions they share: equal coordinates, unless one passes over the other.
///
/// Lines meet where they have a vertex in common. Where layers give a level (BD TOPO's
/// `position_par_rapport_au_sol`) and every level at a place goes on there by itself (two ends, or
/// a line running through), the place is a bridge over a street and each level keeps its own
/// junction; where some level merely ends, it is the foot of the bridge, and all join
/// (`Documentation/Decisions/0003`).
struct LineNoding {
  private struct Place {
    /// By level: how many ways lead off, and the junction's key once it has one.
    var levels: [(level: Int, arms: Int, junction: UInt32?)] = []
    var joinsAll: Bool { levels.contains { $0.arms < 2 } }
  }

  private var places: [Position: Place] = [:]
  private(set) var count: UInt32 = 0

  /// First pass: every line that will be drawn.
  mutating func note(_ line: [Position], level: Int) {
    // A vertex written twice in a row is one.
    let line = line.indices.filter { $0 == 0 || line[$0] != line[$0 - 1] }.map { line[$0] }
    for (index, position) in line.enumerated() {
      let arms = index == 0 || index == line.count - 1 ? 1 : 2
      var place = places[LineNoding.key(position)] ?? Place()
      if let known = place.levels.firstIndex(where: { $0.level == level }) {
        place.levels[known].arms += arms
      } else {
        place.levels.append((level, arms, nil))
      }
      places[LineNoding.key(position)] = place
    }
  }

  /// Second pass: the junction of a vertex, keys given in the order they are asked for.
  mutating func junction(at position: Position, level: Int) -> UInt32 {
    let key = LineNoding.key(position)
    guard var place = places[key],
      let own = place.levels.firstIndex(where: { $0.level == level })
    else { preconditionFailure("a vertex that was not noted") }
    let slot = place.joinsAll ? 0 : own
    if let known = place.levels[slot].junction { return known }
    place.levels[slot].junction = count
    places[key] = place
    count += 1
    return count - 1
  }

  /// Minus zero is zero.
  private static func key(_ position: Position) -> Position {
    Position(x: position.x + 0, y: position.y + 0)
  }
}
