import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// Which layer of a GeoPackage is read, and when none is.
@Suite struct LayerChoiceTests {
  private static let line = Geometry.lineString([
    Position(longitude: 6.18, latitude: 48.69), Position(longitude: 6.19, latitude: 48.69),
  ])
  private static let place = Geometry.point(Position(longitude: 6.18, latitude: 48.69))
  private static let square = Geometry.polygon(
    Polygon(
      shell: [(6.0, 48.0), (6.1, 48.0), (6.1, 48.1), (6.0, 48.0)].map {
        Position(longitude: $0.0, latitude: $0.1)
      }))

  private func layer(
    _ name: String, _ geometry: Geometry, _ values: [(String, String?)] = [], rows: Int = 1
  ) -> GeoPackageLayer {
    let type: GeoPackageLayer.GeometryType =
      switch geometry {
      case .point: .point
      case .lineString: .lineString
      default: .polygon
      }
    return GeoPackageLayer(
      name: name, geometryType: type,
      columns: values.map { GeoPackageLayer.Column($0.0, .text) },
      rows: (0..<rows).map { _ in
        GeoPackageLayer.Row(geometry, values.map { $0.1.map { .text($0) } ?? .null })
      })
  }

  private func choice(
    _ layers: [GeoPackageLayer], _ purpose: LayerPurpose = .streets, named name: String? = nil
  ) throws -> String {
    let folder = try TemporaryFolder()
    let path = folder.path + "/layers.gpkg"
    try GeoPackageWriter.write(layers, referenceSystem: .wgs84, to: path)
    return try LayerChoice.layer(of: GeoPackageReader(path: path), named: name, for: purpose).name
  }

  @Test func linesAreReadWhereNodesComeFirst() throws {
    #expect(
      try choice([
        layer("nodes", Self.place, [("osmid", "1")]), layer("edges", Self.line, [("osmid", "[1]")]),
      ]) == "edges")
  }

  @Test func ofTheNationalMapsLayersTheRoadSectionsAreRead() throws {
    let common = [("cleabs", "X"), ("nature", "Y"), ("position_par_rapport_au_sol", "0")]
    let layers = [
      layer("canalisation", Self.line, common), layer("cours_d_eau", Self.line, common),
      layer("troncon_de_voie_ferree", Self.line, common),
      layer("voie_nommee", Self.line, [("nom", "Rue A")]),
      layer(
        "troncon_de_route", Self.line,
        common + [("nom_1_gauche", "RUE A"), ("acces_pieton", "Libre")]),
      layer("batiment", Self.square),
    ]
    #expect(try choice(layers) == "troncon_de_route")
    #expect(try choice(layers, named: "Voie_Nommee") == "voie_nommee")
  }

  @Test func classesTellRoadsFromRailways() throws {
    #expect(
      try choice([
        layer("gis_osm_railways_free_1", Self.line, [("fclass", "rail"), ("name", nil)]),
        layer("gis_osm_waterways_free_1", Self.line, [("fclass", "stream"), ("name", nil)]),
        layer("gis_osm_roads_free_1", Self.line, [("fclass", "residential"), ("name", nil)]),
      ]) == "gis_osm_roads_free_1")
  }

  @Test func gdalsLinesOfOpenStreetMapAreRead() throws {
    #expect(
      try choice([
        layer("points", Self.place), layer("lines", Self.line, [("highway", "path")]),
        layer("multilinestrings", Self.line, [("type", "route")]),
        layer("multipolygons", Self.square),
      ]) == "lines")
  }

  @Test func anEmptyLayerIsNotPreferredToOneWithRows() throws {
    #expect(
      try choice([
        layer("rues_2025", Self.line, [("highway", "path")], rows: 0),
        layer("rues_2026", Self.line, [("highway", "path")]),
      ]) == "rues_2026")
  }

  @Test func aChoiceThatIsNotEvidentIsRefusedWithTheChoices() throws {
    let layers = [
      layer("rues_nord", Self.line, [("highway", "path")]),
      layer("rues_sud", Self.line, [("highway", "path")]), layer("reperes", Self.place),
    ]
    #expect {
      try choice(layers)
    } throws: { error in
      if case FormatError.layerNotEvident(_, let names) = error {
        names == ["rues_nord", "rues_sud"]
      } else {
        false
      }
    }
    #expect(try choice(layers, named: "rues_sud") == "rues_sud")
    #expect {
      try choice(layers, named: "rues")
    } throws: { error in
      if case FormatError.layerAbsent(_, "rues", let names) = error {
        names == ["rues_nord", "rues_sud", "reperes"]
      } else {
        false
      }
    }
  }

  @Test func theCommuneIsReadAndNotTheArrondissementOfItsName() throws {
    let layers = [
      layer("arrondissement", Self.square, [("nom", "Nancy"), ("insee_arr", "543")]),
      layer("canton", Self.square, [("nom", "Nancy")]),
      layer("commune", Self.square, [("nom", "Nancy"), ("insee_com", "54395")]),
      layer("epci", Self.square, [("nom", "Nancy"), ("code_siren", "245400676")]),
      layer("chflieu_commune", Self.place, [("nom", "Nancy")]),
    ]
    #expect(try choice(layers, .areas(.boundary)) == "commune")
    let districts = [
      layer("communes", Self.square, [("insee", "54395")]),
      layer("quartiers", Self.square, [("nom", "Centre")]),
    ]
    #expect(try choice(districts, .areas(.districts)) == "quartiers")
  }

  @Test func theLayerThatHoldsACodeIsTheOne() throws {
    let layers = [
      layer("perimetre_a", Self.square, [("insee", "88321")]),
      layer("perimetre_b", Self.square, [("insee", "54395")]),
    ]
    #expect(try choice(layers, .areas(.boundary, codes: ["54395"])) == "perimetre_b")
    #expect(throws: FormatError.self) { try choice(layers, .areas(.boundary)) }
  }
}
