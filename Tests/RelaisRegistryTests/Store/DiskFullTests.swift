import CoverageEngine
import Foundation
import GRDB
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// A disk that is full at any page, from the first to the last a change needs: nothing is changed.
@Suite struct DiskFullTests {
  /// Tries a change with one page more each time, until it succeeds.
  ///
  /// - Returns: How many pages the file had, and how many it needed.
  private func sweep(_ change: (RegistryStore, RegistryRig) throws -> Void) throws -> (Int, Int) {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    let before = try store.histories()
    let contacts = try store.contacts()
    let pages = try store.queue.read { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
    store.close()
    let bytes = try rig.folder.read("registry.gpkg")
    for limit in pages..<(pages + 300) {
      let full = try RegistryStore(path: rig.path, for: .writing, pageLimit: limit)
      do {
        try change(full, rig)
        full.close()
        let after = try rig.open(.reading)
        #expect(try RegistryVerification.problems(of: after) == [])
        #expect(try after.histories() != before)
        let needed = try after.queue.read { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
        #expect(needed == limit)
        return (pages, needed)
      } catch {
        try #require(
          error as? RegistryError == .diskFull(file: rig.path), "\(limit) pages: \(error)")
        #expect(try full.histories() == before)
        full.close()
      }
      // Not a byte, so that neither a row nor a contact nor an index can have changed.
      #expect(try rig.folder.read("registry.gpkg") == bytes, "\(limit) pages")
      #expect(try rig.folder.names.filter { $0.hasPrefix("registry") } == ["registry.gpkg"])
      let after = try rig.open(.reading)
      #expect(try RegistryVerification.problems(of: after) == [], "\(limit) pages")
      #expect(try after.contacts() == contacts)
      after.close()
    }
    Issue.record("300 pages more were not enough")
    return (0, 0)
  }

  @Test func anImportIsWholeOrAbsentAtEveryPage() throws {
    let rows = (1...100).map {
      "Shop \($0);\($0) rue A;6,\($0 + 100);48,69;Mme \($0);03833536\($0 + 100)"
    }
    let text = "nom;adresse;lon;lat;contact;tel\n" + rows.joined(separator: "\n") + "\n"
    let (pages, needed) = try sweep { store, rig in try rig.importFile(text, into: store) }
    #expect(needed - pages > 5)
  }

  @Test func anEditIsWholeOrAbsentAtEveryPage() throws {
    let (pages, needed) = try sweep { store, _ in
      try store.write(try RegistryRig.stamp()) { writer in
        for mark in ["a", "b", "c"] {
          try writer.set(
            RegistryRig.shop, facts([.notes: String(repeating: mark, count: 9000)]),
            today: RegistryRig.day("2026-03-15"))
        }
        try writer.setContact(Contact(establishment: RegistryRig.shop, name: "Other"))
      }
    }
    #expect(needed - pages > 5)
  }

  @Test func aRegistryIsMadeWholeOrNotAtAllAtEveryPage() throws {
    let rig = try RegistryRig()
    for limit in 1..<300 {
      do {
        try RegistryStore(path: rig.path, for: .creating, pageLimit: limit).close()
        #expect(limit > 20)
        break
      } catch {
        try #require(error == .diskFull(file: rig.path), "\(limit) pages")
        #expect(try !RegistryStore.exists(at: rig.path))
      }
    }
    #expect(try RegistryVerification.problems(of: rig.open()) == [])
  }
}
