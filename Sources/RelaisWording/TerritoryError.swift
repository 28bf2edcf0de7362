/// Why a territory cannot be used.
public enum TerritoryError: Error, Hashable, Sendable {
  /// No `relais.yml` at or above a folder.
  case notFound(folder: String)
  /// The folder to make is not empty.
  case exists(folder: String)
  /// `relais.yml` is not readable as YAML; the library's word.
  case notYAML(file: String, line: Int?, detail: String)
  /// A key that means nothing; the keys that do.
  case unknownKey(file: String, line: Int, key: String, known: [String])
  /// A value of the wrong kind or out of range; what was expected.
  case badValue(file: String, line: Int, key: String, expected: String)
  /// Rounds are to begin at a place that is neither a position nor a known address.
  case noStart(file: String, line: Int, place: String)
  /// A past day was asked for, and only a registry knows who was a relay then.
  case noRegistry
  /// There is nothing to walk on.
  case noStreets(folder: String)
}
