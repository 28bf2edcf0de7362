import CoverageEngine
import RelaisGeo
import RelaisWording

/// Columns of schools.
extension Wording {
  private var schoolFigureColumns: [Table.Column] {
    [
      .init(say("Enfants", "Children"), kind: .number),
      .init(say("Trajet médian", "Median walk"), unit: "m", kind: .number),
      .init(say("9 sur 10 marchent moins de", "9 in 10 walk less than"), unit: "m", kind: .number),
      .init(say("Chemin couvert", "Way covered"), unit: "%", kind: .number, showsBar: true),
      .init(
        say("À découvert plus de 300 m", "Uncovered for over 300 m"), kind: .number),
      .init(say("Plus long découvert", "Longest uncovered"), unit: "m", kind: .number),
    ]
  }

  var schoolColumns: [Table.Column] {
    [.init(say("École", "School"), namesRow: true)] + schoolFigureColumns
  }

  var schoolFileColumns: [Table.Column] {
    [
      .init(say("Identifiant", "Identifier")), .init(say("École", "School"), namesRow: true),
      .init(say("Niveaux", "Levels")), .init(say("Rattachée", "Attached"), kind: .number),
    ] + schoolFigureColumns + [
      .init(say("Enfants sans chemin", "Children without a way"), kind: .number),
      .init(say("Rue du plus long découvert", "Street of the longest uncovered")),
      .init(say("Pire point, longitude", "Worst point, longitude"), kind: .number),
      .init(say("Pire point, latitude", "Worst point, latitude"), kind: .number),
      .init(say("Relais le plus proche", "Nearest relay"), unit: "m", kind: .number),
      .init(say("Trous les plus empruntés", "Gaps most walked")),
      .init(
        say("Enfants qu’un trajet couvert protège mieux", "Children a covered route serves better"),
        kind: .number),
      .init(
        say("Découvert évité par enfant", "Uncovered way saved per child"), unit: "m", kind: .number
      ),
    ]
  }

  /// Of gaps, after their own columns.
  var gapSchoolColumns: [Table.Column] {
    [
      .init(say("Enfants par jour", "Children a day"), kind: .number),
      .init(
        say("Écoles", "Schools"), fold: .init(under: 1, label: say("vers", "to"))),
    ]
  }
}
