package import CoverageEngine
import RelaisGeo

/// What is said of schools and the ways to them.
extension Wording {
  // MARK: Help

  package var schoolsHelp: String {
    say(
      "Écoles : annuaire de l’éducation (CSV ou GeoJSON), extrait OSM, ou CSV (id,lon,lat ou id,x,y), GeoJSON ou GeoPackage de points.",
      "Schools: the national directory (CSV or GeoJSON), an OSM extract, or CSV (id,lon,lat or id,x,y), GeoJSON or GeoPackage of points."
    )
  }
  package var homesHelp: String {
    say(
      "Adresses des domiciles : BAN ou BAL, ou CSV (id,lon,lat ou id,x,y), GeoJSON ou GeoPackage de points.",
      "Home addresses: BAN or BAL, or CSV (id,lon,lat or id,x,y), GeoJSON or GeoPackage of points.")
  }
  package var catchmentsHelp: String {
    say(
      "Carte scolaire : GeoJSON ou GeoPackage de surfaces, ou CSV de rues et de numéros ; sans elle, chaque adresse va à l’école la plus proche.",
      "Catchments: GeoJSON or GeoPackage of areas, or CSV of streets and numbers; without them every address goes to the nearest school."
    )
  }
  package var routesOutHelp: String {
    say(
      "Dossier où écrire schools.csv, routes.gpkg, findings.csv et rejects/.",
      "Folder for schools.csv, routes.gpkg, findings.csv and rejects/.")
  }
  package var routesAbstract: String {
    say(
      "Trajets vers l’école, et ce qu’aucun relais n’y couvre.",
      "Ways to school, and what no relay covers of them.")
  }
  package var routesDiscussion: String {
    say(
      """
      Exemples :
        relais routes --streets ville.osm.pbf --relays relais.csv \\
          --schools ecoles.csv --addresses adresses.csv --json trajets.json
        relais routes --territory nancy

      Sur des fichiers, chaque adresse compte pour un enfant et va à l’école la
      plus proche, sauf carte scolaire. Le trajet compte les raccords de la
      porte à la rue, qui ne sont ni couverts ni découverts.
      """,
      """
      Examples:
        relais routes --streets town.osm.pbf --relays relays.csv \\
          --schools schools.csv --addresses addresses.csv --json routes.json
        relais routes --territory nancy

      On plain files every address counts as one child and goes to the nearest
      school, unless catchments say otherwise. A route counts the legs from
      door to street, which are neither covered nor uncovered.
      """)
  }
  package var oneDistance: String {
    say(
      "Cette commande prend une seule distance : --distance une fois.",
      "This command takes one distance: give --distance once.")
  }
  package var schoolsAndAddressesNeeded: String {
    say(
      "Indiquez aussi --schools FICHIER et --addresses FICHIER.",
      "Name --schools FILE and --addresses FILE too.")
  }

  // MARK: Outcome

  /// The figures of a plan, a few lines.
  package func summary(of plan: RoutePlan) -> String {
    let walks = plan.routes.joined().compactMap(\.walk)
    let total = plan.figures.reduce(Int128(0)) { $0 + $1.childMillimetres }
    let covered = plan.figures.reduce(Int128(0)) { $0 + $1.coveredChildMillimetres }
    let exposed = plan.figures.reduce(Children.zero) { $0 + $1.exposed }
    var lines = [
      say("Écoles : ", "Schools: ") + integer(plan.schools.count)
        + say(", adresses : ", ", addresses: ") + integer(plan.homes.count)
        + say(", trajets : ", ", routes: ") + integer(walks.count)
    ]
    for outcome in plan.outcomes {
      guard let level = outcome.demand.level else { continue }
      lines.append(
        name(level) + say(" : ", ": ") + children(outcome.children)
          + (outcome.byCatchment > .zero
            ? say(", selon la carte scolaire ", ", by catchment ")
              + childNumber(outcome.byCatchment)
            : "")
          + (outcome.unassigned > .zero
            ? say(", sans école à portée ", ", with no school in reach ")
              + childNumber(outcome.unassigned) : ""))
    }
    if total > 0 {
      lines.append(
        say("Chemin parcouru à couvert : ", "Of the way walked, covered: ")
          + share(Double(covered) / Double(total)))
    }
    lines.append(
      say("Enfants à découvert plus de ", "Children uncovered for more than ")
        + metres(SchoolFigures.longRun) + say(" d’affilée : ", " at a stretch: ")
        + childNumber(exposed))
    return lines.map(typographic).joined(separator: "\n")
  }

