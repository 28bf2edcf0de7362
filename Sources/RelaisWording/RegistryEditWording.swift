package import CoverageEngine

/// What is said of changes another program made in the registry.
extension Wording {
  /// What was edited, and what became of it.
  package func sentence(_ edit: RegistryEdit) -> String {
    let what = "\(edit.establishment.prefix(8))" + (edit.field.map { ", " + name($0) } ?? "")
    guard let refusal = edit.refusal else {
      return say("registryEdit.sentence.taken", ["edit": .text(what)])
    }
    return say(
      "registryEdit.sentence.refused", ["edit": .text(what), "reason": .text(reason(refusal))])
  }

  private func reason(_ refusal: RegistryEdit.Refusal) -> String {
    switch refusal {
    case .badValue: say("registryEdit.reason.badValue")
    case .nameMissing: say("registryEdit.reason.nameMissing")
    case .stateForbidden: say("registryEdit.reason.stateForbidden")
    case .rowDeleted:
      say("registryEdit.reason.rowDeleted")
    case .outsideTerritory:
      say("registryEdit.reason.outsideTerritory")
    }
  }
}
