public import CoverageEngine
import RelaisGeo

/// What is said of schools and the ways to them.
extension Wording {
  // MARK: Help

  public var schoolsHelp: String {
    say(
      "Écoles : annuaire de l’éducation (CSV ou GeoJSON), ou CSV (id,lon,lat ou id,x,y), GeoJSON ou GeoPackage de points.",
      "Schools: the national directory (CSV or GeoJSON), or CSV (id,lon,lat or id,x,y), GeoJSON or GeoPackage of points."
    )
  }
  public var addressesHelp: String {
    say(
      "Adresses des domiciles : BAN ou BAL, ou CSV (id,lon,lat ou id,x,y), GeoJSON ou GeoPackage de points.",
      "Home addresses: BAN or BAL, or CSV (id,lon,lat or id,x,y), GeoJSON or GeoPackage of points.")
  }
  public var catchmentsHelp: String {
    say(
      "Carte scolaire : GeoJSON ou GeoPackage de surfaces, ou CSV de rues et de numéros ; sans elle, chaque adresse va à l’école la plus proche.",
      "Catchments: GeoJSON or GeoPackage of areas, or CSV of streets and numbers; without them every address goes to the nearest school."
    )
  }
  public var routesOutHelp: String {
    say(
      "Dossier où écrire schools.csv, routes.gpkg, findings.csv et rejects/.",
      "Folder for schools.csv, routes.gpkg, findings.csv and rejects/.")
  }
  public var routesAbstract: String {
    say(
      "Trajets vers l’école, et ce qu’aucun relais n’y couvre.",
      "Ways to school, and what no relay covers of them.")
  }
  public var routesDiscussion: String {
    say(
      """
      Exemples :
        relais routes --streets ville.osm.pbf --relays relais.csv --schools ecoles.csv \\
          --addresses adresses.csv --distance 300 --json trajets.json
        relais routes --territory nancy

      Sur des fichiers, chaque adresse compte pour un enfant et va à l’école la plus proche, sauf
      carte scolaire. Le trajet compte les raccords de la porte à la rue, qui ne sont ni couverts
      ni découverts.
      """,
      """
      Examples:
        relais routes --streets town.osm.pbf --relays relays.csv --schools schools.csv \\
          --addresses addresses.csv --distance 300 --json routes.json
        relais routes --territory nancy

      On plain files every address counts as one child and goes to the nearest school, unless
      catchments say otherwise. A route counts the legs from door to street, which are neither
      covered nor uncovered.
      """)
  }
  public var oneDistance: String {
    say(
      "Les trajets se jugent à une seule distance : --distance une fois.",
      "Routes are judged at one distance: give --distance once.")
  }
  public var schoolsAndAddressesNeeded: String {
    say(
      "Indiquez aussi --schools FICHIER et --addresses FICHIER.",
      "Name --schools FILE and --addresses FILE too.")
  }

  // MARK: Outcome

  /// The figures of a plan, a few lines.
  public func summary(of plan: RoutePlan) -> String {
    let walks = plan.routes.joined().compactMap(\.walk)
    let total = plan.figures.reduce(Int64(0)) { $0 + $1.childMillimetres }
    let covered = plan.figures.reduce(Int64(0)) { $0 + $1.coveredChildMillimetres }
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
  public func name(_ level: SchoolLevel) -> String {
    switch level {
    case .nursery: say("Maternelle", "Nursery")
    case .elementary: say("Élémentaire", "Elementary")
    case .lowerSecondary: say("Collège", "Lower secondary")
    case .upperSecondary: say("Lycée", "Upper secondary")
    }
  }

  /// A number of children without a word: whole ones.
  func childNumber(_ children: Children) -> String {
    integer(Int(children.number.rounded()))
  }

  func children(_ children: Children) -> String {
    count(
      Int(children.number.rounded()), ("enfant", "enfants"), ("child", "children"))
  }
}
