import CoverageEngine
import RelaisGeo
import RelaisWording

/// Columns of a school’s page, and what it says of few children.
extension Wording {
  var worstGapColumns: [Table.Column] {
    [
      .init(say("N°", "No."), kind: .number), .init(say("Rue", "Street"), namesRow: true),
      .init(say("De", "From"), fold: .init(under: 1)),
      .init(say("À", "To"), fold: .init(under: 1, lead: " → ")),
      .init(say("Longueur", "Length"), unit: "m", kind: .number),
      .init(say("Enfants par jour", "Children a day"), kind: .number),
    ]
  }

  /// What routes at most 15 % longer save; `nil` where nobody is helped, or too few to be told.
  func coveredRoutes(_ figures: SchoolFigures) -> String? {
    guard let helped = PublicCount(figures.helped, homes: figures.helpedHomes).children, helped > 0
    else { return nil }
    let metres = Double(figures.savedChildMillimetres) / Double(figures.helped.millionths) / 1000
    return typographic(
      say(
        "En marchant 15 % de plus au maximum, environ \(helped) enfants auraient un trajet mieux couvert, de \(self.metres(Length(metres: metres))) en moyenne : la couche « covered_routes » de coverage.gpkg montre par où.",
        "Walking at most 15 % farther, about \(helped) children would have a better covered way, by \(self.metres(Length(metres: metres))) on average: the layer covered_routes of coverage.gpkg shows which."
      ))
  }

  func sharedWayIntroduction(_ line: SharedWay) -> String {
    let children = PublicCount(
      line.children, homes: line.stops.reduce(0) { $0 + $1.homes }
    ).children
    return typographic(
      say(
        "Une ligne de pédibus de \(distance(line.length)) suivrait le chemin que partagent le plus d’enfants",
        "A walking bus of \(distance(line.length)) would follow the way most children share")
        + (children.map { say(" (environ \($0)).", " (about \($0)).") } ?? "."))
  }

  var stopColumns: [Table.Column] {
    [
      .init(say("Arrêt", "Stop"), kind: .number), .init(say("Où", "Where"), namesRow: true),
      .init(say("Jusqu’à l’école", "To school"), unit: "m", kind: .number),
      .init(say("Enfants qui rejoignent", "Children who join"), kind: .number),
    ]
  }
}
