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

  @Test func stepsAreFrozen() throws {
    // Files that went through them are in towns' hands: a change here needs a new step instead.
    #expect(
      RegistrySchema.steps.map { [$0.name, Fingerprint.of(Array($0.sql.utf8))] } == [
        [
          "1-establishments", "2213836a05a8f73cc1fd624abb6517663ebaf61dc3e3051f6d3c84ac3f106731",
        ],
        [
          "2-stickers-and-shelterings",
          "3491f12c4dbdc0d73aa07303b7f3159aef58d637ccbce078b7fe43cd0835d1a8",
        ],
        [
          "3-runs", "c4ba5af6aa0229d96547febc7ce145343469cb58d896adaa6866377fb0d39db4",
        ],
        [
          "4-map-sightings", "d7ebbfdb17e844d5a833ff22985079657f4d6f15db0fea62908372bafba9e470",
        ],
        [
          "5-street-maps", "a518e3e9fb697ed4e252bd06e56281de98f41cb7e471f9921b7259feaf353000",
        ],
        [
          "6-undo-and-merge", "8174f0f93c3d61a87f2da8ec240e183f3a792fcda2ff0f6681dcae7c52806d19",
        ],
        [
          "7-answers", "771a6b9ada9cd43b106334dc3d46f8f9ab564d16b158b56f75b05fe162d9ea48",
        ],
        [
          "8-numbers-and-uses",
          "08285c85ace403dcca97c829704c8eff527ce29ab6d8c88c71252f2ce2a13b44",
        ],
      ])
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

  /// Registries as every past version left them; one more with each step that is shipped.
  private static var pastRegistries: [String] {
    get throws {
      var folder = URL(fileURLWithPath: #filePath)
      for _ in 0..<3 { folder.deleteLastPathComponent() }
      folder.appendPathComponent("PastRegistries")
      return try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0.hasSuffix(".gpkg") }.sorted().map { folder.path + "/" + $0 }
    }
  }

  @Test func registriesOfEveryPastSchemaAreReadAndMigrated() throws {
    let past = try Self.pastRegistries
    #expect(past.count == RegistrySchema.steps.count - 1)
    for file in past {
      let rig = try RegistryRig()
      try FileManager.default.copyItem(atPath: file, toPath: rig.path)
      let old = try rig.open(.reading)
      let histories = try old.histories()
      let establishments = try old.establishments()
      let contacts = try old.contacts()
      #expect(!histories.isEmpty)
      #expect(try old.shelterings().isEmpty)
      let problems = try RegistryVerification.problems(of: old)
      #expect(!problems.isEmpty && problems.allSatisfy { $0.kind == .olderSchema })
      let runs = try old.runs()
      let step = try #require(file.split(separator: "/").last?.first?.wholeNumberValue)
      #expect(runs.isEmpty == (step < 3))
      let sightings = try old.sightings()
      #expect(sightings.isEmpty == (step < 4))
      #expect(try old.streetMaps().isEmpty == (step < 5))
      old.close()
      let new = try rig.open(.writing)
      // Events of an import belong together from now on; all else stays.
      #expect(
        try new.histories().map { $0.events.map(\.changes) }
          == histories.map {
            $0.events.map(\.changes)
          })
      #expect(try new.establishments() == establishments)
      // Lists taken in of old are taken back as those of today.
      let lists = try new.acts().compactMap(\.list)
      #expect(!lists.isEmpty && lists.allSatisfy { $0.file == nil })
      #expect(try new.contacts() == contacts)
      #expect(try new.runs() == runs)
      #expect(try new.sightings() == sightings)
      #expect(try new.streetMaps().isEmpty == (step < 5))
      #expect(try RegistryVerification.problems(of: new) == [])
      new.close()
      let names = try rig.folder.names
      #expect(names.count == 2 && names[1].hasPrefix("registry.gpkg.before-"))
      #expect(try Data(rig.folder.read(names[1])).count > 0)
    }
  }

  @Test func aMigrationStoppedByAFullDiskLeavesTheOldSchema() throws {
    for file in try Self.pastRegistries {
      let rig = try RegistryRig()
      try FileManager.default.copyItem(atPath: file, toPath: rig.path)
      let before = try rig.folder.read("registry.gpkg")
      let pages = before.count / 4096
      #expect(throws: RegistryError.diskFull(file: rig.path)) {
        try RegistryStore(path: rig.path, for: .writing, pageLimit: pages + 1)
      }
      #expect(try rig.folder.read("registry.gpkg") == before)
      #expect(try rig.open(.writing).histories().count > 0)
    }
  }
}
