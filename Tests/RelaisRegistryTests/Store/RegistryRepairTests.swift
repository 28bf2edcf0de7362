import CoverageEngine
import Foundation
import GRDB
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// Damage is found, no change is built on it, and what loses nothing is mended beside the file as it was.
@Suite struct RegistryRepairTests {
  /// A registry of one shop after some SQL done behind its back.
  private func damaged(by sql: String) throws -> RegistryRig {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    try store.queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF; " + sql)
    }
    store.close()
    return rig
  }

  private func problems(_ rig: RegistryRig) throws -> [RegistryProblem] {
    let store = try rig.open(.checking)
    defer { store.close() }
    return try RegistryVerification.problems(of: store)
  }

  @Test(arguments: [
    "DELETE FROM gpkg_contents", "DELETE FROM gpkg_contents WHERE table_name = 'events'",
    "DELETE FROM gpkg_geometry_columns", "UPDATE gpkg_geometry_columns SET srs_id = -1",
    "DELETE FROM gpkg_extensions", "DROP TABLE gpkg_extensions",
    "DELETE FROM gpkg_spatial_ref_sys WHERE srs_id = 4326", "DELETE FROM gpkg_ogr_contents",
    "DELETE FROM rtree_establishments_geom", "DROP TABLE rtree_establishments_geom",
    "INSERT INTO rtree_establishments_geom VALUES (99, 1, 1, 1, 1)",
    "DROP TRIGGER rtree_establishments_geom_insert", "DROP INDEX events_by_establishment",
    "PRAGMA user_version = 7",
  ])
  func whatLosesNothingIsMendedAndTheFileAsItWasIsKept(sql: String) throws {
    let rig = try damaged(by: sql)
    let before = try rig.folder.read("registry.gpkg")
    #expect(try problems(rig).contains { $0.kind.isDamage })
    #expect(throws: RegistryError.self) { try rig.open(.writing) }
    #expect(try rig.folder.read("registry.gpkg") == before)

    let outcome = try #require(try RegistryRepair.repair(rig.path, keepingAs: ".before-repair-1"))
    #expect(outcome.kept == rig.path + ".before-repair-1")
    #expect(try problems(rig) == [])
    #expect(try rig.folder.names == ["registry.gpkg", "registry.gpkg.before-repair-1"])
    let kept = try DatabaseQueue(path: outcome.kept)
    let (events, verdict) = try kept.read {
      (
        try Int.fetchOne($0, sql: "SELECT count(*) FROM events"),
        try String.fetchOne($0, sql: "PRAGMA integrity_check(1)")
      )
    }
    try kept.close()
    #expect(events == 1 && verdict == "ok")
    let mode = try FileManager.default.attributesOfItem(atPath: outcome.kept)[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o600)

    let store = try rig.open(.writing)
    defer { store.close() }
    let shop = try #require(try store.establishments().first)
    #expect(shop.name == "Boulangerie" && shop.text(.position) == "6.18 48.69")
    let (box, counts) = try store.queue.read { database in
      (
        try Row.fetchOne(
          database,
          sql: "SELECT min_x, max_y FROM gpkg_contents WHERE table_name = 'establishments'"),
        try Int.fetchAll(
          database,
          sql: """
            SELECT feature_count FROM gpkg_ogr_contents
            WHERE table_name IN ('establishments', 'events')
            """)
      )
    }
    #expect(box.map { [$0[0], $0[1]] } == [6.18, 48.69] && counts == [1, 1])
  }

  @Test(arguments: [
    "DROP TABLE contacts", "DELETE FROM events", "ALTER TABLE establishments DROP COLUMN notes",
  ])
  func whatWouldLoseSomethingIsLeftAsItIs(sql: String) throws {
    let rig = try damaged(by: sql)
    let before = try rig.folder.read("registry.gpkg")
    #expect(throws: RegistryError.self) { try rig.open(.writing) }
    #expect(throws: RegistryError.self) {
      try RegistryRepair.repair(rig.path, keepingAs: ".before-repair-1")
    }
    #expect(try rig.folder.read("registry.gpkg") == before)
    #expect(try rig.folder.names == ["registry.gpkg"])
  }

  @Test func aSoundRegistryIsNotTouched() throws {
    let rig = try damaged(by: "SELECT 1")
    #expect(try RegistryRepair.repair(rig.path, keepingAs: ".before-repair-1") == nil)
    #expect(try rig.folder.names == ["registry.gpkg"])
  }

  @Test func anEmptyFileAndAForeignDatabaseAreNeverFilled() throws {
    let rig = try RegistryRig()
    try rig.folder.write([UInt8](), "registry.gpkg")
    for access in [RegistryStore.Access.reading, .checking, .writing, .creating] {
      #expect(throws: RegistryError.notARegistry(file: rig.path, detail: "0 bytes")) {
        try rig.open(access)
      }
    }
    #expect(try rig.folder.read("registry.gpkg") == [])
    let other = try DatabaseQueue(path: rig.path)
    try other.write { try $0.execute(sql: "CREATE TABLE t (a)") }
    try other.close()
    let before = try rig.folder.read("registry.gpkg")
    #expect(throws: RegistryError.self) { try rig.open(.creating) }
    #expect(try rig.folder.read("registry.gpkg") == before)
  }
}
