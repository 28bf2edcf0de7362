import CoverageEngine
import Foundation
import GRDB
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// Streets to cover in the registry: a row whenever they changed, and the last few of them.
@Suite struct StreetMapRecordTests {
  /// A town of two lines, the second of a length.
  private func map(_ metres: Double = 12.5, ground: Ground = .ellipsoid) -> StreetMap {
    typealias Point = StreetMap.Point
    return StreetMap(
      ground: ground,
      lines: [
        .init(
          id: "way/10", name: "Rue de l’Île",
          parts: [
            .init(
              points: [Point(x: -600_000_001, y: 4_800_000_000), Point(x: 12, y: -7)],
              length: Length(millimetres: 746_001)),
            .init(points: [Point(x: 1, y: 1), Point(x: 1, y: 1)], length: Length(millimetres: 1)),
          ]),
        .init(
          id: "12", name: nil,
          parts: [
            .init(points: [Point(x: 0, y: 0), Point(x: 0, y: 9)], length: Length(metres: metres))
          ]),
      ])
  }

  private func keep(_ maps: (StreetMap, String)..., in store: RegistryStore) throws {
    for (map, day) in maps {
      let day = try RegistryRig.day(day)
      try store.write(try RegistryRig.stamp()) { try $0.record(map, on: day) }
    }
  }

  private func days(_ store: RegistryStore) throws -> [String] {
    try store.streetMaps().map(\.day.iso)
  }

  @Test(arguments: [Ground.ellipsoid, .plane])
  func aMapReadsBackAsItWasKept(ground: Ground) throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    #expect(try store.streetMaps().isEmpty)
    try keep((map(ground: ground), "2026-03-15"), in: store)
    #expect(try store.streetMaps().map { $0.map() } == [map(ground: ground)])
    #expect(try store.streetMaps()[0].map()?.length.millimetres == 758_502)
    #expect(try RegistryVerification.problems(of: store) == [])
  }

  @Test func onlyStreetsThatChangedAreKept() throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    let (a, b) = (map(1), map(2))
    try keep((a, "2026-01-01"), (a, "2026-02-01"), (b, "2026-03-01"), (a, "2026-03-15"), in: store)
    #expect(try days(store) == ["2026-01-01", "2026-03-01", "2026-03-15"])
    #expect(try store.streetMaps().map { $0.map() } == [a, b, a])
    store.close()
    let before = try rig.folder.read("registry.gpkg")
    let again = try rig.open(.writing)
    try keep((a, "2026-03-15"), (a, "2026-03-16"), in: again)
    again.close()
    #expect(try rig.folder.read("registry.gpkg") == before)
  }

  @Test func ofOneDayTheLastStreetsStay() throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    let (a, b) = (map(1), map(2))
    try keep((a, "2026-01-01"), (b, "2026-03-15"), (map(3), "2026-03-15"), in: store)
    #expect(try store.streetMaps().map { $0.map() } == [a, map(3)])
    // Back to what they were before: that day brought nothing.
    try keep((a, "2026-03-15"), in: store)
    #expect(try days(store) == ["2026-01-01"])
  }

  @Test func theLastEightAreKept() throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    for number in 10..<22 { try keep((map(Double(number)), "2026-03-\(number)"), in: store) }
    #expect(try days(store) == (14..<22).map { "2026-03-\($0)" })
    // GeoPackage keeps count of its rows.
    let count = try store.queue.read {
      try Int.fetchOne(
        $0, sql: "SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = 'street_maps'")
    }
    #expect(count == 8)
    #expect(try RegistryVerification.problems(of: store) == [])
  }

  @Test(arguments: [
    "as_of = 'soon'", "fingerprint = 'x'", "streets = x'00'", "streets = substr(streets, 1, 40)",
  ])
  func aDamagedRowIsReportedByVerifyAndInNobodysWay(change: String) throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    try keep((map(), "2026-03-15"), in: store)
    try store.queue.writeWithoutTransaction {
      try $0.execute(sql: "UPDATE street_maps SET " + change)
    }
    #expect(try store.streetMaps().allSatisfy { $0.map() == nil })
    let problems = try RegistryVerification.problems(of: store)
    #expect(problems.map(\.subject) == [.row(table: "street_maps", id: 1)])
    try keep((map(), "2026-03-15"), in: store)
    #expect(try store.streetMaps().compactMap { $0.map() } == [map()])
  }

  @Test func bytesThatAreNoMapGiveNothing() {
    let bytes = StreetMapBytes.bytes(of: map())
    #expect(StreetMapBytes.map(bytes) == map())
    for end in bytes.indices { #expect(StreetMapBytes.map(Array(bytes[..<end])) == nil) }
    #expect(StreetMapBytes.map(bytes + [0]) == nil)
    // Counts beyond what is there are not believed.
    #expect(StreetMapBytes.map([1, 0] + [UInt8](repeating: 0xff, count: 9) + [0x7f]) == nil)
  }
}
