public import CoverageEngine
package import RelaisGeo
public import RelaisWording

/// Everything a report is made of: the analysis, and what the composition root knows around it.
public struct ReportMaterial: Sendable {
  /// The town's name, as the configuration gives it.
  public var territory: String
  /// The town's INSEE code, where it has one.
  public var insee: String?
  /// The analysis the report is about.
  @Indirect public var result: AnalysisResult
  /// The ways to school, where schools and addresses are known.
  @Indirect public var routes: RoutePlan?
  /// The candidates to recruit, where candidates are known.
  @Indirect public var prospection: ProspectionResult?
  /// Whom to visit of them, why, and in which order.
  @Indirect public var visits: VisitPlan?
  /// The adherents' file, where a registry keeps it.
  @Indirect package var agent: AgentFile? = nil
  /// What the analysis found and what the readers found, in that order.
  public var findings: [Finding]
  /// Kinds of input the territory does not have.
  public var missing: [InputKind]
  /// Sources as their licences ask to be named: `© les contributeurs d’OpenStreetMap, ODbL`.
  public var credits: [String]
  /// The day the data are of; a report reads no clock.
  public var date: CalendarDay?
  /// The program and its version: `Relais 0.1`.
  public var generator: String
  /// Whether it is about a past day, which every page then says.
  public var isPast = false
  /// How fast a child walks, metres a second: what distances are said in minutes by.
  public var childPace = ReportMaterial.usualPace
  /// A metre a second, unless a territory says otherwise.
  public static let usualPace = 1.0
  /// What kits and stickers cost; `nil` keeps quiet about it.
  package var costs: Costs?
  /// How coverage moved; `nil` without a registry.
  @Indirect public var trend: Trend? = nil
  /// What pages can say of each street and house; nothing unless it was asked for.
  @Indirect package var book: StreetBook? = nil
  /// What maps show under the streets; nothing unless it was read.
  package var scenery = Scenery()

  /// - Parameter findings: Those of the analysis unless given.
  public init(
    territory: String, insee: String? = nil, result: AnalysisResult, routes: RoutePlan? = nil,
    prospection: ProspectionResult? = nil, visits: VisitPlan? = nil, findings: [Finding]? = nil,
    missing: [InputKind] = [], credits: [String] = [],
    date: CalendarDay? = nil, generator: String
  ) {
    self.territory = territory
    self.insee = insee
    self.result = result
    self.routes = routes
    self.prospection = prospection
    self.visits = visits
    self.findings = findings ?? result.findings
    self.missing = missing
    self.credits = credits
    self.date = date
    self.generator = generator
  }
}

extension ReportMaterial {
  /// What findings call relays and candidates.
  public var findingNames: FindingNames {
    FindingNames(result.facilities, candidates: prospection?.candidates ?? [])
  }

  /// What is to be said of the doors, where there are some.
  public func doors(_ wording: Wording) -> DoorTeller? {
    visits.map { DoorTeller($0, result, routes: routes, wording) }
  }
}

extension ReportMaterial {
  /// What every page adds to its subtitle where it is about a past day; empty for today.
  func pastMark(_ wording: Wording) -> String {
    isPast ? date.map { " · " + wording.asOf($0) } ?? "" : ""
  }
}
