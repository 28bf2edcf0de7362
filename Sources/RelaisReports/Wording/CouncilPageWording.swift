import CoverageEngine
import RelaisGeo

/// What the council's page says of its map, of the gaps to close first, and on paper.
extension Wording {
  // MARK: Map

  var mapTime: String { say("Relais ouverts", "Relays open") }
  var allDay: String { say("Tous les relais", "All relays") }

  /// What a style of line means on a map of views.
  func streets(_ style: Map.LineLayer.Style) -> String {
    switch style {
    case .covered: coveredStreets
    case .uncertain: typographic(say("Peut-être : horaires inconnus", "Perhaps: hours unknown"))
    case .uncovered: uncoveredStreets
    case .walkable: otherWays
    }
  }

  func budgetShown(_ summary: BudgetSummary, timed: Bool) -> String {
    typographic(
      say(
        "Carte : à \(budget(summary.budget)) à pied, \(share(summary.streetsShare)) des rues couvertes",
        "Map: within a \(budget(summary.budget)) walk, \(share(summary.streetsShare)) of the streets covered"
      )
        + (timed
          ? say(", tous les relais comptés, ouverts ou non.", ", counting all relays, open or not.")
          : "."))
  }

  func windowShown(
    _ budget: Length, _ window: SchoolRunWindow, certain: BudgetSummary, possible: BudgetSummary
  ) -> String {
    typographic(
      say(
        "Carte : à \(self.budget(budget)) à pied, \(name(window)) (\(hours(of: window))), \(share(certain.streetsShare)) des rues couvertes par des relais sûrement ouverts",
        "Map: within a \(self.budget(budget)) walk, \(name(window)) (\(hours(of: window))), \(share(certain.streetsShare)) of the streets covered by relays open for certain"
      ) + (certain == possible ? "." : upTo(possible.streetsShare) + "."))
  }

  /// After a school's name on the map.
  func schoolState(_ figures: SchoolFigures) -> String {
    let children = PublicCount(figures.children, homes: figures.homes).children
    guard let children, let covered = figures.coveredShare else {
      return say("école, \(fewHomes).", "school, \(fewHomes).")
    }
    let count = self.count(children, ("enfant", "enfants"), ("child", "children"))
    return typographic(
      say(
        "école, \(count), \(share(covered)) du chemin couvert.",
        "school, \(count), \(share(covered)) of the way covered."))
  }
  var schoolMark: String { say("École", "School") }

