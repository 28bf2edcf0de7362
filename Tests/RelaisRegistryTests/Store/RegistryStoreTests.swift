import CoverageEngine
import Foundation
import GRDB
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// What the registry keeps, and when it refuses.
@Suite struct RegistryStoreTests {
  @Test func nothingChangesBeforeAnEstablishmentIsKnown() throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    let stamp = try RegistryRig.stamp()
    let before = try RegistryRig.day("2024-12-31")
    #expect(
      throws: RegistryError.beforeKnown(before, since: try RegistryRig.day("2025-01-10"))
    ) {
      try store.write(stamp) { try $0.move(RegistryRig.shop, to: .left, [:], .init(day: before)) }
    }
    #expect(try store.establishments(on: before).isEmpty)
    // An older follow-up is told by its date, from the first day on.
    try store.write(stamp) {
      try $0.followUp(RegistryRig.shop, today: stamp.today, .init(day: before))
    }
    #expect(try store.establishments().first?.text(.followedUpOn) == "2024-12-31")
    #expect(try store.establishments(on: before).isEmpty)
    // What a later event overrules is said.
    let overtaken = try store.write(stamp) { writer in
      try writer.set(RegistryRig.shop, facts([.notes: "new"]), today: stamp.today)
      try writer.set(
        RegistryRig.shop, facts([.notes: "old", .category: "bakery"]), today: stamp.today,
        .init(day: try RegistryRig.day("2025-06-01")))
      return writer.overtaken
    }
    #expect(overtaken == [.notes])
  }

  @Test func cellsOfAnotherTypeAreToldAndStopNobody() throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    try store.write(try RegistryRig.stamp()) {
      try $0.setContact(Contact(establishment: RegistryRig.shop, name: "Canari", phone: "01"))
    }
    func execute(_ sql: String) throws {
      try store.queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    }
    try execute("UPDATE contacts SET phone = X'FFFE'; UPDATE events SET reason = X'FF'")
    #expect(try store.contacts()[RegistryRig.shop]?.first?.name == "Canari")
    #expect(try store.establishments().count == 1)
    for change in ["kind = X'FFFE'", "holds_from = X'FF'", "establishment = X'FF'"] {
      try store.queue.inDatabase { database in
        try database.beginTransaction()
        try database.execute(sql: "UPDATE events SET \(change)")
        #expect(throws: DatabaseError.self, "\(change)") { try EventRecord.histories(database) }
        try database.rollback()
      }
    }
  }

  @Test func aPastDayIsAQuery() throws {
    let rig = try RegistryRig()
    defer { withExtendedLifetime(rig) {} }
    let store = try rig.withShop()
    try store.write(try RegistryRig.stamp("2026-03-15")) { writer in
      try writer.move(RegistryRig.shop, to: .suspended, [:], .init(reason: "works"))
      try writer.set(RegistryRig.shop, facts([.name: "Pain"]), today: RegistryRig.day("2026-03-15"))
    }
    func on(_ day: String) throws -> Establishment? {
      try store.establishments(on: try RegistryRig.day(day)).first
    }
    #expect(try on("2025-01-09") == nil)
    #expect(try on("2025-01-10")?.state == .adherent)
    #expect(try on("2026-03-14")?.name == "Boulangerie")
    #expect(try on("2026-03-15")?.state == .suspended)
    #expect(try RegistryVerification.problems(of: store) == [])
  }

  @Test func aLateEventTakesItsPlaceAmongTheEarlierOnes() throws {
    let rig = try RegistryRig()
    defer { withExtendedLifetime(rig) {} }
    let store = try rig.withShop()
    try store.write(try RegistryRig.stamp("2026-03-15")) { writer in
      try writer.record(.changed, of: RegistryRig.shop, facts([.notes: "new"]))
      try writer.record(
        .changed, of: RegistryRig.shop, facts([.notes: "old", .category: "47.24"]),
        from: RegistryRig.day("2025-06-01"))
    }
    let one = try #require(try store.establishments().first)
    #expect(one.text(.notes) == "new")
    #expect(one.text(.category) == "47.24")
    #expect(
      try store.establishments(on: try RegistryRig.day("2025-12-31"))[0].text(.notes) == "old")
    #expect(try RegistryVerification.problems(of: store) == [])
  }

  @Test func everyPassageBetweenStatesIsAllowedOrRefusedAsTheTableSays() throws {
    let rig = try RegistryRig()
    defer { withExtendedLifetime(rig) {} }
    let store = try rig.open()
    for (number, from) in AdherentState.allCases.enumerated() {
      for to in AdherentState.allCases where to != from {
        let id = RegistryUUID.derived(from: [from.rawValue, to.rawValue, String(number)])
        try store.write(try RegistryRig.stamp()) { writer in
          try writer.add(id: id, facts([.name: "A", .state: from.rawValue]))
        }
        let isAllowed = from.successors.contains(to)
        do {
          try store.write(try RegistryRig.stamp()) { try $0.move(id, to: to) }
          #expect(isAllowed, "\(from) to \(to)")
        } catch {
          #expect(error as? RegistryError == .stateForbidden(from: from, to: to))
          #expect(!isAllowed)
        }
      }
    }
  }

  @Test func aRefusedChangeLeavesNothingOfItsTransaction() throws {
    let rig = try RegistryRig()
    defer { withExtendedLifetime(rig) {} }
    let store = try rig.withShop()
    let before = try store.histories()
    #expect(throws: RegistryError.badValue(field: .siret, value: "12")) {
      try store.write(try RegistryRig.stamp()) { writer in
        try writer.set(
          RegistryRig.shop, facts([.notes: "kept?"]), today: RegistryRig.day("2026-03-15"))
        try writer.set(
          RegistryRig.shop, facts([.siret: "12"]), today: RegistryRig.day("2026-03-15"))
      }
    }
    #expect(throws: RegistryError.self) {
      try store.write(try RegistryRig.stamp()) {
        try $0.move(RegistryRig.shop, to: .left, [:], .init(day: RegistryRig.day("2027-01-01")))
      }
    }
    #expect(try store.histories() == before)
  }

  @Test func joiningNeedsConditionsThatWereNotFoundUnmet() throws {
    let rig = try RegistryRig()
    defer { withExtendedLifetime(rig) {} }
    let store = try rig.open()
    let today = try RegistryRig.day("2026-03-15")
    try store.write(try RegistryRig.stamp()) {
      try $0.add(id: RegistryRig.shop, facts([.name: "Cave", .groundFloor: "no"]))
    }
    #expect(throws: RegistryError.conditionUnmet(.groundFloor)) {
      try store.write(try RegistryRig.stamp()) { try $0.move(RegistryRig.shop, to: .adherent) }
    }
    try store.write(try RegistryRig.stamp()) { writer in
      try writer.set(RegistryRig.shop, facts([.groundFloor: "yes"]), today: today)
      try writer.move(RegistryRig.shop, to: .adherent)
    }
    let one = try #require(try store.establishments().first)
    #expect(one.state == .adherent)
    #expect(one.day(.groundFloorOn) == today)
  }

  @Test func visitsLeadWhereTheirOutcomeSays() throws {
    let rig = try RegistryRig()
    defer { withExtendedLifetime(rig) {} }
    let store = try rig.open()
    let expected: [(VisitOutcome, AdherentState)] = [
      (.yes, .agreed), (.no, .refused), (.callBack, .contacted), (.closed, .prospect),
      (.notEligible, .refused),
    ]
    for (outcome, state) in expected {
      let id = RegistryUUID.derived(from: [outcome.rawValue])
      try store.write(try RegistryRig.stamp()) { writer in
        try writer.add(id: id, facts([.name: outcome.rawValue]))
        try writer.visit(
          id, outcome, callBackOn: outcome == .callBack ? RegistryRig.day("2026-04-01") : nil,
          condition: outcome == .notEligible ? .streetFront : nil,
          today: RegistryRig.day("2026-03-15"))
      }
      let one = try #require(try store.establishments().first { $0.id == id })
      #expect(one.state == state, "\(outcome)")
      #expect((one.text(.callBackOn) == "2026-04-01") == (outcome == .callBack))
      #expect(one.check(.streetFront) == (outcome == .notEligible ? .no : .notChecked))
    }
  }

  @Test func codesAndNamesFindOneEstablishmentOrSayWhy() throws {
    let rig = try RegistryRig()
    defer { withExtendedLifetime(rig) {} }
    let store = try rig.withShop()
    #expect(try store.history(named: "1111").id == RegistryRig.shop)
    #expect(try store.history(named: "BOULANGERIE").id == RegistryRig.shop)
    #expect(throws: RegistryError.unknownCode("111")) { try store.history(named: "111") }
    try store.write(try RegistryRig.stamp()) {
      try $0.add(id: RegistryUUID.derived(from: ["x"]), facts([.name: "boulangerie"]))
    }
    #expect(throws: RegistryError.self) { try store.history(named: "boulangerie") }
  }

  @Test func filesThatAreNoneOfOursAreRefusedUntouched() throws {
    let rig = try RegistryRig()
    for content in ["not a database at all, only text that goes on for a while", "x"] {
      let path = try rig.folder.write(content.utf8, "other.gpkg")
      #expect(throws: RegistryError.self) { try RegistryStore(path: path, for: .creating) }
      #expect(try rig.folder.read("other.gpkg") == Array(content.utf8))
    }
    let path = rig.folder.path("plain.gpkg")
    try DatabaseQueue(path: path).inDatabase { try $0.execute(sql: "CREATE TABLE t (a)") }
    let before = try rig.folder.read("plain.gpkg")
    #expect(throws: RegistryError.self) { try RegistryStore(path: path, for: .creating) }
    #expect(try rig.folder.read("plain.gpkg") == before)
    #expect(throws: RegistryError.missing(file: rig.path)) { try rig.open(.reading) }
  }

  @Test(arguments: [
    "CREATE TRIGGER evil AFTER UPDATE ON establishments BEGIN DELETE FROM events; END",
    "CREATE VIEW evil AS SELECT * FROM contacts",
    "DROP TRIGGER rtree_establishments_geom_delete",
    "ALTER TABLE establishments DROP COLUMN notes",
  ])
  func foreignTriggersAndViewsAreRefused(sql: String) throws {
    let rig = try RegistryRig()
    try rig.withShop().close()
    try DatabaseQueue(path: rig.path).inDatabase { try $0.execute(sql: sql) }
    let before = try rig.folder.read("registry.gpkg")
    for access in [RegistryStore.Access.reading, .writing] {
      #expect(throws: RegistryError.self) { try RegistryStore(path: rig.path, for: access) }
    }
    #expect(try rig.folder.read("registry.gpkg") == before)
  }

  @Test func aFileOfANewerProgramIsReadAndNeverWritten() throws {
    let rig = try RegistryRig()
    try rig.withShop().close()
    try DatabaseQueue(path: rig.path).inDatabase {
      try $0.execute(sql: "INSERT INTO relais_migrations (name) VALUES ('99-future')")
    }
    let before = try rig.folder.read("registry.gpkg")
    #expect(throws: RegistryError.newer(file: rig.path, steps: ["99-future"])) {
      try rig.open(.writing)
    }
    let store = try rig.open(.reading)
    #expect(try store.establishments().count == 1)
    store.close()
    #expect(try rig.folder.read("registry.gpkg") == before)
  }

  @Test func aLockedFileIsToldAsBusy() throws {
    #expect(
      RegistryFailure.error(DatabaseError(resultCode: .SQLITE_BUSY), file: "r")
        == RegistryError.busy(file: "r"))
    #expect(
      RegistryFailure.error(DatabaseError(resultCode: .SQLITE_IOERR), file: "r")
        == RegistryError.diskFailure(file: "r", detail: "disk I/O error"))
  }

  @Test func aFileHeldByAnotherProgramIsToldAsBusyAndLeftAsItIs() throws {
    let rig = try RegistryRig()
    try rig.withShop().close()
    let before = try rig.folder.read("registry.gpkg")
    // QGIS holds a file it edits in just such a transaction.
    let other = try DatabaseQueue(path: rig.path)
    try other.writeWithoutTransaction { database in
      for kind in ["IMMEDIATE", "EXCLUSIVE"] {
        try database.execute(sql: "BEGIN \(kind)")
        #expect(throws: RegistryError.busy(file: rig.path)) {
          let store = try RegistryStore(path: rig.path, for: .writing, patience: 0.05)
          defer { store.close() }
          try store.write(try RegistryRig.stamp()) { try $0.move(RegistryRig.shop, to: .left) }
        }
        try database.execute(sql: "ROLLBACK")
      }
    }
    #expect(try rig.folder.read("registry.gpkg") == before)
    try rig.open(.writing).write(try RegistryRig.stamp()) {
      try $0.move(RegistryRig.shop, to: .left)
    }
  }

  @Test func theJournalIsForcedToTheDiskAndDeleted() throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    let settings = try store.queue.writeWithoutTransaction { database in
      try ["journal_mode", "synchronous", "foreign_keys", "secure_delete"].map {
        try String.fetchOne(database, sql: "PRAGMA \($0)") ?? ""
      }
    }
    #expect(settings == ["delete", "2", "1", "1"])
    store.close()
    #expect(try rig.folder.names == ["registry.gpkg"])
  }
}
