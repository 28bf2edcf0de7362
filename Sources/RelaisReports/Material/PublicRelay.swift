package import CoverageEngine
package import RelaisGeo

/// What a town publishes of a relay: these facts and no other, so that one added to the registry
/// stays inside until somebody lets it out.
package struct PublicRelay: Hashable, Sendable {
  /// The registry's or the file's identifier.
  package var id: String
  /// As the public knows it.
  package var name: String
  /// What it is, where that is known.
  package var kind: FacilityKind?
  /// Number and street, postcode, town and INSEE code, as far as they are known.
  package var address = PostalAddress()
  /// Degrees, or metres of a local plane; of an approximate one thousandths of degrees, some hundred metres, so that nobody
  /// takes it for a door.
  package var position: Position?
  /// Its street is known, and not where in the street.
  package var isApproximate = false
  /// In OpenStreetMap syntax, as recorded.
  package var openingHours: String?
  /// The day its facts last changed, where that is kept.
  package var updatedOn: CalendarDay?

  /// Adherents of a day, by id; nobody else is ever shown.
  package static func all(
    in histories: [EstablishmentHistory], on day: CalendarDay
  ) -> [PublicRelay] {
    histories.compactMap { history in
      guard let one = history.establishment(on: day), one.state == .adherent else { return nil }
      let days = history.standing.filter { $0.holdsFrom <= day && !$0.changes.isEmpty }
        .map(\.holdsFrom)
      return PublicRelay(
        id: one.id, name: one.name, kind: one.facilityKind, address: one.address,
        position: one.isPositionApproximate ? one.position.map(rounded) : one.position,
        isApproximate: one.isPositionApproximate, openingHours: one.openingHours,
        updatedOn: days.max() ?? day)
    }.sorted { $0.id < $1.id }
  }

  private static func rounded(_ position: Position) -> Position {
    Position(x: (position.x * 1000).rounded() / 1000, y: (position.y * 1000).rounded() / 1000)
  }

  /// The relays of a report: the registry's adherents, else those of the files, which know less.
  package static func all(of material: ReportMaterial) -> [PublicRelay] {
    if let file = material.agent { return all(in: file.histories, on: file.today) }
    let result = material.result
    return zip(result.facilities, result.snaps).map { facility, snap in
      PublicRelay(
        id: facility.id, name: facility.name ?? facility.id, kind: facility.kind,
        address: address(of: facility, snap, material), position: facility.position,
        openingHours: facility.openingHours)
    }.sorted { $0.id < $1.id }
  }

  /// The house it stands by, else its street: files of relays have no addresses of their own.
  private static func address(
    of facility: Facility, _ snap: Snap?, _ material: ReportMaterial
  ) -> PostalAddress {
    let network = material.result.network
    if facility.position.isFinite, !facility.isApproximate,
      let house = material.book?.houses?.nearest(
        to: facility.position, ground: network.ground, within: nearestHouse)
    {
      return PostalAddress(houseNumber: house.number, street: house.street)
    }
    return PostalAddress(street: snap.flatMap { network.name(of: $0.edge) })
  }

  /// Metres from a house to a shop in it.
  private static let nearestHouse = 25.0
}
