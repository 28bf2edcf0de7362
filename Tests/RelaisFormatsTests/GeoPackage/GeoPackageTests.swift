import Foundation
import RelaisTestSupport
import Testing

@testable import RelaisFormats
@testable import RelaisGeo

@Suite struct GeoPackageTests {
  static let geometries = GeometryBlobTests.geometries
  static let lambert = GeoPackageReferenceSystem.epsg(
    2154, name: "RGF93 v1 / Lambert-93", definition: "PROJCS[\"RGF93 v1 / Lambert-93\"]")

  /// Three layers that hold every kind of value, geometry and name.
  static var layers: [GeoPackageLayer] {
    let columns: [GeoPackageLayer.Column] = [
      .init("nom \"x\"", .text), .init("n", .integer), .init("part", .real),
      .init("ouvert", .boolean),
    ]
    let values: [[AttributeValue]] = [
      [.text("é'\";--"), .integer(-5), .real(0.25), .bool(true)], [.null, .null, .null, .null],
      [.text(""), .integer(.max), .real(-1e300), .bool(false)],
    ]
    let rows = zip(geometries + [nil, .point(Position(x: .nan, y: 0))], 0...).map {
      GeoPackageLayer.Row($0, values[$1 % 3])
    }
    return [
      GeoPackageLayer(
        name: "tout", description: "Tout", geometryType: .geometry, columns: columns,
        style: "<qgis/>", rows: rows),
      GeoPackageLayer(
        name: "rues d'été", identifier: "Rues", geometryType: .multiLineString, columns: [],
        rows: [GeoPackageLayer.Row(geometries[2], [])]),
      GeoPackageLayer(
        name: "table", geometryType: nil, columns: [.init("a", .text)],
        rows: [GeoPackageLayer.Row(nil, [.text("x")])]),
      GeoPackageLayer(
        name: "vide", geometryType: .point, columns: [], style: "<qgis/>",
        rows: [] as [GeoPackageLayer.Row]),
    ]
  }

  func written(_ folder: TemporaryFolder, _ name: String = "été.gpkg") throws -> String {
    let path = folder.path(name)
    try GeoPackageWriter.write(Self.layers, referenceSystem: Self.lambert, to: path)
    return path
  }

