import CoverageEngine
import RelaisGeo
import RelaisWording

/// The relays that a school's children pass on their way, as far as this is public: where they are and when they are open.
struct SchoolRelays {
  /// How far from a stretch that children walk a relay's own point of the street may lie.
  private static let beside = Length(millimetres: 60_000)

  private let places: PublicPlaces
  private let result: AnalysisResult
  private let wording: Wording

  init(_ material: ReportMaterial, _ wording: Wording) {
    places = PublicPlaces(material)
    result = material.result
    self.wording = wording
  }

  /// Those beside public flows, the most passed first; ties by name.
  func passed(by flows: [SchoolFlow]) -> [(place: PublicPlaces.Place, children: Int)] {
    var onEdge: [EdgeID: [(from: Length, to: Length, children: Int)]] = [:]
    for flow in flows {
      guard let children = PublicCount(flow.children, homes: flow.homes).children, children > 0
      else { continue }
      onEdge[flow.interval.edge, default: []].append(
        (flow.interval.from, flow.interval.to, children))
    }
    var found: [(place: PublicPlaces.Place, children: Int)] = []
    for (facility, snap) in zip(result.facilities, result.snaps) {
      guard let snap, let index = places.index[facility.id], !facility.isApproximate else {
        continue
      }
      let children = (onEdge[snap.edge] ?? []).filter {
        snap.offset + SchoolRelays.beside >= $0.from && snap.offset <= $0.to + SchoolRelays.beside
      }.map(\.children).max()
      if let children { found.append((places.places[index], children)) }
    }
    return found.sorted {
      ($1.children, Establishment.folded($0.place.relay.name), $0.place.relay.id)
        < ($0.children, Establishment.folded($1.place.relay.name), $1.place.relay.id)
    }
  }

  func table(
    _ passed: [(place: PublicPlaces.Place, children: Int)], id: String
  ) -> Table {
    Table(
      id: id, caption: wording.schoolRelaysCaption(passed.count),
      columns: wording.schoolRelayColumns,
      rows: passed.map { item in
        Table.Row([
          .text(item.place.relay.name), .text(item.place.address(wording)),
          .text(item.place.hours(wording)), wording.integerCell(item.children),
        ])
      })
  }
}
