import CoverageEngine
import RelaisGeo
import RelaisWording

/// Columns of gaps, budgets, districts and relays.
extension Wording {
  var gapColumns: [Table.Column] {
    [
      .init(say("council.gapColumns.rank"), kind: .number),
      .init(say("council.gapColumns.street"), namesRow: true),
      .init(say("council.gapColumns.from"), fold: .init(under: 1)),
      .init(say("council.gapColumns.to"), fold: .init(under: 1, lead: " → ")),
      .init(say("council.gapColumns.length"), unit: "m", kind: .number),
      .init(say("council.gapColumns.relayAt"), unit: "m", kind: .number),
      .init(
        say("council.gapColumns.nearestRelay"),
        fold: .init(under: 1, label: say("council.gapColumns.relay"))),
      .init(say("council.gapColumns.district"), fold: .init(under: 1, lead: " · ")),
    ]
  }

  /// Of the gaps to close first, by their numbers.
  func firstGapColumns(byChildren: Bool) -> [Table.Column] {
    let columns = gapColumns
    return [
      columns[0], columns[1], columns[2], columns[3],
      .init(columns[7].title, fold: .init(under: 1, lead: " · ")),
      columns[4], columns[5],
    ] + (byChildren ? gapSchoolColumns : [])
  }

  /// Of gaps, after their own columns, where the study area is several communes.
  var gapCommuneColumn: Table.Column {
    .init(say("council.gapColumns.commune"), fold: .init(under: 1, lead: " · "))
  }

  /// In files alone, after all others.
  var communeCodeHeader: String { say("council.gapColumns.insee") }
  var communeHeader: String { say("council.gapColumns.commune") }
  var overHeader: String { say("council.gapColumns.over") }

  func communeColumns(main: Budget, others: [Budget]) -> [Table.Column] {
    var columns = districtColumns(main: main, others: others)
    columns[0] = .init(communeHeader, namesRow: true)
    return columns + [.init(communeCodeHeader, fold: .init(under: 0))]
  }

  var budgetColumns: [Table.Column] {
    [
      .init(say("council.budgetColumns.distance"), unit: "m", kind: .number, namesRow: true),
      .init(say("council.budgetColumns.streets"), unit: "km", kind: .number),
      .init(say("council.budgetColumns.covered"), unit: "km", kind: .number),
      .init(say("council.budgetColumns.shareOn"), unit: "%", kind: .number, showsBar: true),
      .init(say("council.budgetColumns.shareBy"), unit: "%", kind: .number),
      .init(
        say("council.budgetColumns.difference"), unit: say("council.budgetColumns.points"),
        kind: .number),
    ]
  }

  func districtColumns(main: Budget, others: [Budget]) -> [Table.Column] {
    [
      .init(say("council.gapColumns.district"), namesRow: true),
      .init(say("council.budgetColumns.streets"), unit: "km", kind: .number),
      .init(say("council.districtColumns.notCovered"), unit: "km", kind: .number),
      .init(shareAt(main), unit: "%", kind: .number, showsBar: true),
    ] + others.map { .init(shareAt($0), unit: "%", kind: .number) }
  }

  /// Of priority areas: those of districts, under their own name.
  func priorityAreaColumns(main: Budget, others: [Budget]) -> [Table.Column] {
    var columns = districtColumns(main: main, others: others)
    columns[0].title = say("council.priorityAreaColumns")
    return columns
  }

  var relayColumns: [Table.Column] {
    [
      .init(say("council.attachedRelays"), namesRow: true),
      .init(say("council.relayColumns.kind")),
      .init(say("council.relayColumns.attachedTo")),
      .init(say("council.relayColumns.connector"), unit: "m", kind: .number),
    ]
  }

  /// Of relays that would be missed, after their own columns.
  var relayFragilityColumns: [Table.Column] {
    [
      .init(say("council.relayFragilityColumns.lostWithout"), unit: "m", kind: .number),
      .init(say("council.relayFragilityColumns.toKeep"), fold: .init(under: 0)),
    ]
  }
}
