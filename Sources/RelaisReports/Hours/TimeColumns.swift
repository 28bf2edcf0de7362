import CoverageEngine
import RelaisGeo
import RelaisWording

/// Columns and figures of coverage in time.
extension Wording {
  var windowColumns: [Table.Column] {
    [
      .init(say("Créneau", "Window"), namesRow: true),
      .init(say("Heures", "Hours"), fold: .init(under: 0)),
      .init(
        say("Couvertes, inconnus fermés", "Covered, unknown closed"), unit: "%", kind: .number,
        showsBar: true),
      .init(
        say("Couvertes, inconnus ouverts", "Covered, unknown open"), unit: "%", kind: .number,
        showsBar: true),
      .init(say("Relais ouverts", "Relays open"), kind: .number),
      .init(say("Relais d’horaires inconnus", "Relays of unknown hours"), kind: .number),
      .init(say("Trous qui s’ouvrent", "Gaps that open up"), kind: .number),
      .init(say("Leur longueur", "Their length"), unit: "km", kind: .number),
      .init(say("Jours de classe", "School days"), kind: .number),
    ]
  }

  var timedGapColumns: [Table.Column] {
    [
      .init(say("Rang", "Rank"), kind: .number),
      .init(say("Rue", "Street"), namesRow: true),
      .init(say("De", "From"), fold: .init(under: 1)),
      .init(say("À", "To"), fold: .init(under: 1, lead: " → ")),
      .init(say("Longueur", "Length"), unit: "m", kind: .number),
      .init(
        say("Relais le plus proche", "Nearest relay"),
        fold: .init(under: 1, label: say("relais", "relay"))),
      .init(say("Quartier", "District"), fold: .init(under: 1, lead: " · ")),
      .init(say("Sans relais ouvert", "No relay open")),
      .init(say("Horaires inconnus", "Hours unknown")),
    ]
  }

  var relayTimeColumns: [Table.Column] {
    [
      .init(say("Horaires", "Opening hours"), fold: .init(under: 0)),
      .init(say("Ouvert aux créneaux", "Open in windows")),
    ]
  }

  func worstWindowFigure(
    _ inTime: CoverageInTime, budget: Length
  ) -> ReportDocument.KeyFigure? {
    worst(inTime, budget).map { worst in
      .init(
        label: say("Au créneau le moins couvert", "In the least covered window"),
        value: share(worst.certain),
        explanation: typographic(
          name(worst.window) + ", " + hours(of: worst.window) + upTo(worst.possible)))
    }
  }
}
