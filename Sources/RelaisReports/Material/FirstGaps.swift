import CoverageEngine
import RelaisGeo

/// The gaps of the main budget to act on first, as their ranks have it, and what is too short for a list.
struct FirstGaps {
  static let limit = 10

  let gaps: [(gap: Gap, children: Int?)]
  /// Those too short to be listed: how many, and how long together.
  let under: (count: Int, length: Length)

  init(_ result: AnalysisResult, _ routes: RoutePlan?) {
    let own = result.main.gaps
    let passing = routes.map { GapPassing($0, gaps: own) }
    let listed = own.ranked.filter(GapRanking.isListed)
    gaps = listed.prefix(FirstGaps.limit).map { (gap: $0, children: passing?.children($0)) }
    let short = own.filter { !GapRanking.isListed($0) }
    under = (short.count, short.reduce(.zero) { $0 + $1.length })
  }
}
