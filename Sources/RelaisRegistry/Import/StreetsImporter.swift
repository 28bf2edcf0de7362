public import CoverageEngine
import RelaisGeo

/// Streets of any format, told by the file's content.
public enum StreetsImporter {
  /// - Parameters:
  ///   - layer: a layer of a GeoPackage; its first line layer if `nil`.
  ///   - mapping: column names of layers that are not recognised.
  /// - Throws: ``FormatError``, ``ProjectionError``.
  public static func read(
    _ path: String, layer: String? = nil, mapping: ColumnMapping = ColumnMapping(),
    in surroundings: Surroundings
  ) throws -> Imported<StreetSections> {
    let format = try InputFormat(ofFileAt: path)
    switch format {
    case .osmPBF, .osmXML, .osmXMLGzip, .osmXMLBzip2:
      guard surroundings.ground == .ellipsoid else {
        throw ProjectionError.noPlaceOnEarth
      }
      let container: OSMReader.Container =
        switch format {
        case .osmPBF: .pbf
        case .osmXMLGzip: .xmlGzip
        case .osmXMLBzip2: .xmlBzip2
        default: .xml
        }
      return try OSMStreets.read(file: path, container: container)
    case .geoJSON, .geoPackage:
      return try LineStreets.read(
        path, format: format, layer: layer, mapping: mapping, in: surroundings)
    case .csv:
      return try NetworkCSV.read(path, mapping: mapping, in: surroundings)
    }
  }
}
