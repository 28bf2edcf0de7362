import CoverageEngine
import RelaisGeo
import RelaisWording

/// Columns and figures of coverage in time.
extension Wording {
  var windowColumns: [Table.Column] {
    [
      .init(say("hours.weekWindow"), namesRow: true),
      .init(say("hours.windowColumns.hours"), fold: .init(under: 0)),
      .init(
        say("hours.windowColumns.coveredUnknown"), unit: "%", kind: .number,
        showsBar: true),
      .init(
        say("hours.windowColumns.coveredUnknownOpen"), unit: "%", kind: .number,
        showsBar: true),
      .init(say("hours.hourHeaders.relaysOpen"), kind: .number),
      .init(say("hours.hourHeaders.relaysOf"), kind: .number),
      .init(say("hours.windowColumns.gapsThat"), kind: .number),
      .init(say("hours.windowColumns.theirLength"), unit: "km", kind: .number),
      .init(say("hours.windowColumns.schoolDays"), kind: .number),
    ]
  }

  var timedGapColumns: [Table.Column] {
    [
      .init(say("hours.timedGapColumns.rank"), kind: .number),
      .init(say("hours.timedGapColumns.street"), namesRow: true),
      .init(say("hours.timedGapColumns.from"), fold: .init(under: 1)),
      .init(say("hours.timedGapColumns.to"), fold: .init(under: 1, lead: " → ")),
      .init(say("hours.timedGapColumns.length"), unit: "m", kind: .number),
      .init(
        say("hours.timedGapColumns.nearestRelay"),
        fold: .init(under: 1, label: say("hours.timedGapColumns.relay"))),
      .init(say("hours.timedGapColumns.district"), fold: .init(under: 1, lead: " · ")),
      .init(say("hours.timedGapColumns.noRelay")),
      .init(say("hours.weekPossible")),
    ]
  }

  var relayTimeColumns: [Table.Column] {
    [
      .init(say("hours.relayTimeColumns.openingHours"), fold: .init(under: 0)),
      .init(say("hours.relayTimeColumns.openIn")),
    ]
  }

  func worstWindowFigure(
    _ inTime: CoverageInTime, budget: Budget
  ) -> ReportDocument.KeyFigure? {
    worst(inTime, budget).map { worst in
      .init(
        label: say("hours.worstWindowFigure"),
        value: share(worst.certain),
        explanation: upTo(
          worst.possible,
          say(
            "hours.worstWindow",
            ["window": .text(name(worst.window)), "hours": .text(hours(of: worst.window))])))
    }
  }
}
