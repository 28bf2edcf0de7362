import CoverageEngine
import RelaisGeo
import RelaisWording

/// Columns of a school’s page, and what it says of few children.
extension Wording {
  var worstGapColumns: [Table.Column] {
    [
      .init(say("schools.worstGapColumns.no"), kind: .number),
      .init(say("schools.worstGapColumns.street"), namesRow: true),
      .init(say("schools.worstGapColumns.from"), fold: .init(under: 1)),
      .init(say("schools.worstGapColumns.to"), fold: .init(under: 1, lead: " → ")),
      .init(say("schools.worstGapColumns.length"), unit: "m", kind: .number),
      .init(say("schools.gapSchoolColumns.childrenA"), kind: .number),
    ]
  }

  var schoolRelayColumns: [Table.Column] {
    [
      .init(publicHeaders[1], namesRow: true), .init(publicHeaders[2]), .init(publicHeaders[3]),
      .init(say("schools.gapSchoolColumns.childrenA"), kind: .number),
    ]
  }

  var saferWayColumns: [Table.Column] {
    [
      .init(say("schools.worstGapColumns.street"), namesRow: true),
      .init(say("schools.worstGapColumns.length"), unit: "m", kind: .number),
      .init(say("schools.gapSchoolColumns.childrenA"), kind: .number),
    ]
  }

  var schoolIndexColumns: [Table.Column] {
    [
      .init(schoolLabel, namesRow: true), .init(childrenLabel, kind: .number),
      .init(coveredWay, unit: "%", kind: .number, showsBar: true),
    ]
  }

  /// What routes at most 15 % longer save; `nil` where nobody is helped, or too few to publish.
  func coveredRoutes(_ figures: SchoolFigures) -> String? {
    guard let helped = PublicCount(figures.helped, homes: figures.helpedHomes).children, helped > 0
    else { return nil }
    let metres = PublicCount.saved(
      Double(figures.savedChildMillimetres) / Double(figures.helped.millionths) / 1000)
    return say(
      "schools.coveredRoutes",
      ["helped": .digits(helped), "metres": .length(Length(metres: metres))])
  }

  func sharedWayIntroduction(_ line: SharedWay) -> String {
    let children = PublicCount(
      line.children, homes: line.stops.reduce(0) { $0 + $1.homes }
    ).children
    guard let children else {
      return say("schools.sharedWayIntroduction.aWalking", ["length": .length(line.length)])
    }
    return say(
      "schools.sharedWayIntroduction.children",
      ["length": .length(line.length), "children": .digits(children)])
  }

  var stopColumns: [Table.Column] {
    [
      .init(say("schools.stopColumns.stop"), kind: .number),
      .init(say("schools.stopColumns.where"), namesRow: true),
      .init(say("schools.stopColumns.toSchool"), unit: "m", kind: .number),
      .init(say("schools.stopColumns.childrenWho"), kind: .number),
    ]
  }
}
