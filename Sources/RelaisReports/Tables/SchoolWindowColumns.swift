import CoverageEngine
import RelaisGeo
import RelaisWording

/// Columns of schools in a window of time.
extension Wording {
  /// The window by its name, and what it may be at most once every relay's hours are known.
  func schoolColumns(in window: SchoolRunWindow) -> [Table.Column] {
    [
      .init(
        say("schools.schoolColumns.covered", ["window": .text(name(window))]), unit: "%",
        kind: .number),
      .init(
        say("schools.schoolColumns.coveredUnknown", ["window": .text(name(window))]), unit: "%",
        kind: .number,
        fold: .init(under: 7, label: say("schools.schoolColumns.atMost"))),
    ]
  }

  func schoolFileColumns(in window: SchoolRunWindow) -> [Table.Column] {
    let unknown = say("schools.schoolFileColumns.unknownHours")
    let exposed = say("schools.schoolFileColumns.uncoveredFor")
    let covered = say("schools.coveredWay")
    return [
      .init("\(covered), \(name(window))", unit: "%", kind: .number),
      .init("\(covered), \(name(window)), \(unknown)", unit: "%", kind: .number),
      .init("\(exposed), \(name(window))", kind: .number),
      .init("\(exposed), \(name(window)), \(unknown)", kind: .number),
    ]
  }

  var schoolWindowColumns: [Table.Column] {
    [
      .init(say("schools.schoolWindowColumns.window"), namesRow: true),
      .init(say("schools.schoolWindowColumns.hours"), fold: .init(under: 0)),
      .init(
        say("schools.schoolWindowColumns.wayCovered"), unit: "%",
        kind: .number, showsBar: true),
      .init(
        say("schools.schoolWindowColumns.wayCoveredUnknownOpen"), unit: "%",
        kind: .number, showsBar: true),
      .init(
        say("schools.schoolWindowColumns.childrenUncovered"),
        kind: .number),
      .init(
        say("schools.schoolWindowColumns.childrenUncoveredUnknownOpen"),
        kind: .number, fold: .init(under: 4, label: say("schools.schoolWindowColumns.unknownOpen"))),
      .init(say("schools.longestLabel"), unit: "m", kind: .number),
    ]
  }
}
