import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisTestSupport

/// Where most files of these tests lie: on earth, and on a plane.
enum Around {
  static let earth = Surroundings(ground: .ellipsoid)
  static let plane = Surroundings(ground: .plane)
}

extension Imported {
  /// Why rows were not taken, in the order of the report.
  var reasons: [RejectedRow.Code] { report.rejected.map(\.code) }

  /// The lines rejected rows stand on.
  var rejectedLines: [Int] {
    report.rejected.compactMap { if case .line(let line) = $0.place { line } else { nil } }
  }
}

extension Imported<StreetSections> {
  var network: StreetNetwork { NetworkBuilder.network(of: value) }
}

extension StreetNetwork {
  /// What outputs call the edges, in order.
  var identifiers: [String] { (0..<edgeCount).map { identifier(of: EdgeID($0)) } }

  var names: [String?] { (0..<edgeCount).map { name(of: EdgeID($0)) } }

  func edge(_ identifier: String) -> EdgeID? {
    identifiers.firstIndex(of: identifier).map { EdgeID($0) }
  }

  /// Whether two edges have an end in common.
  func touch(_ a: String, _ b: String) -> Bool {
    guard let a = edge(a), let b = edge(b) else { return false }
    return !Set([tail(of: a), head(of: a)]).isDisjoint(with: [tail(of: b), head(of: b)])
  }
}
