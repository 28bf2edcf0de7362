import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// What lies under the streets, of OpenStreetMap files of a few nodes.
@Suite struct SceneryTests {
  private let everywhere = Envelope(minX: 5, minY: 47, maxX: 7, maxY: 49)

  private func read(_ osm: OSMText, inside box: Envelope? = nil) throws -> Scenery {
    let folder = try TemporaryFolder()
    let file = try folder.write(osm.text.utf8, "town.osm")
    return try SceneryImporter.read(
      files: [file], inside: box ?? everywhere, in: Around.earth)
  }

  /// A ring of a square: four nodes from `first` on, sides of so many metres.
  private func square(
    _ first: Int64, at east: Double, _ north: Double, side: Double, in osm: inout OSMText
  ) -> [Int64] {
    for (index, corner) in [(0.0, 0.0), (1, 0), (1, 1), (0, 1)].enumerated() {
      osm.node(first + Int64(index), east + corner.0 * side, north + corner.1 * side)
    }
    return [first, first + 1, first + 2, first + 3, first]
  }

  /// A river of two ways with an island, a railway in a cutting and in a tunnel, a house, a street.
  private func town() -> OSMText {
    var osm = OSMText()
    let banks = square(1, at: 0, 0, side: 1000, in: &osm)
    let island = square(11, at: 400, 400, side: 100, in: &osm)
    let house = square(21, at: 1500, 0, side: 10, in: &osm)
    osm.way(100, Array(banks[0...2]), [:])
    osm.way(101, Array(banks[2...4]), [:])
    osm.way(102, island, ["natural": "wood"])
    osm.way(103, house, ["building": "yes"])
    osm.way(104, [1, 11, 21], ["railway": "rail"])
    osm.way(105, [1, 21], ["railway": "rail", "tunnel": "yes"])
    osm.way(106, [1, 2], ["highway": "residential"])
    osm.multipolygon(200, [100, 101, 102], ["natural": "water", "name": "L’Orle"])
    return osm
  }

  @Test func aRiverOfSeveralWaysHasItsIslandAsAHole() throws {
    let water = try read(town()).areas.filter { $0.kind == .water }
    #expect(water.count == 1)
    #expect(water.first?.name == "L’Orle")
    #expect(water.first?.shape.shell.count == 5)
    #expect(water.first?.shape.holes.map(\.count) == [5])
    // A square kilometre less a hectare.
    let scale = Ground.ellipsoid.metresPerUnit(at: Position(x: 6, y: 48))
    let area = PolygonOperations.area(of: MultiPolygon(water.map(\.shape))) * scale.x * scale.y
    #expect(abs(area - 990_000) < 10_000)
  }

