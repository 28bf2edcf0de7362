public import RelaisGeo

/// A file that cannot be read at all. One bad row is a ``DamagedRow`` instead.
public enum FormatError: Error, Hashable, Sendable {
  case notFound(file: String)
  case isDirectory(file: String)
  case notReadable(file: String, detail: String)
  case empty(file: String)
  /// The content is of no known kind; `looksLike` names what it resembles, where that helps.
  case unknownFormat(file: String, looksLike: String?)
  /// Known, but broken past reading at a place.
  case damaged(file: String, place: SourcePlace?, detail: String)
  /// A zip archive that is not read as it is.
  case archive(file: String, problem: ZipProblem)
  /// A known format that lacks what was asked of it: columns, a layer, lines.
  case missing(file: String, what: [String], found: [String])
  /// A text without any line of a coverage matrix.
  case noCoverageMatrix(file: String)
  /// A file of the register of establishments without columns nothing can be read without.
  case incompleteRegister(file: String, lacks: [String])
  case unsupportedEncoding(file: String, detail: String)
  /// Coordinates are not degrees and no reference system was given.
  case unknownReferenceSystem(file: String, example: String)
  /// Coordinates taken for those of a system lie far from where it is used: another system, or
  /// exchanged axes.
  case elsewhere(file: String, system: String, example: String)
  case notWritable(file: String, detail: String)
}
