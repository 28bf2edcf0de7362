/// Column names a configuration gives for what a file calls otherwise: `["name": "NOM_RUE"]`.
public struct ColumnMapping: Hashable, Sendable {
  public var columns: [String: String]

  public init(_ columns: [String: String] = [:]) {
    self.columns = columns
  }

  /// The names to look for, the configured one alone if there is one.
  func names(_ key: String, _ synonyms: [String]) -> [String] {
    columns[key].map { [$0] } ?? synonyms
  }
}
