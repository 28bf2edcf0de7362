import CoverageEngine
import RelaisGeo

/// What a table's row and the map call the same thing. Lower case letters, digits and hyphens.
enum FeatureID {
  static func gap(_ gap: Gap) -> String { "gap-\(budget(gap.budget))-\(gap.rank)" }
  static func stretch(_ stretch: CoverageChange.Stretch) -> String {
    "\(stretch.kind.rawValue)-\(budget(stretch.run.budget))-\(stretch.run.rank)"
  }
  static func timedGap(_ gap: Gap) -> String { "timed-gap-\(gap.rank)" }
  /// A view of the map: a budget, at any time or in the window of an index.
  static func view(_ budget: Length, window: Int? = nil) -> String {
    "view-" + self.budget(budget) + (window.map { "-w\($0 + 1)" } ?? "")
  }
  static func relay(_ index: Int) -> String { "relay-\(index + 1)" }
  static func district(_ index: Int) -> String { "district-\(index + 1)" }
  static func school(_ index: Int) -> String { "school-\(index + 1)" }

  /// Metres; with millimetres after a hyphen where there are some.
  static func budget(_ budget: Length) -> String {
    let rest = budget.millimetres % 1000
    return "\(budget.millimetres / 1000)" + (rest == 0 ? "" : "-\(rest)")
  }
}
