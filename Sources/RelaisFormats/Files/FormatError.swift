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
  /// Compressed content that goes on past any file of data: so many bytes at most are taken.
  case inflatesTooFar(file: String, limit: Int)
  /// More of something than any town's file holds.
  case tooMuch(file: String, place: SourcePlace?, of: InputBound)
  /// What a compressed file holds could not be put into the folder for temporary files.
  case notUnpacked(file: String, folder: String, detail: String)
  /// A zip archive that is not read as it is.
  case archive(file: String, problem: ZipProblem)
  /// A known format that lacks what was asked of it: columns, a layer, lines.
  case missing(file: String, what: [String], found: [String])
  /// A text without any line of a coverage matrix.
  case noCoverageMatrix(file: String)
  /// Nothing in a file or text is `relais.answers/1`; the schema it names instead, if any.
  case noAnswers(file: String, schema: String?)
  /// A file of the register of establishments without columns nothing can be read without.
  case incompleteRegister(file: String, lacks: [String])
  /// Rows of the register in a nomenclature of activities nobody knows.
  case unknownNomenclature(file: String, name: String)
  /// An address base, where places with a name are asked for: each of its rows would be one.
  case addressesAsPlaces(file: String)
  /// The register of establishments, where adherents are asked for.
  case registerAsPlaces(file: String)
  case unsupportedEncoding(file: String, detail: String)
  /// Coordinates are not degrees and no reference system was given.
  case unknownReferenceSystem(file: String, example: String)
  /// Coordinates taken for those of a system lie far from where it is used: another system, or
  /// exchanged axes.
  case elsewhere(file: String, system: String, example: String)
  /// A name of a reference system nobody knows, and no other system was given.
  case unknownSystem(file: String, name: String)
  /// A layer that was asked for and is not there.
  case layerAbsent(file: String, layer: String, layers: [String])
  /// Several layers could be meant, and nothing says which.
  case layerNotEvident(file: String, layers: [String])
  /// Every layer is a view, which is not read.
  case onlyViews(file: String, views: [String])
  /// A commune's code that no area bears; areas there are, with their codes.
  case codeAbsent(file: String, code: String, found: [String])
  /// Several areas could be the town, and nothing says which.
  case areaNotEvident(file: String, name: String, found: [String])
  /// An address with a password in it, which would stand in every report; the address is not repeated.
  case passwordInAddress
  /// GDAL's programs could not read it; `detail` is what they say.
  case notConverted(file: String, detail: String)
  case notWritable(file: String, detail: String)
}
