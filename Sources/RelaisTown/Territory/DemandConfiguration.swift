import CoverageEngine
import RelaisReports
import RelaisWording
import Yams

/// What `relais.yml` says of demand: what a metre of street counts for in a prospection.
extension TerritoryConfiguration {
  static let demandKeys = ["demand"]
  private static let parts = ["street", "children", "priority"]

  /// - Parameter bad: makes the error of a value, with what was expected, at a node.
  mutating func readDemand(
    value: Node, file: String, bad: (_ expected: String, _ at: Node?) -> TerritoryError
  ) throws {
    guard !TerritoryConfiguration.isAbsent(value) else { return }
    guard let mapping = value.mapping else {
      throw bad("{ street: 1, children: 0.1, priority: 2 }", nil)
    }
    var profile = DemandProfile.streets
    for (node, value) in mapping {
      let name = node.string ?? ""
      guard TerritoryConfiguration.parts.contains(name) else {
        throw TerritoryError.unknownKey(
          file: file, line: node.mark?.line ?? 0, key: name, known: TerritoryConfiguration.parts)
      }
      guard let number = value.float, (0...1000).contains(number) else {
        throw bad("\(name): 0…1000", value)
      }
      switch name {
      case "street": profile.street = number
      case "children": profile.children = number
      default: profile.priority = number
      }
    }
    guard profile.street > 0 || profile.children > 0 else { throw bad("street > 0", nil) }
    demand = profile
  }
}
