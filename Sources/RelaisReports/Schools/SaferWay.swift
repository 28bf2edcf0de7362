import CoverageEngine
import RelaisGeo
import RelaisWording

/// The ways to a school that stay nearest to relays, at most 15 % longer, street by street.
struct SaferWay {
  /// Streets a page names.
  private static let most = 12

  /// Stretches whose flow is public.
  let pieces: [EdgeInterval]
  private let streets: [(name: String, length: Length, children: Int)]

  /// - Parameter flows: A school's, along its most covered ways.
  init(_ flows: [SchoolFlow], _ network: StreetNetwork) {
    var pieces: [EdgeInterval] = []
    var streets: [(name: String, length: Length, children: Int)] = []
    var numbers: [String: Int] = [:]
    for flow in flows {
      guard let children = PublicCount(flow.children, homes: flow.homes).children, children > 0
      else { continue }
      pieces.append(flow.interval)
      guard let name = network.name(of: flow.interval.edge) else { continue }
      let number = numbers[name] ?? streets.count
      if number == streets.count {
        numbers[name] = number
        streets.append((name, .zero, 0))
      }
      streets[number].length = streets[number].length + flow.interval.length
      streets[number].children = max(streets[number].children, children)
    }
    self.pieces = pieces
    self.streets = Array(
      streets.sorted { ($1.children, $1.length, $0.name) < ($0.children, $0.length, $1.name) }
        .prefix(SaferWay.most))
  }

  func table(_ wording: Wording) -> Table {
    Table(
      id: "safer-way", caption: wording.saferWayCaption, columns: wording.saferWayColumns,
      rows: streets.map { street in
        Table.Row([
          .text(street.name), wording.metresCell(street.length),
          wording.integerCell(street.children),
        ])
      })
  }

  var isEmpty: Bool { streets.isEmpty }
}
