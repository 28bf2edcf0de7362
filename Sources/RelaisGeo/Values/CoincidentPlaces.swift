/// Finds which places coincide: lie within a millimetre of each other on the ground.
///
/// Coordinates that were projected and back differ by fractions of a millimetre; a millimetre is also what lengths
/// are counted in. Places that coincide with the same one coincide with each other, so that the order in which they are given
/// changes nothing.
package struct CoincidentPlaces {
  private let ground: Ground
  /// By cell, a metre wide, the places in it.
  private var cells: [Cell: [Int32]] = [:]
  private var positions: [Position] = []
  private var parents: [Int32] = []

  private struct Cell: Hashable {
    var x: Int64
    var y: Int64
  }

  /// Metres within which places are one.
  package static let reach = 0.001
  /// Metres of a cell.
  private static let side = 1.0

  package init(on ground: Ground) { self.ground = ground }

  package var count: Int { positions.count }

  /// Adds a place and returns its number; numbers count from 0.
  ///
  /// - Complexity: O(1) for places as streets have them; linear in the places within a metre.
  package mutating func add(_ position: Position) -> Int {
    let number = positions.count
    positions.append(position)
    parents.append(Int32(number))
    for other in near(position) { unite(number, other) }
    cells[cell(of: position), default: []].append(Int32(number))
    return number
  }

  /// Makes all added places that coincide with one that is not added coincide with each other.
  ///
  /// - Returns: One of them; `nil` if none does.
  package mutating func touch(_ position: Position) -> Int? {
    let found = near(position)
    for other in found.dropFirst() { unite(found[0], other) }
    return found.first
  }

  /// The first of the places that coincide with an added place, itself included.
  package mutating func root(_ number: Int) -> Int {
    var root = number
    while Int(parents[root]) != root { root = Int(parents[root]) }
    var next = number
    while Int(parents[next]) != root { (next, parents[next]) = (Int(parents[next]), Int32(root)) }
    return root
  }

  private mutating func unite(_ one: Int, _ other: Int) {
    let (a, b) = (root(one), root(other))
    if a < b { parents[b] = Int32(a) } else { parents[a] = Int32(b) }
  }

  /// Places that were added and coincide.
  private func near(_ position: Position) -> [Int] {
    let metres = metres(position)
    // Cells are measured on a scale that is a hundredth off.
    let reach = 1.1 * CoincidentPlaces.reach
    let low = cell(metres.x - reach, metres.y - reach)
    let high = cell(metres.x + reach, metres.y + reach)
    var found: [Int] = []
    for x in low.x...high.x {
      for y in low.y...high.y {
        for number in cells[Cell(x: x, y: y)] ?? []
        where coincide(position, positions[Int(number)]) {
          found.append(Int(number))
        }
      }
    }
    return found
  }

  private func coincide(_ one: Position, _ other: Position) -> Bool {
    one == other || ground.length(from: one, to: other) <= CoincidentPlaces.reach
  }

  private func cell(of position: Position) -> Cell {
    let metres = metres(position)
    return cell(metres.x, metres.y)
  }

  private func cell(_ x: Double, _ y: Double) -> Cell {
    Cell(
      x: Int64((x / CoincidentPlaces.side).rounded(.down)),
      y: Int64((y / CoincidentPlaces.side).rounded(.down)))
  }

  /// Metres east and north of the origin, near enough to sort places into cells: neighbours stay neighbours.
  private func metres(_ position: Position) -> (x: Double, y: Double) {
    guard ground == .ellipsoid else { return (position.x, position.y) }
    let scale = Ground.metresPerDegree(atLatitude: position.y)
    return (position.x * scale.x, position.y * scale.y)
  }
}
