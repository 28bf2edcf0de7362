package import CoverageEngine
package import RelaisGeo

/// What the council's page says of its map, of the gaps to close first, and on paper.
extension Wording {
  // MARK: Map

  package var mapTime: String { say("Relais ouverts", "Relays open") }
  package var allDay: String { say("Tous les relais", "All relays") }

  package func budgetShown(_ summary: BudgetSummary, timed: Bool) -> String {
    typographic(
      say(
        "Carte : à \(budget(summary.budget)) à pied, \(share(summary.streetsShare)) des rues couvertes",
        "Map: within a \(budget(summary.budget)) walk, \(share(summary.streetsShare)) of the streets covered"
      )
        + (timed
          ? say(", tous les relais comptés, ouverts ou non.", ", counting all relays, open or not.")
          : "."))
  }

  package func windowShown(
    _ budget: Length, _ window: SchoolRunWindow, certain: BudgetSummary, possible: BudgetSummary
  ) -> String {
    typographic(
      say(
        "Carte : à \(self.budget(budget)) à pied, \(name(window)) (\(hours(of: window))), \(share(certain.streetsShare)) des rues couvertes par des relais sûrement ouverts",
        "Map: within a \(self.budget(budget)) walk, \(name(window)) (\(hours(of: window))), \(share(certain.streetsShare)) of the streets covered by relays open for certain"
      ) + (certain == possible ? "." : upTo(possible.streetsShare) + "."))
  }
  package var schoolMark: String { say("École", "School") }

  package func spoken(_ timed: TimedGap, when: String, perhaps: String) -> String {
    let gap = timed.gap
    let place =
      say("Trou n°\u{A0}", "Gap no.\u{A0}") + integer(gap.rank) + say(" : ", ": ")
      + streetName(gap.street) + ", " + metres(gap.length)
      + say(" sans relais ouvert", " without an open relay")
    return typographic(
      place + (when.isEmpty ? "" : say(" : ", ": ") + when)
        + (perhaps.isEmpty
          ? "" : say(" ; horaires inconnus : ", "; hours unknown: ") + perhaps) + ".")
  }

  // MARK: Gaps to close first

  package var firstGapsHeading: String {
    say("Les trous à combler d’abord", "The gaps to close first")
  }

  package func firstGapsIntroduction(_ count: Int, of all: Int, length: Length, byChildren: Bool)
    -> String
  {
    guard all > 0 else {
      return say("Aucune rue n’est laissée de côté.", "No street is left out.")
    }
    let order =
      byChildren
      ? say(
        "d’abord ceux où passent le plus d’enfants, puis les plus longs",
        "first those most children pass, then the longest")
      : say("du plus long au plus court", "the longest first")
    return typographic(
      say(
        "Un trou est une suite de portions d’une même rue d’où aucun relais n’est à la distance voulue. Il y en a \(integer(all)), \(distance(length)) en tout ; voici les \(integer(count)) à combler d’abord : \(order). Les lettres sont celles de la carte.",
        "A gap is a run of stretches of one street with no relay within the distance. There are \(integer(all)), \(distance(length)) in all; here are the \(integer(count)) to close first: \(order). The letters are those of the map."
      ))
  }

  package func firstGapsCaption(_ budget: Length, count: Int) -> String {
    say(
      "Les \(integer(count)) trous à combler d’abord, à \(self.budget(budget))",
      "The \(integer(count)) gaps to close first, at \(self.budget(budget))")
  }

  package func firstGapsMark(_ count: Int) -> String {
    say("Trou à combler d’abord (lettre)", "Gap to close first (letter)")
  }

  /// The first of several names, and how many more.
  package func firstNames(_ names: [String], _ limit: Int) -> String {
    let shown = names.prefix(limit).joined(separator: ", ")
    let rest = names.count - limit
    return rest > 0
      ? shown + say(" et ", " and ") + count(rest, ("autre", "autres"), ("other", "others")) : shown
  }

  // MARK: Paper

  package func elsewhere(_ file: String) -> String {
    typographic(say("La liste complète : \(file).", "The full list: \(file)."))
  }

  package func elsewhere(_ count: Int, _ file: String) -> String {
    typographic(
      say(
        "Et \(self.count(count, ("autre", "autres"), ("", ""))) ; la liste complète : \(file).",
        "And \(self.count(count, ("", ""), ("other", "others"))); the full list: \(file)."))
  }

  package var pageOnScreen: String { say("council.html, à l’écran", "council.html, on screen") }

  /// What the printed pages leave out, and where it is.
  package func leftOnScreen(relays: Int) -> String {
    typographic(
      say(
        "À l’écran, council.html donne en plus : la carte à chaque distance et à chaque créneau, la semaine heure par heure (hours.csv), tous les trous (gaps.csv), les \(count(relays, ("relais", "relais"), ("", ""))) un par un.",
        "On screen, council.html also gives: the map at each distance and in each window, the week hour by hour (hours.csv), all gaps (gaps.csv), the \(count(relays, ("", ""), ("relay", "relays"))) one by one."
      ))
  }
}

/// The limits of the figures, said plainly.
extension Wording {
  package func found(_ findings: [Finding]) -> String {
    let own = findings.filter { $0.code != .inputMissing }
    func count(_ severity: Finding.Severity) -> Int { own.count { $0.severity == severity } }
    return say("Relevé dans les données : ", "Found in the data: ")
      + self.count(count(.error), ("erreur", "erreurs"), ("error", "errors")) + ", "
      + self.count(
        count(.warning), ("point à vérifier", "points à vérifier"),
        ("point to check", "points to check"))
      + ", "
      + self.count(count(.note), ("remarque", "remarques"), ("note", "notes"))
      + say(" ; la liste est dans findings.csv.", "; the list is in findings.csv.")
  }
}
