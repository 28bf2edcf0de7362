import CoverageEngine

/// The gaps of the main budget to close first: those most children pass on the way to school, as far as
/// this is public, then the longest.
struct FirstGaps {
  static let limit = 10

  let gaps: [(gap: Gap, children: Int?)]

  init(_ result: AnalysisResult, _ routes: RoutePlan?) {
    let own = result.main.gaps
    let passing = routes.map { GapPassing($0, gaps: own) }
    let told = own.map { (gap: $0, children: passing?.children($0)) }
    // Public figures rank, so that the order reveals nothing they withhold.
    gaps = Array(
      told.sorted { ($1.children ?? 0, $0.gap.rank) < ($0.children ?? 0, $1.gap.rank) }
        .prefix(FirstGaps.limit))
  }

  /// How the map and the table call the gap of an index: A, B, C…
  static func letter(_ index: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index)))
  }
}