  /// The level's children, as a line or a column says it.
  package func name(_ level: SchoolLevel) -> String {
    switch level {
    case .nursery: say("Maternelle", "Nursery")
    case .elementary: say("Élémentaire", "Elementary")
    case .lowerSecondary: say("Collège", "Lower secondary")
    case .upperSecondary: say("Lycée", "Upper secondary")
    }
  }

  /// A number of children without a word: whole ones.
  package func childNumber(_ children: Children) -> String {
    integer(Int(children.number.rounded()))
  }

  package func children(_ children: Children) -> String {
    count(
      Int(children.number.rounded()), ("enfant", "enfants"), ("child", "children"))
  }

  // MARK: Tables and layers

  package func schoolsCaption(_ count: Int) -> String {
    say("Trajets vers l’école", "Ways to school") + colon
      + self.count(count, ("établissement", "établissements"), ("school", "schools"))
  }

  package func schoolsRemainder(_ count: Int) -> String {
    guard count > 0 else { return "" }
    return typographic(
      say(
        "Établissements où aucun enfant n’est affecté : \(integer(count)).",
        "Schools to which no child is assigned: \(integer(count))."))
  }

  /// Instead of a figure behind which too few homes stand.
  package var fewHomes: String { say("moins de 11 foyers", "fewer than 11 homes") }

  /// A gap and who passes it: `Rue X (40 enfants)`.
  package func passed(_ gap: Gap, children: Int) -> String {
    streetName(gap.street) + " ("
      + count(children, ("enfant", "enfants"), ("child", "children")) + ")"
  }

  package var schoolsLayer: String { say("Écoles", "Schools") }
  package var schoolRoutesLayer: String { say("Trajets vers chaque école", "Ways to each school") }
  package var schoolFlowsLayer: String {
    say("Enfants sur le chemin de l’école", "Children walking to school")
  }
  package var coveredRoutesLayer: String { say("Trajets les plus couverts", "Most covered routes") }

  package var sharedWaysLayer: String {
    say("Lignes de pédibus possibles", "Possible walking buses")
  }
  package var stopsLayer: String {
    say("Arrêts de pédibus possibles", "Possible walking bus stops")
  }

  package func flowLegend(from: Int, below: Int?) -> String {
    let unit = say(" enfants par jour", " children a day")
    guard let below else { return say("\(from) et plus", "\(from) and more") + unit }
    return say("\(from) à \(below - 1)", "\(from) to \(below - 1)") + unit
  }

  // MARK: Council

  package var schoolsHeading: String { say("Sur le chemin de l’école", "On the way to school") }

  /// What the figures count, and what they leave out.
  package func schoolsIntroduction(_ plan: RoutePlan) -> String {
    let total = plan.figures.reduce(Int128(0)) { $0 + $1.childMillimetres }
    let covered = plan.figures.reduce(Int128(0)) { $0 + $1.coveredChildMillimetres }
    let unassigned = plan.outcomes.reduce(Children.zero) { $0 + $1.unassigned }
    let isWeighted = plan.homes.contains { $0.children != nil }
    var text =
      total == 0
      ? say("Aucun trajet n’a pu être calculé.", "No route could be computed.")
      : say(
        "Sur le plus court chemin de chaque domicile à son école, \(share(Double(covered) / Double(total))) des mètres marchés sont à portée d’un relais.",
        "On the shortest way from every home to its school, \(share(Double(covered) / Double(total))) of the metres walked are within reach of a relay."
      )
    text +=
      isWeighted
      ? say(
        " Les enfants viennent des carreaux de l’INSEE, répartis sur les adresses.",
        " Children come from INSEE’s grid, shared over the addresses.")
      : say(
        " Faute de carreaux de population, chaque adresse compte pour un enfant par niveau.",
        " For want of a population grid every address counts as one child a level.")
    if unassigned > .zero {
      text += say(
        " Sans école de leur niveau à distance de marche : \(childNumber(unassigned)).",
        " With no school of their level in walking distance: \(childNumber(unassigned)).")
    }
    text += say(
      " Les nombres d’enfants sont arrondis à cinq et tus en dessous de onze foyers.",
      " Numbers of children are rounded to five and withheld below eleven homes.")
    return typographic(text)
  }
}
