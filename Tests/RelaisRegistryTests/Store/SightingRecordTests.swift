import CoverageEngine
import Foundation
import GRDB
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// What establishments are on the map, in the registry: one row each, written when it changed.
@Suite struct SightingRecordTests {
  private func sighting(
    _ object: String = "node/1", day: String = "2026-03-15", of establishment: String? = nil
  ) throws -> MapSighting {
    MapSighting(
      establishment: establishment ?? RegistryRig.shop, object: object, category: "bakery",
      position: Position(longitude: 6.1800001, latitude: 48.69),
      neighbours: establishment == nil ? ["node/2", "way/3"] : [], day: try RegistryRig.day(day))
  }

  private func keep(_ sightings: [MapSighting], in store: RegistryStore) throws {
    try store.write(try RegistryRig.stamp()) { try $0.record(sightings) }
  }

  @Test func eachEstablishmentHasItsLastSighting() throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    #expect(try store.sightings() == [])
    let other = try sighting("way/7", of: "other")
    try keep([try sighting(), other], in: store)
    #expect(try store.sightings() == [try sighting(), other])
    try keep([try sighting("way/2", day: "2026-06-01")], in: store)
    #expect(try store.sightings() == [try sighting("way/2", day: "2026-06-01"), other])
    // GeoPackage keeps count of its rows.
    let count = try store.queue.read {
      try Int.fetchOne(
        $0,
        sql: "SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = 'map_sightings'")
    }
    #expect(count == 2)
    #expect(try RegistryVerification.problems(of: store) == [])
  }

  @Test func theSameSightingChangesNoByte() throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    try keep([try sighting()], in: store)
    store.close()
    let before = try rig.folder.read("registry.gpkg")
    let again = try rig.open(.writing)
    try keep([try sighting()], in: again)
    try keep([], in: again)
    again.close()
    #expect(try rig.folder.read("registry.gpkg") == before)
  }

  @Test(arguments: ["seen_on = 'soon'", "position = 'here'", "object = x'00'"])
  func aDamagedRowIsToldByVerifyAndWrittenAnew(change: String) throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    try keep([try sighting()], in: store)
    try store.queue.writeWithoutTransaction {
      try $0.execute(sql: "UPDATE map_sightings SET " + change)
    }
    #expect(try store.sightings() == [])
    let problems = try RegistryVerification.problems(of: store)
    #expect(
      problems.map(\.kind) == [.history]
        && problems.map(\.subject) == [.row(table: "map_sightings", id: 1)])
    try keep([try sighting()], in: store)
    #expect(try store.sightings() == [try sighting()])
    #expect(try RegistryVerification.problems(of: store) == [])
  }

  @Test func anErasureLeavesItForNobodyIsInIt() throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    try store.write(try RegistryRig.stamp()) { writer in
      try writer.setContact(Contact(establishment: RegistryRig.shop, name: "Mme Nancy Exemple"))
      try writer.record([try sighting()])
    }
    _ = try PersonalData.erase("Mme Nancy Exemple", in: store, stamp: try RegistryRig.stamp())
    #expect(try store.sightings() == [try sighting()])
    #expect(try RegistryVerification.problems(of: store) == [])
  }
}
