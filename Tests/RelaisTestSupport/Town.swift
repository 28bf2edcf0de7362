public import CoverageEngine
public import RelaisGeo

/// A small town drawn in metres and built through the production path.
///
/// Streets are drawn as edges between named corners, like rows of a CSV network: a street meets
/// another only at a corner both name.
public struct Town {
  public struct Street: Sendable {
    public var id: String
    public var from: String
    public var to: String
    public var line: [Position]
    public var length: Double?
    public var name: String
    public var isDemand: Bool
    public var weight: Double
    public var level: Int8
    public var hours: WalkingHours?
    public var sidewalk = StreetAttributes.Sidewalk.unsaid
  }

  public private(set) var streets: [Street] = []
  public var ground = Ground.plane

  public init() {}

  /// Draws a street through points, metres east and north; ends at corners of the given names.
  public mutating func street(
    _ id: String, _ from: String, _ to: String, _ points: [(Double, Double)],
    length: Double? = nil, name: String = "", isDemand: Bool = true, weight: Double = 1,
    level: Int8 = 0, hours: WalkingHours? = nil, sidewalk: StreetAttributes.Sidewalk = .unsaid
  ) {
    streets.append(
      Street(
        id: id, from: from, to: to, line: points.map { Position(x: $0.0, y: $0.1) },
        length: length, name: name, isDemand: isDemand, weight: weight, level: level,
        hours: hours, sidewalk: sidewalk))
  }

  /// Gives some streets hours.
  public mutating func close(_ numbers: some Sequence<Int>, by hours: WalkingHours) {
    for number in numbers { streets[number].hours = hours }
  }

  /// The town without some streets.
  public func without(_ numbers: Set<Int>) -> Town {
    var town = self
    town.streets = streets.indices.filter { !numbers.contains($0) }.map { streets[$0] }
    return town
  }

  public mutating func reorder(_ order: [Int]) {
    streets = order.map { streets[$0] }
  }

  public var sections: StreetSections {
    var corners: [String: UInt32] = [:]
    var sections = StreetSections(ground: ground, identifiers: .texts(streets.map(\.id)))
    for street in streets {
      let ends = [street.from, street.to].map { corner in
        if let known = corners[corner] { return known }
        let next = UInt32(corners.count)
        corners[corner] = next
        return next
      }
      sections.beginLine(
        StreetAttributes(
          name: sections.number(ofName: street.name), isDemand: street.isDemand,
          level: street.level, weight: street.weight,
          length: street.length.map { Length(metres: $0) },
          hours: street.hours.map { sections.number(of: $0) } ?? 0, sidewalk: street.sidewalk))
      for (index, position) in street.line.enumerated() {
        let junction =
          index == 0
          ? ends[0] : index == street.line.count - 1 ? ends[1] : StreetSections.noJunction
        sections.addVertex(position, junction: junction)
      }
      sections.endSection()
    }
    return sections
  }

  public var network: StreetNetwork { NetworkBuilder.network(of: sections) }
}

extension CoverageAnalysis {
  /// Relays at the given points, metres.
  public init(
    town: Town, relays: [(Double, Double)], budgets: [Double], maximumSnap: Double = 60,
    countsConnector: Bool = true
  ) throws {
    self.init(
      network: town.network,
      facilities: relays.enumerated().map {
        Facility(id: "R\($0.offset)", position: Position(x: $0.element.0, y: $0.element.1))
      },
      parameters: try AnalysisParameters(
        budgets: budgets, countsConnector: countsConnector, maximumSnap: maximumSnap))
  }
}

extension AnalysisResult {
  /// The covered intervals of an edge for the budget at an index, millimetres.
  public func covered(_ edge: Int, budget: Int = 0) -> [[Int64]] {
    coverage[budget].intervals(of: EdgeID(edge), in: network).map {
      [$0.from.millimetres, $0.to.millimetres]
    }
  }
}
