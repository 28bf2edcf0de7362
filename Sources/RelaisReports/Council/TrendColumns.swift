import CoverageEngine
import RelaisGeo
import RelaisWording

/// Columns of quarters, effects and changes.
extension Wording {
  func trendColumns(_ budgets: [Length], main: Length) -> [Table.Column] {
    [
      .init(say("Jour", "Day"), namesRow: true),
      .init(say("Relais", "Relays"), kind: .number),
    ]
      + budgets.map {
        .init(
          say("Couvertes à \(budget($0))", "Covered at \(budget($0))"), unit: "%", kind: .number,
          showsBar: $0 == main)
      } + [
        .init(
          say("Calculé à l’époque, à \(budget(main))", "Computed then, at \(budget(main))"),
          unit: "%", kind: .number)
      ]
  }
  var effectColumns: [Table.Column] {
    [
      .init(say("Distance", "Distance"), unit: "m", kind: .number, namesRow: true),
      .init(say("Avant", "Before"), unit: "m", kind: .number),
      .init(say("Par les rues", "By streets"), unit: "m", kind: .number),
      .init(say("Par les relais", "By relays"), unit: "m", kind: .number),
      .init(say("Maintenant", "Now"), unit: "m", kind: .number),
    ]
  }
  var changeColumns: [Table.Column] {
    [
      .init(say("Changement", "Change")),
      .init(say("Rue", "Street"), namesRow: true),
      .init(say("De", "From"), fold: .init(under: 1)),
      .init(say("À", "To"), fold: .init(under: 1, lead: " → ")),
      .init(say("Longueur", "Length"), unit: "m", kind: .number),
      .init(
        say("Relais le plus proche maintenant", "Nearest relay now"),
        fold: .init(under: 1, label: say("relais", "relay"))),
      .init(say("Quartier", "District"), fold: .init(under: 1, lead: " · ")),
    ]
  }
}
