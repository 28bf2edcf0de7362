import Computing
import RelaisGeo

/// Where sidewalks that are drawn as ways of their own run beside the streets they belong to.
///
/// A point of a sidewalk stands for the point of a street at right angles to it, where the two are within
/// ``farthest`` of each other and ``steepest`` of parallel, and no other street to cover is nearer to the sidewalk. Such
/// pairs of points make strips: straight runs of a sidewalk and of a street, with offsets in proportion. Nothing is sampled.
struct SidewalkStrips: Sendable {
  /// Metres.
  static let farthest = 20.0
  /// The cosine of 30°.
  static let steepest = 0.75.squareRoot()

  struct Strip: Hashable, Sendable {
    var street: UInt32
    var sidewalk: UInt32
    /// Millimetres from the sidewalk's tail, increasing.
    var from: Double
    var to: Double
    /// The same on the street, where the sidewalk begins and ends: decreasing where they are drawn in opposite directions.
    var streetFrom: Double
    var streetTo: Double

    /// What of the street a portion of the sidewalk stands for; `nil` for nothing.
    func projected(_ portion: IntervalSet.Portion) -> IntervalSet.Portion? {
      let (first, last) = (max(from, Double(portion.from)), min(to, Double(portion.to)))
      guard first < last else { return nil }
      let (a, b) = (onStreet(first), onStreet(last))
      return a == b ? nil : .init(from: min(a, b), to: max(a, b))
    }

    private func onStreet(_ offset: Double) -> Int64 {
      if offset == from { return Int64(streetFrom.rounded()) }
      if offset == to { return Int64(streetTo.rounded()) }
      return Int64(
        (streetFrom + (offset - from) / (to - from) * (streetTo - streetFrom)).rounded())
    }

    /// The sidewalk's offset that stands for one of the street; `nil` beyond the strip.
    func onSidewalk(_ offset: Int64) -> Int64? {
      let (low, high) = (min(streetFrom, streetTo), max(streetFrom, streetTo))
      guard Int64(low.rounded()) <= offset, offset <= Int64(high.rounded()), high > low else {
        return nil
      }
      let share = min(max((Double(offset) - streetFrom) / (streetTo - streetFrom), 0), 1)
      return Int64((from + share * (to - from)).rounded())
    }
  }

  /// By street, then sidewalk, then offset.
  private let strips: [Strip]
  /// Streets with strips, increasing; where theirs begin, and the end of the last.
  let streets: [UInt32]
  private let starts: [Int]
  /// The same by sidewalk.
  private let bySidewalk: [Strip]
  private let sidewalks: [UInt32]
  private let sidewalkStarts: [Int]

  static let none = SidewalkStrips([])

  var isEmpty: Bool { strips.isEmpty }

  private init(_ found: [Strip]) {
    strips = found.sorted { ($0.street, $0.sidewalk, $0.from) < ($1.street, $1.sidewalk, $1.from) }
    bySidewalk = found.sorted {
      ($0.sidewalk, $0.from, $0.street, $0.streetFrom)
        < ($1.sidewalk, $1.from, $1.street, $1.streetFrom)
    }
    (streets, starts) = SidewalkStrips.runs(strips.map(\.street))
    (sidewalks, sidewalkStarts) = SidewalkStrips.runs(bySidewalk.map(\.sidewalk))
  }

  private static func runs(_ edges: [UInt32]) -> ([UInt32], [Int]) {
    let starts = edges.indices.filter { $0 == 0 || edges[$0] != edges[$0 - 1] }
    return (starts.map { edges[$0] }, starts + [edges.count])
  }

  /// The strips of a street; none for other edges.
  ///
  /// - Complexity: logarithmic.
  func ofStreet(_ edge: UInt32) -> ArraySlice<Strip> {
    SidewalkStrips.find(edge, streets).map { strips[starts[$0]..<starts[$0 + 1]] } ?? []
  }

  /// The strips of a sidewalk; none for other edges.
  ///
  /// - Complexity: logarithmic.
  func ofSidewalk(_ edge: UInt32) -> ArraySlice<Strip> {
    SidewalkStrips.find(edge, sidewalks).map {
      bySidewalk[sidewalkStarts[$0]..<sidewalkStarts[$0 + 1]]
    } ?? []
  }

  private static func find(_ edge: UInt32, _ edges: [UInt32]) -> Int? {
    var low = 0
    var high = edges.count
    while low < high {
      let middle = (low + high) / 2
      if edges[middle] < edge { low = middle + 1 } else { high = middle }
    }
    return low < edges.count && edges[low] == edge ? low : nil
  }

  /// What is covered of streets since their sidewalks are.
  ///
  /// - Parameter covered: What is covered of an edge by itself.
  /// - Returns: By street, for those of which it is more than the street's own.
  func added(
    _ lengths: [UInt32], _ covered: (Int) -> IntervalSet
  ) -> [(edge: UInt32, portions: IntervalSet)] {
    var result: [(edge: UInt32, portions: IntervalSet)] = []
    for (rank, street) in streets.enumerated() {
      let length = Int64(lengths[Int(street)])
      let own = covered(Int(street))
      guard own.length < length else { continue }
      var all = own.portions
      for strip in strips[starts[rank]..<starts[rank + 1]] {
        for portion in covered(Int(strip.sidewalk)).portions {
          if let projected = strip.projected(portion) { all.append(projected) }
        }
      }
      guard all.count > own.portions.count else { continue }
      let union = IntervalSet(union: all, onEdgeOf: length)
      if union != own { result.append((street, union)) }
    }
    return result
  }
}

extension SidewalkStrips {
  /// - Parameter grid: Of streets to cover; asked for where there are streets with sidewalks apart.
  /// - Complexity: linear in vertices where there are such streets, and in the pairs of a sidewalk's segment and streets
  ///   near it; nothing otherwise.
  init(_ network: StreetNetwork, grid: () -> SegmentGrid) {
    let edges = (0..<network.edgeCount).filter {
      network.lengths[$0] > 0 && network.sidewalk(of: EdgeID($0)) == .isOne
    }
    let hasStreets = (0..<network.edgeCount).contains {
      network.isDemand[$0] && network.sidewalk(of: EdgeID($0)) == .apart
    }
    guard !edges.isEmpty, hasStreets else {
      self = .none
      return
    }
    let grid = grid()
    self.init(
      Parallel.map(edges.count, grain: 200) { range in
        var search = StripSearch(network: network, grid: grid)
        var strips: [Strip] = []
        for sidewalk in edges[range] { search.look(along: sidewalk, &strips) }
        return strips
      }.flatMap { $0 })
  }
}
