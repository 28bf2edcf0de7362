import CoverageEngine
import Foundation
import RelaisGeo
import RelaisRegistry
import RelaisTestSupport
import Testing

/// A registry in a folder of its own.
struct RegistryRig {
  let folder: TemporaryFolder
  var path: String { folder.path("registry.gpkg") }

  init() throws { folder = try TemporaryFolder() }

  static func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

  static func stamp(_ today: String = "2026-03-15") throws -> RegistryStamp {
    RegistryStamp(author: "Test", recordedAt: today + "T10:00:00.000Z", today: try day(today))
  }

  func open(_ access: RegistryStore.Access = .creating) throws -> RegistryStore {
    try RegistryStore(path: path, for: access)
  }

  static let shop = "11111111-1111-4111-8111-111111111111"

  /// One adherent since 2025, at a position.
  func withShop() throws -> RegistryStore {
    let store = try open()
    try store.write(try RegistryRig.stamp("2025-01-10")) { writer in
      try writer.add(
        id: RegistryRig.shop,
        facts([
          .name: "Boulangerie", .kind: "shop", .state: "adherent", .position: "6.18 48.69",
          .address: "1 rue A", .postcode: "54000",
        ]))
    }
    return store
  }

  @discardableResult
  func importFile(
    _ text: String, into store: RegistryStore, today: String = "2026-03-15",
    states: [String: AdherentState] = [:], asOf day: String? = nil, isRehearsal: Bool = false
  ) throws -> AdherentsReport {
    try importBytes(
      Array(text.utf8), into: store, today: today, states: states, asOf: day,
      isRehearsal: isRehearsal)
  }

  @discardableResult
  func importBytes(
    _ bytes: [UInt8], into store: RegistryStore, today: String = "2026-03-15",
    states: [String: AdherentState] = [:], asOf day: String? = nil, isRehearsal: Bool = false
  ) throws -> AdherentsReport {
    try AdherentsImporter.run(
      try folder.write(bytes, "adherents.csv"), into: store, stamp: try RegistryRig.stamp(today),
      in: Surroundings(nil), states: states, asOf: try day.map { try RegistryRig.day($0) },
      isRehearsal: isRehearsal)
  }
}
