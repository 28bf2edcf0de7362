import CoverageEngine
import RelaisReports
import RelaisWording
import Yams

/// What `relais.yml` says of prospection: how many doors to choose, and how rounds to them are walked.
struct ProspectSettings: Hashable {
  /// How many to recruit at most.
  var count = 10
  /// Where rounds begin and end: `lon,lat` or an address; `nil` to find the town hall.
  var start: String?
  var startLine = 0
  /// A round takes at most so long: half a day.
  var roundMinutes = 210.0
  /// What a door takes.
  var doorMinutes = 5.0
  /// Kilometres an hour.
  var walkingSpeed = 4.5
}

extension TerritoryConfiguration {
  static let prospectKeys = ["prospect"]
  private static let ownKeys = ["count", "start", "round_minutes", "door_minutes", "walking_speed"]

  /// - Parameter bad: makes the error of a value, with what was expected, at a node.
  mutating func readProspect(
    value: Node, file: String, bad: (_ expected: String, _ at: Node?) -> TerritoryError
  ) throws {
    guard !TerritoryConfiguration.isAbsent(value) else { return }
    guard let mapping = value.mapping else { throw bad("{ count: 10 }", nil) }
    for (node, value) in mapping {
      func number(_ range: ClosedRange<Double>) throws -> Double {
        guard let number = value.float, range.contains(number) else {
          throw bad("\(node.string ?? ""): \(range.lowerBound)…\(range.upperBound)", value)
        }
        return number
      }
      switch node.string ?? "" {
      case "count":
        guard let count = value.int, (1...100_000).contains(count) else {
          throw bad("count: 1…100000", value)
        }
        prospect.count = count
      case "start":
        guard !TerritoryConfiguration.isAbsent(value) else { continue }
        guard let text = value.scalar?.string else { throw bad("start: \"6.18, 48.69\"", value) }
        prospect.start = text
        prospect.startLine = value.mark?.line ?? 0
      case "round_minutes", "minutes": prospect.roundMinutes = try number(10...600)
      case "door_minutes": prospect.doorMinutes = try number(0...60)
      case "walking_speed": prospect.walkingSpeed = try number(1...10)
      default:
        throw TerritoryError.unknownKey(
          file: file, line: node.mark?.line ?? 0, key: node.string ?? "",
          known: TerritoryConfiguration.ownKeys)
      }
    }
  }
}