  @Test func whatIsWrittenReadsBack() throws {
    let folder = try TemporaryFolder()
    let reader = try GeoPackageReader(path: written(folder))
    #expect(try folder.names == ["été.gpkg"])
    #expect(reader.layers.map(\.name) == ["tout", "rues d'été", "vide"])
    #expect(reader.layers.map(\.identifier) == ["tout", "Rues", "vide"])
    #expect(reader.layers.map(\.geometryType) == ["GEOMETRY", "MULTILINESTRING", "POINT"])
    #expect(reader.layers.allSatisfy { $0.referenceSystem == Self.lambert })
    #expect(reader.layers[0].columns == ["nom \"x\"", "n", "part", "ouvert"])
    #expect(reader.refusedLayers.isEmpty)

    let (features, rejected) = try reader.read(reader.layer(named: "TOUT"))
    #expect(rejected.isEmpty)
    #expect(features.map(\.geometry) == Self.geometries + [nil, nil])
    #expect(features.map(\.id) == (1...8).map { String($0) })
    #expect(features.map(\.place) == (1...8).map { .record($0) })
    #expect(
      features[0].attributes == [
        "nom \"x\"": .text("é'\";--"), "n": .integer(-5), "part": .real(0.25),
        "ouvert": .bool(true),
      ])
    #expect(features[1].attributes["n"] == .null)
    #expect(features[2].attributes["ouvert"] == .bool(false))
    let streets = try reader.read(reader.layer(named: "rues d'été")).features
    #expect(streets.map(\.geometry) == [.multiLineString([GeometryBlobTests.ring])])
    #expect(try reader.read(reader.layer(named: "vide")).features.isEmpty)
    #expect(
      throws: FormatError.layerAbsent(
        file: reader.path, layer: "x", layers: ["tout", "rues d'été", "vide"])
    ) { try reader.layer(named: "x") }
  }

  @Test func sameLayersSameBytes() throws {
    let folder = try TemporaryFolder()
    _ = try written(folder, "a.gpkg")
    _ = try written(folder, "b.gpkg")
    // Over an older file as well.
    _ = try written(folder, "b.gpkg")
    #expect(try folder.read("a.gpkg") == folder.read("b.gpkg"))
  }

  @Test(.needs(.gdalForPython))
  func theValidatorAcceptsIt() throws {
    let folder = try TemporaryFolder()
    let path = try written(folder)
    let (status, output) = try Programs.run(
      Program.python3.path, ["-m", "osgeo_utils.samples.validate_gpkg", "--extra", path])
    #expect(status == 0, "\(output)")
    #expect(!output.lowercased().contains("error"), "\(output)")
  }

  @Test(.needs(.ogrinfo))
  func gdalReadsTheSame() throws {
    let folder = try TemporaryFolder()
    let path = try written(folder)
    let (status, output) = try Programs.run(Program.ogrinfo.path, ["-so", "-al", path])
    #expect(status == 0)
    #expect(!output.contains("Warning") && !output.contains("ERROR"), "\(output)")
    #expect(output.contains("Layer name: tout"))
    #expect(output.contains("Feature Count: 8"))
    #expect(output.contains("Extent: (0.000000, 0.000000) - (4.000000, 3.000000)"))
    #expect(output.contains("ouvert: Integer(Boolean)"))
  }

  @Test(.needs(.ogr2ogr))
  func readsWhatGDALWrites() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write(
      bytes(
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"nom":"a","n":1},"geometry":{"type":"Point","coordinates":[6.1,48.6]}},
        {"type":"Feature","properties":{"nom":"b","n":2},"geometry":null}]}
        """), "a.geojson")
    for mode in ["DELETE", "WAL"] {
      let path = folder.path("\(mode).gpkg")
      let made = try Programs.run(
        Program.ogr2ogr.path,
        ["-f", "GPKG", path, source, "-nln", "lieux", "--config", "OGR_SQLITE_JOURNAL", mode])
      #expect(made.status == 0, "\(made.output)")
      let reader = try GeoPackageReader(path: path)
      let layer = try reader.layer(named: "lieux")
      #expect(layer.referenceSystem.code == 4326)
      #expect(layer.referenceSystem.organisation == "EPSG")
      let features = try reader.read(layer).features
      #expect(features.map(\.geometry) == [.point(Position(x: 6.1, y: 48.6)), nil])
      #expect(features.map { $0.attributes["n"] } == [.integer(1), .integer(2)])
    }
  }

  @Test(.needs(.gdalForPython))
  func itsTriggersKeepTheIndexTrue() throws {
    let folder = try TemporaryFolder()
    let path = try written(folder)
    let script = """
      import sys
      from osgeo import ogr
      ogr.UseExceptions()
      file = ogr.Open(sys.argv[1], 1)
      for sql in ["UPDATE tout SET geom = NULL WHERE fid = 1", "DELETE FROM tout WHERE fid = 2",
          "UPDATE tout SET geom = (SELECT geom FROM tout WHERE fid = 3) WHERE fid = 7",
          "UPDATE tout SET fid = 40 WHERE fid = 4", "UPDATE tout SET fid = 50 WHERE fid = 8",
          "INSERT INTO tout (geom) SELECT geom FROM tout WHERE fid = 3"]:
        file.ExecuteSQL(sql)
      def all(sql):
        layer = file.ExecuteSQL(sql)
        return [feature.GetField(0) for feature in layer]
      print(all("SELECT id FROM rtree_tout_geom ORDER BY id"))
      print(all("SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = 'tout'"))
      """
    let (status, output) = try Programs.run(Program.python3.path, ["-c", script, path])
    #expect(status == 0, "\(output)")
    #expect(output == "[3, 5, 6, 7, 40, 51]\n[8]\n")
  }

  /// SQLite's own check of an R-tree, and a query against a scan; 0 to 5,000 rows make one to three
  /// levels.
  @Test(
    .needs(.sqlite3),
    arguments: [0, 1, 51, 52, 103, 2_000, 5_000])
  func theIndexIsSound(count: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.gpkg")
    var generator = SeededGenerator(seed: 54)
    let rows = (0..<count).map { _ in
      let x = Double.random(in: 0...10_000, using: &generator)
      let y = Double.random(in: -5_000...5_000, using: &generator)
      return GeoPackageLayer.Row(
        .lineString([Position(x: x, y: y), Position(x: x + 30, y: y + 9)]), [])
    }
    try GeoPackageWriter.write(
      [GeoPackageLayer(name: "a", geometryType: .lineString, columns: [], rows: rows)],
      referenceSystem: .undefinedCartesian, to: path)
    let inside = rows.count { $0.geometry.map { $0.envelope.minX >= 5_000 } ?? false }
    let (_, output) = try Programs.run(
      Program.sqlite3.path,
      [
        path,
        """
        SELECT rtreecheck('rtree_a_geom'), count(*) FROM rtree_a_geom;
        SELECT count(*) FROM rtree_a_geom WHERE minx >= 5000;
        """,
      ])
    #expect(output == "ok|\(count)\n\(inside)\n")
  }

  @Test func aFileLeftInWriteAheadModeIsReadWithoutATrace() throws {
    let folder = try TemporaryFolder()
    var sample = try [UInt8](Data(contentsOf: URL(fileURLWithPath: written(folder, "a.gpkg"))))
    (sample[18], sample[19]) = (2, 2)
    let path = try folder.write(sample, "wal.gpkg")
    var reader: GeoPackageReader? = try GeoPackageReader(path: path)
    #expect(reader?.layers.count == 3)
    #expect(try folder.names == ["a.gpkg", "wal.gpkg"])
    reader = nil
    #expect(try folder.names == ["a.gpkg", "wal.gpkg"])
  }

  @Test func aCopyGoesWithItsOwner() throws {
    let folder = try TemporaryFolder()
    var copy: PrivateCopy? = try PrivateCopy(of: written(folder))
    let copied = try #require(copy?.path)
    #expect(try GeoPackageReader(path: copied).layers.count == 3)
    copy = nil
    #expect(!FileManager.default.fileExists(atPath: copied))
  }

  @Test func otherFilesAreRefused() throws {
    let folder = try TemporaryFolder()
    let absent = folder.path("absent")
    #expect(throws: FormatError.notFound(file: absent)) { try GeoPackageReader(path: absent) }
    let empty = try folder.write([], "empty")
    #expect(throws: FormatError.empty(file: empty)) { try GeoPackageReader(path: empty) }
    let pdf = try folder.write(bytes("%PDF-1.4"), "pdf")
    #expect(throws: FormatError.unknownFormat(file: pdf, looksLike: "pdf")) {
      try GeoPackageReader(path: pdf)
    }
    let head = try folder.write(bytes("SQLite format 3\0"), "head")
    #expect(throws: FormatError.self) { try GeoPackageReader(path: head) }
  }

  /// Reads every layer of a file; rows taken and rejected, by layer.
  private func account(_ path: String) throws -> [String: [Int]] {
    let reader = try GeoPackageReader(path: path)
    var account: [String: [Int]] = [:]
    for layer in reader.layers {
      let (features, rejected) = try reader.read(layer)
      account[layer.name] = [features.count, rejected.count]
    }
    return account
  }

  @Test func aFileCutShortIsRefused() throws {
    let folder = try TemporaryFolder()
    let whole = try [UInt8](Data(contentsOf: URL(fileURLWithPath: written(folder))))
    var tally = DamageTally()
    for round in 0..<40 {
      let sample = Array(whole.prefix(whole.count * round / 40))
      let path = try folder.write(sample, "cut.gpkg")
      _ = tally.read(sample, file: path) { _ in try account(path) }
    }
    #expect(tally.refused == 40)
  }

  @Test func damagedFilesLoseNoRowInSilence() throws {
    let folder = try TemporaryFolder()
    let whole = try [UInt8](Data(contentsOf: URL(fileURLWithPath: written(folder))))
    var generator = SeededGenerator(seed: 99)
    var tally = DamageTally()
    for _ in 0..<260 {
      var sample = whole
      for _ in 0..<8 {
        let at = Int.random(in: 0..<sample.count, using: &generator)
        sample[at] = UInt8.random(in: 0...255, using: &generator)
      }
      let path = try folder.write(sample, "damaged.gpkg")
      let rows = tally.read(sample, file: path) { _ in try account(path) }
      guard let rows else { continue }
      #expect(rows["tout"].map { $0[0] + $0[1] } ?? 8 == 8)
      #expect(rows["rues d'été"].map { $0[0] + $0[1] } ?? 1 == 1)
    }
    #expect(tally.taken > 20 && tally.refused > 20)
  }

  @Test func namesThatCannotBeAreRefusedAndNothingIsLeft() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.gpkg")
    func write(_ layers: [GeoPackageLayer]) throws {
      try GeoPackageWriter.write(layers, referenceSystem: .wgs84, to: path)
    }
    func layer(_ name: String, _ columns: [String] = []) -> GeoPackageLayer {
      GeoPackageLayer(
        name: name, geometryType: .point, columns: columns.map { .init($0, .text) },
        rows: [] as [GeoPackageLayer.Row])
    }
    for layers in [
      [layer("gpkg_x")], [layer("")], [layer("a"), layer("A")], [layer("a", ["x", "X"])],
      [layer("a", ["FID"])], [layer("a", ["geom"])], [layer("layer_styles")], [layer("a\0")],
    ] {
      #expect(throws: FormatError.self) { try write(layers) }
    }
    let wrong = GeoPackageLayer(
      name: "a", geometryType: .point, columns: [],
      rows: [GeoPackageLayer.Row(Self.geometries[2], [])])
    #expect(
      throws: FormatError.notWritable(file: path, detail: "row 1 of layer a is a LineString")
    ) { try write([wrong]) }
    #expect(try folder.names == [])
    let nowhere = folder.path("absent/a.gpkg")
    #expect(throws: FormatError.notWritable(file: nowhere, detail: "No such file or directory")) {
      try GeoPackageWriter.write([], referenceSystem: .wgs84, to: nowhere)
    }
  }

  @Test(arguments: [GeoPackageReferenceSystem.undefinedCartesian, .wgs84, .undefinedGeographic])
  func everyReferenceSystemReadsBack(system: GeoPackageReferenceSystem) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.gpkg")
    try GeoPackageWriter.write(
      [
        GeoPackageLayer(
          name: "a", geometryType: .point, columns: [],
          rows: [GeoPackageLayer.Row(Self.geometries[0], [])])
      ], referenceSystem: system, to: path)
    #expect(try GeoPackageReader(path: path).layers.map(\.referenceSystem) == [system])
  }
}
