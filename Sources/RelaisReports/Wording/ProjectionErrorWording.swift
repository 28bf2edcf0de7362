public import RelaisGeo

extension Wording {
  /// Why coordinates could not be brought to another system, and what to do.
  public func sentence(_ error: ProjectionError) -> String {
    let text =
      switch error {
      case .notRecognised(let given):
        say(
          "\(quoted(given)) ne désigne aucun système de coordonnées. Écrivez par exemple EPSG:2154, ou local.",
          "\(quoted(given)) names no reference system. Write for example EPSG:2154, or local.")
      case .unknownCode(let code):
        say(
          "Aucun système de coordonnées ne porte le code EPSG:\(code). Pour Lambert-93, écrivez EPSG:2154.",
          "No reference system bears the code EPSG:\(code). For Lambert-93, write EPSG:2154.")
      case .notHorizontal(let system, let name):
        say(
          "\(system.description) (\(name)) ne donne pas de position dans le plan. Choisissez un système projeté ou des degrés.",
          "\(system.description) (\(name)) gives no position on a plane. Choose a projected system or degrees."
        )
      case .notMetric(let system, let unit):
        say(
          "\(system.description) compte en \(unit) ; des mètres sont attendus. Choisissez par exemple EPSG:2154.",
          "\(system.description) counts in \(unit); metres are expected. Choose for example EPSG:2154."
        )
      case .noPlaceOnEarth:
        say(
          "Un plan local n’a pas de place sur la Terre : rien n’y mène ni n’en part. Donnez un système avec --crs.",
          "A local plane has no place on earth: nothing leads to it or from it. Give a system with --crs."
        )
      case .noTransformation(let system, let detail):
        say(
          "Aucun passage connu entre les degrés et \(system.description) (\(detail)). Choisissez un autre système.",
          "No way is known between degrees and \(system.description) (\(detail)). Choose another system."
        )
      case .outOfDomain(let system, let index, let position):
        say(
          "La position n°\u{A0}\(integer(index + 1)) (\(decimal(position.x, places: 5)) ; \(decimal(position.y, places: 5))) est hors du domaine de \(system.description). Vérifiez que longitude et latitude ne sont pas inversées.",
          "Position no.\u{A0}\(integer(index + 1)) (\(decimal(position.x, places: 5)); \(decimal(position.y, places: 5))) is outside the domain of \(system.description). Check that longitude and latitude are not exchanged."
        )
      case .unavailable(let detail):
        say(
          "La bibliothèque de projection ne fonctionne pas (\(detail)). Réinstallez PROJ et ses données (proj-data).",
          "The projection library does not work (\(detail)). Reinstall PROJ and its data (proj-data)."
        )
      }
    return typographic(text)
  }
}
