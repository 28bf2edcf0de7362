import CoverageEngine
import RelaisGeo
import RelaisWording

/// Columns and figures of what more relays would bring, and of what changed.
extension Wording {
  var recruitColumns: [Table.Column] {
    [
      .init(say("council.recruitColumns.recruits"), kind: .number, namesRow: true),
      .init(say("council.recruitColumns.coverageFound"), unit: "%", kind: .number),
      .init(say("council.recruitColumns.bound"), unit: "%", kind: .number),
    ]
  }
  func targetColumns(withBudget: Bool) -> [Table.Column] {
    (withBudget
      ? [.init(say("council.budgetColumns.distance"), kind: .number, namesRow: true)] : []) + [
        .init(say("council.targetColumns.target"), kind: .number, namesRow: true),
        .init(say("council.targetColumns.recruitsThat"), kind: .number),
        .init(say("council.targetColumns.atLeast"), kind: .number),
      ]
  }
  var fragilityColumns: [Table.Column] {
    [
      .init(say("council.attachedRelays"), namesRow: true),
      .init(say("council.fragilityColumns.streetsLost"), unit: "m", kind: .number),
      .init(say("council.fragilityColumns.share"), unit: "%", kind: .number),
    ]
  }

  /// The third figure of the first screen: by how much, and why.
  func changeFigure(
    _ effects: CoverageChange.Effects, since day: CalendarDay
  ) -> ReportDocument.KeyFigure {
    let before = effects.recorded ?? effects.then
    return .init(
      label: say("council.changeFigure.since", ["day": .date(day)]),
      value: signedPoints(before.share, effects.now.share),
      explanation: effects.streets.map {
        say(
          "council.changeFigure.relaysAndStreets",
          ["relays": .text(signed(effects.members)), "streets": .text(signed($0))])
      } ?? say("council.changeFigure.relays", ["relays": .text(signed(effects.members))]))
  }
  var quarterColumns: [Table.Column] {
    [
      .init(say("council.quarterColumns.day"), namesRow: true),
      .init(say("council.quarterColumns.relays"), kind: .number),
      .init(say("council.quarterColumns.recomputed"), unit: "%", kind: .number),
      .init(say("council.quarterColumns.publishedThen"), unit: "%", kind: .number),
    ]
  }
}
