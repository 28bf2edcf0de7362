import CoverageEngine
import RelaisGeo
import RelaisWording

/// Columns of schools in a window of time.
extension Wording {
  /// The window by its name, and what it may be at most once every relay's hours are known.
  func schoolColumns(in window: SchoolRunWindow) -> [Table.Column] {
    [
      .init(
        say("Couvert, \(name(window))", "Covered, \(name(window))"), unit: "%", kind: .number),
      .init(
        say(
          "Couvert, \(name(window)), horaires inconnus ouverts",
          "Covered, \(name(window)), unknown hours open"), unit: "%", kind: .number,
        fold: .init(under: 7, label: say("au plus", "at most"))),
    ]
  }

  func schoolFileColumns(in window: SchoolRunWindow) -> [Table.Column] {
    let unknown = say("horaires inconnus ouverts", "unknown hours open")
    let exposed = say("À découvert plus de 300 m", "Uncovered for over 300 m")
    let covered = say("Chemin couvert", "Way covered")
    return [
      .init("\(covered), \(name(window))", unit: "%", kind: .number),
      .init("\(covered), \(name(window)), \(unknown)", unit: "%", kind: .number),
      .init("\(exposed), \(name(window))", kind: .number),
      .init("\(exposed), \(name(window)), \(unknown)", kind: .number),
    ]
  }

  var schoolWindowColumns: [Table.Column] {
    [
      .init(say("Créneau", "Window"), namesRow: true),
      .init(say("Heures", "Hours"), fold: .init(under: 0)),
      .init(
        say("Chemin couvert, inconnus fermés", "Way covered, unknown closed"), unit: "%",
        kind: .number, showsBar: true),
      .init(
        say("Chemin couvert, inconnus ouverts", "Way covered, unknown open"), unit: "%",
        kind: .number, showsBar: true),
      .init(
        say("Enfants à découvert plus de 300 m", "Children uncovered for over 300 m"),
        kind: .number),
      .init(
        say("Enfants à découvert, inconnus ouverts", "Children uncovered, unknown open"),
        kind: .number, fold: .init(under: 4, label: say("inconnus ouverts", "unknown open"))),
      .init(say("Plus long découvert", "Longest uncovered"), unit: "m", kind: .number),
    ]
  }
}
