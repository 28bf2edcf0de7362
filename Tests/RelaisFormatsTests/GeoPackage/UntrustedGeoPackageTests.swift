import Foundation
import RelaisTestSupport
import Testing

@testable import RelaisFormats

/// Files made to do harm, built with the shell of SQLite.
@Suite(.needs(.sqlite3))
struct UntrustedGeoPackageTests {
  func file(_ folder: TemporaryFolder, changedBy sql: String) throws -> String {
    let path = folder.path("f.gpkg")
    try GeoPackageWriter.write(
      GeoPackageTests.layers, referenceSystem: .wgs84, to: path)
    let (status, output) = try Programs.run(Program.sqlite3.path, [path, sql])
    #expect(status == 0, "\(output)")
    return path
  }

  @Test func viewsAndAbsentTablesAreNoLayers() throws {
    let folder = try TemporaryFolder()
    let path = try file(
      folder,
      changedBy: """
        CREATE VIEW loin AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)
        SELECT x AS fid, NULL AS geom FROM n;
        INSERT INTO gpkg_contents SELECT 'loin', data_type, 'loin', '', last_change, 0, 0, 0, 0, srs_id
          FROM gpkg_contents WHERE table_name = 'tout';
        INSERT INTO gpkg_geometry_columns VALUES ('loin', 'geom', 'POINT', 4326, 0, 0);
        INSERT INTO gpkg_contents SELECT 'absente', data_type, 'absente', '', last_change, 0, 0, 0, 0,
          srs_id FROM gpkg_contents WHERE table_name = 'tout';
        """)
    let reader = try GeoPackageReader(path: path)
    #expect(reader.layers.map(\.name) == ["tout", "rues d'été", "vide"])
    #expect(reader.refusedLayers == ["loin", "absente"])
  }

  @Test func aViewForACatalogueIsNoGeoPackage() throws {
    let folder = try TemporaryFolder()
    let path = try file(
      folder,
      changedBy: """
        ALTER TABLE gpkg_contents RENAME TO c; CREATE VIEW gpkg_contents AS SELECT * FROM c;
        """)
    #expect(throws: FormatError.unknownFormat(file: path, looksLike: "sqlite")) {
      try GeoPackageReader(path: path)
    }
  }

  @Test func wrongBlobsCostTheirRowsOnly() throws {
    let folder = try TemporaryFolder()
    let path = try file(
      folder,
      changedBy: """
        DROP TRIGGER rtree_tout_geom_update1; DROP TRIGGER rtree_tout_geom_update2;
        DROP TRIGGER rtree_tout_geom_update3; DROP TRIGGER rtree_tout_geom_update4;
        UPDATE tout SET geom = x'4750000100000000' WHERE fid = 2;
        UPDATE tout SET geom = 'texte' WHERE fid = 3;
        UPDATE tout SET geom = x'47500001000000000108000000' || x'00000000' WHERE fid = 4;
        """)
    let reader = try GeoPackageReader(path: path)
    let (features, rejected) = try reader.read(reader.layer(named: "tout"))
    #expect(features.count == 5)
    #expect(rejected.map(\.place) == [.record(2), .record(3), .record(4)])
    #expect(rejected.map(\.id) == ["2", "3", "4"])
    #expect(rejected.map(\.defect.kind) == [.invalidGeometry, .invalidGeometry, .invalidGeometry])
  }

  @Test func tablesWithoutOurKeyAreReadByRow() throws {
    let folder = try TemporaryFolder()
    let path = try file(
      folder,
      changedBy: """
        DROP TABLE vide; CREATE TABLE vide (code TEXT PRIMARY KEY, "geom" POINT, photo BLOB, b TEXT);
        INSERT INTO vide VALUES ('b', NULL, x'00', 'z'), ('a', NULL, NULL, x'01');
        """)
    let reader = try GeoPackageReader(path: path)
    let features = try reader.read(reader.layer(named: "vide")).features
    #expect(features.map(\.id) == ["1", "2"])
    #expect(
      features.map(\.attributes) == [["code": .text("b"), "b": .text("z")], ["code": .text("a")]])
  }
}
