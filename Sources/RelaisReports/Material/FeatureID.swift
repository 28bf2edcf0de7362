import CoverageEngine
import RelaisGeo

/// What a table's row and the map call the same thing. Lower case letters, digits and hyphens.
enum FeatureID {
  static func gap(_ gap: Gap) -> String { "gap-\(gap.budget.slug)-\(gap.rank)" }
  static func stretch(_ stretch: CoverageChange.Stretch) -> String {
    "\(stretch.kind.rawValue)-\(stretch.run.budget.slug)-\(stretch.run.rank)"
  }
  static func timedGap(_ gap: Gap) -> String { "timed-gap-\(gap.rank)" }
  /// A view of the map: a budget, at any time or in the window of an index.
  static func view(_ budget: Budget, window: Int? = nil) -> String {
    "view-" + budget.slug + (window.map { "-w\($0 + 1)" } ?? "")
  }
  static func relay(_ index: Int) -> String { "relay-\(index + 1)" }
  static func district(_ index: Int) -> String { "district-\(index + 1)" }
  static func school(_ index: Int) -> String { "school-\(index + 1)" }
}
