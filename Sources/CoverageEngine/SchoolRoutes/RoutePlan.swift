import RelaisGeo

/// Every home's way to school, what walks on which street, and how exposed it is.
public struct RoutePlan: Sendable {
  /// What became of the children of one demand; all of them, to the last fraction.
  public struct Outcome: Hashable, Sendable {
    public var demand: RouteDemand
    public var children = Children.zero
    public var byCatchment = Children.zero
    public var byNearest = Children.zero
    /// No school of their level within the longest walk.
    public var unassigned = Children.zero
    public var unassignedHomes = 0

    init(demand: RouteDemand) { self.demand = demand }
  }

  public var schools: [School]
  public var homes: [Home]
  /// Where each school's doors attach.
  public var doors: [[Snap?]]
  public var homeSnaps: [Snap?]
  public var outcomes: [Outcome]
  /// One per school, each by home.
  public var routes: [[SchoolRoute]]
  /// One per school.
  public var figures: [SchoolFigures]
  /// Children a day past each gap, all schools together; one per gap of the planner.
  public var gapShares: [SchoolFigures.GapShare]
  /// The same school by school, gaps increasing.
  public var gapsBySchool: [[SchoolFigures.GapShare]]
  /// The windows the figures are for.
  public var windows: [SchoolRunWindow]
  public var findings: [Finding]
  let pieces: [FlowPiece]
  let coveredPieces: [FlowPiece]
  /// By school; of nursery and elementary schools where a line is worth a plan.
  public var sharedWays: [SharedWay]
  let network: StreetNetwork
}

/// Part of an edge that some children of a school walk along; pieces may overlap.
struct FlowPiece: Hashable, Sendable {
  var school: UInt32
  var edge: UInt32
  var from: Int64
  var to: Int64
  var children: Int64
  var homes: Int32
}

extension RoutePlan {
  /// Who walks where, by school, edge and offset: stretches that do not overlap within a school.
  ///
  /// - Complexity: that of sorting the pieces.
  public func flows() -> [SchoolFlow] { RoutePlan.flows(pieces) }

  /// The same of all schools together, where each stretch says 0 for its school. A home with several
  /// schools counts once at least: homes are those of the school with most.
  public func totalFlows() -> [SchoolFlow] { RoutePlan.flows(pieces, together: true) }

  /// The same along covered routes; empty where none were asked for.
  public func coveredFlows() -> [SchoolFlow] { RoutePlan.flows(coveredPieces) }

  static func flows(_ pieces: [FlowPiece], together: Bool = false) -> [SchoolFlow] {
    func group(_ piece: FlowPiece) -> UInt32 { together ? 0 : piece.school }
    var flows: [SchoolFlow] = []
    let ordered = pieces.sorted { (group($0), $0.edge, $0.from) < (group($1), $1.edge, $1.from) }
    var start = 0
    while start < ordered.count {
      var end = start
      while end < ordered.count, group(ordered[end]) == group(ordered[start]),
        ordered[end].edge == ordered[start].edge
      { end += 1 }
      append(ordered[start..<end], of: group(ordered[start]), to: &flows)
      start = end
    }
    return flows
  }

  private static func append(
    _ pieces: ArraySlice<FlowPiece>, of school: UInt32, to flows: inout [SchoolFlow]
  ) {
    let cuts = Set(pieces.flatMap { [$0.from, $0.to] }).sorted()
    guard let first = pieces.first else { return }
    for (from, to) in zip(cuts, cuts.dropFirst()) {
      let here = pieces.filter { $0.from <= from && to <= $0.to }
      guard !here.isEmpty else { continue }
      var homes: [UInt32: Int] = [:]
      for piece in here { homes[piece.school, default: 0] += Int(piece.homes) }
      flows.append(
        SchoolFlow(
          school: Int(school),
          interval: EdgeInterval(
            edge: EdgeID(Int(first.edge)), from: Length(millimetres: from),
            to: Length(millimetres: to)),
          children: Children(millionths: here.reduce(0) { $0 + $1.children }),
          homes: homes.values.max() ?? 0))
    }
  }
}
