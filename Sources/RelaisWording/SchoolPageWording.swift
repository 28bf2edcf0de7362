package import CoverageEngine
package import RelaisGeo

/// What a school's own page says.
extension Wording {
  package func schoolTitle(town: String) -> String {
    say("Sur le chemin de l’école, \(town)", "On the way to school, \(town)")
  }

  package func schoolMapTitle(_ school: School) -> String {
    let name = school.name ?? school.id
    return say("Le chemin des enfants vers \(name)", "The children’s way to \(name)")
  }

  package func schoolAnswer(_ figures: SchoolFigures, budget: Length) -> String {
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

  package var childrenLabel: String { say("Enfants", "Children") }
  package var childrenExplained: String {
    say("estimés, arrondis à cinq", "estimated, rounded to five")
  }
  package var medianWalkLabel: String { say("Trajet médian", "Median walk") }

  package func longWalkExplained(_ length: Length?) -> String {
    guard let length else { return "" }
    return typographic(
      say(
        "neuf enfants sur dix marchent \(metres(length)) au plus",
        "nine children in ten walk \(metres(length)) at most"))
  }

  package var exposedLabel: String { say("Longtemps à découvert", "Uncovered for long") }
  package var exposedExplained: String {
    say(
      "enfants qui font plus de 300 m d’affilée sans relais à portée",
      "children who walk over 300 m at a stretch with no relay in reach")
  }
  package var longestLabel: String { say("Plus long découvert", "Longest uncovered") }

  /// Where it is, and whose way it may be.
  package func longestExplained(_ run: SchoolFigures.Run?) -> String {
    let homes = say(
      "sur le chemin de onze foyers au moins", "on the way of at least eleven homes")
    return (run.map { streetName($0.street) + ", " } ?? "") + homes
  }

  package var schoolMapHeading: String { say("Le chemin des enfants", "The children’s way") }
  package var schoolMapIntroduction: String {
    say(
      "Les rues qu’empruntent les enfants de onze foyers au moins, par le plus court chemin ; en traits interrompus, celles où aucun relais n’est à portée.",
      "The streets that children of at least eleven homes take, by the shortest way; dashed where no relay is in reach."
    )
  }

  package func schoolMapSummary(_ figures: SchoolFigures) -> String {
    guard let share = figures.coveredShare else { return "" }
    return typographic(
      say("Chemin couvert : ", "Way covered: ") + self.share(share) + ".")
  }

  package var coveredWay: String { say("Chemin couvert", "Way covered") }
  package var uncoveredWay: String { say("Chemin non couvert", "Way not covered") }
  package var otherStreets: String { say("Autres rues", "Other streets") }
  package var schoolLabel: String { say("École", "School") }
  package var worstGapsLabel: String { say("Trous les plus empruntés", "Gaps most walked") }

  package var extraRelayHeading: String { say("Un relais de plus", "One more relay") }

  package func extraRelay(_ gap: Gap, now: Double, then: Double) -> String {
    typographic(
      say(
        "Un relais au point le plus éloigné de ce trou, \(streetName(gap.street)), entre « \(gapEnd(gap.from)) » et « \(gapEnd(gap.to)) », porterait la part couverte du chemin de \(share(now)) à \(share(then)). Aucun autre des trous les plus empruntés n’y gagnerait autant.",
        "A relay at the farthest point of this gap, \(streetName(gap.street)), between “\(gapEnd(gap.from))” and “\(gapEnd(gap.to))”, would take the covered share of the way from \(share(now)) to \(share(then)). No other of the gaps most walked would gain as much."
      ))
  }

  package var coveredRoutesHeading: String { say("Un autre trajet", "Another way") }

  package var sharedWayHeading: String { say("Y aller ensemble", "Going together") }

  package var stopsCaption: String {
    say("Arrêts, du plus loin à l’école", "Stops, from the farthest on")
  }

  /// A crossing by its streets, the first three.
  package func stop(_ stop: SharedWay.Stop) -> String {
    stop.streets.isEmpty
      ? say("Croisement sans nom", "Unnamed crossing")
      : stop.streets.prefix(3).joined(separator: " / ")
  }
}
