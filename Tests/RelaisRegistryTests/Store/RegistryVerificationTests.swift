import CoverageEngine
import Foundation
import GRDB
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// `verify` sees what it is there to see.
@Suite struct RegistryVerificationTests {
  /// What is found after some SQL done behind the registry's back.
  private func kinds(after sql: String) throws -> Set<RegistryProblem.Kind> {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    defer { store.close() }
    try store.queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF; " + sql)
    }
    return Set(try RegistryVerification.problems(of: store).map(\.kind))
  }

  @Test func aSoundRegistryHasNoProblem() throws {
    #expect(try kinds(after: "SELECT 1") == [])
  }

  @Test(arguments: [
    ("DELETE FROM rtree_establishments_geom", RegistryProblem.Kind.index),
    ("UPDATE rtree_establishments_geom SET minx = 7, maxx = 7", .index),
    ("INSERT INTO rtree_establishments_geom VALUES (99, 1, 1, 1, 1)", .index),
    ("INSERT INTO event_changes (event, field, value) VALUES (999, 'name', 'x')", .foreignKey),
    ("INSERT INTO event_changes (event, field, value) VALUES (1, 'zzz', 'x')", .history),
    ("UPDATE establishments SET name = 'Other'", .pendingEdit),
    ("DELETE FROM establishments", .pendingEdit),
    ("PRAGMA user_version = 10200", .format),
    (
      "UPDATE event_changes SET value = 'prospect' WHERE field = 'state'; INSERT INTO events (establishment, kind, holds_from, recorded_at, author) SELECT establishment, 'state', '2026-01-01', '', '' FROM events; INSERT INTO event_changes (event, field, value) VALUES (2, 'state', 'suspended')",
      .history
    ),
  ])
  func eachKindOfDefectIsFound(sql: String, kind: RegistryProblem.Kind) throws {
    #expect(try kinds(after: sql).contains(kind))
  }

  @Test func positionsThatAreNotOnEarthOrFarAwayAreFound() throws {
    let infinite =
      GeoPackageParts.blob(of: Position(x: 6, y: 48)).dropLast(8)
      + withUnsafeBytes(of: Double.infinity.bitPattern.littleEndian) { Array($0) }
    let hex = infinite.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    #expect(try kinds(after: "UPDATE establishments SET geom = x'\(hex)'").contains(.coordinate))
    let rig = try RegistryRig()
    defer { withExtendedLifetime(rig) {} }
    let store = try rig.withShop()
    let far = Envelope(minX: 0, minY: 0, maxX: 1, maxY: 1)
    #expect(try RegistryVerification.problems(of: store, within: far).map(\.kind) == [.outside])
  }

  @Test func aPageThatWasOverwrittenIsFound() throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    try store.write(try RegistryRig.stamp()) { writer in
      for number in 0..<200 {
        try writer.add(
          id: RegistryUUID.derived(from: [String(number)]), facts([.name: "S\(number)"]))
      }
    }
    store.close()
    var bytes = try rig.folder.read("registry.gpkg")
    // Past the first pages, which hold the schema.
    for at in bytes.count / 2..<bytes.count { bytes[at] = 0xA5 }
    try rig.folder.write(bytes, "registry.gpkg")
    do {
      let damaged = try rig.open(.reading)
      #expect(try RegistryVerification.problems(of: damaged).contains { $0.kind.isDamage })
    } catch is RegistryError {
      // Refused on opening or reading is found, too.
    }
  }

  @Test func aBackupIsCheckedAndARestoreKeepsWhatWasThere() throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    let backup = rig.folder.path("backup.gpkg")
    try RegistryBackup.make(of: store, to: backup)
    #expect(throws: RegistryError.copyOntoItself(file: rig.path)) {
      try RegistryBackup.make(of: store, to: rig.path)
    }
    let old = try store.histories()
    try store.write(try RegistryRig.stamp()) { try $0.move(RegistryRig.shop, to: .left) }
    let new = try store.histories()

    var damaged = try rig.folder.read("backup.gpkg")
    damaged.removeLast(damaged.count / 2)
    let bad = try rig.folder.write(damaged, "bad.gpkg")
    #expect(throws: RegistryError.self) {
      try RegistryBackup.restore(bad, to: rig.path, keepingAs: ".old")
    }
    #expect(try store.histories() == new)
    #expect(!FileManager.default.fileExists(atPath: rig.path + ".old"))

    let kept = try #require(
      try RegistryBackup.restore(backup, to: rig.path, keepingAs: ".old"))
    // The connection that was open all along sees the restored registry.
    #expect(try store.histories() == old)
    store.close()
    let aside = try RegistryStore(path: kept, for: .reading)
    #expect(try aside.histories() == new)
    #expect(try RegistryVerification.problems(of: aside) == [])
  }

  @Test func aRegistryDamagedBeyondOpeningIsLaidAsideAndReplaced() throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    let backup = rig.folder.path("backup.gpkg")
    try RegistryBackup.make(of: store, to: backup)
    store.close()
    let rubbish = [UInt8](repeating: 0x41, count: 9000)
    try rig.folder.write(rubbish, "registry.gpkg")
    let kept = try RegistryBackup.restore(backup, to: rig.path, keepingAs: ".old")
    #expect(kept == rig.path + ".old")
    #expect(try rig.folder.read("registry.gpkg.old") == rubbish)
    #expect(try rig.open(.reading).establishments().count == 1)
  }
}
