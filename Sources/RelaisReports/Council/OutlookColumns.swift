import CoverageEngine
import RelaisGeo
import RelaisWording

/// Columns and figures of what more relays would bring, and of what changed.
extension Wording {
  var recruitColumns: [Table.Column] {
    [
      .init(say("Recrues", "Recruits"), kind: .number, namesRow: true),
      .init(say("Couverture trouvée", "Coverage found"), unit: "%", kind: .number),
      .init(say("Borne", "Bound"), unit: "%", kind: .number),
    ]
  }
  func targetColumns(withBudget: Bool) -> [Table.Column] {
    (withBudget ? [.init(say("Distance", "Distance"), kind: .number, namesRow: true)] : []) + [
      .init(say("Objectif", "Target"), kind: .number, namesRow: true),
      .init(say("Recrues qui suffisent", "Recruits that suffice"), kind: .number),
      .init(say("Il en faut au moins", "At least needed"), kind: .number),
    ]
  }
  var fragilityColumns: [Table.Column] {
    [
      .init(say("Relais", "Relay"), namesRow: true),
      .init(say("Rues perdues", "Streets lost"), unit: "m", kind: .number),
      .init(say("Part", "Share"), unit: "%", kind: .number),
    ]
  }

  /// The third figure of the first screen: by how much, and why.
  func changeFigure(
    _ effects: CoverageChange.Effects, since day: CalendarDay
  ) -> ReportDocument.KeyFigure {
    let before = effects.recorded ?? effects.then
    return .init(
      label: say("Depuis le \(date(day))", "Since \(date(day))"),
      value: signedPoints(before.share, effects.now.share),
      explanation: typographic(
        say("par les relais : ", "by relays: ") + signed(effects.members)
          + (effects.streets.map {
            say(" ; par le plan des rues : ", "; by the street map: ") + signed($0)
          } ?? "")))
  }
  var quarterColumns: [Table.Column] {
    [
      .init(say("Date", "Day"), namesRow: true),
      .init(say("Relais", "Relays"), kind: .number),
      .init(say("Recalculé", "Recomputed"), unit: "%", kind: .number),
      .init(say("Publié alors", "Published then"), unit: "%", kind: .number),
    ]
  }
}
