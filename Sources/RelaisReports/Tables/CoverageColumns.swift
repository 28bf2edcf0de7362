import CoverageEngine
import RelaisGeo
import RelaisWording

/// Columns of gaps, budgets, districts and relays.
extension Wording {
  var gapColumns: [Table.Column] {
    [
      .init(say("Rang", "Rank"), kind: .number),
      .init(say("Rue", "Street"), namesRow: true),
      .init(say("De", "From"), fold: .init(under: 1)),
      .init(say("À", "To"), fold: .init(under: 1, lead: " → ")),
      .init(say("Longueur", "Length"), unit: "m", kind: .number),
      .init(say("Relais à", "Relay at"), unit: "m", kind: .number),
      .init(
        say("Relais le plus proche", "Nearest relay"),
        fold: .init(under: 1, label: say("relais", "relay"))),
      .init(say("Quartier", "District"), fold: .init(under: 1, lead: " · ")),
    ]
  }

  var budgetColumns: [Table.Column] {
    [
      .init(say("Distance", "Distance"), unit: "m", kind: .number, namesRow: true),
      .init(say("Rues", "Streets"), unit: "km", kind: .number),
      .init(say("Couvertes", "Covered"), unit: "km", kind: .number),
      .init(say("Part à pied", "Share on foot"), unit: "%", kind: .number, showsBar: true),
      .init(say("Part par cercles", "Share by circles"), unit: "%", kind: .number),
      .init(say("Différence", "Difference"), unit: say("points", "points"), kind: .number),
    ]
  }

  func districtColumns(main: Length, others: [Length]) -> [Table.Column] {
    [
      .init(say("Quartier", "District"), namesRow: true),
      .init(say("Rues", "Streets"), unit: "km", kind: .number),
      .init(say("Non couvertes", "Not covered"), unit: "km", kind: .number),
      .init(shareAt(main), unit: "%", kind: .number, showsBar: true),
    ] + others.map { .init(shareAt($0), unit: "%", kind: .number) }
  }

  var relayColumns: [Table.Column] {
    [
      .init(say("Relais", "Relay"), namesRow: true),
      .init(say("Nature", "Kind")),
      .init(say("Rattachement", "Attached to")),
      .init(say("Raccord", "Connector"), unit: "m", kind: .number),
    ]
  }
}
