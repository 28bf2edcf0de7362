public import RelaisGeo

/// Why a door is worth knocking on: facts, for any language to put into words. Nothing here looks at
/// other candidates: it holds at the door, whoever else says yes.
public struct Reasons: Hashable, Sendable {
  /// A street and how much of it would be newly covered.
  public struct Street: Hashable, Sendable {
    public var name: String?
    public var length: Length
  }

  /// A school whose children walk along what would be newly covered.
  public struct School: Hashable, Sendable {
    /// Index of the school in the route plan.
    public var school: Int
    /// Metres of their ways newly covered; a stretch counts once, however many walk it.
    public var length: Length
    /// Where most of them walk: children a day there, and the homes they come from.
    public var children: Children
    public var homes: Int
  }

  /// A gap that would be closed, or shortened.
  public struct GapPart: Hashable, Sendable {
    /// Index among the gaps of the main budget.
    public var gap: Int
    public var covered: Length
    /// Whether nothing of the gap is left.
    public var isClosed: Bool
  }

  /// Streets to cover within the budget of the door and of no relay, inside the study area.
  public var newlyCovered: Length
  /// Longest first; ties to the lowest edge.
  public var streets: [Street]
  /// Of ``newlyCovered``, where children walk to school.
  public var onSchoolRoutes: Length
  /// Most metres first; ties to the lower school.
  public var schools: [School]
  /// Closed ones first, then most metres, then rank.
  public var gaps: [GapPart]
  /// `nil` where time was not asked about.
  public var opening: CandidateOpening?
}

/// Finds reasons over one analysis, for any number of candidates.
struct ReasonFinder {
  /// With fewer homes than these, where their children walk is withheld.
  static let leastHomes = Int(SharedWay.leastHomes)

  private struct GapPiece {
    var from: Int64
    var to: Int64
    var gap: Int
  }

  private let network: StreetNetwork
  private let gaps: [Gap]
  private let budget: Budget
  private let countsConnector: Bool
  private var gapsByEdge: [UInt32: [GapPiece]] = [:]
  private var flowsByEdge: [UInt32: [SchoolFlow]] = [:]

  /// - Parameter routes: The ways to school, where they are known.
  init(_ result: AnalysisResult, routes: RoutePlan?) {
    network = result.network
    budget = result.parameters.mainBudget
    countsConnector = result.parameters.countsConnector
    gaps = result.main.gaps
    for (number, gap) in gaps.enumerated() {
      for piece in gap.pieces {
        gapsByEdge[piece.edge.index, default: []].append(
          GapPiece(from: piece.from.millimetres, to: piece.to.millimetres, gap: number))
      }
    }
    for flow in routes?.flows() ?? [] where flow.homes >= ReasonFinder.leastHomes {
      flowsByEdge[flow.interval.edge.index, default: []].append(flow)
    }
  }

  /// - Parameter snaps: One per place; unattached ones cover nothing.
  /// - Complexity: one bounded search per place, split over the cores.
  func reasons(of snaps: [Snap?]) -> [Reasons] {
    var result = [Reasons](
      repeating: Reasons(
        newlyCovered: .zero, streets: [], onSchoolRoutes: .zero, schools: [], gaps: []),
      count: snaps.count)
    for area in ServiceArea.areas(
      network, snaps: snaps, budgets: Budgets(budget), countsConnector: countsConnector)
    {
      result[area.main.facility] = reasons(area.main)
    }
    return result
  }

  private func reasons(_ area: ServiceArea) -> Reasons {
    var tally = Tally()
    for reached in area.pieces {
      let edge = reached.edge.index
      for piece in gapsByEdge[edge] ?? [] {
        let from = max(piece.from, reached.from.millimetres)
        let to = min(piece.to, reached.to.millimetres)
        guard from < to else { continue }
        tally.add(piece.gap, network.nameNumber(of: reached.edge), to - from)
        tally.add(flowsByEdge[edge] ?? [], from, to)
      }
    }
    return Reasons(
      newlyCovered: Length(millimetres: tally.total),
      streets: tally.streets.map { name, length in
        Reasons.Street(
          name: name == 0 ? nil : network.names[Int(name)], length: Length(millimetres: length))
      }.sortedStably { $0.length > $1.length },
      onSchoolRoutes: Length(millimetres: tally.onRoutes),
      schools: tally.schools.sorted { ($1.length, $0.school) < ($0.length, $1.school) },
      gaps: tally.gaps.map { gap, covered in
        Reasons.GapPart(
          gap: gap, covered: Length(millimetres: covered),
          isClosed: covered == gaps[gap].length.millimetres)
      }.sorted {
        ($0.isClosed ? 0 : 1, $1.covered, $0.gap) < ($1.isClosed ? 0 : 1, $0.covered, $1.gap)
      })
  }

  /// Sums over what one place would newly cover; few entries of each kind, in the order they are met.
  private struct Tally {
    var total: Int64 = 0
    var onRoutes: Int64 = 0
    var streets: [(name: UInt32, length: Int64)] = []
    var gaps: [(gap: Int, covered: Int64)] = []
    var schools: [Reasons.School] = []

    mutating func add(_ gap: Int, _ name: UInt32, _ length: Int64) {
      total += length
      if let known = streets.firstIndex(where: { $0.name == name }) {
        streets[known].length += length
      } else {
        streets.append((name, length))
      }
      if let known = gaps.firstIndex(where: { $0.gap == gap }) {
        gaps[known].covered += length
      } else {
        gaps.append((gap, length))
      }
    }

    /// Those of some flows that lie between two offsets.
    mutating func add(_ flows: [SchoolFlow], _ from: Int64, _ to: Int64) {
      var walked: [IntervalSet.Portion] = []
      for flow in flows {
        let start = max(from, flow.interval.from.millimetres)
        let end = min(to, flow.interval.to.millimetres)
        guard start < end else { continue }
        walked.append(.init(from: start, to: end))
        let length = Length(millimetres: end - start)
        if let known = schools.firstIndex(where: { $0.school == flow.school }) {
          schools[known].length += length
          if flow.children > schools[known].children {
            schools[known].children = flow.children
            schools[known].homes = flow.homes
          }
        } else {
          schools.append(
            .init(school: flow.school, length: length, children: flow.children, homes: flow.homes))
        }
      }
      onRoutes += IntervalSet(union: walked).length
    }
  }
}

extension Array {
  /// Equals keep their order.
  fileprivate func sortedStably(_ comesFirst: (Element, Element) -> Bool) -> [Element] {
    enumerated().sorted { a, b in
      if comesFirst(a.element, b.element) { return true }
      return !comesFirst(b.element, a.element) && a.offset < b.offset
    }.map(\.element)
  }
}
