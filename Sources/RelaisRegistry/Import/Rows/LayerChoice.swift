import RelaisFormats
import RelaisGeo

/// The layer of a GeoPackage that holds what is asked for.
///
/// A layer is chosen by what it holds, never for being the first; where two would do alike, the file is
/// refused with their names, and `--layer` or `layers` of a configuration chooses.
enum LayerChoice {
  /// Rows that are looked at: enough to see what a layer holds where a column does not say it.
  private static let sampleSize = 200

  /// - Parameter name: The layer that was asked for; `nil` to choose.
  /// - Throws: ``FormatError``: `.layerAbsent`, `.layerNotEvident`, `.onlyViews`, `.missing` where
  ///   there is no layer.
  static func layer(
    of package: GeoPackageReader, named name: String?, for purpose: LayerPurpose
  ) throws(FormatError) -> GeoPackageReader.Layer {
    if let name { return try package.layer(named: name) }
    guard let first = package.layers.first else {
      if !package.views.isEmpty {
        throw .onlyViews(file: package.path, views: package.views)
      }
      throw .missing(file: package.path, what: ["layer"], found: package.refusedLayers)
    }
    // Alone it is read whatever it holds: its rows then say what is wrong with them.
    if package.layers.count == 1 { return first }
    if case .anything = purpose { return first }
    var best: [GeoPackageReader.Layer] = []
    var highest = Int.min
    for layer in package.layers {
      let sample = try package.read(layer, atMost: sampleSize)
      guard purpose.takes(shape(of: layer, sample.features)) else { continue }
      // An empty layer is the one only where there is no other.
      let isEmpty = sample.features.isEmpty && sample.rejected.isEmpty
      let rank =
        isEmpty
        ? -1
        : try purpose.rank(layer, sample: sample.features) { codes throws(FormatError) in
          try holds(layer, of: package, codes)
        }
      if rank > highest { (best, highest) = ([], rank) }
      if rank == highest { best.append(layer) }
    }
    if best.isEmpty, case .areas = purpose {
      // A boundary may be drawn as lines.
      best = package.layers.filter { shape(of: $0, []) == .lines }
    }
    switch best.count {
    case 1: return best[0]
    case 0:
      throw .layerNotEvident(
        file: package.path, layers: package.layers.map { "\($0.name) (\($0.geometryType))" })
    default: throw .layerNotEvident(file: package.path, layers: best.map(\.name))
    }
  }

  /// Whether a row of a layer bears one of some communes' codes.
  private static func holds(
    _ layer: GeoPackageReader.Layer, of package: GeoPackageReader, _ codes: [String]
  ) throws(FormatError) -> Bool {
    let names = Set(ColumnVocabulary.standard.names(.id, in: .areas).map(ColumnName.folded))
    for column in layer.columns where names.contains(ColumnName.folded(column)) {
      if try package.holds(layer, column: column, anyOf: codes) { return true }
    }
    return false
  }

  /// As declared, or as most of its features are where anything is declared.
  private static func shape(
    of layer: GeoPackageReader.Layer, _ sample: [Feature]
  ) -> LayerPurpose.Shape {
    switch layer.geometryType {
    case "POINT", "MULTIPOINT": return .points
    case "LINESTRING", "MULTILINESTRING", "CURVE", "COMPOUNDCURVE", "CIRCULARSTRING", "MULTICURVE":
      return .lines
    case "POLYGON", "MULTIPOLYGON", "CURVEPOLYGON", "SURFACE", "MULTISURFACE": return .areas
    default: break
    }
    var points = 0
    var lines = 0
    var areas = 0
    for feature in sample {
      switch feature.geometry {
      case .point, .multiPoint: points += 1
      case .lineString, .multiLineString: lines += 1
      case .polygon, .multiPolygon: areas += 1
      case nil: break
      }
    }
    if lines > points + areas { return .lines }
    if points > areas { return .points }
    return areas > 0 ? .areas : .unknown
  }
}
