import CoverageEngine
import RelaisFormats
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
  /// What earlier runs saw of them on the map.
  var sightings: [MapSighting]

  /// Relays as bytes, a line each: what their fingerprint is made of.
  static func text(of relays: [Facility]) -> [UInt8] {
    var json = JSONWriter()
    json.beginArray()
    for relay in relays {
      json.breakLine()
      json.beginArray()
      for text in [relay.id, relay.name, relay.kind?.text, relay.openingHours] {
        if let text { json.string(text) } else { json.null() }
      }
      json.number(relay.position.x)
      json.number(relay.position.y)
      json.endArray()
    }
    json.endArray()
    return json.finish()
  }

  /// Who has no position, and how many have only their street's.
  private static func findings(of adherents: [Establishment]) -> [Finding] {
    let unplaced = adherents.filter { $0.position == nil }.map { one in
      let commune = [one.address.postcode, one.address.city ?? one.address.cityCode]
        .compactMap { $0 }.joined(separator: " ")
      return Finding(
        .relayUnplaced(
          relay: one.id, name: one.name, commune: commune.isEmpty ? nil : commune))
    }
    let approximate = adherents.count(where: \.isPositionApproximate)
    return unplaced
      + (approximate == 0
        ? [] : [Finding(.relaysApproximate(approximate, of: adherents.count))])
  }

  /// Those of a run's registry; `nil` where its relays come from files.
  static func read(
    _ files: InputFiles, on network: StreetNetwork
  ) throws(RegistryError) -> RegistryRelays? {
    guard let registry = files.registry else { return nil }
    let territory = registry.territory
    return try read(registry.file, stamp: registry.stamp, on: files.day) {
      TerritoryExtent.box(of: territory, network: network)
    }
  }

  /// Reads the adherents, what other programs changed in the file being taken over first.
  ///
  /// A registry that cannot be written is read as its events have it.
  ///
  /// - Parameter day: The day whose adherents are read; today if `nil`.
  static func read(
    _ path: String, stamp: RegistryStamp, on day: CalendarDay? = nil,
    within area: @escaping @Sendable () -> Envelope?
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
    let adherents = histories.compactMap { $0.establishment(on: day ?? stamp.today) }
      .filter { $0.state == .adherent }
      .sorted { $0.id < $1.id }
    let rejected = adherents.enumerated().filter { $0.element.position == nil }.map { number, one in
      RejectedRow(place: .record(number + 1), id: one.id, reason: .noGeometry())
    }
    return RegistryRelays(
      facilities: adherents.compactMap(\.facility),
      report: ImportReport(
        file: path, format: .registry, rows: adherents.count, rejected: rejected,
        findings: findings(of: adherents)),
      edits: edits, histories: histories, sightings: try store.sightings())
  }
}

extension FacilitiesImporter {
  /// Relays that come from files.
  static func read(
    _ files: InputFiles, in surroundings: Surroundings
  ) throws -> (facilities: [Facility], reports: [ImportReport]) {
    let relays = try read(
      files: files[.adherents], layer: files.layers[.adherents],
      mapping: files.columns[.adherents] ?? ColumnMapping(), in: surroundings)
    return (relays.facilities, relays.reports)
  }
}
