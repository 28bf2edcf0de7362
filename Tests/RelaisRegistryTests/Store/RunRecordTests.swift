import CoverageEngine
import Foundation
import GRDB
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// Runs in the registry: one row each, whatever befalls, and nobody's data in them.
@Suite struct RunRecordTests {
  private func run(
    _ day: String = "2026-03-15", sha: String = "ab", covered: Int64 = 12
  ) throws -> RunRecord {
    RunRecord(
      asOf: try RegistryRig.day(day), ranOn: try RegistryRig.day("2026-03-15"), program: "Relais",
      parameters: try AnalysisParameters(budgets: [300, 500]), lastEvent: 7,
      inputs: [
        .init(kind: .input(.streets), fingerprint: sha),
        .init(kind: .input(.adherents), fingerprint: "c"),
      ],
      figures: [
        .init(.relays, 3), .init(.streets, budget: Budget(Length(metres: 300)), 99),
        .init(.streetsCovered, budget: Budget(Length(metres: 300)), covered),
        .init(.streetsCovered, district: "d'1", budget: Budget(Length(metres: 300)), 4),
      ])
  }

  private func keep(_ runs: [RunRecord], in store: RegistryStore) throws {
    for run in runs { try store.write(try RegistryRig.stamp()) { try $0.record(run) } }
  }

  @Test func aRunReadsBackAsItWasKept() throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    #expect(try store.runs() == [])
    let runs = [try run(), try run("2026-01-31")]
    try keep(runs, in: store)
    #expect(try store.runs() == runs)
    #expect(try store.runs()[1].isOfItsDay == false)
    #expect(try store.runs()[0].value(.streetsCovered, budget: Budget(Length(metres: 300))) == 12)
    #expect(try RegistryVerification.problems(of: store) == [])
  }

  @Test func theSameRunIsKeptOnce() throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    try keep([try run()], in: store)
    store.close()
    let before = try rig.folder.read("registry.gpkg")
    let again = try rig.open(.writing)
    try keep([try run(), try run()], in: again)
    again.close()
    // Not even a byte changes.
    #expect(try rig.folder.read("registry.gpkg") == before)
  }

  @Test func aRunThatComesBackIsTheLastOfItsDay() throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    let (a, b) = (try run(sha: "a"), try run(sha: "b", covered: 13))
    try keep([a, b, a], in: store)
    #expect(try store.runs() == [b, a])
    let rows = try store.queue.read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM run_figures")
    }
    #expect(rows == 8)
    #expect(try RegistryVerification.problems(of: store) == [])
  }

  @Test(arguments: [
    "UPDATE runs SET as_of = 'soon'", "UPDATE runs SET last_event = 'x'",
    "UPDATE run_figures SET value = x'00'", "UPDATE run_inputs SET sha256 = x'00'",
  ])
  func aDamagedRunIsLeftOutAndToldByVerify(sql: String) throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    try keep([try run()], in: store)
    try store.queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    #expect(try store.runs() == [])
    #expect(try RegistryVerification.problems(of: store).map(\.kind) == [.history])
    // It is in nobody's way.
    try keep([try run(sha: "b")], in: store)
    #expect(try store.runs().count == 1)
  }

  @Test func aFigureOfANewerProgramIsNoDamage() throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    try keep([try run()], in: store)
    try store.queue.writeWithoutTransaction {
      try $0.execute(
        sql: "INSERT INTO run_figures (run, name, value) VALUES (1, 'benches', 12)")
    }
    #expect(try store.runs() == [try run()])
    #expect(try RegistryVerification.problems(of: store) == [])
  }

  @Test func runsComeBackWithABackupAndOutliveAnErasure() throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    try store.write(try RegistryRig.stamp()) { writer in
      try writer.setContact(Contact(establishment: RegistryRig.shop, name: "Mme Nancy Exemple"))
    }
    try keep([try run()], in: store)
    let copy = rig.folder.path("copy.gpkg")
    try RegistryBackup.make(of: store, to: copy)
    _ = try PersonalData.erase("Mme Nancy Exemple", in: store, stamp: try RegistryRig.stamp())
    #expect(try store.runs() == [try run()])
    try keep([try run(sha: "z")], in: store)
    store.close()
    _ = try RegistryBackup.restore(copy, to: rig.path, keepingAs: ".aside")
    #expect(try rig.open(.reading).runs() == [try run()])
  }

  @Test func aFullDiskKeepsTheRegistryAsItWas() throws {
    let rig = try RegistryRig()
    try rig.withShop().close()
    let before = try rig.folder.read("registry.gpkg")
    let store = try RegistryStore(path: rig.path, for: .writing, pageLimit: before.count / 4096)
    #expect(throws: RegistryError.diskFull(file: rig.path)) {
      var large = try run()
      large.figures = (0..<400).map { .init(.gaps, district: "\($0)", Int64($0)) }
      try keep([large], in: store)
    }
    store.close()
    #expect(try rig.folder.read("registry.gpkg") == before)
  }
}