  @Test func housesWoodsAndRailwaysAreTold() throws {
    let scenery = try read(town())
    #expect(
      scenery.areas.map(\.kind).sorted { $0.rawValue < $1.rawValue } == [.building, .green, .water])
    // The one in the tunnel is not seen.
    #expect(scenery.lines.map(\.kind) == [.railway])
    #expect(scenery.lines.first?.path.count == 3)
  }

  @Test func anAreaAcrossTheSideOfTheBoxIsReadWholeAndCut() throws {
    // The western half of the river: two of its corners lie beyond the box.
    let half = 6 + 500 / 74_600.0
    let box = Envelope(minX: 5.99, minY: 47.99, maxX: half, maxY: 48.02)
    let scenery = try read(town(), inside: box)
    let water = scenery.areas.filter { $0.kind == .water }
    #expect(water.count == 1)
    let east = water.flatMap(\.shape.shell).map(\.x).max() ?? 0
    #expect(abs(east - half) < 1e-9)
    // The house lies beyond.
    #expect(!scenery.areas.contains { $0.kind == .building })
    // The same with ways before nodes, which is read in other passes.
    var unsorted = town()
    unsorted.isUnsorted = true
    #expect(try read(unsorted, inside: box) == scenery)
  }

  @Test func anAreaThatLacksAWayIsNotDrawn() throws {
    var osm = OSMText()
    let banks = square(1, at: 0, 0, side: 1000, in: &osm)
    osm.way(100, Array(banks[0...2]), [:])
    osm.multipolygon(200, [100, 101], ["natural": "water"])
    #expect(try read(osm).isEmpty)
  }

  @Test(arguments: [
    (["natural": "water"], SceneryRules.Verdict.area(.water)),
    (["waterway": "riverbank"], .area(.water)), (["landuse": "basin"], .area(.water)),
    (["landuse": "forest"], .area(.green)), (["leisure": "park"], .area(.green)),
    (["highway": "pedestrian", "area": "yes"], .area(.square)),
    (["place": "square"], .area(.square)), (["building": "house"], .area(.building)),
    (["waterway": "canal"], .line(.river)), (["waterway": "stream"], .line(.stream)),
    (["railway": "tram"], .line(.railway)),
  ])
  func tagsSayWhatIsDrawn(tags: [String: String], verdict: SceneryRules.Verdict) {
    #expect(SceneryRules.verdict(isClosed: true) { tags[$0] ?? "" } == verdict)
  }

  @Test(arguments: [
    ["building": "no"], ["railway": "abandoned"], ["railway": "rail", "service": "yard"],
    ["waterway": "river", "tunnel": "culvert"], ["landuse": "residential"],
    ["highway": "pedestrian"], ["natural": "water", "area": "no"],
  ])
  func whatIsNotSeenIsNotDrawn(tags: [String: String]) {
    #expect(SceneryRules.verdict(isClosed: true) { tags[$0] ?? "" } == nil)
  }

  @Test func anOpenWayIsNoArea() {
    let tags = ["natural": "water"]
    #expect(SceneryRules.verdict(isClosed: false) { tags[$0] ?? "" } == nil)
  }

  /// A ring of a square whose south-west corner is given, in the legal system around.
  private func lambert(_ longitude: Double, _ latitude: Double) throws -> [Position] {
    let degrees = [(0.0, 0.0), (0.001, 0), (0.001, 0.001), (0, 0.001), (0, 0)].map {
      Position(longitude: longitude + $0.0, latitude: latitude + $0.1)
    }
    var projector = try Projector(Self.legal)
    return try projector.forward(degrees).map { Position(x: $0.x, y: $0.y) }
  }

  private static let legal = ReferenceSystem.suited(to: Position(longitude: 6, latitude: 48))

  @Test func layersOfBDTopoAreReadInTheirOwnSystem() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/bdtopo.gpkg"
    func layer(
      _ name: String, _ type: GeoPackageLayer.GeometryType, _ rows: [(Geometry, String)]
    ) -> GeoPackageLayer {
      GeoPackageLayer(
        name: name, geometryType: type,
        columns: [.init("toponyme", .text), .init("position_par_rapport_au_sol", .text)],
        rows: rows.map { .init($0.0, [.text("Étang"), .text($0.1)]) })
    }
    let here = Geometry.polygon(Polygon(shell: try lambert(6, 48)))
    let far = Geometry.polygon(Polygon(shell: try lambert(6.5, 48)))
    let rail = Geometry.lineString(Array(try lambert(6, 48).prefix(2)))
    try GeoPackageWriter.write(
      [
        layer("troncon_de_route", .lineString, [(rail, "0")]),
        layer("surface_hydrographique", .polygon, [(here, "0"), (far, "0")]),
        layer("batiment", .polygon, [(here, "0")]),
        layer("troncon_de_voie_ferree", .lineString, [(rail, "0"), (rail, "-1")]),
      ], referenceSystem: .epsg(2154, name: "Lambert-93", definition: "EPSG:2154"), to: path)
    var surroundings = Around.earth
    surroundings.projected = Self.legal
    let scenery = try SceneryImporter.read(
      files: [path], inside: Envelope(minX: 5.99, minY: 47.99, maxX: 6.01, maxY: 48.01),
      in: surroundings)
    #expect(scenery.areas.map(\.kind) == [.water, .building])
    #expect(scenery.areas.first?.name == "Étang")
    #expect(scenery.areas.first?.shape.shell.count == 5)
    #expect(scenery.areas.allSatisfy { abs(($0.shape.shell.first?.x ?? 0) - 6) < 1e-6 })
    #expect(scenery.lines.map(\.kind) == [.railway])
  }
}
