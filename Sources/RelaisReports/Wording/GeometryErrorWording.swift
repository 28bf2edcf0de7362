public import RelaisGeo

extension Wording {
  /// Why an operation on shapes could not be done, and what to do.
  public func sentence(_ error: GeometryError) -> String {
    let text =
      switch error {
      case .notFinite(let polygon, let ring):
        say(
          "Une coordonnée n’est pas un nombre (\(part(polygon, ring))). Corrigez le contour et relancez.",
          "A coordinate is not a number (\(part(polygon, ring))). Correct the outline and run again."
        )
      case .notARing(let polygon, let ring):
        say(
          "Un contour n’est pas fermé ou a moins de quatre points (\(part(polygon, ring))). Fermez-le et relancez.",
          "An outline is not closed or has fewer than four points (\(part(polygon, ring))). Close it and run again."
        )
      case .outOfRange(let what, let value):
        say(
          "La mesure \(quoted(what)) vaut \(decimal(value, places: 3)), hors des limites. Donnez un nombre positif.",
          "The measure \(quoted(what)) is \(decimal(value, places: 3)), out of range. Give a positive number."
        )
      case .failed(let operation, let detail):
        say(
          "L’opération \(quoted(operation)) sur une surface a échoué (\(detail)). Vérifiez ce contour dans QGIS, outil « Vérifier la validité ».",
          "The operation \(quoted(operation)) on an area failed (\(detail)). Check that outline in QGIS with “Check validity”."
        )
      case .unavailable:
        say(
          "La bibliothèque de géométrie ne fonctionne pas : la mémoire manque. Fermez d’autres programmes et relancez.",
          "The geometry library does not work: memory is short. Close other programs and run again."
        )
      }
    return typographic(text)
  }

  private func part(_ polygon: Int, _ ring: Int) -> String {
    say(
      "polygone \(integer(polygon + 1)), anneau \(integer(ring + 1))",
      "polygon \(integer(polygon + 1)), ring \(integer(ring + 1))")
  }
}
