import CoverageEngine
import RelaisGeo
import RelaisWording

/// The relays as a page shows them: by district, then name, numbered in that order.
struct PublicPlaces {
  struct Place {
    var relay: PublicRelay
    var district: String?
    /// `nil` where its hours are not known or cannot be read.
    var hours: OpeningHours?
  }

  let places: [Place]
  /// By the relay's identifier, the place's index.
  let index: [String: Int]

  init(_ material: ReportMaterial) {
    let relays = PublicRelay.all(of: material)
    let positions = relays.map { $0.position ?? Position(x: .nan, y: .nan) }
    var districts = [String?](repeating: nil, count: relays.count)
    for area in material.result.districtAreas {
      // An area the analysis could use is sound; one that is not names no district.
      let inside = (try? PolygonOperations.contains(area.shape, positions)) ?? []
      for (relay, isInside) in inside.enumerated() where isInside && districts[relay] == nil {
        districts[relay] = area.name
      }
    }
    func key(_ place: Place) -> (String, String, String) {
      // Relays outside every district come last.
      (
        place.district.map { "0" + Establishment.folded($0) } ?? "1",
        Establishment.folded(place.relay.name), place.relay.id
      )
    }
    places = zip(relays, districts).map { relay, district in
      Place(
        relay: relay, district: district,
        hours: relay.openingHours.flatMap { try? OpeningHours(parsing: $0) })
    }.sorted { key($0) < key($1) }
    index = Dictionary(
      places.enumerated().map { ($1.relay.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension PublicPlaces.Place {
  func address(_ wording: Wording) -> String { relay.shownAddress(wording) }

  /// In words; those that cannot be read are shown as they were given.
  func hours(_ wording: Wording) -> String {
    hours.map(wording.inWords) ?? relay.openingHours ?? wording.publicUnknownHours
  }
}

extension PublicRelay {
  /// Its address in a line; of one whose street alone is known, with that said.
  func shownAddress(_ wording: Wording) -> String {
    let town = [address.postcode, address.city].compactMap { $0 }.joined(separator: " ")
    let line = [address.line, town.isEmpty ? nil : town].compactMap { $0 }.joined(separator: ", ")
    return isApproximate ? wording.approximate(line) : line
  }
}
