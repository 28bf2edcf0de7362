import CoverageEngine
import Foundation
import GRDB
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// How often something was asked, by one thread at a time.
private final class Counter: @unchecked Sendable {
  var count = 0
}

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
    let (rig, edits, store, refused) = try edits(
      after: "UPDATE establishments SET name = 'Pain', geom = \(Self.geometry(6.2, 48.7))")
    defer { withExtendedLifetime(rig) {} }
    #expect(edits.map(\.field) == [.name, .position])
    #expect(edits.allSatisfy { $0.refusal == nil })
    #expect(refused.isEmpty)
    let one = try #require(try store.establishments().first)
    #expect(one.name == "Pain")
    #expect(one.position == Position(longitude: 6.2, latitude: 48.7))
    #expect(one.text(.positionSource) == "map")
    let kinds = try store.histories()[0].events.map(\.kind)
    #expect(kinds == [.added, .edited, .edited])
  }

  /// A blob as SQL, moved to a position.
  private static func geometry(_ longitude: Double, _ latitude: Double) -> String {
    let blob = GeoPackageParts.blob(of: Position(longitude: longitude, latitude: latitude))
    return "x'" + blob.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
      + "'"
  }

  @Test func aPointOutsideTheTerritoryIsPutBackAndKept() throws {
    let rig = try RegistryRig()
    try rig.withShop().close()
    let asked = Counter()
    let store = try RegistryStore(path: rig.path, for: .writing) {
      asked.count += 1
      return Envelope(minX: 6.1, minY: 48.6, maxX: 6.3, maxY: 48.8)
    }
    func edits(_ sql: String) throws -> [RegistryEdit] {
      try store.queue.writeWithoutTransaction { try $0.execute(sql: sql) }
      return try store.write(try RegistryRig.stamp()) { $0.edits }
    }
    // Nothing moved: the streets are not read.
    #expect(try edits("UPDATE establishments SET notes = 'x'").map(\.field) == [.notes])
    #expect(asked.count == 0)
    let moved = try edits(
      "UPDATE establishments SET name = 'Pain', geom = \(Self.geometry(2.35, 48.85))")
    #expect(asked.count == 1)
    #expect(moved.map(\.field) == [.name, .position])
    #expect(moved.map(\.refusal) == [nil, .outsideTerritory])
    let added = try edits(
      """
      INSERT INTO establishments (name, geom) VALUES ('Far', \(Self.geometry(-6.18, 48.69))),
        ('Near', \(Self.geometry(6.3, 48.8)))
      """)
    #expect(added.map(\.refusal) == [.outsideTerritory, nil, nil])
    #expect(asked.count == 2)
    #expect(try RegistryVerification.problems(of: store, within: store.area()) == [])
    let positions = try store.establishments().map { "\($0.name) \($0.text(.position) ?? "-")" }
    #expect(positions == ["Far -", "Near 6.3 48.8", "Pain 6.18 48.69"])
    let refused = try store.read {
      try String.fetchAll(
        $0, sql: "SELECT field || ' ' || value || ' ' || reason FROM rejected_edits")
    }
    #expect(
      refused == [
        "position 2.35 48.85 outside-territory", "position -6.18 48.69 outside-territory",
      ])
    #expect(try edits("UPDATE establishments SET notes = 'y' WHERE name = 'Pain'").count == 1)
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
    #expect(one.text(.notes) == "ok")
  }

  @Test func aDeletedRowComesBack() throws {
    let (rig, edits, store, refused) = try edits(after: "DELETE FROM establishments")
    defer { withExtendedLifetime(rig) {} }
    #expect(edits.map(\.refusal) == [.rowDeleted])
    #expect(refused == ["row-deleted "])
    #expect(try store.establishments().count == 1)
  }

  @Test func anErasedPointIsPutBackWhereItWas() throws {
    let (rig, edits, store, refused) = try edits(after: "UPDATE establishments SET geom = NULL")
    defer { withExtendedLifetime(rig) {} }
    #expect(edits.map(\.refusal) == [.positionErased])
    #expect(refused == ["position-erased "])
    #expect(
      try store.establishments().first?.position == Position(longitude: 6.18, latitude: 48.69))
  }

  @Test func aGeometryThatIsNoPointIsPutBackAndItsCoordinatesAreKept() throws {
    func blob(_ points: [(Double, Double)]) -> String {
      func hex(_ number: Double) -> String {
        withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes in
          bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        }
      }
      let body = points.map { "0101000000" + hex($0.0) + hex($0.1) }.joined()
      return "x'47500001e6100000" + "01040000000\(points.count)000000" + body + "'"
    }
    let (rig, edits, store, refused) = try edits(
      after: "UPDATE establishments SET geom = \(blob([(6.2, 48.7), (6.3, 48.8)]))")
    defer { withExtendedLifetime(rig) {} }
    #expect(edits.map(\.refusal) == [.badValue])
    #expect(refused == ["bad-value (6.2 48.7, 6.3 48.8)"])
    #expect(try store.establishments().first?.position?.x == 6.18)
    // A multipoint of one is a point.
    let one = try self.edits(after: "UPDATE establishments SET geom = \(blob([(6.2, 48.7)]))")
    #expect(one.edits.map(\.field) == [.position] && one.refused == [])
    #expect(
      try one.store.establishments().first?.position == Position(longitude: 6.2, latitude: 48.7))
  }

  @Test(arguments: [
    "UPDATE establishments SET geom = NULL", "DELETE FROM establishments",
    "UPDATE establishments SET geom = \(geometry(934_235, 6_847_900)), kind = 'castle'",
    "UPDATE establishments SET uuid = upper(uuid)",
    "INSERT INTO establishments (notes) VALUES ('who?')",
    "UPDATE establishments SET geom = x'47500011e61000000101000000000000000000f87f000000000000f87f'",
  ])
  func anEditThatWaitsIsNoDamage(sql: String) throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    try store.queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    let problems = try RegistryVerification.problems(of: store)
    #expect(problems.allSatisfy { !$0.kind.isDamage }, "\(problems)")
  }

  @Test func aNameThatIsTooLongIsPutBackAndWhatLooksWrongIsSaid() throws {
    let long = String(repeating: "x", count: 301)
    let (rig, edits, store, _) = try edits(
      after: """
        UPDATE establishments SET name = '\(long)', opening_hours = 'selon saison',
        sticker = 'à donner'
        """)
    defer { withExtendedLifetime(rig) {} }
    #expect(edits.map(\.refusal) == [.nameTooLong, nil, nil])
    #expect(
      edits.flatMap(\.doubts) == [
        .hoursNotUnderstood(.init(column: "opening_hours", text: "selon saison")),
        .numberInWords(.init(column: "sticker", text: "à donner")),
      ])
    #expect(try store.establishments().first?.openingHours == "selon saison")
    #expect(try store.establishments().first?.stickerNumber == nil)
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

  @Test func contactsAnotherProgramWroteAreDoubtedAndKept() throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    let list = "id;nom;adresse;contact;téléphone\n7;Café;2 rue B;Anne Alba;0383000001\n"
    try rig.importFile(list, into: store)
    let id = try #require(try store.contacts().keys.first)
    func edited(_ sql: String) throws -> [RegistryEdit] {
      try store.queue.write { try $0.execute(sql: sql) }
      return try store.write(try RegistryRig.stamp()) { $0.edits }
    }
    let edits = try edited(
      "UPDATE contacts SET phone = '03 83', email = 'anne(at)mail' WHERE source = 'imported'")
    #expect(edits.map(\.isContact) == [true] && edits[0].establishment == id)
    #expect(edits[0].doubts == [.phoneUnreadable, .emailUnreadable])
    #expect(try store.contacts()[id]?.map(\.phone) == ["03 83"])
    // Said once.
    #expect(try edited("SELECT 1").isEmpty)
    // The list says it as before: what a person wrote stays.
    try rig.importFile(list, into: store)
    #expect(try store.contacts()[id]?.map(\.phone) == ["03 83"])
    let new = try edited(
      """
      INSERT INTO contacts (establishment, source, name, phone)
      VALUES ('\(RegistryRig.shop)', 'qgis', 'Zoé Zola', '0383000002')
      """)
    #expect(new.map(\.isContact) == [true] && new[0].doubts.isEmpty)
    #expect(try store.contacts()[RegistryRig.shop]?.map(\.name) == ["Zoé Zola"])
    #expect(try RegistryVerification.problems(of: store) == [])
  }
}
