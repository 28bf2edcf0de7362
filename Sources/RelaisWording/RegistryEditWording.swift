package import CoverageEngine

/// What is said of changes another program made in the registry.
extension Wording {
  /// What was edited, and what became of it.
  package func sentence(_ edit: RegistryEdit) -> String {
    let what = "\(edit.establishment.prefix(8))" + (edit.field.map { ", " + name($0) } ?? "")
    guard let refusal = edit.refusal else {
      return typographic(
        say("modification faite dans le fichier, reprise : ", "edit made in the file, taken: ")
          + what)
    }
    return typographic(
      say("modification faite dans le fichier, refusée : ", "edit made in the file, refused: ")
        + what + " (\(reason(refusal)))"
        + say(
          " ; gardée dans la table rejected_edits", "; kept in the table rejected_edits"))
  }

  private func reason(_ refusal: RegistryEdit.Refusal) -> String {
    switch refusal {
    case .badValue: say("la valeur ne convient pas", "the value will not do")
    case .nameMissing: say("il n’y a pas de nom", "there is no name")
    case .stateForbidden: say("ce changement d’état est impossible", "no such change of state")
    case .rowDeleted:
      say(
        "un établissement part avec « relais adherents leave », jamais en l’effaçant",
        "an establishment leaves with “relais adherents leave”, never by deletion")
    case .outsideTerritory:
      say(
        "c’est à plus de deux kilomètres du territoire",
        "it is over two kilometres outside the territory")
    }
  }
}
