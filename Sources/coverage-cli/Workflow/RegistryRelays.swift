import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports

/// The relays of a day, as a territory's registry knows them.
struct RegistryRelays {
  var facilities: [Facility]
  var report: ImportReport
  var edits: [RegistryEdit] = []
  /// Everything the registry knows, by id.
  var histories: [EstablishmentHistory]

  /// Reads the adherents, what other programs changed in the file being taken over first.
  ///
  /// A registry that cannot be written is read as its events have it.
  static func read(
    _ path: String, stamp: RegistryStamp, within area: @escaping @Sendable () -> Envelope?
  ) throws(RegistryError) -> RegistryRelays {
    var edits: [RegistryEdit] = []
    do {
      let store = try RegistryStore(path: path, for: .writing, within: area)
      defer { store.close() }
      edits = try store.write(stamp) { $0.edits }
    } catch {
      switch error {
      case .readOnly, .busy, .diskFull: break
      default: throw error
      }
    }
    let store = try RegistryStore(path: path, for: .reading)
    defer { store.close() }
    let histories = try store.histories()
    let adherents = histories.compactMap { $0.establishment(on: stamp.today) }
      .filter { $0.state == .adherent }
    let rejected = adherents.enumerated().filter { $0.element.position == nil }.map { number, one in
      RejectedRow(place: .record(number + 1), id: one.id, reason: .noGeometry)
    }
    return RegistryRelays(
      facilities: adherents.compactMap(\.facility),
      report: ImportReport(
        file: path, format: "registry", rows: adherents.count, rejected: rejected),
      edits: edits, histories: histories)
  }
}
