import CoverageEngine
import RelaisGeo

/// What a school's own page says.
extension Wording {
  func schoolTitle(town: String) -> String {
    say("Sur le chemin de l’école, \(town)", "On the way to school, \(town)")
  }

  func schoolMapTitle(_ school: School) -> String {
    let name = school.name ?? school.id
    return say("Le chemin des enfants vers \(name)", "The children’s way to \(name)")
  }

  func schoolAnswer(_ figures: SchoolFigures, budget: Length) -> String {
    guard let share = figures.coveredShare else {
      return say(
        "Aucun chemin ne mène des domiciles à cette école.",
        "No way leads from the homes to this school.")
    }
    return typographic(
      say(
        "\(self.share(share)) du chemin que font les enfants est à moins de \(self.budget(budget)) à pied d’un Point Relais Sécurité.",
        "\(self.share(share)) of the way the children walk is within a \(self.budget(budget)) walk of a relay."
      ))
  }

  var childrenLabel: String { say("Enfants", "Children") }
  var childrenExplained: String {
    say("estimés, arrondis à cinq", "estimated, rounded to five")
  }
  var medianWalkLabel: String { say("Trajet médian", "Median walk") }

  func longWalkExplained(_ length: Length?) -> String {
    guard let length else { return "" }
    return typographic(
      say(
        "neuf enfants sur dix marchent \(metres(length)) au plus",
        "nine children in ten walk \(metres(length)) at most"))
  }

  var exposedLabel: String { say("Longtemps à découvert", "Uncovered for long") }
  var exposedExplained: String {
    say(
      "enfants qui font plus de 300 m d’affilée sans relais à portée",
      "children who walk over 300 m at a stretch with no relay in reach")
  }
  var longestLabel: String { say("Plus long découvert", "Longest uncovered") }

  /// Where it is, and whose way it may be.
  func longestExplained(_ run: SchoolFigures.Run?) -> String {
    let homes = say(
      "sur le chemin de onze foyers au moins", "on the way of at least eleven homes")
    return (run.map { streetName($0.street) + ", " } ?? "") + homes
  }

  var schoolMapHeading: String { say("Le chemin des enfants", "The children’s way") }
  var schoolMapIntroduction: String {
    say(
      "Les rues qu’empruntent les enfants de onze foyers au moins, par le plus court chemin ; en traits interrompus, celles où aucun relais n’est à portée.",
      "The streets that children of at least eleven homes take, by the shortest way; dashed where no relay is in reach."
    )
  }

  func schoolMapSummary(_ figures: SchoolFigures) -> String {
    guard let share = figures.coveredShare else { return "" }
    return typographic(
      say("Chemin couvert : ", "Way covered: ") + self.share(share) + ".")
  }

  var coveredWay: String { say("Chemin couvert", "Way covered") }
  var uncoveredWay: String { say("Chemin non couvert", "Way not covered") }
  var otherStreets: String { say("Autres rues", "Other streets") }
  var schoolLabel: String { say("École", "School") }
  var worstGapsLabel: String { say("Trous les plus empruntés", "Gaps most walked") }

  var worstGapColumns: [Table.Column] {
    [
      .init(say("N°", "No."), kind: .number), .init(say("Rue", "Street"), namesRow: true),
      .init(say("De", "From"), fold: .init(under: 1)),
      .init(say("À", "To"), fold: .init(under: 1, lead: " → ")),
      .init(say("Longueur", "Length"), unit: "m", kind: .number),
      .init(say("Enfants par jour", "Children a day"), kind: .number),
    ]
  }

  var extraRelayHeading: String { say("Un relais de plus", "One more relay") }

  func extraRelay(_ gap: Gap, now: Double, then: Double) -> String {
    typographic(
      say(
        "Un relais au point le plus éloigné de ce trou, \(streetName(gap.street)), entre « \(gapEnd(gap.from)) » et « \(gapEnd(gap.to)) », porterait la part couverte du chemin de \(share(now)) à \(share(then)). Aucun autre des trous les plus empruntés n’y gagnerait autant.",
        "A relay at the farthest point of this gap, \(streetName(gap.street)), between “\(gapEnd(gap.from))” and “\(gapEnd(gap.to))”, would take the covered share of the way from \(share(now)) to \(share(then)). No other of the gaps most walked would gain as much."
      ))
  }

  var coveredRoutesHeading: String { say("Un autre trajet", "Another way") }

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

  var sharedWayHeading: String { say("Y aller ensemble", "Going together") }

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

  var stopsCaption: String { say("Arrêts, du plus loin à l’école", "Stops, from the farthest on") }

  var stopColumns: [Table.Column] {
    [
      .init(say("Arrêt", "Stop"), kind: .number), .init(say("Où", "Where"), namesRow: true),
      .init(say("Jusqu’à l’école", "To school"), unit: "m", kind: .number),
      .init(say("Enfants qui rejoignent", "Children who join"), kind: .number),
    ]
  }

  /// A crossing by its streets, the first three.
  func stop(_ stop: SharedWay.Stop) -> String {
    stop.streets.isEmpty
      ? say("Croisement sans nom", "Unnamed crossing")
      : stop.streets.prefix(3).joined(separator: " / ")
  }
}
