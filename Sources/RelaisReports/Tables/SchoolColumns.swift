import CoverageEngine
import RelaisGeo
import RelaisWording

/// Columns of schools.
extension Wording {
  private var schoolFigureColumns: [Table.Column] {
    [
      .init(say("schools.childrenLabel"), kind: .number),
      .init(say("schools.medianWalkLabel"), unit: "m", kind: .number),
      .init(say("schools.schoolFigureColumns.inWalk"), unit: "m", kind: .number),
      .init(say("schools.coveredWay"), unit: "%", kind: .number, showsBar: true),
      .init(
        say("schools.schoolFileColumns.uncoveredFor"), kind: .number),
      .init(say("schools.longestLabel"), unit: "m", kind: .number),
    ]
  }

  var schoolColumns: [Table.Column] {
    [.init(say("schools.schoolLabel"), namesRow: true)] + schoolFigureColumns
  }

  var schoolFileColumns: [Table.Column] {
    [
      .init(say("schools.schoolLabel"), namesRow: true),
      .init(say("schools.schoolFileColumns.identifier")),
      .init(say("schools.schoolFileColumns.levels")),
      .init(say("schools.schoolFileColumns.attached"), kind: .number),
    ] + schoolFigureColumns + [
      .init(say("schools.schoolFileColumns.childrenWithout"), kind: .number),
      .init(say("schools.schoolFileColumns.streetOf")),
      .init(say("schools.schoolFileColumns.worstPoint"), kind: .number),
      .init(say("schools.schoolFileColumns.worstPointLatitude"), kind: .number),
      .init(say("schools.schoolFileColumns.nearestRelay"), unit: "m", kind: .number),
      .init(say("schools.worstGapsLabel")),
      .init(
        say("schools.schoolFileColumns.childrenA"),
        kind: .number),
      .init(
        say("schools.schoolFileColumns.uncoveredWay"), unit: "m", kind: .number
      ),
    ]
  }

  /// Of gaps, after their own columns.
  var gapSchoolColumns: [Table.Column] {
    [
      .init(say("schools.gapSchoolColumns.childrenA"), kind: .number),
      .init(
        say("schools.schoolsLayer"),
        fold: .init(under: 1, label: say("schools.gapSchoolColumns.to"))),
    ]
  }
}
