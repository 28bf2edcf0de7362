import CoverageEngine

/// Who passes each gap on the way to school, in public figures.
struct GapPassing {
  /// One per gap of the main budget, in their order.
  private let children: [PublicCount]
  private let schools: [[String]]
  private let numbers: [Int: Int]

  /// - Parameter gaps: those the plan counted children on.
  init(_ plan: RoutePlan, gaps: [Gap]) {
    children = plan.gapShares.map { PublicCount($0.children, homes: $0.homes) }
    var schools = [[String]](repeating: [], count: gaps.count)
    for (school, shares) in plan.gapsBySchool.enumerated() {
      for share in shares where share.homes >= PublicCount.leastHomes {
        schools[share.gap].append(plan.schools[school].name ?? plan.schools[school].id)
      }
    }
    self.schools = schools
    numbers = Dictionary(
      uniqueKeysWithValues: gaps.enumerated().map { ($0.element.rank, $0.offset) })
  }

  /// Children a day past a gap of the main budget; `nil` where it is withheld.
  func children(_ gap: Gap) -> Int? { numbers[gap.rank].flatMap { children[$0].children } }

  /// The schools whose children pass it, those with enough homes.
  func schools(_ gap: Gap) -> [String] { numbers[gap.rank].map { schools[$0] } ?? [] }
}
