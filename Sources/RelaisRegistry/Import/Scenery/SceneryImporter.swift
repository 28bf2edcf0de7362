import CoverageEngine
import RelaisFormats
package import RelaisGeo

/// What the files of streets hold besides streets, for maps to show underneath.
package enum SceneryImporter {
  /// Layers of BD TOPO and what they are drawn as.
  private static let layers: [(name: String, verdict: SceneryRules.Verdict)] = [
    ("zone_de_vegetation", .area(.green)), ("surface_hydrographique", .area(.water)),
    ("batiment", .area(.building)), ("troncon_hydrographique", .line(.river)),
    ("troncon_de_voie_ferree", .line(.railway)),
  ]

  /// - Parameter box: Where it is wanted, in the surroundings' coordinates; all is cut at its sides.
  /// - Throws: ``FormatError``, ``ProjectionError``.
  package static func read(
    files: [String], inside box: Envelope, in surroundings: Surroundings
  ) throws -> Scenery {
    var scenery = Scenery()
    var maps: [OSMReader.File] = []
    for file in files {
      let format = try InputFormat(ofFileAt: file)
      if case .openStreetMap(let container) = format.kind {
        maps.append(OSMReader.File(file, container))
      } else if format == .geoPackage {
        scenery.add(try layers(of: file, inside: box, in: surroundings))
      }
    }
    if !maps.isEmpty { scenery.add(try OSMScenery.read(maps, inside: box)) }
    return scenery.cut(to: box)
  }

  private static func layers(
    of file: String, inside box: Envelope, in surroundings: Surroundings
  ) throws -> Scenery {
    let names = Set(try GeoPackageReader.open(file).layers.map { $0.name.lowercased() })
    var scenery = Scenery()
    for (layer, verdict) in layers where names.contains(layer) {
      let source = try FeatureSource.read(
        file, format: .geoPackage, layer: layer, for: .anything, inside: box, in: surroundings)
      for feature in source.features {
        guard let geometry = feature.geometry, box.intersects(Envelope(of: geometry.positions))
        else { continue }
        let name = feature.text(["toponyme", "cpx_toponyme_de_cours_d_eau", "cpx_toponyme"])
        switch (verdict, geometry) {
        case (.area(let kind), .polygon(let shape)):
          scenery.areas.append(.init(kind: kind, name: name, shape: shape))
        case (.area(let kind), .multiPolygon(let shapes)):
          scenery.areas += shapes.polygons.map { .init(kind: kind, name: name, shape: $0) }
        case (.line(let kind), .lineString(let path)):
          if isAboveGround(feature) {
            scenery.lines.append(.init(kind: kind, name: name, path: path))
          }
        case (.line(let kind), .multiLineString(let paths)):
          if isAboveGround(feature) {
            scenery.lines += paths.map { .init(kind: kind, name: name, path: $0) }
          }
        default: continue
        }
      }
    }
    return scenery
  }

  /// What runs in a tunnel or a pipe is not seen.
  private static func isAboveGround(_ feature: Feature) -> Bool {
    guard let level = feature.text(["position_par_rapport_au_sol"]) else { return true }
    return !level.hasPrefix("-")
  }
}

extension Scenery {
  fileprivate mutating func add(_ other: Scenery) {
    areas += other.areas
    lines += other.lines
  }
}
