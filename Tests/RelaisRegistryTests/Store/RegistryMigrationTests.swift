import CoverageEngine
import Foundation
import GRDB
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// Steps from one schema to the next: all or none, after a checked copy.
@Suite struct RegistryMigrationTests {
  private struct Stopped: Error {}

  @Test func theFirstStepIsFrozen() throws {
    // Files that went through it are in towns' hands: a change here needs a new step instead.
    let first = try #require(RegistrySchema.steps.first)
    #expect(first.name == "1-establishments")
    #expect(
      Fingerprint.of(Array(first.sql.utf8))
        == "2213836a05a8f73cc1fd624abb6517663ebaf61dc3e3051f6d3c84ac3f106731")
  }

  @Test func aMigrationIsWholeOrAbsentAndACopyIsMadeBefore() throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    let good = RegistrySchema.Step(name: "2-a", sql: "CREATE TABLE a (x); INSERT INTO a VALUES (1)")
    let bad = RegistrySchema.Step(name: "3-b", sql: "CREATE TABLE b (x); SELECT nonsense")
    let steps = RegistrySchema.steps
    #expect(throws: (any Error).self) {
      try RegistryMigrator.migrate(store.queue, file: rig.path, steps: steps + [good, bad])
    }
    let tables = try store.queue.read { try [$0.tableExists("a"), $0.tableExists("b")] }
    #expect(tables == [false, false])
    #expect(try store.queue.read { try RegistryMigrator.applied($0) } == steps.map(\.name))

    let copy = try RegistryStore(path: rig.path + ".before-2-a", for: .reading)
    #expect(try copy.histories() == store.histories())
    try RegistryMigrator.migrate(store.queue, file: rig.path, steps: steps + [good])
    #expect(try store.queue.read { try $0.tableExists("a") })
    #expect(try store.histories() == copy.histories())
  }
}
