package import CoverageEngine
import RelaisFormats

/// Which nodes of OpenStreetMap stop people on foot, who then end at them on both sides.
package enum WalkingBarriers {
  /// The tags the rules look at; nodes are read that carry one of the first two.
  static let keys = ["barrier", "entrance", "locked", "foot", "access"] + ConditionalTags.keys

  static let question = OSMReader.Question(keys, ofWays: 0, ofPoints: 2)

  package enum Verdict: Hashable, Sendable {
    case passed
    case stops
    /// At some hours only.
    case hours(WalkingHours)
  }

  private static let walls: Set = ["wall", "fence", "hedge", "city_wall"]
  private static let closedAccess: Set = ["no", "private", "military", "customs"]

  /// - Parameter value: The node's value of a key, empty where it lacks it.
  package static func verdict(_ value: (String) -> String) -> Verdict {
    let barrier = value("barrier")
    if walls.contains(barrier) { return .stops }
    guard [barrier, value("entrance")].contains(where: { !$0.isEmpty && $0 != "no" }) else {
      return .passed
    }
    let foot = value("foot")
    let isForbidden = foot == "no" || foot == "private"
    let isClosed =
      !WalkingRules.allowed.contains(foot) && closedAccess.contains(value("access"))
    // A lock that opens by the hours that are given is no other reason.
    let isLocked = value("locked") == "yes" && value("opening_hours").isEmpty
    let isOpen = !isForbidden && !isClosed && !isLocked
    return ConditionalTags.hours(base: isOpen, value).map(Verdict.hours)
      ?? (isOpen ? .passed : .stops)
  }

  /// What the nodes of a reader do, by id; those that are passed are left out.
  static func verdicts(of reader: OSMReader) -> [Int64: Verdict] {
    let texts = reader.texts()
    var known: [[UInt32]: Verdict] = [:]
    var result: [Int64: Verdict] = [:]
    for point in reader.points() {
      let verdict: Verdict
      if let own = known[point.tags] {
        verdict = own
      } else {
        verdict = self.verdict { key in
          keys.firstIndex(of: key).map { texts[Int(point.tags[$0])] } ?? ""
        }
        known[point.tags] = verdict
      }
      if verdict != .passed { result[point.id] = verdict }
    }
    return result
  }
}