  func spoken(_ timed: TimedGap, when: String, perhaps: String) -> String {
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

  // MARK: First screen

  func routesFigure(_ plan: RoutePlan?, budget: Length) -> ReportDocument.KeyFigure {
    let label = say("Chemin de l’école couvert", "Way to school covered")
    let total = plan?.figures.reduce(Int128(0)) { $0 + $1.childMillimetres } ?? 0
    let covered = plan?.figures.reduce(Int128(0)) { $0 + $1.coveredChildMillimetres } ?? 0
    guard let plan, total > 0 else {
      return .init(
        label: label, value: "—",
        explanation: say(
          "à calculer : il faut les écoles et les adresses",
          "to be computed: schools and addresses are needed"))
    }
    let homes = plan.figures.reduce(0) { $0 + $1.homes }
    let children = PublicCount(
      plan.figures.reduce(Children.zero) { $0 + $1.children }, homes: homes
    ).children
    let walkers = children.map {
      count($0, ("enfant", "enfants"), ("child", "children"))
    }
    return .init(
      label: label, value: share(Double(covered) / Double(total)),
      explanation: say(
        "des mètres marchés par \(walkers ?? say("les enfants", "children")), du domicile à l’école",
        "of the metres walked by \(walkers ?? "children") from home to school"))
  }

  var firstReportFigure: ReportDocument.KeyFigure {
    .init(
      label: say("Depuis le dernier rapport", "Since the last report"),
      value: say("Premier rapport", "First report"),
      explanation: say(
        "le prochain dira ce qui a changé", "the next one will tell what has changed"))
  }

  // MARK: Gaps to close first

  var firstGapsHeading: String { say("Les trous à combler d’abord", "The gaps to close first") }

  func firstGapsIntroduction(_ count: Int, of all: Int, length: Length, byChildren: Bool) -> String
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

  func firstGapsCaption(_ budget: Length, count: Int) -> String {
    say(
      "Les \(integer(count)) trous à combler d’abord, à \(self.budget(budget))",
      "The \(integer(count)) gaps to close first, at \(self.budget(budget))")
  }

  func firstGapsMark(_ count: Int) -> String {
    say("Trou à combler d’abord (lettre)", "Gap to close first (letter)")
  }

  func firstGapColumns(byChildren: Bool) -> [Table.Column] {
    let columns = gapColumns
    return [
      .init(say("Lettre", "Letter")),
      columns[1], columns[2], columns[3],
      .init(columns[7].title, fold: .init(under: 1, lead: " · ")),
      columns[4], columns[5],
    ] + (byChildren ? gapSchoolColumns : [])
  }

  /// The first of several names, and how many more.
  func firstNames(_ names: [String], _ limit: Int) -> String {
    let shown = names.prefix(limit).joined(separator: ", ")
    let rest = names.count - limit
    return rest > 0
      ? shown + say(" et ", " and ") + count(rest, ("autre", "autres"), ("other", "others")) : shown
  }

  // MARK: Paper

  func elsewhere(_ file: String) -> String {
    typographic(say("La liste complète : \(file).", "The full list: \(file)."))
  }

  func elsewhere(_ count: Int, _ file: String) -> String {
    typographic(
      say(
        "Et \(self.count(count, ("autre", "autres"), ("", ""))) ; la liste complète : \(file).",
        "And \(self.count(count, ("", ""), ("other", "others"))); the full list: \(file)."))
  }

  var pageOnScreen: String { say("council.html, à l’écran", "council.html, on screen") }

  /// What the printed pages leave out, and where it is.
  func leftOnScreen(relays: Int) -> String {
    typographic(
      say(
        "À l’écran, council.html donne en plus : la carte à chaque distance et à chaque créneau, la semaine heure par heure (hours.csv), tous les trous (gaps.csv), les \(count(relays, ("relais", "relais"), ("", ""))) un par un.",
        "On screen, council.html also gives: the map at each distance and in each window, the week hour by hour (hours.csv), all gaps (gaps.csv), the \(count(relays, ("", ""), ("relay", "relays"))) one by one."
      ))
  }
}

/// The limits of the figures, said plainly.
extension Wording {
  /// What is estimated, what was left out, what was found in the data.
  func limits(_ material: ReportMaterial) -> [String] {
    [estimated(material), leftOut(material), found(material.findings)].map(typographic)
  }

  private func estimated(_ material: ReportMaterial) -> String {
    var parts: [String] = []
    if let routes = material.routes {
      parts.append(
        routes.homes.contains { $0.children != nil }
          ? say(
            "où habitent les enfants (carreaux de l’INSEE répartis sur les adresses) et leur chemin (le plus court)",
            "where children live (INSEE’s grid shared over addresses) and their way (the shortest)")
          : say(
            "le nombre d’enfants (un par adresse et par niveau) et leur chemin (le plus court)",
            "the number of children (one an address and level) and their way (the shortest)"))
    }
    if let inTime = material.result.inTime {
      let unknown = inTime.windows.first.map { $0.states.count { $0 == .unknown } } ?? 0
      if unknown > 0 {
        parts.append(
          say(
            "les relais d’horaires inconnus, comptés une fois fermés, une fois ouverts",
            "relays of unknown hours, counted once as closed, once as open"))
      }
    }
    parts.append(
      say(
        "le raccord du relais à la rue, en ligne droite",
        "the leg from relay to street, as a straight line"))
    return say("Estimé : ", "Estimated: ") + parts.joined(separator: say(" ; ", "; ")) + "."
  }

  private func leftOut(_ material: ReportMaterial) -> String {
    let unattached = material.result.snaps.count { $0 == nil }
    let rejected = material.findings.reduce(0) { sum, finding in
      if case .rowsRejected(let rows, _) = finding.kind { sum + rows } else { sum }
    }
    let kinds = material.missing.map(name)
    return say("Laissé de côté : ", "Left out: ")
      + count(
        unattached, ("relais trop loin des rues", "relais trop loin des rues"),
        ("relay too far from any street", "relays too far from any street"))
      + ", "
      + count(
        rejected, ("ligne de fichier illisible", "lignes de fichier illisibles"),
        ("unreadable row of a file", "unreadable rows of files"))
      + (kinds.isEmpty
        ? "."
        : say(" ; données absentes : ", "; inputs missing: ") + kinds.joined(separator: ", ") + ".")
  }

  private func found(_ findings: [Finding]) -> String {
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
