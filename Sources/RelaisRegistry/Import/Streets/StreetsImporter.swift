import Computing
package import CoverageEngine
import RelaisFormats
import RelaisGeo

/// Streets of any format, recognised by the file's content.
package enum StreetsImporter {
  /// - Parameters:
  ///   - layer: a layer of a GeoPackage; its first line layer if `nil`.
  ///   - mapping: column names of layers that are not recognised.
  /// - Throws: ``FormatError``, ``ProjectionError``.
  package static func read(
    _ path: String, layer: String? = nil, mapping: ColumnMapping = ColumnMapping(),
    in surroundings: Surroundings
  ) throws -> Imported<StreetSections> {
    try read(path, layer: layer, mapping: mapping, in: surroundings, shopsBy: nil).streets
  }

  /// The same, with the shops of an extract: one pass gives both.
  ///
  /// - Parameter categories: What shops are; `nil` for none.
  /// - Returns: No shops for other formats.
  /// - Throws: ``FormatError``, ``ProjectionError``.
  package static func read(
    _ path: String, layer: String? = nil, mapping: ColumnMapping = ColumnMapping(),
    in surroundings: Surroundings, shopsBy categories: CategoryTable?
  ) throws -> (streets: Imported<StreetSections>, shops: Imported<CandidateSource>?) {
    let format = try InputFormat(ofFileAt: path)
    if case .openStreetMap(let container) = format.kind {
      let read = try extracts(
        [OSMReader.File(path, container)], in: surroundings, shopsBy: categories)
      return (Imported(read.streets, read.reports[0]), read.shops?[0])
    }
    let streets =
      format == .csv
      ? try NetworkCSV.read(path, mapping: mapping, in: surroundings)
      : try lines(path, format, layer: layer, mapping, in: surroundings)
    return (streets, nil)
  }

  private static func lines(
    _ path: String, _ format: InputFormat, layer: String?, _ mapping: ColumnMapping,
    in surroundings: Surroundings
  ) throws -> Imported<StreetSections> {
    let read = try LineStreets.read(
      [(path, format)], layer: layer, mapping: mapping, in: surroundings)
    return Imported(read.sections, read.reports[0])
  }

  /// The streets of OpenStreetMap files, one map, and their shops in the same pass where asked for.
  static func extracts(
    _ files: [OSMReader.File], in surroundings: Surroundings, shopsBy categories: CategoryTable?
  ) throws -> (
    streets: StreetSections, reports: [ImportReport], shops: [Imported<CandidateSource>]?
  ) {
    guard surroundings.ground == .ellipsoid else { throw ProjectionError.noPlaceOnEarth }
    guard let categories else {
      let read = try OSMStreets.read(files: files, within: surroundings.reading)
      return (read.streets, read.reports, nil)
    }
    let shops = OSMShops.Asked(categories)
    // Each task has its own.
    nonisolated(unsafe) let readers = try OSMReader.read(
      files: files, OSMStreets.questions + [shops.question], inside: surroundings.reading?.box)
    let (streets, taken) = try Parallel.both(
      { try OSMStreets.taken(by: Array(readers.dropLast()), within: surroundings.reading) },
      {
        try OSMShops.taken(
          by: readers[readers.count - 1], shops, isCut: surroundings.reading != nil)
      })
    return (streets.streets, streets.reports, taken)
  }
}
