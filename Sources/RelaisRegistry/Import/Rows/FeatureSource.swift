import CoverageEngine
import RelaisFormats
import RelaisGeo

/// The features of a GeoJSON or GeoPackage file, placed, whatever the container.
struct FeatureSource {
  var container: SourceFormat.Container
  /// Geometries in the surroundings' coordinates.
  var features: [Feature]
  /// Rows that could not be read or placed.
  var rejected: [RejectedRow]
  /// What is strange about the file as a whole.
  var findings: [Finding] = []
  /// The layer, reference system and encoding that were read.
  var understood = Understood()

  var rowCount: Int { features.count + rejected.count }

  /// Names of attributes, sorted. Features of one file may lack some of them, and layers are long.
  var headers: [String] { Set(features.prefix(1000).flatMap(\.attributes.keys)).sorted() }

  /// - Parameters:
  ///   - layer: A layer of a GeoPackage; the one that evidently serves the purpose if `nil`.
  ///   - purpose: What it is read for.
  ///   - box: Where features are wanted, in the surroundings' coordinates; others may be given too.
  static func read(
    _ path: String, format: InputFormat, layer: String? = nil, for purpose: LayerPurpose,
    inside box: Envelope? = nil, in surroundings: Surroundings
  ) throws -> FeatureSource {
    let declared: SystemDeclaration
    var understood = Understood()
    var container = SourceFormat.Container.geoJSON
    var warnings: [String] = []
    var features: [Feature]
    var rejected: [RejectedRow]
    switch format {
    case .geoPackage:
      let package = try GeoPackageReader.open(path, layer: layer)
      container = package.container
      warnings = package.warnings
      let chosen = try LayerChoice.layer(of: package, named: layer, for: purpose)
      declared = try SystemDeclaration(of: chosen.referenceSystem)
      let content = try package.read(
        chosen, inside: box.map { try surroundings.box($0, in: declared) } ?? nil)
      understood.layer = chosen.name
      understood.otherLayers = package.layers.map(\.name).filter { $0 != chosen.name }
      features = content.features
      rejected = RejectedRow.rows(content.rejected)
    case .geoJSON, .csv, .osmPBF, .osmXML, .osmXMLGzip, .osmXMLBzip2:
      let content = try GeoJSONReader.read(InputFile(path: path))
      declared = try SystemDeclaration(named: content.referenceSystemName)
      features = content.features
      rejected = RejectedRow.rows(content.rejected)
    }
    let placed = try place(
      &features, &rejected, declared: declared, file: path, in: surroundings)
    understood.system = placed.system
    return FeatureSource(
      container: container, features: features,
      rejected: rejected,
      findings: placed.findings
        + warnings.map { Finding(.converterWarning($0), file: path) }, understood: understood)
  }

  private static func place(
    _ features: inout [Feature], _ rejected: inout [RejectedRow], declared: SystemDeclaration,
    file: String, in surroundings: Surroundings
  ) throws -> Surroundings.Placed {
    let raw = features.flatMap { $0.geometry?.positions ?? [] }
    let read = try surroundings.read(
      raw.map { PlanarPoint(x: $0.x, y: $0.y) }, declared: declared, file: file)
    let positions = read.positions
    var index = 0
    var kept: [Feature] = []
    kept.reserveCapacity(features.count)
    for feature in features {
      guard let geometry = feature.geometry else {
        kept.append(feature)
        continue
      }
      let start = index
      let count = geometry.positions.count
      index = start + count
      var at = start
      let placed = surroundings.placed(geometry) {
        defer { at += 1 }
        return positions[at]
      }
      guard let placed else {
        let bad = (start..<start + count).first { positions[$0] == nil } ?? start
        rejected.append(
          RejectedRow(
            place: feature.place, id: feature.id, reason: .outOfRange("\(raw[bad].x) \(raw[bad].y)")
          ))
        continue
      }
      var copy = feature
      copy.geometry = placed
      kept.append(copy)
    }
    features = kept
    return read
  }
}

extension Geometry {
  /// All positions, in the order they are written.
  var positions: [Position] {
    switch self {
    case .point(let position): [position]
    case .multiPoint(let points), .lineString(let points): points
    case .multiLineString(let lines): lines.flatMap { $0 }
    case .polygon(let polygon): polygon.shell + polygon.holes.flatMap { $0 }
    case .multiPolygon(let area):
      area.polygons.flatMap { $0.shell + $0.holes.flatMap { $0 } }
    }
  }
}

extension Feature {
  /// The first attribute that bears one of some names and is not empty, names tried in order; case,
  /// accents and separators do not count.
  func text(_ names: [String]) -> String? {
    for name in names {
      if let text = attributes[name]?.trimmedText { return text }
    }
    let folded = Dictionary(
      attributes.sorted { $0.key < $1.key }.map { (ColumnName.folded($0.key), $0.value) },
      uniquingKeysWith: { first, _ in first })
    for name in names {
      if let text = folded[ColumnName.folded(name)]?.trimmedText { return text }
    }
    return nil
  }
}

extension AttributeValue {
  /// The value as text without spaces around it, `nil` when nothing is left.
  fileprivate var trimmedText: String? {
    guard let text = text?.trimmingPrefix(while: \.isWhitespace) else { return nil }
    var trimmed = text
    while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
    return trimmed.isEmpty ? nil : String(trimmed)
  }
}
