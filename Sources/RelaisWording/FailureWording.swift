package import CoverageEngine
package import RelaisGeo

/// Errors beyond those of files: what failed, what was expected, what to do.
extension Wording {
  package func sentence(_ error: TerritoryError) -> String {
    typographic(
      {
        switch error {
        case .notFound(let folder):
          say(
            "Pas de relais.yml dans « \(folder) » ni au-dessus. Créez un territoire avec « relais init », ou indiquez-le avec --territory, ou donnez des fichiers avec --streets et --relays.",
            "No relais.yml in “\(folder)” or above it. Make a territory with “relais init”, name one with --territory, or give files with --streets and --relays."
          )
        case .exists(let folder):
          say(
            "« \(folder) » contient déjà un relais.yml ; rien n’a été changé. Choisissez un autre dossier.",
            "“\(folder)” already holds a relais.yml; nothing was changed. Choose another folder.")
        case .notYAML(let file, let line, let detail):
          say(
            "\(file)\(atLine(line)) ne se lit pas comme du YAML (\(detail)). Vérifiez les deux-points et les retraits.",
            "\(file)\(atLine(line)) cannot be read as YAML (\(detail)). Check colons and indentation."
          )
        case .unknownKey(let file, let line, let key, let known):
          say(
            "\(file)\(atLine(line)) : « \(key) » est inconnu. Connus : \(known.joined(separator: ", ")).",
            "\(file)\(atLine(line)): “\(key)” is not known. Known are: \(known.joined(separator: ", "))."
          )
        case .badValue(let file, let line, let key, let expected):
          say(
            "\(file)\(atLine(line)) : la valeur de « \(key) » ne convient pas. Attendu : \(expected).",
            "\(file)\(atLine(line)): the value of “\(key)” will not do. Expected: \(expected).")
        case .noRegistry: asOfNeedsRegistry
        case .noStreets(let folder):
          say(
            "Il n’y a pas de rues dans « \(folder)/sources/streets/ », et sans rues rien ne se mesure. Mettez-y un extrait OpenStreetMap (.osm.pbf) ou la couche troncon_de_route de la BD TOPO.",
            "There are no streets in “\(folder)/sources/streets/”, and without streets nothing can be measured. Put an OpenStreetMap extract (.osm.pbf) there, or BD TOPO’s layer troncon_de_route."
          )
        }
      }())
  }

  package func sentence(_ error: ProjectionError) -> String {
    typographic(
      {
        switch error {
        case .notRecognised(let text):
          badReferenceSystem(text)
        case .unknownCode(let code):
          say(
            "Le système EPSG:\(code) n’existe pas dans le registre. Vérifiez le code.",
            "The registry has no system EPSG:\(code). Check the code.")
        case .notHorizontal(let system, let name):
          say(
            "\(system) (\(name)) n’est pas un système de coordonnées planes ou géographiques.",
            "\(system) (\(name)) is not a system of plane or geographic coordinates.")
        case .notMetric(let system, let unit):
          say(
            "\(system) compte en « \(unit) » ; il faut un système en mètres, par exemple EPSG:2154.",
            "\(system) counts in “\(unit)”; a system in metres is needed, for example EPSG:2154.")
        case .noPlaceOnEarth:
          say(
            "Un plan local n’a pas de place sur terre : --crs local ne va qu’avec des rues en mètres (CSV, GeoJSON).",
            "A local plane has no place on earth: --crs local goes with streets in metres only (CSV, GeoJSON)."
          )
        case .noTransformation(let system, let detail):
          say(
            "Aucun passage connu vers \(system) (\(detail)).",
            "No known transformation to \(system) (\(detail)).")
        case .outOfDomain(let system, _, let position):
          say(
            "Le point \(position.x) \(position.y) est hors du domaine de \(system). Les axes sont-ils inversés ?",
            "The point \(position.x) \(position.y) is outside the domain of \(system). Are the axes exchanged?"
          )
        case .unavailable(let detail):
          say(
            "La bibliothèque PROJ ne fonctionne pas (\(detail)). Réinstallez libproj.",
            "The PROJ library does not work (\(detail)). Install libproj again.")
        }
      }())
  }

  package func sentence(_ error: GeometryError) -> String {
    say(
      "Une opération géométrique a échoué (\(error)). C’est un défaut du programme : signalez-le avec le fichier.",
      "A geometric operation failed (\(error)). This is a defect of the program: report it with the file."
    )
  }

  package func sentence(_ error: AnalysisParameters.Invalid) -> String {
    func metres(_ value: Double) -> String { decimal(value, places: 3) + " m" }
    switch error {
    case .noBudget:
      return say("Il faut au moins une distance.", "At least one distance is needed.")
    case .budgetOutOfRange(let value):
      return say(
        "Une distance de \(metres(value)) est hors des limites (0 à 2 000 000 m).",
        "A distance of \(metres(value)) is out of range (0 to 2,000,000 m).")
    case .maximumSnapOutOfRange(let value):
      return say(
        "--max-snap \(metres(value)) est hors des limites (0 à 10 000 m).",
        "--max-snap \(metres(value)) is out of range (0 to 10,000 m).")
    case .bufferOutOfRange(let value):
      return say(
        "--buffer \(metres(value)) est hors des limites (0,1 à 1 000 m).",
        "--buffer \(metres(value)) is out of range (0.1 to 1,000 m).")
    }
  }

  private func atLine(_ line: Int?) -> String {
    line.map { say(", ligne \($0)", ", line \($0)") } ?? ""
  }
}
