import CoverageEngine
import RelaisGeo
import RelaisWording

/// Columns of quarters and changes.
extension Wording {
  func trendColumns(_ budgets: [Budget], main: Budget) -> [Table.Column] {
    [
      .init(say("trend.trendColumns.day"), namesRow: true),
      .init(say("trend.trendColumns.relays"), kind: .number),
    ]
      + budgets.map {
        .init(
          say("trend.trendColumns.coveredAt", ["budget": .budget($0)]), unit: "%", kind: .number,
          showsBar: $0 == main)
      } + [
        .init(
          say("trend.trendColumns.computedThen", ["main": .budget(main)]),
          unit: "%", kind: .number)
      ]
  }
  var changeColumns: [Table.Column] {
    [
      .init(say("trend.changeColumns.change")),
      .init(say("trend.changeColumns.street"), namesRow: true),
      .init(say("trend.changeColumns.from"), fold: .init(under: 1)),
      .init(say("trend.changeColumns.to"), fold: .init(under: 1, lead: " → ")),
      .init(say("trend.changeColumns.length"), unit: "m", kind: .number),
      .init(
        say("trend.changeColumns.nearestRelay"),
        fold: .init(under: 1, label: say("trend.changeColumns.relay"))),
      .init(say("trend.changeColumns.district"), fold: .init(under: 1, lead: " · ")),
    ]
  }
}
