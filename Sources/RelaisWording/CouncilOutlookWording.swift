package import CoverageEngine
package import RelaisGeo

/// What the council's page says of recruits to come, of what hangs on one relay, and of the quarters.
extension Wording {
  /// `80 %`: a whole percentage.
  package func wholeShare(_ percent: Int) -> String { integer(percent) + say("\u{A0}%", "%") }

  // MARK: Recruits

  package var recruitsHeading: String {
    say("Combien de recrues, pour quelle couverture", "How many recruits, for how much coverage")
  }

  package func recruitsIntroduction(
    _ count: Int, of candidates: Int, from: Double, to: Double, bound: Double
  ) -> String {
    let text = say(
      "\(self.count(count, ("recrue", "recrues"), ("", ""))) bien choisies parmi les \(integer(candidates)) candidats connus porteraient la couverture de \(share(from)) à \(share(to)).",
      "\(self.count(count, ("", ""), ("recruit", "recruits"))) well chosen among the \(integer(candidates)) known candidates would bring coverage from \(share(from)) to \(share(to))."
    )
    let proof =
      share(to) == share(bound)
      ? say(
        " Aucune autre sélection d’autant ne fait mieux : c’est prouvé.",
        " No other selection of as many does better: that is proven.")
      : say(
        " Aucune sélection d’autant ne dépasse \(share(bound)) : c’est prouvé.",
        " No selection of as many exceeds \(share(bound)): that is proven.")
    return typographic(text + proof)
  }

  /// - Parameter budget: Where there are several.
  package func recruitsChart(_ budget: Length?) -> String {
    let at = budget.map { say(" à ", " at ") + self.budget($0) } ?? ""
    return say(
      "Courbe de la couverture\(at) selon le nombre de recrues, et de la borne prouvée. Le tableau dit la même chose.",
      "Curve of coverage\(at) by the number of recruits, and of the proven bound. The table says the same."
    )
  }
  package var recruitsAxis: String { say("recrues", "recruits") }
  package var recruitsShareAxis: String { say("couverture", "coverage") }
  package var recruitsFound: String { say("Meilleure sélection trouvée", "Best selection found") }
  package var recruitsBound: String {
    typographic(say("Borne : nul ne peut dépasser", "Bound: nothing can exceed it"))
  }
  package func recruitsCaption(_ budget: Length?) -> String {
    let at = budget.map { say(" à ", " at ") + self.budget($0) } ?? ""
    return say(
      "Couverture\(at) selon le nombre de recrues", "Coverage\(at) by the number of recruits")
  }
  package var targetsCaption: String {
    say("Recrues nécessaires pour un objectif", "Recruits needed for a target")
  }
  package var otherBudgetsOnScreen: String {
    typographic(say("Autres distances : à l’écran.", "Other distances: on screen."))
  }
  package var outOfReach: String { say("hors de portée", "out of reach") }

  package func unreachable(_ length: Length, longest: Gap?) -> String {
    let most =
      longest.map {
        say(
          " La plus longue portion : \(streetName($0.street)), \(metres($0.length)).",
          " The longest stretch: \(streetName($0.street)), \(metres($0.length)).")
      } ?? ""
    return typographic(
      say(
        "\(distance(length)) de rues sont hors de portée de tous les candidats connus : il faut en chercher d’autres.",
        "\(distance(length)) of streets are out of reach of all known candidates: others must be sought."
      ) + most)
  }

  // MARK: Fragility

  package var fragilityHeading: String {
    say("Ce qui ne tient qu’à un relais", "What hangs on one relay")
  }

  package func fragilityIntroduction(_ onlyOne: Length, of covered: Length, toKeep: Int) -> String {
    let part = covered > .zero ? Double(onlyOne.millimetres) / Double(covered.millimetres) : 0
    return typographic(
      say(
        "\(distance(onlyOne)) de rues couvertes (\(share(part))) ne le sont que par un seul relais ; la moitié dépend de \(count(toKeep, ("relais", "relais"), ("", ""))), à garder avant tout.",
        "\(distance(onlyOne)) of the covered streets (\(share(part))) are covered by one relay alone; half of it depends on \(count(toKeep, ("", ""), ("relay", "relays"))), to be kept above all."
      ))
  }
  package var fragilityCaption: String {
    say("Rues perdues si un relais partait", "Streets lost if a relay left")
  }
  package func otherFragile(_ count: Int) -> String {
    say(
      "Et \(self.count(count, ("autre", "autres"), ("", ""))), où moins de rues sont en jeu.",
      "And \(self.count(count, ("", ""), ("other", "others"))), with less at stake.")
  }

  // MARK: Trend

  package var trendHeading: String { say("D’un trimestre à l’autre", "From quarter to quarter") }

  package var trendChart: String {
    say(
      "Courbe de la part des rues couvertes, trimestre après trimestre. Le tableau dit la même chose.",
      "Curve of the share of streets covered, quarter after quarter. The table says the same.")
  }
  package var trendAxis: String { say("rues couvertes", "streets covered") }
  package var trendRecomputed: String {
    say("Recalculé sur les rues d’aujourd’hui", "Recomputed on today’s streets")
  }
  package var trendRecorded: String { say("Publié à l’époque", "Published at the time") }
  package func quarterCaption(_ budget: Length) -> String {
    say(
      "Rues couvertes à \(self.budget(budget)), fin de trimestre",
      "Streets covered at \(self.budget(budget)), ends of quarters")
  }

  /// `T3 2026`, `Q3 2026`.
  package func quarter(_ day: CalendarDay) -> String {
    say("T", "Q") + String((day.month + 2) / 3) + unitSpace + String(day.year)
  }
}
