/// The five classes in which the map and the distribution show shares, a fifth of a hundred each.
package enum ShareClass: Int, CaseIterable, Sendable {
  case first, second, third, fourth, fifth

  /// The last one holds the whole.
  package init(_ share: Double) {
    self = ShareClass(rawValue: min(4, max(0, Int(share * 5)))) ?? .first
  }

  /// Percent.
  package var from: Int { rawValue * 20 }
  package var to: Int { from + 20 }

  /// From light to dark: told apart in grey too.
  var colour: String {
    switch self {
    case .first: "240,244,248,255"
    case .second: "189,215,231,255"
    case .third: "107,174,214,255"
    case .fourth: "33,113,181,255"
    case .fifth: "8,48,107,255"
    }
  }
}
