public import CoverageEngine

extension Wording {
  /// Which parameter is out of range, and what is allowed.
  public func sentence(_ error: AnalysisParameters.Invalid) -> String {
    let text =
      switch error {
      case .noBudget:
        say(
          "Aucune distance n’est donnée. Ajoutez-en une en mètres, par exemple --distance 300.",
          "No distance is given. Add one in metres, for example --distance 300.")
      case .budgetOutOfRange(let metres):
        say(
          "La distance \(decimal(metres, places: 3)) m est hors des limites : elle doit être au-dessus de 0 et d’au plus 100 km.",
          "The distance \(decimal(metres, places: 3)) m is out of range: it must be above 0 and at most 100 km."
        )
      case .maximumSnapOutOfRange(let metres):
        say(
          "La distance de rattachement \(decimal(metres, places: 3)) m est hors des limites : de 0 à 10 km (--max-snap).",
          "The distance to attach within, \(decimal(metres, places: 3)) m, is out of range: 0 to 10 km (--max-snap)."
        )
      case .bufferOutOfRange(let metres):
        say(
          "La largeur de l’aire de desserte, \(decimal(metres, places: 3)) m, est hors des limites : de 0,1 à 1 000 m de chaque côté.",
          "The width of the service area, \(decimal(metres, places: 3)) m, is out of range: 0.1 to 1,000 m each side."
        )
      }
    return typographic(text)
  }
}
