import CoverageEngine
import RelaisGeo
import RelaisWording

/// Figures of the council’s page, what its map may show, and its limits.
extension Wording {
  /// What a style of line means on a map of views.
  func streets(_ style: Map.LineLayer.Style) -> String {
    switch style {
    case .covered: coveredStreets
    case .uncertain: typographic(say("Peut-être : horaires inconnus", "Perhaps: hours unknown"))
    case .uncovered: uncoveredStreets
    case .walkable: otherWays
    }
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

  func firstGapColumns(byChildren: Bool) -> [Table.Column] {
    let columns = gapColumns
    return [
      .init(say("Lettre", "Letter")),
      columns[1], columns[2], columns[3],
      .init(columns[7].title, fold: .init(under: 1, lead: " · ")),
      columns[4], columns[5],
    ] + (byChildren ? gapSchoolColumns : [])
  }

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
}
