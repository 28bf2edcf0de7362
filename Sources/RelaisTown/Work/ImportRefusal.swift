public import CoverageEngine

/// Why files are not put into a territory.
public enum ImportRefusal: Error, Hashable, Sendable {
  /// The territory has the streets of these files already, in older ones of its own.
  case sameStreets(incoming: [String], older: [String])
  /// No row of a file can be taken.
  case nothingTaken(file: String, rows: Int)
  /// `relais.yml` names the files of this kind, so a run would not read others.
  case filesAreNamed(InputKind)
  /// A run has to read this layer too, and the key `layers` of `relais.yml` says something else.
  case layersAreNamed(InputKind, layer: String)
}
