import CoverageEngine
import Foundation
import GRDB
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// Edits of other programs are proposals: taken as events or put back, never lost.
@Suite struct RegistryEditsTests {
  private func edits(after sql: String) throws -> (
    rig: RegistryRig, edits: [RegistryEdit], store: RegistryStore, refused: [String]
  ) {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    try store.queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    let edits = try store.write(try RegistryRig.stamp()) { $0.edits }
    #expect(try RegistryVerification.problems(of: store) == [])
    let refused = try store.read {
      try String.fetchAll(
        $0, sql: "SELECT reason || ' ' || coalesce(value, '') FROM rejected_edits")
    }
    return (rig, edits, store, refused)
  }

  @Test func aMovedAndRenamedRowBecomesEvents() throws {
    let blob = GeoPackageParts.blob(of: Position(longitude: 6.2, latitude: 48.7))
    let hex = blob.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    let (rig, edits, store, refused) = try edits(
      after: "UPDATE establishments SET name = 'Pain', geom = x'\(hex)'")
    defer { withExtendedLifetime(rig) {} }
    #expect(edits.map(\.field) == [.name, .position])
    #expect(edits.allSatisfy { $0.refusal == nil })
    #expect(refused.isEmpty)
    let one = try #require(try store.establishments().first)
    #expect(one.name == "Pain")
    #expect(one.position == Position(longitude: 6.2, latitude: 48.7))
    #expect(one[.positionSource] == "map")
    let kinds = try store.histories()[0].events.map(\.kind)
    #expect(kinds == [.added, .edited, .edited])
  }

  @Test func whatCannotBeTakenIsPutBackAndKept() throws {
    let (rig, edits, store, refused) = try edits(
      after: """
        UPDATE establishments SET name = NULL, kind = 'castle', state = 'prospect', notes = 'ok'
        """)
    defer { withExtendedLifetime(rig) {} }
    #expect(edits.map(\.refusal) == [.nameMissing, .badValue, .stateForbidden, nil])
    #expect(refused == ["name-missing ", "bad-value castle", "state-forbidden prospect"])
    let one = try #require(try store.establishments().first)
    #expect(one.name == "Boulangerie")
    #expect(one.state == .adherent)
    #expect(one[.notes] == "ok")
  }

  @Test func aDeletedRowComesBack() throws {
    let (rig, edits, store, refused) = try edits(after: "DELETE FROM establishments")
    defer { withExtendedLifetime(rig) {} }
    #expect(edits.map(\.refusal) == [.rowDeleted])
    #expect(refused == ["row-deleted "])
    #expect(try store.establishments().count == 1)
  }

  @Test func aRowAddedOnTheMapIsAProspectAndANamelessOneIsKeptAside() throws {
    let (rig, edits, store, refused) = try edits(
      after: """
        INSERT INTO establishments (name, kind) VALUES ('New', 'shop');
        INSERT INTO establishments (notes) VALUES ('who?');
        ALTER TABLE establishments ADD COLUMN colour TEXT;
        UPDATE establishments SET colour = 'blue';
        """)
    defer { withExtendedLifetime(rig) {} }
    #expect(edits.map(\.refusal) == [nil, .nameMissing])
    #expect(refused == ["name-missing notes=who?"])
    #expect(try store.establishments().first { $0.name == "New" }?.state == .prospect)
    let colour = try store.read {
      try String.fetchOne(
        $0, sql: "SELECT colour FROM establishments WHERE uuid = ?",
        arguments: [RegistryRig.shop])
    }
    #expect(colour == "blue")
  }
}
