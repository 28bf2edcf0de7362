import CoverageEngine
import Foundation
import GRDB
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// A program that keeps running checks a registry it left itself only once, and any other one again.
@Suite struct RegistryAsLeftTests {
  private let left = RegistryAsLeft()

  /// Opens for writing, and notes something.
  private func write(_ note: String, _ rig: RegistryRig, _ left: RegistryAsLeft?) throws {
    let store = try RegistryStore(
      path: rig.path, for: .writing, left: left, within: { nil })
    defer { store.close() }
    try store.write(try RegistryRig.stamp()) { writer in
      try writer.record(.changed, of: RegistryRig.shop, facts([.notes: note]))
    }
  }

  /// Does something to the file without this program's knowledge.
  private func change(_ rig: RegistryRig, by sql: String) throws {
    let other = try DatabaseQueue(path: rig.path)
    try other.writeWithoutTransaction { try $0.execute(sql: sql) }
    try other.close()
  }

  @Test func whatAnotherProgramWroteIsCheckedAgain() throws {
    let rig = try RegistryRig()
    try rig.withShop().close()
    try write("un", rig, left)
    #expect(left.isStill(rig.path))
    try write("deux", rig, left)
    try change(rig, by: "DELETE FROM gpkg_extensions")
    #expect(!left.isStill(rig.path))
    #expect(throws: RegistryError.self) { try write("trois", rig, left) }
  }

  @Test func aFileThatIsAsItWasLeftIsNotCheckedAgain() throws {
    let rig = try RegistryRig()
    try rig.withShop().close()
    try write("un", rig, left)
    // Another's change, as large and as old as the file was: only who checks all of it finds it.
    var status = stat()
    try #require(stat(rig.path, &status) == 0)
    try change(rig, by: "UPDATE gpkg_geometry_columns SET srs_id = -1")
    #expect(
      utimensat(AT_FDCWD, rig.path, [status.st_atim, status.st_mtim], 0) == 0)
    #expect(throws: RegistryError.self) { try write("deux", rig, nil) }
    try write("deux", rig, left)
  }

  @Test func aCommitOfAnotherBetweenIsNotTakenForOnesOwn() throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    defer { store.close() }
    try store.queue.writeWithoutTransaction { database in
      let version = try RegistryAsLeft.version(database)
      try left.note(rig.path, database, since: version)
      #expect(left.isStill(rig.path))
      try change(rig, by: "CREATE TABLE autre (x)")
      try left.note(rig.path, database, since: version)
      #expect(!left.isStill(rig.path))
    }
  }

  @Test func aChangeThatWasTakenBackLeavesNothingToBelieve() throws {
    let rig = try RegistryRig()
    try rig.withShop().close()
    let store = try RegistryStore(
      path: rig.path, for: .writing, left: left, within: { nil })
    defer { store.close() }
    #expect(throws: RegistryError.self) {
      try store.write(try RegistryRig.stamp()) { writer in
        try writer.record(.changed, of: RegistryRig.shop, facts([.state: "?"]))
      }
    }
    #expect(!left.isStill(rig.path))
  }
}
