import Computing
import RelaisGeo

/// The walks between doors along the streets, both legs off the street included.
struct DoorWalks {
  /// Where no way leads; far beyond any walk, and sums of it still fit.
  static let none: Int64 = 1 << 50

  /// Millimetres, symmetric, ``none`` where no way leads.
  let between: [[Int64]]
  private let places: [Snap?]
  private let network: StreetNetwork
  private let coverage: Coverage

  /// - Parameters:
  ///   - places: What is walked between; the first one is where rounds begin.
  ///   - farthest: Millimetres beyond which no walk is kept, except those to the first place.
  /// - Complexity: one search per place, split over the cores.
  init(_ network: StreetNetwork, _ coverage: Coverage, places: [Snap?], farthest: Int64) {
    self.network = network
    self.coverage = coverage
    self.places = places
    between = DoorWalks.rows(network, coverage, from: places) { index in
      (index == 0 ? .max : UInt64(farthest), places)
    }.enumerated().map { index, row in
      row.enumerated().map { $0.offset == index ? 0 : $0.element ?? DoorWalks.none }
    }
  }

  /// From each of some places to others of its own, in millimetres, `nil` where no way leads.
  ///
  /// - Parameter others: By place, how far to look and for what.
  /// - Complexity: one search per place, split over the cores.
  static func rows(
    _ network: StreetNetwork, _ coverage: Coverage, from places: [Snap?],
    to others: @Sendable (Int) -> (within: UInt64, places: [Snap?])
  ) -> [[Int64?]] {
    Parallel.map(places.count, grain: 2) { range -> [[Int64?]] in
      var tree = RouteTree(network, coverage)
      return range.map { index -> [Int64?] in
        let others = others(index)
        tree.reach(door(places[index]), within: others.within)
        return others.places.map { snap -> Int64? in
          guard let snap,
            let way = tree.departure(from: snap.edge, at: snap.offset.millimetres)
          else { return nil }
          return way.length + snap.connector.millimetres
        }
      }
    }.flatMap { $0 }
  }

  /// One door alone, its leg off the street counted: people walk it.
  private static func door(_ snap: Snap?) -> SchoolEntrances {
    SchoolEntrances([0], snaps: [[snap]], countsConnector: true)
  }

  /// The ways from each of some places to the next, all of which one leads to.
  ///
  /// - Parameter positions: Where the places' doors are.
  func ways(along numbers: [Int], _ positions: [Position]) -> [VisitRounds.Way] {
    var tree = RouteTree(network, coverage)
    var ways: [VisitRounds.Way] = []
    for (from, to) in zip(numbers, numbers.dropFirst()) {
      ways.append(way(from: from, to: to, positions, &tree))
    }
    return ways
  }

  private func way(
    from: Int, to: Int, _ positions: [Position], _ tree: inout RouteTree
  ) -> VisitRounds.Way {
    tree.lead(to: DoorWalks.door(places[to]), within: UInt64(between[from][to]))
    var legs: [VisitRounds.Way.Leg] = []
    var line = [positions[from]]
    if let snap = places[from],
      let departure = tree.departure(from: snap.edge, at: snap.offset.millimetres)
    {
      tree.forEachStep(of: departure) { step in
        let low = Length(millimetres: min(step.from, step.to))
        let high = Length(millimetres: max(step.from, step.to))
        let cut = network.line(of: step.edge, from: low, to: high)
        for position in step.from <= step.to ? cut : cut.reversed() where line.last != position {
          line.append(position)
        }
        guard high > low else { return }
        let street = network.name(of: step.edge)
        if let last = legs.last, last.street == street {
          legs[legs.count - 1].length += high - low
        } else {
          legs.append(.init(street: street, length: high - low))
        }
      }
    }
    if line.last != positions[to] { line.append(positions[to]) }
    return VisitRounds.Way(
      length: Length(millimetres: between[from][to]), legs: legs, line: line)
  }
}
